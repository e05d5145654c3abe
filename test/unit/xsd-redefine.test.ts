/** Redefinitions held against what they redefine (XSD part 1, 4.2.2). */
import { expect, test } from "vitest";
import { resolveFiles, schema, told } from "../support/schemas.ts";

const original = schema(`<xs:simpleType name="S"><xs:restriction base="xs:token"/></xs:simpleType>
<xs:complexType name="C"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:group name="G"><xs:sequence><xs:element name="a" maxOccurs="3"/><xs:element name="b" minOccurs="0"/></xs:sequence></xs:group>
<xs:attributeGroup name="A"><xs:attribute name="x" type="xs:decimal"/></xs:attributeGroup>`);

/** Codes and lines of what is said of a redefinition; its body begins in line 3. */
async function redefining(body: string, more = ""): Promise<readonly string[]> {
  const main = schema(`<xs:redefine schemaLocation="o.xsd">\n${body}\n</xs:redefine>${more}`);
  const { found } = await resolveFiles({ "main.xsd": main, "o.xsd": original });
  return told(found).map((line) => line.split(" ").slice(0, 2).join(" "));
}

const group = (content: string): string => `<xs:group name="G"><xs:sequence>${content}</xs:sequence></xs:group>`;

test("types are derived from themselves", async () => {
  const extended = '<xs:complexContent><xs:extension base="t:C"/></xs:complexContent>';
  expect(await redefining('<xs:simpleType name="S"><xs:restriction base="t:S"/></xs:simpleType>')).toEqual([]);
  expect(await redefining(`<xs:complexType name="C">${extended}</xs:complexType>`)).toEqual([]);
  expect(await redefining('<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>')).toEqual([
    "src-redefine 3:1",
  ]);
  expect(await redefining('<xs:complexType name="C"/>')).toEqual(["src-redefine 3:1"]);
});

test("groups contain themselves once, or restrict themselves", async () => {
  const self = '<xs:group ref="t:G"/>';
  expect(await redefining(group(`${self}<xs:element name="c"/>`))).toEqual([]);
  expect(await redefining(group('<xs:element name="a" maxOccurs="2"/>'))).toEqual([]);
  expect(await redefining(group(`${self}<xs:element name="c"/>${self}`))).toContain("src-redefine 3:76");
  expect(await redefining(group('<xs:group ref="t:G" minOccurs="0"/>'))).toEqual(["src-redefine 3:33"]);
  expect(await redefining(group('<xs:element name="a" maxOccurs="4"/>'))).toEqual(["src-redefine 3:33"]);
  expect(await redefining(group('<xs:element name="x"/>'))).toEqual(["src-redefine 3:33"]);
});

test("attribute groups, too", async () => {
  const attributes = (content: string): string => `<xs:attributeGroup name="A">${content}</xs:attributeGroup>`;
  const self = '<xs:attributeGroup ref="t:A"/>';
  expect(await redefining(attributes(`${self}<xs:attribute name="y"/>`))).toEqual([]);
  expect(await redefining(attributes('<xs:attribute name="x" type="xs:int"/>'))).toEqual([]);
  expect(await redefining(attributes('<xs:attribute name="y"/>'))).toEqual(["src-redefine 3:29"]);
  expect(await redefining(attributes(`${self}${self}`))).toContain("src-redefine 3:1");
});

test("what is redefined stands in another document, which does not redefine in turn", async () => {
  const body = '<xs:attributeGroup name="B"/>';
  expect(await redefining(body, body)).toEqual(["src-redefine 3:1"]);
  const cycle = (file: string, name: string, more = ""): string =>
    schema(`<xs:redefine schemaLocation="${file}"><xs:attributeGroup name="${name}"/></xs:redefine>${more}`);
  const files = {
    "main.xsd": cycle("o.xsd", "B", '<xs:attributeGroup name="A"/>'),
    "o.xsd": cycle("main.xsd", "A", body),
  };
  expect(told((await resolveFiles(files)).found)).toEqual([]);
  const { found } = await resolveFiles({ ...files, "o.xsd": cycle("main.xsd", "B", body) });
  const message = "the document that is redefined redefines the attribute group B of this one in turn";
  expect(told(found)).toContain(`src-redefine 2:1 ${message}`);
});

test("a schema is expected, and a namespace that is not empty", async () => {
  const other = await resolveFiles({ "main.xsd": "<report/>" });
  expect(told(other.found)).toEqual(["source.format 1:1 a schema is expected, not report of no namespace"]);
  const empty = await resolveFiles({ "main.xsd": schema("", 'targetNamespace=""') });
  expect(told(empty.found).map((line) => line.split(" ")[0])).toEqual(["s4s-att-invalid-value"]);
});
