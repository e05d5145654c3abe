/** Messages of eBay's services: requests told apart by header, answers, and the framework's own errors. */
import { fieldDrift, type Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { drifted, field, optional, type Field } from "./fields.ts";
import type { Answer, Call } from "./http.ts";
import type { Element } from "./xml.ts";

/** Namespace of everything that eBay's two services say. */
export const ebayNamespace = "http://www.ebay.com/marketplace/services";

/** What an error of eBay consists of. Numbers are unique only together with the domain. */
export interface EbayError {
  readonly errorId: number;
  readonly domain: string;
  readonly category: "System" | "Application" | "Request";
  readonly message: string;
  readonly subdomain?: string;
  /** Content of the one parameter; its name is `Param1`. */
  readonly parameter?: string;
}

/** A call that the framework refuses before the service sees it: HTTP 500 with a bare `errorMessage`. */
export class EbayFrameworkError extends Error {
  readonly error: EbayError;

  constructor(error: EbayError) {
    super(error.message);
    this.error = error;
  }
}

/** A call that the service refuses: HTTP 200, acknowledged as a failure. */
export class EbayRefusal extends Error {
  readonly error: EbayError;

  constructor(error: EbayError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * The operation that the headers name. Throws EbayFrameworkError for a wrong token, content type, service or operation. eBay
 * publishes the numbers 11002 and 2000; that of a wrong content type is the sandbox's own.
 */
export function ebayOperation<Name extends string>(
  context: Context,
  call: Call,
  service: string,
  operations: readonly Name[],
): Name {
  const contentType = call.headers["content-type"];
  const multipart = contentType?.startsWith("multipart/related") ?? false;
  if (contentType !== undefined && contentType !== "text/xml" && !(multipart && service === "FileTransferService")) {
    throw new EbayFrameworkError(inboundError(2001, `The content type ${contentType} is not supported: send text/xml`));
  }
  const name = call.headers["x-ebay-soa-operation-name"] ?? "";
  const operation = operations.find((one) => one === name);
  const named = call.headers["x-ebay-soa-service-name"] ?? service;
  if (operation === undefined || named !== service) {
    throw new EbayFrameworkError(inboundError(2000, `The operation ${name} of the service ${named} is not found`));
  }
  const expired = context.faults.take("expired-token", "ebay", operation) !== undefined;
  if (expired || call.headers["x-ebay-soa-security-token"] !== credentials.ebay.token) {
    const reason = "Validation of the authentication token in API request failed.";
    throw new EbayFrameworkError({
      errorId: 11002,
      domain: "Security",
      category: "System",
      message: `Authentication failed : ${reason}`,
      subdomain: "Authentication",
      parameter: reason,
    });
  }
  return operation;
}

function inboundError(errorId: number, message: string): EbayError {
  return {
    errorId,
    domain: "CoreRuntime",
    category: "Request",
    message,
    subdomain: "Inbound_Meta_Data",
    parameter: "",
  };
}

/** Checks that a message is the operation's. Throws EbayFrameworkError. */
export function checkEbayRoot(root: Element, operation: string): void {
  if (root.name !== `${operation}Request` || root.namespace !== ebayNamespace) {
    const message = `The message is not a ${operation}Request: {${root.namespace}}${root.name}`;
    throw new EbayFrameworkError(inboundError(2002, message));
  }
}

/** The fields that every answer begins with. */
export function acknowledged(
  ack: "Success" | "Failure",
  version: string,
  error?: EbayError,
  now: Date = new Date(),
): readonly Field[] {
  const errorMessage = error === undefined ? undefined : [field("error", errorFields(error))];
  return [
    field("ack", ack),
    // A refusal without its reason would not be one: kept, though the contract has it optional.
    ...(errorMessage === undefined ? [] : [field("errorMessage", errorMessage)]),
    ...optional("version", version),
    ...optional("timestamp", now.toISOString()),
  ];
}

function errorFields(error: EbayError): readonly Field[] {
  const { errorId, domain, category, message, subdomain, parameter } = error;
  return [
    field("errorId", errorId),
    field("domain", domain),
    field("severity", "Error"),
    field("category", category),
    field("message", message),
    ...optional("subdomain", subdomain),
    ...(parameter === undefined ? [] : [{ ...field("parameter", parameter, { name: "Param1" }), optional: true }]),
  ];
}

/** The XML of an answer. */
export function ebayDocument(context: Context, name: string, fields: readonly Field[]): string {
  const root = field(name, drifted(fields, fieldDrift(context, "ebay")), { xmlns: ebayNamespace });
  return context.xml.write(root, { declaration: "<?xml version='1.0' encoding='UTF-8'?>" });
}

/** The framework's answer to a call that it refuses. */
export function frameworkAnswer(context: Context, error: EbayError): Answer {
  const root = field("errorMessage", [field("error", errorFields(error))], { xmlns: ebayNamespace });
  const body = context.xml.write(root, { declaration: "" });
  return { operation: "unknown", status: 500, contentType: "text/xml;charset=UTF-8", body };
}
