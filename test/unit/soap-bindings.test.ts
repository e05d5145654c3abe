/** What a WSDL can bind, over real HTTP: SOAP 1.2, rpc, one-way and overloaded operations, several parts. */
import { describe, expect, test } from "vitest";
import { createClient, decodeEnvelope, encodeEnvelope, SoapFault, type MessageCodec } from "../../src/runtime/index.ts";
import { Notes } from "../cases/wsdl/operations/expected.ts";
import { MeasuringService } from "../cases/wsdl/rpc-literal/expected.ts";
import { DivisionService, DivisionSoap12 } from "../cases/wsdl/soap12/expected.ts";
import { slimdom } from "../support/dom.ts";
import { bodyOf, serve } from "../support/server.ts";

const soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
const soap12 = "http://www.w3.org/2003/05/soap-envelope";

interface Seen {
  readonly body: string;
  readonly action: string | undefined;
  readonly type: string;
}

/** A server that answers every request alike; `seen` is what it was sent. */
async function answering(body: string, status = 200): Promise<{ readonly endpoint: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const endpoint = await serve(async (request, response) => {
    const { soapaction, "content-type": type = "" } = request.headers;
    seen.push({ body: await bodyOf(request), action: soapaction?.toString(), type });
    response.writeHead(status, body === "" ? {} : { "Content-Type": "text/xml" }).end(body);
  });
  return { endpoint, seen };
}

function envelope(body: string, namespace = soap11): string {
  return `<e:Envelope xmlns:e="${namespace}" xmlns="urn:cases"><e:Body>${body}</e:Body></e:Envelope>`;
}

/** Names and texts of what stands in the body. */
function inBody(text: string | undefined): unknown {
  const body = slimdom(text ?? "").children.find(({ localName }) => localName === "Body");
  return body?.children.map(outline);
}

function outline({ namespace, localName, children, text }: ReturnType<typeof slimdom>): unknown {
  return [`{${namespace}}${localName}`, children.length === 0 ? text : children.map(outline)];
}

describe("SOAP 1.2", () => {
  const divide = { body: { a: 7, b: 2 }, headers: { Session: "s" } };

  test("is what its port speaks, the first port of SOAP 1.1 having the service's name", async () => {
    const { endpoint, seen } = await answering(
      envelope("<DivideResponse><quotient>3</quotient></DivideResponse>", soap12),
    );
    const { data, error } = await createClient(DivisionSoap12, { endpoint }).Divide(divide);
    expect([data, error]).toEqual([{ quotient: 3 }, undefined]);
    expect(seen).toMatchObject([
      { action: undefined, type: 'application/soap+xml; charset=utf-8; action="urn:cases/Divide"' },
    ]);
    const root = slimdom(seen[0]?.body ?? "");
    expect([root.namespace, ...root.children.map(({ namespace, localName }) => [namespace, localName])]).toEqual([
      soap12,
      [soap12, "Header"],
      [soap12, "Body"],
    ]);
    expect(DivisionService.endpoint).toBe("https://divide.example/11");
  });

  const fault = `<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value xmlns:m="urn:m">m:Zero</e:Value>
    <e:Subcode><e:Value>Deeper</e:Value></e:Subcode></e:Subcode></e:Code>
    <e:Reason><e:Text xml:lang="de">Null</e:Text><e:Text xml:lang="en-GB">Nought</e:Text></e:Reason>
    <e:Node>urn:node</e:Node><e:Role>urn:role</e:Role>
    <e:Detail><DivisionByZero xmlns="urn:cases"><a>7</a></DivisionByZero></e:Detail></e:Fault>`;

  test("faults are the same typed error", async () => {
    const { endpoint } = await answering(envelope(fault, soap12), 400);
    for (const mode of ["strict", "tolerant"] as const) {
      const { error } = await createClient(DivisionSoap12, { endpoint, mode }).Divide(divide);
      expect(error).toBeInstanceOf(SoapFault);
      expect(error).toMatchObject({
        faultCode: { namespace: soap12, localName: "Sender" },
        faultSubcodes: [
          { namespace: "urn:m", localName: "Zero" },
          { namespace: "urn:cases", localName: "Deeper" },
        ],
        faultString: "Nought",
        faultNode: "urn:node",
        faultActor: "urn:role",
        detail: { name: "DivisionByZero", value: { a: 7 } },
        status: 400,
      });
    }
  });

  test("a server of SOAP 1.1 that refuses the version is understood", async () => {
    const refusal = "<e:Fault><faultcode>e:VersionMismatch</faultcode><faultstring>1.1 only</faultstring></e:Fault>";
    const { endpoint } = await answering(envelope(refusal), 500);
    const { error } = await createClient(DivisionSoap12, { endpoint }).Divide(divide);
    expect(error).toMatchObject({ faultCode: { localName: "VersionMismatch" }, faultString: "1.1 only" });
  });

  test("is no answer to SOAP 1.1", async () => {
    const { endpoint } = await answering(envelope(fault, soap12), 500);
    const { error } = await createClient(DivisionService, { endpoint }).Divide(divide);
    expect(error).toMatchObject({ code: "xml.root", received: `{${soap12}}Envelope` });
  });
});

describe("rpc/literal", () => {
  const request = { body: { path: [{ x: 1, y: 2 }], unit: "m" }, headers: { Token: "t" } };

  test("parts stand in an element of the operation's name, themselves in no namespace", async () => {
    const answer = `<r:MeasureResponse xmlns:r="urn:cases:rpc"><result xmlns="">2.5</result><unit xmlns="">km</unit></r:MeasureResponse>`;
    const { endpoint, seen } = await answering(envelope(answer));
    const { data, error } = await createClient(MeasuringService, { endpoint, mode: "strict" }).Measure(request);
    expect([data, error]).toEqual([{ result: 2.5, unit: "km" }, undefined]);
    const point = [
      ["{urn:cases:data}x", "1"],
      ["{urn:cases:data}y", "2"],
    ];
    expect(inBody(seen[0]?.body)).toEqual([
      [
        "{urn:cases:rpc}Measure",
        [
          ["{}path", [["{urn:cases:data}Point", point]]],
          ["{}unit", "m"],
        ],
      ],
    ]);
  });

  test("the name of the answer's element means nothing; another one is reported, and refused by who is strict", async () => {
    const { endpoint } = await answering(
      envelope("<Other><result xmlns=''>2.5</result><unit xmlns=''>km</unit></Other>"),
    );
    const seen: string[] = [];
    const onUnexpected = ({ kind, path }: { kind: string; path: string }): void => void seen.push(`${kind} ${path}`);
    const { data } = await createClient(MeasuringService, { endpoint, onUnexpected }).Measure(request);
    expect(data).toEqual({ result: 2.5, unit: "km" });
    expect(seen).toEqual(["unknown-element /Envelope/Body/Other"]);
    const { error } = await createClient(MeasuringService, { endpoint, mode: "strict" }).Measure(request);
    expect(error).toMatchObject({ code: "xml.root" });
  });

  test("a message without parts is an empty element", async () => {
    const { endpoint, seen } = await answering(envelope(`<r:ResetResponse xmlns:r="urn:cases:rpc"/>`));
    const { data } = await createClient(MeasuringService, { endpoint, mode: "strict" }).Reset({ body: {} });
    expect(data).toEqual({});
    expect(inBody(seen[0]?.body)).toEqual([["{urn:cases:rpc}Reset", ""]]);
    expect(seen[0]?.action).toBe('""');
  });

  test("faults of elements are typed", async () => {
    const fault = `<e:Fault><faultcode>e:Client</faultcode><faultstring>f</faultstring><detail><Refusal xmlns="urn:cases:data">no</Refusal></detail></e:Fault>`;
    const { endpoint } = await answering(envelope(fault), 500);
    const { error } = await createClient(MeasuringService, { endpoint }).Measure(request);
    expect(error).toMatchObject({ detail: { name: "Refusal", value: "no" } });
    expect(error).toMatchObject({ headers: undefined });
  });

  test("header faults are typed", async () => {
    const fault = "<e:Fault><faultcode>e:Client</faultcode><faultstring>f</faultstring></e:Fault>";
    const header = '<e:Header><Expired xmlns="urn:cases:data">2001-02-03</Expired></e:Header>';
    const { endpoint } = await answering(envelope(fault).replace("<e:Body>", `${header}<e:Body>`), 500);
    const { error } = await createClient(MeasuringService, { endpoint, mode: "strict" }).Measure(request);
    if (!(error instanceof SoapFault)) throw new Error("a fault is expected");
    const expired: string | undefined = error.headers?.Expired;
    expect(expired).toBe("2001-02-03");
  });
});

describe("types", () => {
  test("of messages say whether there is a table: for an empty body none, for a type without values one", () => {
    const empty: MessageCodec<undefined> = undefined;
    const without: (table: MessageCodec<never>) => boolean = (table) => table.kind === "element";
    const some: (table: MessageCodec<string | null>) => boolean = (table) => table.kind === "element";
    expect(empty).toBeUndefined();
    expect([without, some]).toHaveLength(2);
  });
});

describe("operations", () => {
  test.each([
    [202, ""],
    [200, ""],
    [204, ""],
    [200, envelope("")],
  ])("that are one-way end with the status %i", async (status, body) => {
    const { endpoint, seen } = await answering(body, status);
    const { data, error, response } = await createClient(Notes, { endpoint }).Add({ body: "n" });
    expect([data, error, response?.status]).toEqual([undefined, undefined, status]);
    expect(inBody(seen[0]?.body)).toEqual([["{urn:cases}Note", "n"]]);
  });

  test("that are one-way may be answered by a fault, or by an error page", async () => {
    const fault = envelope("<e:Fault><faultcode>e:Server</faultcode><faultstring>full</faultstring></e:Fault>");
    const first = await answering(fault, 500);
    expect((await createClient(Notes, first).Add({ body: "n" })).error).toMatchObject({ faultString: "full" });
    const second = await answering("", 503);
    expect((await createClient(Notes, second).Add({ body: "n" })).error).toMatchObject({ code: "http.status" });
  });

  test("of one name have keys of their own", async () => {
    const { endpoint, seen } = await answering(envelope("<Notes/>"));
    const client = createClient(Notes, { endpoint });
    expect((await client.FindById({ body: 5 })).data).toEqual({ Note: [] });
    expect((await client.FindByText({ body: "t" })).data).toEqual({ Note: [] });
    expect(seen.map(({ action, body }) => [action, inBody(body)])).toEqual([
      ['"urn:byId"', [["{urn:cases}Id", "5"]]],
      ['"urn:byText"', [["{urn:cases}Note", "t"]]],
    ]);
  });

  test("have several parts in the body, or none", async () => {
    const first = await answering(envelope(""));
    expect(await createClient(Notes, first).Put({ body: { Note: "n", Id: 1 } })).toMatchObject({ data: undefined });
    expect(inBody(first.seen[0]?.body)).toEqual([
      ["{urn:cases}Id", "1"],
      ["{urn:cases}Note", "n"],
    ]);
    const second = await answering(envelope("<Note>n</Note><Id>1</Id>"));
    expect((await createClient(Notes, { ...second, mode: "strict" }).All()).data).toEqual({ Id: 1, Note: "n" });
    expect(inBody(second.seen[0]?.body)).toEqual([]);
    const third = await answering(envelope("<Id>1</Id>"));
    expect((await createClient(Notes, third).All()).error).toMatchObject({ code: "xml.missing", expected: "Note" });
    const fourth = await answering(
      envelope("<e:Fault><faultcode>e:Server</faultcode><faultstring>f</faultstring></e:Fault>"),
    );
    expect((await createClient(Notes, fourth).All()).error).toMatchObject({ code: "soap.fault" });
  });

  test("are encoded strictly: parts that are missing, bodies that are too much", () => {
    const { Put, All } = Notes.operations;
    const parts = { body: Put.input };
    expect(() => encodeEnvelope(parts, { body: JSON.parse('{"Id":1}') })).toThrow(/Note/);
    expect(() => encodeEnvelope({ body: All.input }, { body: JSON.parse("{}") })).toThrow(/empty body/);
    expect(() => decodeEnvelope({ body: undefined }, envelope("<Note/>"), { mode: "strict" })).toThrow(/empty/);
    const seen: string[] = [];
    decodeEnvelope({ body: undefined }, envelope("<Note/>"), { onUnexpected: ({ kind }) => seen.push(kind) });
    expect(seen).toEqual(["unknown-element"]);
  });
});
