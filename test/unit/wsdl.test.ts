/** WSDL documents: what is read, what they import, and what is said of those that are wrong. */
import { describe, expect, test } from "vitest";
import type { Model, SoapServiceDef } from "../../scripts/model/model.ts";
import { outcomeOf } from "../support/contracts.ts";

const types = `<wsdl:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="Ask" type="xs:string"/><xs:element name="Answer" type="xs:string"/><xs:element name="Token" type="xs:string"/>
</xs:schema></wsdl:types>`;
const messages = `<wsdl:message name="In"><wsdl:part name="p" element="t:Ask"/></wsdl:message>
<wsdl:message name="Out"><wsdl:part name="p" element="t:Answer"/></wsdl:message>`;
const portType = `<wsdl:portType name="Asking"><wsdl:operation name="Ask"><wsdl:input message="t:In"/><wsdl:output message="t:Out"/></wsdl:operation></wsdl:portType>`;
const binding = `<wsdl:binding name="AskingSoap" type="t:Asking"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
<wsdl:operation name="Ask"><soap:operation soapAction="urn:ask"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>
</wsdl:binding>`;
const service = `<wsdl:service name="Asking"><wsdl:port name="P" binding="t:AskingSoap"><soap:address location="https://t.example/"/></wsdl:port></wsdl:service>`;

function definitions(body: string, target = "urn:t"): string {
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="${target}">
${body}
</wsdl:definitions>`;
}

function soapServices(model: Model | undefined): readonly SoapServiceDef[] {
  return (model?.services ?? []).filter((candidate): candidate is SoapServiceDef => candidate.kind === "soap");
}

describe("documents", () => {
  test("are one contract with those that they import, schemas included, however they import each other", async () => {
    const { model, code, said } = await outcomeOf({
      "service.wsdl": definitions(`<wsdl:import namespace="urn:t" location="binding.wsdl"/>${service}`),
      "binding.wsdl": definitions(
        `<wsdl:import namespace="urn:t" location="port.wsdl"/><wsdl:import namespace="urn:t" location="service.wsdl"/>${binding}`,
      ),
      "port.wsdl": definitions(`<wsdl:import namespace="urn:t" location="types.xsd"/>${messages}${portType}`),
      "types.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:include schemaLocation="more.xsd"/><xs:element name="Ask" type="xs:string"/></xs:schema>`,
      "more.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Answer" type="xs:string"/></xs:schema>`,
    });
    expect(said).toEqual([]);
    expect(soapServices(model).map(({ name, endpoint }) => [name, endpoint])).toEqual([
      ["Asking", "https://t.example/"],
    ]);
    expect(code?.match(/^\/\/ Generated from .*/gm)).toHaveLength(5);
  });

  test("that are missing are reported where they are asked for", async () => {
    const { code, said } = await outcomeOf({
      "service.wsdl": definitions(`<wsdl:import namespace="urn:t" location="gone.wsdl"/>${service}`),
    });
    expect(code).toBeUndefined();
    expect(said[0]).toBe(
      "service.wsdl:3:1 source.missing: https://contracts.example/gone.wsdl cannot be read: there is no such document",
    );
  });

  test("that are something else are reported", async () => {
    const { said } = await outcomeOf({
      "service.wsdl": definitions('<wsdl:import namespace="urn:t" location="page.html"/>'),
      "page.html": "<html><body/></html>",
    });
    expect(said).toContain("page.html:1:1 source.format: a WSDL or a schema is expected, not html");
  });

  test("of WSDL 2.0 are refused by their root", async () => {
    const { said } = await outcomeOf({ "a.wsdl": '<description xmlns="http://www.w3.org/ns/wsdl"/>' });
    expect(said).toEqual(["a.wsdl:1:1 source.format: this is neither a WSDL nor an XSD: its root is description"]);
  });
});

describe("what is wrong is said with its place", () => {
  test.each([
    [
      "a misspelt child",
      definitions("<wsdl:bindings/>"),
      "3:1 wsdl.element: bindings is no part of a WSDL; did you mean binding?",
    ],
    ["a message without a name", definitions("<wsdl:message/>"), "3:1 wsdl.element: message needs the attribute name"],
    [
      "a prefix that is not declared",
      definitions('<wsdl:binding name="B" type="q:P"/>'),
      "3:1 wsdl.resolve: the prefix q of q:P is not declared",
    ],
    [
      "a binding that is not there",
      definitions('<wsdl:service name="S"><wsdl:port name="P" binding="t:B"/></wsdl:service>'),
      "3:24 wsdl.resolve: the port P is left out: there is no binding B in urn:t",
    ],
    [
      "two bindings of one name that differ",
      definitions(`${binding}${binding.replace("urn:ask", "urn:other")}`),
      "5:16 wsdl.duplicate: the binding AskingSoap is declared twice: the first one counts, at https://contracts.example/a.wsdl:3",
    ],
    [
      "a port type that is not there",
      definitions(messages + binding + service),
      "4:81 wsdl.resolve: the port P is left out: there is no port type Asking in urn:t",
    ],
  ])("%s", async (_what, document, expected) => {
    const { code, said } = await outcomeOf({ "a.wsdl": document });
    expect(code).toBeUndefined();
    expect(said).toContain(`a.wsdl:${expected}`);
  });
});

describe("operations", () => {
  function contract(change: (text: string) => string): Record<string, string> {
    return { "a.wsdl": change(definitions([types, messages, portType, binding, service].join("\n"))) };
  }

  test("have action, messages and documentation", async () => {
    const { model, said } = await outcomeOf(
      contract((text) =>
        text.replace(
          '<wsdl:operation name="Ask"><wsdl:input',
          '<wsdl:operation name="Ask"><wsdl:documentation> Asks\n  <b>it</b>. </wsdl:documentation><wsdl:input',
        ),
      ),
    );
    expect(said).toEqual([]);
    expect(soapServices(model)[0]?.operations).toMatchObject([{ name: "Ask", action: "urn:ask", doc: "Asks it." }]);
  });

  test("with a header of an unknown part are reported", async () => {
    const { said } = await outcomeOf(
      contract((text) =>
        text.replace(
          '<wsdl:input><soap:body use="literal"/>',
          '<wsdl:input><soap:header message="t:In" part="q" use="literal"/><soap:body use="literal"/>',
        ),
      ),
    );
    expect(said).toEqual([
      expect.stringMatching(/wsdl\.skipped: a header entry is left out: the message In has no part q for the header$/),
    ]);
  });

  test("of several services stand each in their own", async () => {
    const { model, code } = await outcomeOf(
      contract((text) => text.replace(service, `${service}${service.replaceAll('"Asking"', '"Ask"')}`)),
    );
    expect(soapServices(model).map(({ name }) => name)).toEqual(["Asking", "Ask"]);
    // The element Ask makes room for the service.
    expect(code).toContain("export const AskElement: ElementCodec<string> =");
    expect(code).toContain("export const Ask: SoapService<Ask> =");
  });
});

describe("operations that are chosen", () => {
  const second = {
    portType: portType.replace(
      "</wsdl:portType>",
      '<wsdl:operation name="Tell"><wsdl:input message="t:Told"/></wsdl:operation></wsdl:portType>',
    ),
    binding: binding.replace(
      "</wsdl:binding>",
      '<wsdl:operation name="Tell"><soap:operation soapAction="urn:tell"/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>',
    ),
    message: '<wsdl:message name="Told"><wsdl:part name="p" element="t:Token"/></wsdl:message>',
  };
  const contract = {
    "a.wsdl": definitions([types, messages, second.message, second.portType, second.binding, service].join("\n")),
  };

  test.each([[["Tell"]], [["Asking.Tell"]]])("bring only what they reach: %s", async (operations) => {
    const { model, code, said } = await outcomeOf(contract, { operations });
    expect(said).toEqual([]);
    expect(soapServices(model).map(({ operations: [...some] }) => some.map(({ name }) => name))).toEqual([["Tell"]]);
    expect(model?.elements.map(({ name }) => name[1])).toEqual(["Token"]);
    expect(code).not.toContain("Answer");
  });

  test("by a name that none has are an error, with the nearest", async () => {
    const { code, said } = await outcomeOf(contract, { operations: ["Ask", "Tel"] });
    expect(code).toBeUndefined();
    expect(said).toEqual(["a.wsdl:1:1 operations.unknown: there is no operation Tel; did you mean Tell?"]);
    expect((await outcomeOf(contract, { operations: ["Frobnicate"] })).said).toEqual([
      "a.wsdl:1:1 operations.unknown: there is no operation Frobnicate; there are Ask, Tell",
    ]);
  });

  test("of a schema without operations are an error", async () => {
    const entry = {
      "a.xsd": '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>',
    };
    expect((await outcomeOf(entry, { operations: ["a"] })).said).toEqual([
      "a.xsd:1:1 operations.unknown: there is no operation a; there are none",
    ]);
  });
});

describe("documents that are absent", () => {
  const importing = types
    .replace(
      "<wsdl:types>",
      '<wsdl:types><xs:schema><xs:import namespace="urn:gone" schemaLocation="gone.xsd"/></xs:schema>',
    )
    .replace('name="Answer" type="xs:string"', 'name="Answer" type="g:Answer" xmlns:g="urn:gone"');
  const contract = (inTypes: string, inMessages: string): Record<string, string> => ({
    "a.wsdl": definitions([inTypes, inMessages, portType, binding, service].join("\n")),
  });
  const asked = messages.replace('element="t:Ask"', 'element="g:Ask" xmlns:g="urn:gone"');

  test("are errors, each once, whatever is named from them", async () => {
    const { code, said } = await outcomeOf(contract(importing, asked));
    expect(code).toBeUndefined();
    expect(said.filter((line) => line.includes("source.missing: https"))).toHaveLength(1);
  });

  test("may be allowed: what they would declare is of any content", async () => {
    const { code, model, said } = await outcomeOf(contract(importing, asked), { allowMissing: true });
    expect(said.map((line) => line.replace(/:.*? /, " "))).toEqual([
      expect.stringContaining("gone.xsd cannot be read"),
      expect.stringContaining("there is no element Ask in urn:gone: no schema of that namespace is at hand"),
    ]);
    expect(soapServices(model)[0]?.operations).toHaveLength(1);
    expect(code).toContain("export const Ask: ElementCodec<XmlElement>");
  });

  test("and named nowhere are an error where no operation remains, by their namespaces", async () => {
    const { code, said } = await outcomeOf(contract(types, asked));
    expect(code).toBeUndefined();
    expect(said).toContain(
      "a.wsdl:1:1 source.missing: no operation of any port can be carried: no schema of urn:gone is at hand, which messages are made of",
    );
    expect((await outcomeOf(contract(types, asked), { allowMissing: true })).code).toBeDefined();
  });
});

describe("prefixes that are mistaken", () => {
  test("mean the only component of the name", async () => {
    const { model, said } = await outcomeOf({
      "a.wsdl": definitions(
        [types, messages, portType, binding, service.replace("t:AskingSoap", "xs:AskingSoap")].join("\n"),
      ),
    });
    expect(said).toEqual([
      expect.stringContaining(
        "wsdl.resolve: there is no binding AskingSoap in http://www.w3.org/2001/XMLSchema: AskingSoap in urn:t is taken",
      ),
    ]);
    expect(soapServices(model)[0]?.operations).toHaveLength(1);
  });

  test("of elements and types in messages, too", async () => {
    const other =
      '<xs:schema targetNamespace="urn:o"><xs:element name="Other" type="xs:string"/></xs:schema></wsdl:types>';
    const asked = messages.replace('element="t:Ask"', 'element="o:Ask" xmlns:o="urn:o"');
    const { model, said } = await outcomeOf({
      "a.wsdl": definitions([types.replace("</wsdl:types>", other), asked, portType, binding, service].join("\n")),
    });
    expect(said).toEqual([
      expect.stringContaining("wsdl.resolve: there is no element Ask in urn:o: Ask in urn:t is taken"),
    ]);
    expect(soapServices(model)[0]?.operations).toHaveLength(1);
  });
});

describe("arrays of SOAP's encoding", () => {
  const array = (name: string, arrayType: string): string =>
    `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="c:Array" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/">
<xs:attribute ref="c:arrayType" wsdl:arrayType="${arrayType}"/></xs:restriction></xs:complexContent></xs:complexType>`;
  const contract = (...arrays: readonly string[]): Record<string, string> => ({
    "a.wsdl": definitions(`<wsdl:types><xs:schema targetNamespace="urn:t">${arrays.join("")}</xs:schema></wsdl:types>`),
  });

  test("may be of themselves, and of each other to any depth", async () => {
    expect((await outcomeOf(contract(array("A", "t:A[]")))).code).toContain("export type A = readonly (A | null)[];");
    const chain = Array.from({ length: 2000 }, (_, n) => array(`A${n}`, n === 1999 ? "xs:int[]" : `t:A${n + 1}[]`));
    const { code } = await outcomeOf(contract(...chain));
    expect(code).toContain("export type A1999 = readonly (Int | null)[];");
  });

  test("of more ranks than can be written are refused", async () => {
    const { code, said } = await outcomeOf(contract(array("A", `xs:int${"[]".repeat(20_000)}`)));
    expect(code).toBeUndefined();
    expect(said[0]).toMatch(/xsd\.unsupported: arrays in arrays are carried 16 deep, not 20000$/);
  });
});
