/** Reads the form that an upload file comes in: counted as it passes, never kept. */
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { Call } from "./http.ts";
import { BrokenParts, partsOf } from "./parts.ts";

/** What has come. */
export interface ReceivedFile {
  /** Files in the form. */
  readonly files: number;
  /** Rows without the header and the format's version. */
  readonly rows: number;
  /** Whether the service can read it: UTF-8 with a byte order mark, in a ZIP archive or not. */
  readonly readable: boolean;
}

/** Reads an upload; undefined where there is no file in it. Rejects where the connection breaks. */
export async function receivedFile({
  headers: { "content-type": type = "" },
  content,
}: Call): Promise<ReceivedFile | undefined> {
  if (content === undefined) return undefined;
  let files = 0;
  let first: Omit<ReceivedFile, "files"> | undefined;
  try {
    for await (const { headers, content: piece } of partsOf(type, content)) {
      const named = /filename=/i.test(headers.get("content-disposition") ?? "");
      if (named) files += 1;
      if (named && first === undefined) first = await counted(piece);
      else for await (const _ of piece);
    }
  } catch (error) {
    if (!(error instanceof BrokenParts)) throw error;
    return undefined;
  }
  return first && { files, ...first };
}

async function counted(content: AsyncIterable<Uint8Array>): Promise<Omit<ReceivedFile, "files">> {
  const source = content[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 64) {
    const { done, value } = await source.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  async function* whole(skip: number): AsyncGenerator<Uint8Array, void, undefined> {
    yield head.subarray(skip);
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  if (head.toString("latin1", 0, 4) !== "PK\x03\x04") return rowsOf(whole(0));
  const start = 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const stored = head.readUInt16LE(8) === 0;
  return rowsOf(stored ? whole(start) : inflated(whole(start)));
}

/** What is behind the file in the archive is left alone by the inflater. */
async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = pipeline(packed, createInflateRaw(), () => undefined);
  for await (const piece of inflate) if (piece instanceof Uint8Array) yield piece;
}

async function rowsOf(text: AsyncIterable<Uint8Array>): Promise<Omit<ReceivedFile, "files">> {
  let head = Buffer.alloc(0);
  let lines = 0;
  let open = false;
  let format = 0;
  for await (const piece of text) {
    if (head.length < 4096) head = Buffer.concat([head, piece.subarray(0, 4096)]);
    for (const byte of piece) if (byte === 0x0a) lines += 1;
    open = piece.at(-1) !== 0x0a;
  }
  if (/^Format Version[,\t]/m.test(head.toString("utf8"))) format = 1;
  const readable = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return { rows: Math.max(0, lines + (open ? 1 : 0) - 1 - format), readable };
}
