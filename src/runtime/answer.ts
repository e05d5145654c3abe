import type { Call } from "./call.ts";
import { HttpError, XmlError } from "./errors.ts";
import { readable } from "./xml/encoding.ts";
import { parseRelated, type RelatedPart, type RelatedParts } from "./xml/multipart.ts";

/** A document as it came over HTTP. */
export interface XmlAnswer {
  /** As the reader wants it: bytes in UTF-8, or text. */
  readonly document: string | Uint8Array;
  /** The other parts of a multipart answer, by content id. */
  readonly attachments?: ReadonlyMap<string, Uint8Array>;
  /** The same in their order, with their types, and those without a content id. */
  readonly parts?: readonly RelatedPart[];
}

/** Characters of a body that an error shows. */
const EXCERPT = 512;
/** Bytes that the excerpt is made from: enough for a credential that crosses its end to be recognised whole. */
const EXCERPT_BYTES = 16 * 1024;
/** Bytes that tell XML from something else. */
const HEAD = 4096;

/**
 * The XML of an answer, whether it came alone or as the root of multipart/related (XOP).
 *
 * @throws HttpError where the answer is no XML: an HTML page, JSON, nothing at all
 * @throws XmlError `xml.encoding`, `xml.malformed`
 */
export function xmlOf(call: Call, response: Response, bytes: Uint8Array): XmlAnswer {
  const contentType = response.headers.get("content-type") ?? "";
  try {
    const { root, charset, attachments, parts } = packageOf(bytes, contentType);
    const document = readable(root, charset);
    if (looksLikeXml(headOf(document))) {
      return attachments === undefined || parts === undefined ? { document } : { document, attachments, parts };
    }
  } catch (cause) {
    if (!response.ok && cause instanceof XmlError) throw httpError(call, response, bytes, cause);
    throw cause;
  }
  throw httpError(call, response, bytes);
}

/** The error for an answer that is none of the contract's: `http.status` for one that says so itself, `http.content` else. */
export function httpError(call: Call, response: Response, bytes: Uint8Array, cause?: unknown): HttpError {
  const contentType = response.headers.get("content-type") ?? "";
  const { status, ok } = response;
  const what = bytes.length === 0 ? "nothing" : contentType === "" ? "a body without a type" : contentType;
  const expectation = ok ? "which is not what the contract says" : "not the contract's";
  const message = `${call.name}: HTTP ${status} with ${what}, ${expectation}`;
  const excerpt = excerptOf(call.secrets.redact(new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES))));
  const options = cause === undefined ? undefined : { cause };
  return new HttpError(ok ? "http.content" : "http.status", message, { status, contentType, excerpt }, options);
}

function excerptOf(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  return clean.length > EXCERPT ? `${clean.slice(0, EXCERPT - 1).replace(/[\ud800-\udbff]$/, "")}…` : clean;
}

/** A body as a package: what is not multipart is the root alone. */
function packageOf(bytes: Uint8Array, contentType: string): Partial<RelatedParts> & Pick<RelatedParts, "root"> {
  if (/^\s*multipart\/related\b/i.test(contentType)) return parseRelated(bytes, contentType);
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  return charset === undefined ? { root: bytes } : { root: bytes, charset };
}

function headOf(document: string | Uint8Array): string {
  return typeof document === "string" ? document.slice(0, HEAD) : new TextDecoder().decode(document.subarray(0, HEAD));
}

/** Whether a document begins as XML does; white space before it is a matter for the reader. */
function looksLikeXml(text: string): boolean {
  return /^[\ufeff\s]*</.test(text) && !/^[\ufeff\s]*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html)\b/i.test(text);
}
