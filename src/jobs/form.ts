/** multipart/form-data with one file (RFC 7578), as a stream. */
import { streamOf, chunksOf, type FileSource } from "./source.ts";

/** A body that is made while it is sent. */
export interface FileForm {
  /** The Content-Type header, with the boundary. */
  readonly contentType: string;
  /** Bytes of the body, where the file's are known. */
  readonly size?: number;
  stream(): ReadableStream<Uint8Array>;
}

/**
 * A form that carries one file.
 *
 * @param field name of the form's field
 * @param mediaType what the file is
 */
export function fileForm(file: FileSource, field: string, mediaType: string): FileForm {
  const boundary = `specwire-${crypto.randomUUID()}`;
  const name = file.name ?? "file";
  const disposition = `form-data; name="${quoted(field)}"; filename="${quoted(name)}"`;
  const encoder = new TextEncoder();
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${mediaType}\r\n\r\n`,
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  async function* parts(): AsyncGenerator<Uint8Array, void, undefined> {
    yield head;
    yield* chunksOf(file.stream());
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    ...(file.size === undefined ? {} : { size: head.length + file.size + tail.length }),
    stream: () => streamOf(parts()),
  };
}

/** A name in a header: escaped as browsers do (HTML, multipart/form-data encoding algorithm). */
function quoted(name: string): string {
  return name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
}
