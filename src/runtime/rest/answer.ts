import { httpError } from "../answer.ts";
import type { Call } from "../call.ts";
import { parseJson } from "../codec/json-simple.ts";
import { ServiceError } from "../errors.ts";

/** Statuses of the error answers that the contract gives a body; undefined where it is not known. */
export type DeclaredErrors = readonly string[] | undefined;

/**
 * The value of an answer in JSON; undefined for one without a body. Text answers are their text.
 *
 * @throws ServiceError for a declared error answer
 * @throws HttpError for an error answer that is not declared, and for a body that is not what its type says
 */
export async function answerOf(call: Call, response: Response, declared: DeclaredErrors): Promise<unknown> {
  const bytes = await call.read(response);
  const type = mediaType(response);
  if (!response.ok) {
    const detail = isJson(type) ? parsed(call, response, bytes) : undefined;
    if (detail === undefined || !isDeclared(response.status, declared)) throw httpError(call, response, bytes);
    throw new ServiceError(
      `${call.name}: the service answered with an error (HTTP ${response.status})`,
      detail,
      response.status,
    );
  }
  if (bytes.length === 0) return undefined;
  if (type === "text/plain") return new TextDecoder().decode(bytes);
  if (!isJson(type)) throw httpError(call, response, bytes);
  return parsed(call, response, bytes);
}

/** The JSON of a body, its integers unrounded. JSON is in UTF-8 whatever the header says (RFC 8259, 8.1). */
function parsed(call: Call, response: Response, bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw httpError(call, response, bytes, cause);
  }
}

function mediaType({ headers }: Response): string {
  return (headers.get("content-type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

function isJson(type: string): boolean {
  return /^(?:application|text)\/json$|\+json$/.test(type);
}

function isDeclared(status: number, declared: DeclaredErrors): boolean {
  if (declared === undefined) return true;
  return [String(status), `${Math.floor(status / 100)}XX`, "default"].some((key) => declared.includes(key));
}
