/** SOAP 1.1, 4.2 and SOAP 1.2 part 1, 5.2: what header blocks say of their processing, and what clients make of it. */
import { describe, expect, test } from "vitest";
import {
  createClient,
  decodeEnvelope,
  encodeEnvelope,
  requestOf,
  responseOf,
  SoapFault,
  type EnvelopeCodec,
  type HeaderBlock,
} from "../../src/runtime/index.ts";
import { EchoService, tns } from "../support/echo-service.ts";
import { slimdom } from "../support/dom.ts";
import { bodyOf, serve } from "../support/server.ts";

const soapNs = "http://schemas.xmlsoap.org/soap/envelope/";
const soap12Ns = "http://www.w3.org/2003/05/soap-envelope";
type Types = EchoService["Echo"];
const { Echo } = EchoService.operations;
const good = `<EchoResponse xmlns="${tns}"><Count>7</Count></EchoResponse>`;

function answer(header: string, body = good, namespace = soapNs): string {
  return `<s:Envelope xmlns:s="${namespace}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** Namespace, name and value of the attributes of the first header block that is written for the token. */
function written(block: HeaderBlock, version: "1.1" | "1.2"): readonly (readonly string[])[] {
  const codec: EnvelopeCodec<Types["input"], Types["headers"]> = { ...requestOf(Echo), version };
  const message = { body: { Text: "x" }, headers: { DeveloperToken: "d" }, headerBlocks: { DeveloperToken: block } };
  const [header] = slimdom(encodeEnvelope(codec, message)).children;
  const [entry] = header?.children ?? [];
  expect([entry?.localName, entry?.text]).toEqual(["DeveloperToken", "d"]);
  return (entry?.attributes ?? []).map(({ namespace, localName, value }) => [namespace ?? "", localName, value]);
}

describe("what is sent", () => {
  test("has the names of the version", () => {
    const block = { mustUnderstand: true, role: 'urn:a?b&"c' };
    expect(written(block, "1.1")).toEqual([
      [soapNs, "mustUnderstand", "1"],
      [soapNs, "actor", 'urn:a?b&"c'],
    ]);
    expect(written(block, "1.2")).toEqual([
      [soap12Ns, "mustUnderstand", "1"],
      [soap12Ns, "role", 'urn:a?b&"c'],
    ]);
    expect(written({ mustUnderstand: false }, "1.1")).toEqual([[soapNs, "mustUnderstand", "0"]]);
    expect(written({}, "1.1")).toEqual([]);
  });

  test("is said by the client, and by a call instead", async () => {
    const seen: string[] = [];
    const endpoint = await serve(async (request, response) => {
      seen.push(await bodyOf(request));
      response.end(answer(""));
    });
    const client = createClient(EchoService, {
      endpoint,
      soapHeaders: { DeveloperToken: "d", AuthenticationToken: null },
      soapHeaderBlocks: { DeveloperToken: { mustUnderstand: true }, AuthenticationToken: { mustUnderstand: true } },
    });
    await client.Echo({ body: { Text: "x" } });
    await client.Echo({ body: { Text: "x" }, headerBlocks: { DeveloperToken: { role: "urn:r" } } });
    // @ts-expect-error the operation has no such header
    await client.Echo({ body: { Text: "x" }, headerBlocks: { Nothing: {} } });
    const attributes = seen.map((body) =>
      slimdom(body).children[0]?.children.map((entry) =>
        entry.attributes.filter(({ namespace }) => namespace === soapNs).map(({ localName }) => localName),
      ),
    );
    expect(attributes).toEqual([
      [["mustUnderstand"], ["mustUnderstand"]],
      [["mustUnderstand"], ["actor"]],
      [["mustUnderstand"], ["mustUnderstand"]],
    ]);
    expect(seen[0]).toMatch(/<\w+:AuthenticationToken [^>]*nil="true"/);
  });
});

describe("an answer with a header that is not in the contract", () => {
  const next = "http://schemas.xmlsoap.org/soap/actor/next";
  const unknown = (attributes: string): string => `<x:Lock xmlns:x="urn:x" ${attributes}>o</x:Lock>`;
  const decoded = (xml: string, understood?: readonly string[]) =>
    decodeEnvelope(responseOf(Echo), xml, understood === undefined ? {} : { understood });

  test.each([
    ["of 1.1", 's:mustUnderstand="1"', soapNs],
    ["for the next one", `s:mustUnderstand="1" s:actor="${next}"`, soapNs],
  ])("which has to be understood, %s, is refused", (_what, attributes, namespace) => {
    expect(() => decoded(answer(unknown(attributes), good, namespace))).toThrow(
      expect.objectContaining({
        code: "xml.unexpected",
        path: "/Envelope/Header/Lock",
        line: 1,
        received: "{urn:x}Lock",
      }),
    );
  });

  test("in SOAP 1.2, too", () => {
    const codec = { ...responseOf(Echo), version: "1.2" } as const;
    const lock = unknown('s:mustUnderstand="true"');
    expect(() => decodeEnvelope(codec, answer(lock, good, soap12Ns))).toThrow("must be understood");
  });

  test.each([
    ["need not be", 's:mustUnderstand="0"'],
    ["says nothing", ""],
    ["is for another role", 's:mustUnderstand="1" s:actor="urn:proxy"'],
    ["says it in a namespace of its own", 'mustUnderstand="1"'],
  ])("which %s is passed over", (_what, attributes) => {
    expect(decoded(answer(unknown(attributes))).body).toEqual({ Count: 7 });
  });

  test("which the caller takes care of is passed over, in strict mode as well", () => {
    const xml = answer(unknown('s:mustUnderstand="1"'));
    expect(decoded(xml, ["{urn:x}Lock"]).body).toEqual({ Count: 7 });
    const options = { mode: "strict", understood: ["{urn:x}Lock"] } as const;
    expect(decodeEnvelope(responseOf(Echo), xml, options).body).toEqual({ Count: 7 });
    expect(() => decoded(xml, ["{urn:y}Lock"])).toThrow("must be understood");
  });

  test("does not hide a fault", () => {
    const fault = "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>";
    expect(() => decoded(answer(unknown('s:mustUnderstand="1"'), fault))).toThrow(SoapFault);
  });

  test("is an error of the call, which an option of the client prevents", async () => {
    const endpoint = await serve((_, response) => void response.end(answer(unknown('s:mustUnderstand="1"'))));
    const request = { body: { Text: "x" } };
    expect((await createClient(EchoService, { endpoint }).Echo(request)).error).toMatchObject({
      code: "xml.unexpected",
    });
    const client = createClient(EchoService, { endpoint, understood: ["{urn:x}Lock"] });
    expect((await client.Echo(request)).data).toEqual({ Count: 7 });
  });
});
