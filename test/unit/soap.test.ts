/** SOAP 1.1: what is sent, and what is made of every kind of answer. */
import { describe, expect, test } from "vitest";
import {
  createClient,
  decodeEnvelope,
  encodeEnvelope,
  HttpError,
  requestOf,
  responseOf,
  SoapFault,
  XmlError,
  type SoapClientOptions,
  type Unexpected,
} from "../../src/runtime/index.ts";
import { EchoService, tns } from "../support/echo-service.ts";
import { slimdom } from "../support/dom.ts";
import { bodyOf, serve } from "../support/server.ts";

const soapNs = "http://schemas.xmlsoap.org/soap/envelope/";
const { Echo } = EchoService.operations;

function envelope(body: string, header = ""): string {
  return `<?xml version="1.0"?>\n<s:Envelope xmlns:s="${soapNs}">${header}<s:Body>${body}</s:Body></s:Envelope>`;
}
const good = `<EchoResponse xmlns="${tns}"><Count>7</Count></EchoResponse>`;

/** The outcome of a call that is answered like this. */
async function answered(
  body: string | Uint8Array,
  {
    status = 200,
    type = "text/xml; charset=utf-8",
    ...options
  }: { status?: number; type?: string } & Omit<SoapClientOptions, "soapHeaders"> = {},
) {
  const endpoint = await serve((_, response) => void response.writeHead(status, { "Content-Type": type }).end(body));
  return createClient(EchoService, { endpoint, ...options }).Echo({ body: { Text: "x" } });
}

describe("the request", () => {
  test("is an envelope with the header entries that are given, in the contract's order, before the body", async () => {
    let seen = { method: "", action: "", type: "", body: "" };
    const endpoint = await serve(async (request, response) => {
      const { soapaction, "content-type": type = "" } = request.headers;
      seen = { method: request.method ?? "", action: String(soapaction), type, body: await bodyOf(request) };
      response.end(envelope(good));
    });
    const client = createClient(EchoService, {
      endpoint,
      soapHeaders: { DeveloperToken: "d & d", AuthenticationToken: async () => "a" },
    });
    const { data, error, headers, response } = await client.Echo({
      body: { Text: " <t> " },
      headers: { AuthenticationToken: null },
    });
    expect(error).toBeUndefined();
    expect(data).toEqual({ Count: 7 });
    expect(headers).toEqual({});
    expect(response?.status).toBe(200);
    expect(seen).toMatchObject({ method: "POST", action: '"urn:echo:Echo"', type: "text/xml; charset=utf-8" });
    expect(seen.body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<s:Envelope /);
    const root = slimdom(seen.body);
    expect([root.namespace, root.localName]).toEqual([soapNs, "Envelope"]);
    expect(root.children.map(({ namespace, localName }) => [namespace, localName])).toEqual([
      [soapNs, "Header"],
      [soapNs, "Body"],
    ]);
    const [header, body] = root.children;
    expect(header?.children.map(({ namespace, localName, text }) => [namespace, localName, text])).toEqual([
      [tns, "AuthenticationToken", ""],
      [tns, "DeveloperToken", "d & d"],
    ]);
    expect(seen.body).toMatch(/AuthenticationToken [^>]*nil="true"/);
    expect(body?.children.map(({ namespace, localName, text }) => [namespace, localName, text])).toEqual([
      [tns, "EchoRequest", " <t> "],
    ]);
  });

  test("asks no function for a header entry that the call has itself", async () => {
    const endpoint = await serve((_, response) => void response.end(envelope(good)));
    const AuthenticationToken = (): never => {
      throw new Error("asked");
    };
    const client = createClient(EchoService, { endpoint, soapHeaders: { AuthenticationToken } });
    expect((await client.Echo({ body: { Text: "x" }, headers: { AuthenticationToken: "mine" } })).data).toEqual({
      Count: 7,
    });
  });

  test("has no header where no entry is given", () => {
    expect(encodeEnvelope(requestOf(Echo), { body: { Text: "x" } })).not.toContain("Header");
    expect(encodeEnvelope(requestOf(Echo), { body: { Text: "x" }, headers: {} })).not.toContain("Header");
  });

  test("that the contract does not allow is an error before anything is sent", async () => {
    // @ts-expect-error the compiler says it, too
    const { error, response } = await createClient(EchoService).Echo({ body: {} });
    expect(error).toMatchObject({ code: "xml.encode", path: "/EchoRequest/Text" });
    expect(response).toBeUndefined();
  });

  test("decodes again on the other side", () => {
    const message = { body: { Text: "ä\n<" }, headers: { CustomerId: null, DeveloperToken: "d" } };
    expect(decodeEnvelope(requestOf(Echo), encodeEnvelope(requestOf(Echo), message), { mode: "strict" })).toEqual(
      message,
    );
  });

  test("takes HTTP headers of the client, even instead of its own", async () => {
    let type: string | undefined;
    const endpoint = await serve((request, response) => {
      type = request.headers["content-type"];
      response.end(envelope(good));
    });
    await createClient(EchoService, { endpoint, headers: { "content-type": "text/xml" } }).Echo({
      body: { Text: "x" },
    });
    expect(type).toBe("text/xml");
  });
});

describe("the answer", () => {
  test("with header entries, SOAP's attributes on them, and an unknown one", async () => {
    const unexpected: Unexpected[] = [];
    const header = `<s:Header><TrackingId xmlns="${tns}" s:mustUnderstand="0" s:actor="urn:a">t-1</TrackingId><x:Other xmlns:x="urn:x">o</x:Other></s:Header>`;
    const { data, headers, error } = await answered(envelope(good, header), {
      onUnexpected: (found) => unexpected.push(found),
    });
    expect(error).toBeUndefined();
    expect([data, headers]).toEqual([{ Count: 7 }, { TrackingId: "t-1" }]);
    expect(unexpected).toMatchObject([
      { kind: "unknown-element", path: "/Envelope/Header/Other", line: 2, element: { children: ["o"] } },
    ]);
    expect((await answered(envelope(good, header), { mode: "strict" })).error).toMatchObject({
      code: "xml.unexpected",
    });
  });

  test("in UTF-16 and in windows-1252, as declared", async () => {
    const fault = envelope("<s:Fault><faultcode>s:Client</faultcode><faultstring>naïve</faultstring></s:Fault>");
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${fault}`, "utf16le"));
    expect((await answered(utf16, { type: "text/xml" })).error).toMatchObject({ faultString: "naïve" });
    const latin = new Uint8Array(Buffer.from(fault, "latin1"));
    expect((await answered(latin, { type: 'text/xml; charset="windows-1252"' })).error).toMatchObject({
      faultString: "naïve",
    });
    expect((await answered(latin)).error).toMatchObject({ code: "xml.encoding" });
  });

  test.each([
    [
      "a SOAP 1.2 envelope",
      `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>`,
      "xml.root",
      /SOAP 1\.2/,
    ],
    ["another root", "<other/>", "xml.root", /other/],
    ["another body", envelope(`<Nope xmlns="${tns}"/>`), "xml.root", /Nope/],
    ["no body", `<s:Envelope xmlns:s="${soapNs}"/>`, "xml.missing", /no body/],
    ["an empty body", envelope("  "), "xml.missing", /empty/],
    ["a truncated document", envelope(good).slice(0, -20), "xml.malformed", /./],
    [
      "a document type",
      `<!DOCTYPE x [<!ENTITY a "b">]>${envelope(good)}`.replace(`<?xml version="1.0"?>\n`, ""),
      "xml.doctype",
      /./,
    ],
    ["a value of another type", envelope(good.replace("7", "seven")), "xml.invalid", /Count/],
  ])("%s under 200 is an XmlError", async (_, body, code, message) => {
    const { error, data, response } = await answered(body);
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(XmlError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(response?.status).toBe(200);
  });

  test("SOAP 1.2 under 500 is named as well", async () => {
    const body = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>`;
    expect((await answered(body, { status: 500 })).error).toMatchObject({ code: "xml.root" });
  });

  test("a second element in the body, and text beside it: reported, or refused", async () => {
    const seen: string[] = [];
    const body = envelope(`${good}stray<more/>`);
    const { data } = await answered(body, { onUnexpected: ({ kind }) => seen.push(kind) });
    expect(data).toEqual({ Count: 7 });
    expect(seen).toEqual(["stray-text", "too-many"]);
    expect((await answered(body, { mode: "strict" })).error).toMatchObject({ code: "xml.unexpected" });
  });

  test.each([
    ["an HTML page", "<!DOCTYPE html>\n<html><body>Down\u0000 for\tmaintenance</body></html>", "text/html"],
    ["XHTML", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`, "application/xhtml+xml"],
    ["JSON", `{"error":"nope"}`, "application/json"],
    ["nothing", "", "text/xml"],
    ["white space", " \n", "text/xml"],
  ])("%s is an HttpError, by its status", async (_, body, type) => {
    for (const [status, code] of [
      [200, "http.content"],
      [404, "http.status"],
      [503, "http.status"],
    ] as const) {
      const { error } = await answered(body, { status, type });
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ code, status, contentType: type });
      expect(error instanceof HttpError && error.excerpt).toBe(body.replace(/[\u0000-\u001f]+/g, " ").trim());
    }
  });

  test("bytes that are no text, under an error status, are an HttpError with the reason", async () => {
    const { error } = await answered(new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]), { status: 500 });
    expect(error).toMatchObject({ code: "http.status", cause: { code: "xml.encoding" } });
  });

  test("an excerpt is cut", async () => {
    const { error } = await answered("é".repeat(100_000), { status: 500, type: "text/plain" });
    expect(error instanceof HttpError && error.excerpt).toBe(`${"é".repeat(511)}…`);
  });

  test("other XML under an error status is an HttpError with the reason", async () => {
    const { error } = await answered("<gateway>timeout</gateway>", { status: 504 });
    expect(error).toMatchObject({
      code: "http.status",
      excerpt: "<gateway>timeout</gateway>",
      cause: { code: "xml.root" },
    });
  });

  test("a good message under an error status is not data", async () => {
    const { data, error } = await answered(envelope(good), { status: 500 });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ code: "http.status", status: 500 });
  });
});

describe("a fault", () => {
  const fault = (detail: string, code = "s:Server"): string =>
    envelope(
      `<s:Fault><faultcode>${code}</faultcode><faultstring xml:lang="en"> Too fast </faultstring><faultactor>urn:actor</faultactor>${detail}</s:Fault>`,
    );

  test.each([200, 202, 400, 500])("under %i", async (status) => {
    const { error, data, response } = await answered(
      fault(`<detail><QuotaFault xmlns="${tns}"><Seconds>60</Seconds></QuotaFault></detail>`),
      { status },
    );
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({
      code: "soap.fault",
      faultCode: { namespace: soapNs, localName: "Server" },
      faultString: "Too fast",
      faultActor: "urn:actor",
      detail: { name: "QuotaFault", value: { Seconds: 60 } },
      status,
      message: "SOAP fault Server: Too fast",
    });
    expect(response?.status).toBe(status);
  });

  test("the first declared entry of the detail is typed, all entries are kept", async () => {
    const { error } = await answered(
      fault(
        `<detail>\n <x:Trace xmlns:x="urn:x" n="1"><a/></x:Trace> <TextFault xmlns="${tns}">no</TextFault><QuotaFault xmlns="${tns}"><Seconds>1</Seconds></QuotaFault></detail>`,
      ),
    );
    expect(error).toMatchObject({
      detail: { name: "TextFault", value: "no" },
      detailEntries: [
        { name: { namespace: "urn:x", localName: "Trace" } },
        { name: { localName: "TextFault" } },
        { name: { localName: "QuotaFault" } },
      ],
    });
  });

  test("a detail that nobody declared, or none, leaves the fault a fault", async () => {
    for (const detail of [
      `<detail><QuotaFault xmlns="urn:other"><Seconds>1</Seconds></QuotaFault></detail>`,
      "<detail/>",
      "",
    ]) {
      const { error } = await answered(fault(detail));
      expect(error).toMatchObject({ code: "soap.fault" });
      expect(error).toBeInstanceOf(SoapFault);
      expect(error).toHaveProperty("detail", undefined);
    }
  });

  test("a detail that cannot be decoded does not hide the fault", async () => {
    const body = fault(`<detail>\n<QuotaFault xmlns="${tns}"><Seconds>soon</Seconds></QuotaFault></detail>`);
    const { error } = await answered(body, { status: 500 });
    expect(error).toMatchObject({
      code: "soap.fault",
      detailEntries: [{ children: [{ children: ["soon"] }] }],
      cause: { code: "xml.invalid", path: "/Envelope/Body/Fault/detail/QuotaFault/Seconds", line: 3 },
    });
    expect(error).toHaveProperty("detail", undefined);
  });

  test.each([
    ["env:Client.Auth", "env", "urn:mine", "Client.Auth"],
    ["Client", "env", "urn:mine", "Client"],
    ["no:Prefix", "env", "", "no:Prefix"],
  ])("the code %s keeps what it means", async (code, prefix, namespace, localName) => {
    const body = fault("", code).replace("<faultcode>", `<faultcode xmlns:${prefix}="urn:mine">`);
    const { error } = await answered(body, { mode: "strict" });
    expect(error).toMatchObject({ faultCode: { namespace: code === "Client" ? "" : namespace, localName } });
  });

  test("with qualified parts, odd order and parts that SOAP does not know", async () => {
    const odd = envelope(
      `<s:Fault>text<s:detail/><x xmlns="urn:x"/><s:faultstring>odd</s:faultstring><s:faultcode>s:Client</s:faultcode></s:Fault>`,
    );
    for (const mode of ["strict", "tolerant"] as const) {
      expect((await answered(odd, { mode })).error).toMatchObject({
        faultString: "odd",
        faultCode: { localName: "Client" },
      });
    }
  });

  test("decodes without HTTP", () => {
    expect(() => decodeEnvelope(responseOf(Echo), fault(""), { status: 500 })).toThrow(
      expect.objectContaining({ code: "soap.fault", status: 500 }),
    );
  });
});
