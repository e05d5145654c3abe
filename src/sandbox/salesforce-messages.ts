/** Messages of Salesforce's Bulk API: the same fields in XML or in JSON. */
import { fieldDrift, type Context } from "./context.ts";
import { drifted, field, isFields, type Field, type FieldValue } from "./fields.ts";
import type { Answer } from "./http.ts";
import { childText, type Element } from "./xml.ts";

/** Namespace of the API's messages. */
const asyncNamespace = "http://www.force.com/2009/06/asyncapi/dataload";

/** A call that is refused: HTTP 400 and an `error`. */
export class SalesforceError extends Error {
  readonly exceptionCode: string;

  constructor(exceptionCode: string, message: string) {
    super(message);
    this.exceptionCode = exceptionCode;
  }
}

/** A message in XML, in the service's way of breaking lines. */
export function xmlMessage(context: Context, name: string, fields: readonly Field[]): string {
  const root = field(name, drifted(fields, fieldDrift(context, "salesforce")), { xmlns: asyncNamespace });
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const text = context.xml.write(root, { declaration, indent: " " });
  return text.replace(`<${name} xmlns=`, `<${name}\n   xmlns=`);
}

/** A message in JSON: repeated fields of a list become an array. */
export function jsonMessage(context: Context, fields: readonly Field[]): string {
  return JSON.stringify(jsonValue(drifted(fields, fieldDrift(context, "salesforce"))), null, 3);
}

function jsonValue(value: FieldValue): unknown {
  if (!isFields(value)) return value;
  const entries = value.map((one) => [one.name, jsonValue(one.value)]);
  const repeated = value.filter((one) => one.name === "batchInfo").map((one) => jsonValue(one.value));
  return Object.fromEntries(repeated.length === 0 ? entries : [["batchInfo", repeated]]);
}

/** The answer to a call that is refused. */
export function errorAnswer(context: Context, operation: string, error: SalesforceError, json: boolean): Answer {
  const fields = [field("exceptionCode", error.exceptionCode), field("exceptionMessage", error.message)];
  const body = json ? jsonMessage(context, fields) : xmlMessage(context, "error", fields);
  return { operation, status: 400, contentType: contentType(json), body };
}

/** Content type of a message. */
export function contentType(json: boolean): string {
  return json ? "application/json;charset=UTF-8" : "application/xml";
}

/** The text members of a `jobInfo` that a client sends. Throws SalesforceError. */
export function readJobInfo(context: Context, text: string, json: boolean): ReadonlyMap<string, string> {
  const names = ["id", "operation", "object", "state", "externalIdFieldName", "concurrencyMode", "contentType"];
  if (json) return jsonMembers(text, names);
  let root: Element;
  try {
    root = context.xml.read(text);
  } catch (cause) {
    throw new SalesforceError("InvalidXml", cause instanceof Error ? cause.message : "Unable to parse the request");
  }
  if (root.name !== "jobInfo" || root.namespace !== asyncNamespace) {
    throw new SalesforceError("InvalidXml", `Unexpected element {${root.namespace}}${root.name}`);
  }
  return new Map(names.flatMap((name) => pair(name, childText(root, name))));
}

function jsonMembers(text: string, names: readonly string[]): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) {
      const members = new Map<string, unknown>(Object.entries(parsed));
      return new Map(names.flatMap((name) => pair(name, members.get(name))));
    }
  } catch {
    // Told below, as every body that is no object.
  }
  throw new SalesforceError("InvalidXml", "The body is not a JSON object");
}

function pair(name: string, value: unknown): readonly [string, string][] {
  return typeof value === "string" ? [[name, value]] : [];
}
