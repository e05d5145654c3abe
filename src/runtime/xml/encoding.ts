/** Bytes of a document to text (XML 1.0, 4.3.3 and appendix F). */
import { XmlError } from "../errors.ts";

/**
 * Decodes a document, and takes its byte order mark away: by its byte order mark, then by what the transport says, then by its XML declaration, then as UTF-8.
 *
 * @param declared charset of the Content-Type header, where there is one.
 * @throws {XmlError} `xml.encoding` where the bytes are not in that encoding, or nobody here knows it.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  return decoded(bytes, labelOf(bytes, declared)).replace(/^\ufeff/, "");
}

/**
 * A document as the reader wants it: the bytes themselves where they are in UTF-8, its text elsewhere.
 *
 * @param declared charset of the Content-Type header, where there is one.
 * @throws {XmlError} `xml.encoding` where nobody here knows the encoding, or the bytes are not in it.
 */
export function readable(bytes: Uint8Array, declared?: string): string | Uint8Array {
  const label = labelOf(bytes, declared);
  return /^utf-?8$/i.test(label) ? bytes : decoded(bytes, label);
}

/** The encoding of a document by its first bytes and by what the transport says. */
export function labelOf(bytes: Uint8Array, declared: string | undefined): string {
  const marked = byteOrderMark(bytes);
  const transport = nonEmpty(declared);
  if (marked === undefined && transport !== undefined) {
    // UTF-16 says nothing of the order of the bytes.
    return /^utf-?16$/i.test(transport) ? (unmarkedUtf16(bytes) ?? transport) : transport;
  }
  const shown = marked ?? unmarkedUtf16(bytes);
  // What the transport says overrules the declaration: nobody changes it when a document is sent in another encoding.
  const named = transport === undefined ? declaration(bytes, shown) : undefined;
  if (named === undefined) return shown ?? "utf-8";
  if (shown === undefined && !isUtf16(named)) return named;
  agree(named, shown ?? "utf-8");
  return shown ?? named;
}

/** It is an error if a document is not in the encoding that it names (4.3.3). */
function agree(named: string, shown: string): void {
  if (isUtf16(named) ? isUtf16(shown) : encodingOf(named) === shown) return;
  const message = `the document says that it is in ${named}, but it is in ${isUtf16(shown) ? "utf-16" : shown}`;
  throw new XmlError("xml.encoding", message, { ...start(named), received: shown });
}

function isUtf16(label: string): boolean {
  return encodingOf(label).startsWith("utf-16");
}

/** Name by which TextDecoder goes for an encoding; the label itself where it knows none. */
function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label.toLowerCase();
  }
}

function decoded(bytes: Uint8Array, label: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch (cause) {
    throw new XmlError("xml.encoding", `the encoding ${label} is not supported`, start(label), { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new XmlError("xml.encoding", `the document is not in ${decoder.encoding}`, start(decoder.encoding), {
      cause,
    });
  }
}

function start(expected: string): { path: string; line: number; column: number; expected: string } {
  return { path: "", line: 1, column: 1, expected };
}

function nonEmpty(label: string | undefined): string | undefined {
  return label === undefined || label.trim() === "" ? undefined : label.trim();
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a byte order mark shows in its first `<`. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  return undefined;
}

/** The encoding that the XML declaration names. It is in ASCII, or in UTF-16 where that shows, whatever follows. */
function declaration(bytes: Uint8Array, shown: string | undefined): string | undefined {
  if (shown === undefined && (bytes[0] !== 0x3c || bytes[1] !== 0x3f)) return undefined;
  const head = new TextDecoder(shown ?? "windows-1252").decode(bytes.subarray(0, 400));
  return /^<\?xml(?=\s)[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1];
}
