/** Sends answers, whole or in pieces. */
import type { ServerResponse } from "node:http";
import type { Answer } from "./http.ts";

/**
 * Sends an answer.
 *
 * @param cut bytes of the body after which the connection is cut; undefined: it is not
 */
export async function send(response: ServerResponse, answer: Answer, cut?: number): Promise<void> {
  const body = typeof answer.body === "string" ? Buffer.from(answer.body, "utf8") : answer.body;
  const length = body instanceof Uint8Array ? body.byteLength : answer.length;
  response.writeHead(answer.status, {
    ...(answer.contentType === undefined ? {} : { "content-type": answer.contentType }),
    ...(answer.status === 204 || length === undefined ? {} : { "content-length": length }),
    ...answer.headers,
  });
  let sent = 0;
  for await (const piece of body instanceof Uint8Array ? [body] : body) {
    const rest = cut === undefined ? piece.byteLength : cut - sent;
    if (!response.write(piece.subarray(0, rest))) await drained(response);
    sent += piece.byteLength;
    if (response.destroyed) return;
    if (cut !== undefined && sent >= cut) break;
  }
  if (cut === undefined) response.end();
  else response.socket?.end(() => response.destroy());
}

/** Resolves when there is room again, or nobody listens any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

/** A file that is made while it is sent: nothing of it is kept. */
export interface GeneratedFile {
  readonly size: number;
  /** Its bytes from one of them on. */
  from(offset: number): AsyncIterable<Uint8Array>;
}

/** Lines of a file that is made while it is sent: all of one length, so that any byte can be found. */
export interface SeededLines {
  /** Sent before the lines. */
  readonly header?: string;
  readonly count: number;
  /** One line with its end, by its number from 0. All have to have the same number of bytes. */
  readonly line: (number: number) => string;
}

/** Lines sent at once. */
const BLOCK = 512;

/** The file that such lines make. Throws a RangeError where they are not of one length. */
export function seededFile({ header = "", count, line }: SeededLines): GeneratedFile {
  const first = Buffer.from(header, "utf8");
  const width = count === 0 ? 0 : Buffer.byteLength(line(0), "utf8");
  const block = (start: number): Buffer => {
    const lines = Array.from({ length: Math.min(BLOCK, count - start) }, (_, index) => line(start + index));
    const bytes = Buffer.from(lines.join(""), "utf8");
    if (bytes.byteLength !== lines.length * width) throw new RangeError("The lines are not of one length");
    return bytes;
  };
  return {
    size: first.byteLength + count * width,
    async *from(offset) {
      if (offset < first.byteLength) yield first.subarray(offset);
      const skip = Math.max(0, offset - first.byteLength);
      const start = width === 0 ? count : Math.floor(skip / width);
      for (let number = start; number < count; number += BLOCK) {
        const bytes = block(number);
        yield number === start ? bytes.subarray(skip - start * width) : bytes;
      }
    },
  };
}

/** Files one after the other as one. */
export function joinedFiles(files: readonly GeneratedFile[]): GeneratedFile {
  return {
    size: files.reduce((sum, { size }) => sum + size, 0),
    async *from(offset) {
      let start = offset;
      for (const file of files) {
        if (start < file.size) yield* file.from(start);
        start = Math.max(0, start - file.size);
      }
    },
  };
}

/** Answers with a file, or with the part of it that a Range header asks for (RFC 9110, 14). */
export function fileAnswer(
  file: GeneratedFile,
  range: string | undefined,
): Pick<Answer, "status" | "headers" | "body" | "length"> {
  const [, first] = /^bytes=(\d+)-$/.exec(range ?? "") ?? [];
  const start = Number(first ?? 0);
  if (first === undefined) {
    return { status: 200, headers: { "accept-ranges": "bytes" }, body: file.from(0), length: file.size };
  }
  if (start >= file.size) return { status: 416, headers: { "content-range": `bytes */${file.size}` }, body: "" };
  return {
    status: 206,
    headers: { "content-range": `bytes ${start}-${file.size - 1}/${file.size}` },
    body: file.from(start),
    length: file.size - start,
  };
}
