/** XOP packages: a message whose bytes travel beside it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  base64Binary,
  createClient,
  xml,
  type Base64Binary,
  type StructCodec,
  type XmlService,
} from "../../src/runtime/index.ts";
import { parseRelated } from "../../src/runtime/xml/multipart.ts";
import { serve } from "../support/server.ts";
import { sharedPath } from "../support/shared.ts";

const type = 'multipart/related; type="application/xop+xml"; boundary="b-1"; start="<root@x>"';

function packaged(...parts: readonly (readonly [headers: string, content: string])[]): Uint8Array {
  const text = parts.map(([headers, content]) => `--b-1\r\n${headers}\r\n\r\n${content}\r\n`).join("");
  return new Uint8Array(Buffer.from(`${text}--b-1--\r\n`, "latin1"));
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("latin1");

describe("a package", () => {
  test("has its root where start says, and the other parts by content id", () => {
    const bytes = packaged(
      ["Content-ID: <data@x>\r\nContent-Type: application/octet-stream", "\u0000\r\n--b-10 \r\n\u00ff"],
      ["content-type: application/xop+xml;\r\n charset=UTF-16\r\nCONTENT-ID:<root@x>", "<r/>"],
      ["X: y", "nobody refers to this"],
    );
    const { root, charset, attachments } = parseRelated(bytes, type);
    expect([text(root), charset]).toEqual(["<r/>", "UTF-16"]);
    expect([...attachments.keys()]).toEqual(["data@x"]);
    expect(text(attachments.get("data@x"))).toBe("\u0000\r\n--b-10 \r\n\u00ff");
  });

  test("without start has the first part as its root", () => {
    const bytes = packaged(["A: b", "<first/>"], ["A: b", "<second/>"]);
    expect(text(parseRelated(bytes, "Multipart/Related; BOUNDARY=b-1").root)).toBe("<first/>");
  });

  test("may have a preamble, bare line feeds, padding behind boundaries and parts without headers", () => {
    const body = `preamble --b-1\n--b-1 \t\n\n<r/>\n--b-1\nContent-ID: <a>\n\n\n--b-1--epilogue`;
    const { root, attachments } = parseRelated(new TextEncoder().encode(body), "multipart/related; boundary=b-1");
    expect(text(root)).toBe("<r/>");
    expect(text(attachments.get("a"))).toBe("");
  });

  test("may have a part in base64", () => {
    const { attachments } = parseRelated(
      packaged(
        ["Content-ID: <root@x>", "<r/>"],
        ["Content-ID: <a>\r\nContent-Transfer-Encoding: Base64", "QUJD\r\nMTIz"],
      ),
      type,
    );
    expect(text(attachments.get("a"))).toBe("ABC123");
  });

  test.each([
    ["no boundary is named", packaged(["Content-ID: <root@x>", "<r/>"]), "multipart/related", "xml.malformed"],
    ["the root is missing", packaged(["Content-ID: <other@x>", "<r/>"]), type, "xml.malformed"],
    ["there is no part", new TextEncoder().encode("--b-1--"), type, "xml.malformed"],
    ["it is empty", new Uint8Array(), type, "xml.malformed"],
    ["it is cut off in a part", packaged(["Content-ID: <root@x>", "<r/>"]).subarray(0, 30), type, "xml.malformed"],
    ["it is cut off in a boundary", packaged(["Content-ID: <root@x>", "<r/>"]).subarray(0, -5), type, "xml.malformed"],
    [
      "base64 is none",
      packaged(["Content-ID: <root@x>\r\nContent-Transfer-Encoding: base64", "?"]),
      type,
      "xml.encoding",
    ],
    [
      "the encoding is another",
      packaged(["Content-ID: <root@x>\r\nContent-Transfer-Encoding: x-uu", "?"]),
      type,
      "xml.encoding",
    ],
  ])("is refused where %s", (_, bytes, contentType, code) => {
    expect(() => parseRelated(bytes, contentType)).toThrow(expect.objectContaining({ code }));
  });
});

interface File {
  readonly Data: Base64Binary;
}
const file: StructCodec<File> = {
  kind: "struct",
  name: ["", "file"],
  element: true,
  fields: { Data: { el: "Data", count: "1", type: base64Binary } },
};
const FileService: XmlService<{
  readonly get: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: File;
    readonly errors: {};
  };
}> = {
  protocol: xml,
  name: "FileService",
  endpoint: "http://127.0.0.1:9/",
  operations: { get: { method: "GET", path: "", output: file, errors: {} } },
};

describe("a packaged answer", () => {
  const include = (href: string): string =>
    `<file><Data><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="${href}"/></Data></file>`;
  const get = async (body: Uint8Array, status = 200) => {
    const endpoint = await serve((_, response) => void response.writeHead(status, { "Content-Type": type }).end(body));
    return createClient(FileService, { endpoint }).get();
  };

  test("brings its bytes into the message", async () => {
    const body = packaged(
      ["Content-ID: <root@x>", include("cid:da%74a@x")],
      ["Content-ID: <data@x>", "PK\u0003\u0004\r\n\u00ff"],
    );
    expect(text((await get(body)).data?.Data)).toBe("PK\u0003\u0004\r\n\u00ff");
  });

  test("without the part that it refers to is an error with its place", async () => {
    const { error } = await get(packaged(["Content-ID: <root@x>", include("cid:nowhere")]));
    expect(error).toMatchObject({ code: "xml.missing", path: "/file/Data/Include" });
  });

  test("that is cut off is an error; under an error status the status is", async () => {
    const body = packaged(["Content-ID: <root@x>", include("cid:a")]).subarray(0, -20);
    expect((await get(body)).error).toMatchObject({ code: "xml.malformed" });
    expect((await get(body, 500)).error).toMatchObject({ code: "http.status", cause: { code: "xml.malformed" } });
  });
});

const sample = sharedPath("samples", "ebay", "constructed_downloadFile_multipart_response_body.txt");
test.skipIf(sample === undefined)("a vendor's answer (skipped: no samples at hand)", () => {
  const bytes = new Uint8Array(readFileSync(sample ?? ""));
  const boundary = /^--(\S+)/.exec(text(bytes))?.[1];
  const { root, attachments } = parseRelated(
    bytes,
    `multipart/related; boundary=${boundary}; type="application/xop+xml"`,
  );
  expect(text(root)).toMatch(/^<\?xml[^]*<\/downloadFileResponse>$/);
  expect([...attachments.values()].map(text)).toEqual(["ABC123"]);
});
