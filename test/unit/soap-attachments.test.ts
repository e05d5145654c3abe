/** SOAP messages with attachments: multipart/related of mime:multipartRelated (WSDL 1.1, 5.5). */
import { describe, expect, expectTypeOf, test } from "vitest";
import { createClient, SoapFault, type Attachment } from "../../src/runtime/index.ts";
import { parseRelated } from "../../src/runtime/xml/multipart.ts";
import { Uploads } from "../cases/wsdl/mime/expected.ts";
import { slimdom } from "../support/dom.ts";
import { serve } from "../support/server.ts";

const soapNs = "http://schemas.xmlsoap.org/soap/envelope/";
const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
const envelope = (body: string): string => `<s:Envelope xmlns:s="${soapNs}"><s:Body>${body}</s:Body></s:Envelope>`;
const good = envelope('<Uploaded xmlns="urn:cases">7</Uploaded>');

interface Sent {
  readonly type: string;
  readonly action: string | undefined;
  readonly body: Uint8Array;
}

/** One part as a server writes it. */
const part = (headers: readonly string[], content: string): string =>
  `--b\r\n${headers.join("\r\n")}\r\n\r\n${content}\r\n`;
const root = part(["Content-Type: text/xml"], good);
const small = part(["Content-Type: image/gif", "Content-ID: <small=1@h>", "Content-Transfer-Encoding: base64"], "R0lG");
const log = part(["Content-ID: <the%20log=2@h>"], "line\r\n--not a boundary");

/** A client whose server answers these parts, and what was sent to it. */
async function answering(parts: readonly string[], status = 200) {
  const sent: Sent[] = [];
  const endpoint = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { "content-type": type = "", soapaction } = request.headers;
    sent.push({ type, action: soapaction?.toString(), body: new Uint8Array(Buffer.concat(chunks)) });
    response.writeHead(status, { "Content-Type": 'multipart/related; boundary="b"; type="text/xml"' });
    response.end(`${parts.join("")}--b--\r\n`);
  });
  // A content type that somebody gives for all requests has no boundary: that of the parts goes first.
  return { client: createClient(Uploads, { endpoint, headers: { "Content-Type": "text/xml" } }), sent };
}

describe("a request", () => {
  test("has the envelope as its root, and each attachment as a part that names it", async () => {
    const { client, sent } = await answering([root, small, log]);
    await client.Upload({ body: "x", attachments: { file: bytes } });
    await client.Upload({ body: "x", attachments: { file: { contentType: "image/png; v=2", bytes } } });
    expect(sent.map(({ action }) => action)).toEqual(['"urn:upload"', '"urn:upload"']);
    const found = sent.map(({ type, body }) => {
      expect(type).toMatch(/^multipart\/related; type="text\/xml"; start="<root-[^>"]+>"; boundary="[\w-]+"$/);
      const { root: document, parts, charset } = parseRelated(body, type);
      expect(charset).toBe("utf-8");
      expect(slimdom(new TextDecoder().decode(document)).localName).toBe("Envelope");
      return parts;
    });
    expect(found).toEqual([
      [{ id: expect.stringMatching(/^file=[\w-]+@/), type: "image/png", bytes }],
      [{ id: expect.stringMatching(/^file=[\w-]+@/), type: "image/png; v=2", bytes }],
    ]);
  });

  test.each([
    ["none", {}, "nothing"],
    ["no bytes", { file: "text" }, "something else"],
    ["a type that HTTP does not allow", { file: { contentType: "a/b\r\nX: y", bytes } }, "something else"],
    ["one that the contract does not have", { file: bytes, other: bytes }, "one"],
  ])("with %s is an error before anything is sent", async (_what, attachments, received) => {
    const { client, sent } = await answering([]);
    // What the compiler refuses comes from JavaScript all the same.
    const { error } = await client.Upload({ body: "x", attachments: attachments as { file: Uint8Array } });
    expect(error).toMatchObject({ code: "xml.encode", path: expect.stringMatching(/^\/attachments\//), received });
    expect(sent).toEqual([]);
  });

  test("is typed", async () => {
    const { client } = await answering([root, small, log]);
    // @ts-expect-error the contract has an attachment
    await client.Upload({ body: "x" });
    const { attachments } = await client.Upload({ body: "x", attachments: { file: bytes } }).then((result) => {
      if (result.error !== undefined) throw result.error;
      return result;
    });
    expectTypeOf(attachments).toEqualTypeOf<{ readonly small: Attachment; readonly "the log": Attachment }>();
  });
});

describe("an answer", () => {
  const asked = { body: "x", attachments: { file: bytes } } as const;

  test.each([
    ["in the contract's order", [root, small, log]],
    ["in another order", [root, log, small]],
    [
      "without names, in the contract's order",
      [root, small.replace(/Content-ID.*\r\n/, ""), log.replace("the%20log=2", "x")],
    ],
  ])("has its attachments by their names: %s", async (_what, parts) => {
    const result = await (await answering(parts)).client.Upload(asked);
    expect(result).toMatchObject({ data: 7 });
    expect("attachments" in result && result.attachments).toEqual({
      small: { contentType: "image/gif", bytes: new TextEncoder().encode("GIF") },
      "the log": { contentType: "text/plain", bytes: new TextEncoder().encode("line\r\n--not a boundary") },
    });
  });

  test("without one of them is an error", async () => {
    const { error } = await (await answering([root, small])).client.Upload(asked);
    expect(error).toMatchObject({ code: "xml.missing", path: "/attachments/the log" });
  });

  test("that is a fault needs none", async () => {
    const fault = envelope("<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring></s:Fault>");
    const { error } = await (await answering([part(["Content-Type: text/xml"], fault)], 500)).client.Upload(asked);
    expect(error).toBeInstanceOf(SoapFault);
  });
});
