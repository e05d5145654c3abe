/** multipart/related with XOP, as far as eBay's files need it. */

/** A part: its headers by lower-case name, and its content. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** The parts of a message; undefined where its content type has no boundary or the boundary is not found. */
export function readParts(contentType: string, body: Uint8Array): readonly Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = `--${boundary}`;
  const parts: Part[] = [];
  let start = bytes.indexOf(delimiter, 0, "latin1");
  while (start >= 0) {
    const after = start + delimiter.length;
    const next = bytes.indexOf(`\r\n${delimiter}`, after, "latin1");
    if (next < 0) break;
    parts.push(partOf(bytes.subarray(after, next)));
    start = next + 2;
  }
  return parts.length === 0 ? undefined : parts;
}

function partOf(bytes: Buffer): Part {
  const end = bytes.indexOf("\r\n\r\n", 0, "latin1");
  const lines = end < 0 ? [] : bytes.toString("latin1", 0, end).split("\r\n");
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(":");
    return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { headers: new Map(headers), body: end < 0 ? bytes : bytes.subarray(end + 4) };
}

/** The part that a `cid:` address names. */
export function partById(parts: readonly Part[], href: string): Part | undefined {
  const id = decodeURIComponent(href.replace(/^cid:/, ""));
  return parts.find((part) => part.headers.get("content-id") === `<${id}>`);
}

/** Writes a document and one attachment, which may be made while it is sent; answers content type, bytes, and their number. */
export function writeParts(
  xml: string,
  attachment: { readonly content: AsyncIterable<Uint8Array>; readonly size?: number },
  id: string,
): { readonly contentType: string; readonly body: AsyncIterable<Uint8Array>; readonly length?: number } {
  const boundary = `MIMEBoundaryurn_uuid_${id}`;
  const root = `<0.urn:uuid:${id}>`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Type: application/xop+xml; charset=utf-8; type="text/xml"\r\n` +
      `Content-Transfer-Encoding: binary\r\nContent-ID: ${root}\r\n\r\n${xml}\r\n--${boundary}\r\n` +
      `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n` +
      `Content-ID: <urn:uuid:${id}>\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* body(): AsyncGenerator<Uint8Array, void, undefined> {
    yield head;
    yield* attachment.content;
    yield tail;
  }
  const contentType = `multipart/related; boundary=${boundary}; type="application/xop+xml"; start="${root}"; start-info="text/xml"`;
  const length = attachment.size === undefined ? {} : { length: head.length + attachment.size + tail.length };
  return { contentType, body: body(), ...length };
}
