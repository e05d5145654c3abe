/** multipart/related (RFC 2387) as XOP packages use it: a document, and the bytes that it refers to. */
import { decodeBase64 } from "../codec/scalars/base64.ts";
import { XmlError } from "../errors.ts";

/** A package: its root document and its other parts. */
export interface RelatedParts {
  readonly root: Uint8Array;
  /** Charset of the root, where its part names one. */
  readonly charset?: string;
  /** The other parts by content id, without angle brackets. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** The other parts in their order. */
  readonly parts: readonly RelatedPart[];
}

/** A part beside the root. */
export interface RelatedPart {
  /** Content id, without angle brackets. */
  readonly id: string | undefined;
  /** Media type as the part says it; `text/plain` where it says none (RFC 2045, 5.2). */
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Uint8Array;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/**
 * Splits a package. The bytes of the parts are views, not copies.
 *
 * @param contentType the Content-Type header, which names the boundary and may name the root
 * @throws XmlError `xml.malformed` where the package is incomplete or has no root
 * @throws XmlError `xml.encoding` for a transfer encoding that is neither bytes as they are nor base64
 */
export function parseRelated(bytes: Uint8Array, contentType: string): RelatedParts {
  const { boundary = "", start } = parametersOf(contentType);
  if (boundary === "") malformed("the Content-Type names no boundary", "boundary=…");
  const parts = partsOf(bytes, new TextEncoder().encode(`--${boundary}`));
  const wanted = start === undefined ? undefined : contentIdOf(start);
  const root = wanted === undefined ? parts[0] : parts.find((part) => idOf(part) === wanted);
  if (root === undefined) malformed("the root part is missing", start ?? "a part");
  const others = parts.flatMap((part): readonly RelatedPart[] =>
    part === root
      ? []
      : [{ id: idOf(part), type: part.headers.get("content-type") ?? "text/plain", bytes: decoded(part) }],
  );
  const attachments = new Map<string, Uint8Array>();
  for (const { id, bytes: content } of others) if (id !== undefined) attachments.set(id, content);
  const { charset } = parametersOf(root.headers.get("content-type") ?? "");
  return { root: decoded(root), attachments, parts: others, ...(charset === undefined ? undefined : { charset }) };
}

/** The parts between the delimiters (RFC 2046, 5.1.1). */
function partsOf(bytes: Uint8Array, delimiter: Uint8Array): readonly Part[] {
  const parts: Part[] = [];
  let at = delimiterFrom(bytes, delimiter, 0);
  for (;;) {
    if (at < 0) malformed("the package ends before its last boundary", "--");
    const behind = at + delimiter.length;
    if (bytes[behind] === DASH && bytes[behind + 1] === DASH) return parts;
    const line = bytes.indexOf(LF, behind);
    if (line < 0) malformed("the package ends in a boundary", "a part");
    const next = delimiterFrom(bytes, delimiter, line);
    if (next < 0) malformed("the package ends inside a part", "a boundary");
    parts.push(partOf(bytes.subarray(line + 1, Math.max(line + 1, lineEndBefore(bytes, next)))));
    at = next;
  }
}

/** Offset of the next delimiter: at the beginning of a line, and not the beginning of a longer one. */
function delimiterFrom(bytes: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(DASH, from); at >= 0; at = bytes.indexOf(DASH, at + 1)) {
    if (at > 0 && bytes[at - 1] !== LF) continue;
    if (delimiter.every((byte, index) => bytes[at + index] === byte) && endsDelimiter(bytes[at + delimiter.length]))
      return at;
  }
  return -1;
}

/** What may follow a delimiter: a line end, white space, or the dashes of the last one. */
function endsDelimiter(byte: number | undefined): boolean {
  return byte === undefined || byte === CR || byte === LF || byte === DASH || byte === 0x20 || byte === 0x09;
}

/** The line end before a delimiter belongs to the delimiter. */
function lineEndBefore(bytes: Uint8Array, delimiter: number): number {
  return bytes[delimiter - 2] === CR ? delimiter - 2 : delimiter - 1;
}

function partOf(bytes: Uint8Array): Part {
  let end = 0;
  while (bytes[end] !== undefined && bytes[end] !== LF && bytes[end] !== CR) {
    const line = bytes.indexOf(LF, end);
    end = line < 0 ? bytes.length : line + 1;
  }
  const head = new TextDecoder().decode(bytes.subarray(0, end)).replace(/\r?\n[ \t]+/g, " ");
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const content = bytes[end] === CR ? end + 2 : end + 1;
  return { headers, content: bytes.subarray(Math.min(content, bytes.length)) };
}

/** The bytes that a part stands for (RFC 2045, 6). */
function decoded({ headers, content }: Part): Uint8Array {
  const encoding = (headers.get("content-transfer-encoding") ?? "binary").toLowerCase();
  if (encoding === "binary" || encoding === "8bit" || encoding === "7bit") return content;
  const bytes = encoding === "base64" ? decodeBase64(new TextDecoder().decode(content)) : undefined;
  if (bytes !== undefined) return bytes;
  const message = encoding === "base64" ? "a part is no base64" : `the transfer encoding ${encoding} is not supported`;
  throw new XmlError("xml.encoding", message, { path: "" });
}

function idOf({ headers }: Part): string | undefined {
  const id = headers.get("content-id");
  return id === undefined ? undefined : contentIdOf(id);
}

function contentIdOf(text: string): string {
  return text.trim().replace(/^<(.*)>$/, "$1");
}

/** Parameters of a media type, quoted or not (RFC 2045, 5.1), by lower-case name. */
function parametersOf(contentType: string): {
  readonly boundary?: string;
  readonly start?: string;
  readonly charset?: string;
} {
  const parameters: Record<string, string> = {};
  for (const [, name = "", quoted, plain = ""] of contentType.matchAll(
    /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
  )) {
    parameters[name.toLowerCase()] = quoted === undefined ? plain : quoted.replace(/\\(.)/g, "$1");
  }
  return parameters;
}

function malformed(message: string, expected: string): never {
  throw new XmlError("xml.malformed", message, { path: "", expected });
}
