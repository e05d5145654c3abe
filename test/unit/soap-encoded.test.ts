/** SOAP's encoding (SOAP 1.1, 5): what is sent, what is understood, and what hostile references come to. */
import { describe, expect, test } from "vitest";
import {
  createClient,
  decodeEnvelope,
  encodeEnvelope,
  requestOf,
  responseOf,
  SoapFault,
  XmlError,
} from "../../src/runtime/index.ts";
import { GreetingService } from "../cases/wsdl/rpc-encoded/expected.ts";
import { bodyOf, serve } from "../support/server.ts";

const { greet, turn } = GreetingService.operations;

function envelope(body: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/"
    xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:cases"
    xmlns:g="urn:greeting"><e:Body e:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">${body}</e:Body></e:Envelope>`;
}

/** Decodes an answer to `greet` in both modes. */
function greeted(body: string): unknown {
  const strict = decodeEnvelope(responseOf(greet), envelope(body), { mode: "strict" });
  expect(decodeEnvelope(responseOf(greet), envelope(body))).toEqual(strict);
  return strict.body;
}

const ann = { $type: "Person", name: "Ann", age: 30, friends: null } as const;

describe("what is sent", () => {
  test("has the type of every accessor, and of the items of every array", () => {
    const bob = { $type: "Employee", name: "Bob", age: null, friends: [ann], note: "n", salary: 1.5 } as const;
    const message = { body: { people: [bob, null], loud: true } };
    const xml = encodeEnvelope(requestOf(greet), message);
    const prefix = (namespace: string): string => new RegExp(`xmlns:(\\w+)="${namespace}"`).exec(xml)?.[1] ?? "?";
    const [x, t, c] = [
      prefix("http://www.w3.org/2001/XMLSchema"),
      prefix("urn:cases"),
      prefix("http://schemas.xmlsoap.org/soap/encoding/"),
    ];
    const i = prefix("http://www.w3.org/2001/XMLSchema-instance");
    expect(xml).toMatch(/greet s:encodingStyle="http:\/\/schemas.xmlsoap.org\/soap\/encoding\/"/);
    expect(xml).toContain(`<people ${i}:type="${c}:Array" ${c}:arrayType="${t}:Person[2]">`);
    expect(xml).toContain(`<item ${i}:type="${t}:Employee"><name ${i}:type="${x}:string">Bob</name>`);
    expect(xml).toContain(`<age ${i}:type="${x}:int" ${i}:nil="true"/>`);
    expect(xml).toContain(`<item ${i}:type="${t}:Person"><name`);
    expect(xml).toContain(`<loud ${i}:type="${x}:boolean">true</loud>`);
    expect(decodeEnvelope(requestOf(greet), xml, { mode: "strict" }).body).toEqual(message.body);
  });

  test("says the rank of arrays in arrays, and leaves elements of any type as they are", () => {
    const extra = { name: { namespace: "", localName: "extra" }, attributes: [], children: ["e"] };
    const xml = encodeEnvelope(requestOf(turn), { body: { grid: [[1, 2], [null], []], extra } });
    expect(xml).toMatch(/<grid [^>]*arrayType="\w+:int\[\]\[3\]"/);
    expect(xml).toMatch(/<row [^>]*arrayType="\w+:int\[2\]"/);
    expect(xml).toContain("<extra>e</extra>");
    expect(decodeEnvelope(requestOf(turn), xml, { mode: "strict" }).body.grid).toEqual([[1, 2], [null], []]);
  });
});

describe("what is understood", () => {
  test("types of all accessors, items of any name, accessors in any order and left out", () => {
    const item = `<c:anything i:type="t:Person"><age i:type="c:int">30</age><name i:type="x:string">Ann</name></c:anything>`;
    expect(
      greeted(
        `<g:greetResponse><return i:type="c:Array" c:arrayType="t:Person[1]" c:offset="[0]">${item}</return></g:greetResponse>`,
      ),
    ).toEqual({ return: [ann] });
  });

  test("references, before and behind, to values that several share", () => {
    const body = `<g:greetResponse><return href="#people"/></g:greetResponse>
      <multiRef id="people" c:root="0" i:type="c:Array" c:arrayType="t:Person[2]"><item href="#ann"/><item href="#ann"/></multiRef>
      <multiRef id="ann" c:root="0" i:type="t:Person"><name href="#n"/><age i:type="x:int">30</age><friends i:nil="1"/></multiRef>
      <multiRef id="n" c:root="0" i:type="x:string">Ann</multiRef>`;
    expect(greeted(body)).toEqual({ return: [ann, ann] });
  });

  test("derived types with the prefixes of where they stand", () => {
    const body = `<g:greetResponse><return href="#p"/></g:greetResponse>
      <multiRef id="p"><item q:type="own:Employee" xmlns:own="urn:cases" xmlns:q="http://www.w3.org/2001/XMLSchema-instance">
      <name>Eve</name><salary>2</salary></item></multiRef>`;
    expect(greeted(body)).toEqual({
      return: [{ $type: "Employee", name: "Eve", age: null, friends: null, salary: 2 }],
    });
  });

  test("another name of the answer's element, and of the only result", () => {
    expect(greeted(`<whatever><s-gensym3 i:nil="true"/></whatever>`)).toEqual({ return: null });
  });

  test("arrays of arrays, and any values with their types", () => {
    const rows = `<row c:arrayType="x:int[2]"><i>1</i><i>2</i></row><row i:nil="true"/>`;
    const list = `<v i:type="x:int">7</v><v href="#far"/>`;
    const text = envelope(
      `<g:turnResponse><grid>${rows}</grid><list>${list}</list></g:turnResponse><m id="far" i:type="x:string">far</m>`,
    );
    const { body } = decodeEnvelope(responseOf(turn), text, { mode: "strict" });
    expect(body.grid).toEqual([[1, 2], null]);
    expect(body.list).toMatchObject([
      { children: ["7"], attributes: [{ name: { localName: "type" }, value: "x:int" }] },
      { name: { localName: "item" }, children: ["far"] },
    ]);
  });

  test("faults whose details are told by their types, or by their names", async () => {
    const fault = (detail: string): string =>
      envelope(
        `<e:Fault><faultcode>e:Server</faultcode><faultstring>no</faultstring><detail>${detail}</detail></e:Fault>${'<m id="r" i:type="t:Refusal"><reason>tired</reason></m>'}`,
      );
    const answers = [`<com.acme.Refusal href="#r"/>`, `<t:Mark i:type="x:string">m</t:Mark>`];
    const endpoint = await serve(async (request, response) => {
      await bodyOf(request);
      response.writeHead(500, { "Content-Type": "text/xml" }).end(fault(answers.shift() ?? ""));
    });
    const client = createClient(GreetingService, { endpoint });
    const request = { body: { people: null, loud: false } };
    const { error } = await client.greet(request);
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({ detail: { name: "refusal", value: { reason: "tired" } } });
    expect((await client.greet(request)).error).toMatchObject({ detail: { name: "Mark", value: "m" } });
  });
});

describe("references that lead nowhere are typed errors", () => {
  const failure = (body: string): unknown => {
    try {
      return decodeEnvelope(responseOf(greet), envelope(body));
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError);
      return error;
    }
  };

  test("a reference to nothing", () => {
    expect(failure(`<g:greetResponse><return href="#gone"/></g:greetResponse>`)).toMatchObject({
      code: "xml.invalid",
      message: expect.stringContaining("A reference to nothing at /greetResponse/return"),
      received: '"gone"',
    });
  });

  test("a reference to itself, and one to what it stands in", () => {
    expect(failure(`<g:greetResponse><return href="#a" id="a"/></g:greetResponse>`)).toMatchObject({
      code: "xml.invalid",
      message: expect.stringContaining("A reference to itself"),
    });
    const circle = `<m id="p"><item><name>A</name><age>1</age><friends href="#p"/></item></m>`;
    expect(failure(`<g:greetResponse><return href="#p"/></g:greetResponse>${circle}`)).toMatchObject({
      code: "xml.invalid",
      message: expect.stringContaining("A reference to an element that it stands in"),
    });
  });

  test("values that double with each step, and chains without an end, reach a limit", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, n) =>
        `<m id="a${n}"><item><name>x</name><friends href="#a${n + 1}"/></item><item><name>x</name><friends href="#a${n + 1}"/></item></m>`,
    );
    const start = `<g:greetResponse><return href="#a0"/></g:greetResponse>`;
    expect(failure(`${start}${doubling.join("")}<m id="a40"/>`)).toMatchObject({ code: "xml.limit" });
    const chain = Array.from(
      { length: 5000 },
      (_, n) => `<m id="a${n}"><item><name>x</name><friends href="#a${n + 1}"/></item></m>`,
    );
    expect(failure(`${start}${chain.join("")}<m id="a5000"/>`)).toMatchObject({ code: "xml.limit" });
  });

  test("what is no envelope stays what it is", () => {
    expect(() => decodeEnvelope(responseOf(greet), "<other/>")).toThrow(/Not a SOAP envelope/);
    expect(() => decodeEnvelope(responseOf(greet), "<e:Envelope/>")).toThrow(XmlError);
  });
});
