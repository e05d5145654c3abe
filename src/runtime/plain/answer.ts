import { httpError, xmlOf, type XmlAnswer } from "../answer.ts";
import type { Call } from "../call.ts";
import { decode } from "../codec/decode.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec } from "../codec/table.ts";
import { ServiceError, XmlError } from "../errors.ts";
import { decodeText } from "../xml/encoding.ts";
import { closeReader, openReader, START } from "../xml/reader.ts";
import type { Operation } from "./request.ts";

/**
 * The value of an answer.
 *
 * A stream, where the contract leaves the format of the answer open: the deadline then ends with the headers, the size is not
 * limited, and the caller's signal holds on.
 *
 * @throws ServiceError for a declared error message, whatever its status
 * @throws HttpError, XmlError for anything else that is not the declared answer
 */
export async function answerOf(
  call: Call,
  operation: Operation,
  response: Response,
  options: DecodeOptions,
): Promise<unknown> {
  if (operation.output === "raw" && response.ok) return call.stream(response);
  const bytes = await call.read(response);
  if (operation.output === undefined && response.ok && bytes.length === 0) return undefined;
  const answer = xmlOf(call, response, bytes);
  try {
    const error = declaredError(call, operation, response, answer, options);
    if (error !== undefined) throw error;
    if (response.ok) return operation.output === undefined ? undefined : decodeAs(operation.output, answer, options);
  } catch (error) {
    // A message that cannot be read is less than the status that it came under.
    if (response.ok || !(error instanceof XmlError)) throw error;
    throw httpError(call, response, bytes, error);
  }
  throw httpError(call, response, bytes);
}

/** The error message that an answer is, by the name of its root element. */
function declaredError(
  call: Call,
  { errors }: Operation,
  response: Response,
  answer: XmlAnswer,
  options: DecodeOptions,
): ServiceError | undefined {
  const [namespace, localName] = rootName(answer.document, options);
  const declared = Object.entries(errors).find(([, { name }]) => name[0] === namespace && name[1] === localName);
  if (declared === undefined) return undefined;
  const [name, codec] = declared;
  const message = `${call.name}: the service answered ${localName} (HTTP ${response.status})`;
  return new ServiceError(message, { name, value: decodeAs(codec, answer, options) }, response.status);
}

function decodeAs(
  codec: RootCodec<unknown> | "raw",
  { document, attachments }: XmlAnswer,
  options: DecodeOptions,
): unknown {
  if (codec === "raw") return typeof document === "string" ? document : decodeText(document, "utf-8");
  return decode(codec, document, attachments === undefined ? options : { ...options, attachments });
}

function rootName(
  document: string | Uint8Array,
  { limits }: DecodeOptions,
): readonly [namespace: string, localName: string] {
  const reader = openReader(document, limits);
  try {
    while (reader.next() !== START);
    return [reader.namespace, reader.localName];
  } finally {
    closeReader(reader);
  }
}
