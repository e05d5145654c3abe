/** Global declarations: what stands in wildcards, in xs:anyType, and what xsi:type names. */
import { describe, expect, test } from "vitest";
import { decode, encode, schemaIndex, validate, XmlError } from "../../src/runtime/index.ts";
import { schema as anySimple, Settings } from "../cases/xsd/any-simple/expected.ts";
import { Envelope, schema } from "../cases/xsd/declarations/expected.ts";

const index = schemaIndex(schema);
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function envelope(content: string, attributes = ""): string {
  return `<c:Envelope xmlns:c="urn:cases" ${xsi} xmlns="urn:cases" xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>${content}</c:Envelope>`;
}

function failure(xml: string): XmlError | undefined {
  try {
    validate(index, xml);
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
}

const grade = "<grade>2</grade>";

describe("strict decoding with declarations", () => {
  test("checks what a lax wildcard takes, where it is declared", () => {
    expect(failure(envelope(`${grade}<open><grade>7</grade></open>`))).toMatchObject({
      code: "xml.invalid",
      path: "/Envelope/open/grade",
    });
    expect(failure(envelope(`${grade}<open><n:other xmlns:n="urn:n"><grade>7</grade></n:other></open>`))).toMatchObject(
      {
        path: "/Envelope/open/other/grade",
      },
    );
    expect(failure(envelope(grade, 'c:weight="heavy"'))).toMatchObject({ path: "/Envelope/@weight" });
    expect(failure(envelope(grade, 'c:weight="1.5" c:other="x"'))).toBeUndefined();
  });

  test("without declarations looks at namespaces alone", () => {
    expect(
      decode(Envelope, envelope(`${grade}<open><grade>7</grade></open>`), { mode: "strict" }).open?.$any,
    ).toHaveLength(1);
  });

  test("keeps what it has checked as it stood", () => {
    const value = decode(Envelope, envelope(`${grade}<free><grade>3</grade>text</free>`), {
      mode: "strict",
      schema: index,
    });
    expect(value.free?.children).toEqual([expect.objectContaining({ children: ["3"] }), "text"]);
  });

  test("asks for a declaration where the wildcard is strict", () => {
    expect(failure('<Sealed xmlns="urn:cases"><other/></Sealed>')).toMatchObject({ code: "xml.unexpected" });
    expect(failure('<Sealed xmlns="urn:cases"><hidden>1</hidden></Sealed>')?.message).toContain("abstract");
    expect(failure('<Sealed xmlns="urn:cases"><grade>1</grade></Sealed>')).toBeUndefined();
  });
});

describe("xsi:type", () => {
  test.each([
    ["a derived simple type", '<grade xsi:type="Best">1</grade>', undefined],
    ["a value that the derived type does not have", '<grade xsi:type="Best">2</grade>', "xml.invalid"],
    ["a type that is not derived", '<grade xsi:type="xs:string">1</grade>', "xml.invalid"],
    ["a complex type of that content", '<grade xsi:type="Noted" note="n">1</grade>', undefined],
    ["its missing attribute", '<grade xsi:type="Noted">1</grade>', "xml.missing"],
    ["a derivation that the element blocks", `${grade}<fixed xsi:type="Best">1</fixed>`, "xml.invalid"],
    ["any type for xs:anyType", `${grade}<free xsi:type="xs:int">1</free>`, undefined],
    ["a value that it does not have", `${grade}<free xsi:type="xs:int">one</free>`, "xml.invalid"],
    ["a type that is not there", `${grade}<free xsi:type="Nobody"/>`, "xml.invalid"],
  ])("%s", (_what, content, code) => {
    expect(failure(envelope(content))?.code).toBe(code);
  });

  test("says the type of a root that is not declared", () => {
    expect(failure(`<x ${xsi} xmlns:c="urn:cases" xsi:type="c:Grade">6</x>`)).toBeUndefined();
    expect(failure(`<x ${xsi} xmlns:c="urn:cases" xsi:type="c:Grade">7</x>`)?.code).toBe("xml.invalid");
    expect(failure("<x/>")?.code).toBe("xml.root");
  });
});

describe("elements of xs:anySimpleType", () => {
  const declared = schemaIndex(anySimple);
  const settings = (value: string): string =>
    `<Settings xmlns="urn:cases" xmlns:xs="http://www.w3.org/2001/XMLSchema" ${xsi}>${value}</Settings>`;
  const read = (value: string): unknown =>
    decode(Settings, settings(value), { mode: "strict", schema: declared }).Value[0];

  test("are checked as what xsi:type says", () => {
    const $type = { namespace: "urn:cases", localName: "Level" };
    expect(read('<Value xsi:type="Level"> 7 </Value>')).toEqual({ $type, $value: "7" });
    for (const wrong of ['xsi:type="Level">11', 'xsi:type="xs:int">one', 'xsi:type="xs:anyType">1']) {
      expect(() => read(`<Value ${wrong}</Value>`)).toThrow(XmlError);
    }
  });

  test("are sent with the type that they say, and with that alone", () => {
    const $type = { namespace: "http://www.w3.org/2001/XMLSchema", localName: "boolean" };
    const xml = encode(Settings, { Value: ["true", { $type, $value: "true" }] });
    expect(decode(Settings, xml, { mode: "strict" }).Value).toEqual(["true", { $type, $value: "true" }]);
    expect(xml.match(/:type="/g)).toHaveLength(1);
    for (const localName of ["", "a b", "xs:int"]) {
      expect(() => encode(Settings, { Value: [{ $type: { namespace: "", localName }, $value: "1" }] })).toThrow(
        XmlError,
      );
    }
  });
});
