/** Identity constraints, xs:ID and xs:IDREF while decoding: schemas are written in the test, and used through live codecs. */
import { beforeAll, describe, expect, test } from "vitest";
import { decode } from "../../src/runtime/codec/decode.ts";
import { isSimpleTable, tableOf } from "../../src/runtime/codec/erased.ts";
import { schemaIndex, type SchemaIndex } from "../../src/runtime/codec/schema-index.ts";
import type { RootCodec } from "../../src/runtime/codec/table.ts";
import { dateTimeAsDate } from "../../src/runtime/codec/scalars/dates-as-dates.ts";
import { simpleOf } from "../../src/runtime/codec/simple.ts";
import { comparable } from "../../src/runtime/codec/value-key.ts";
import { validate } from "../../src/runtime/codec/validate.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { codecsOf } from "../conformance/contract.ts";
import { resolveBody } from "../support/schemas.ts";

interface Contract {
  readonly codec: RootCodec<unknown>;
  readonly schema: SchemaIndex;
}

/** Codec of the element r, and all declarations. */
async function contractOf(body: string): Promise<Contract> {
  const { set, found } = await resolveBody(body);
  expect(found).toEqual([]);
  const { live, unsupported } = codecsOf(set);
  expect(unsupported).toEqual([]);
  const root = live.roots().find(({ localName }) => localName === "r");
  if (root === undefined) throw new Error("no element r");
  return { codec: root.codec, schema: schemaIndex(live.schema()) };
}

/** What is wrong with a document: undefined for nothing. All three ways to look at it agree. */
function wrongWith({ codec, schema }: Contract, content: string): string | undefined {
  const xml = `<r xmlns="urn:t" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content}</r>`;
  const ways = [
    () => decode(codec, xml, { mode: "strict" }),
    () => decode(codec, xml, { mode: "strict", schema }),
    () => validate(schema, xml),
  ];
  const [first, ...others] = ways.map(messageOf);
  for (const other of others) expect(other).toBe(first);
  // Nothing of it is looked at tolerantly.
  decode(codec, xml);
  return first;
}

function messageOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return `${error.code} ${error.line ?? 0} ${error.message}`;
  }
}

const item = (type: string): string => `<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="i" type="${type}" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  <xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="."/></xs:unique></xs:element>`;
const union = `<xs:simpleType name="U"><xs:union memberTypes="xs:integer xs:string"/></xs:simpleType>`;
const list = `<xs:simpleType name="L"><xs:list itemType="xs:decimal"/></xs:simpleType>`;

describe("values are compared in their value space", () => {
  test.each([
    ["xs:decimal", "1.0", "+01.000", true],
    ["xs:decimal", "-0", "0.0", true],
    ["xs:decimal", "1.01", "1.001", false],
    ["xs:int", "7", "007", true],
    ["xs:double", "1e2", "100", true],
    ["xs:double", "NaN", "NaN", true],
    ["xs:boolean", "1", "true", true],
    ["xs:string", "a", " a", false],
    ["xs:token", "a", " a", true],
    ["xs:dateTime", "2000-01-01T00:00:00Z", "2000-01-01T02:00:00.0+02:00", true],
    ["xs:dateTime", "2000-01-01T00:00:00Z", "2000-01-01T00:00:00", false],
    ["xs:dateTime", "1999-12-31T24:00:00", "2000-01-01T00:00:00", true],
    ["xs:time", "24:00:00", "00:00:00", true],
    ["xs:gMonthDay", "--02-29", "--03-01", false],
    ["xs:duration", "P1Y", "P12M", true],
    ["xs:duration", "PT1.50S", "PT1.5S", true],
    ["xs:duration", "P1M", "P30D", false],
    ["xs:duration", "PT0S", "P0Y", true],
    ["xs:duration", "PT100S", "PT1S", false],
    ["xs:hexBinary", "0a", "0A", true],
    ["xs:base64Binary", "AAAA", "AA AA", true],
    ["xs:QName", "t:a", "xs:a", false],
    ["xs:QName", "t:a", "a", true],
    ["t:L", "1 2", "1.0 2.0", true],
    ["t:L", "12", "1 2", false],
    ["t:U", "1", "01", true],
    ["t:U", "a", "b", false],
  ])("%s: %s and %s are equal: %s", async (type, one, other, equal) => {
    const contract = await contractOf(item(type) + union + list);
    const said = wrongWith(contract, `<i>${one}</i><i>${other}</i>`);
    if (equal) expect(said).toContain("xml.invalid 2 The unique u does not hold: no two are equal");
    else expect(said).toBeUndefined();
  });
});

const shop = `
<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="part" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="size" type="xs:int" minOccurs="0" maxOccurs="2"/>
        <xs:element name="more" minOccurs="0"><xs:complexType/></xs:element></xs:sequence>
      <xs:attribute name="no" type="xs:decimal"/><xs:attribute name="code" type="xs:string" default="d"/></xs:complexType></xs:element>
    <xs:element name="use" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="part" type="xs:integer"/></xs:complexType></xs:element>
    <xs:any namespace="##other" minOccurs="0" processContents="lax"/>
  </xs:sequence></xs:complexType>
  <xs:key name="part"><xs:selector xpath="t:part"/><xs:field xpath="@no"/></xs:key>
  <xs:keyref name="use" refer="t:part"><xs:selector xpath=".//t:use"/><xs:field xpath="@part"/></xs:keyref>
  <xs:unique name="sized"><xs:selector xpath="t:part"/><xs:field xpath="t:size|t:more"/><xs:field xpath="@code"/></xs:unique>
</xs:element>
<xs:element name="use"><xs:complexType><xs:attribute name="part" type="xs:string"/></xs:complexType></xs:element>`;

describe("key, keyref and unique", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(shop);
  });

  test.each([
    [
      "references that find their keys",
      '<part no="1.0"/><part no="2"/><use part="1"/><use part="02"/><use/>',
      undefined,
    ],
    [
      "a reference without a key",
      '<part no="1"/>\n<use part="2"/>',
      "xml.invalid 3 The keyref use does not hold: it refers to part",
    ],
    ["no key", "<part/>", "The key part does not hold: all parts are there"],
    ["one key twice", '<part no="1"/><part no="1.0"/>', "The key part does not hold: no two are equal"],
    [
      "fields that differ in one",
      '<part no="1"><size>1</size></part><part no="2" code="e"><size>1</size></part>',
      undefined,
    ],
    [
      "a default that is equal",
      '<part no="1"><size>1</size></part><part no="2" code="d"><size>1</size></part>',
      "The unique sized does not hold: no two are equal",
    ],
    ["a field of two elements", '<part no="1"><size>1</size><size>2</size></part>', "a field finds one value"],
    ["a field without a simple type", '<part no="1"><more/></part>', "a part of a key is a simple value"],
  ])("%s", (_, content, expected) => {
    const said = wrongWith(contract, content);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(expected);
  });

  test("what stands in a wildcard is followed, and has values where it is declared", () => {
    const xml = '<r xmlns="urn:t" xmlns:o="urn:o"><part no="1"/><o:x><use part="9"/></o:x></r>';
    expect(messageOf(() => decode(contract.codec, xml, { mode: "strict" }))).toBeUndefined();
    expect(messageOf(() => validate(contract.schema, xml))).toContain("The keyref use does not hold");
  });
});

describe("tables of keys go up", () => {
  const nested = `
<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="n" minOccurs="0"><xs:complexType><xs:sequence><xs:element ref="t:g" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
    <xs:element ref="t:g" maxOccurs="unbounded"/>
    <xs:element name="f" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  <xs:keyref name="f" refer="t:k"><xs:selector xpath="t:f"/><xs:field xpath="."/></xs:keyref></xs:element>
<xs:element name="g"><xs:complexType><xs:sequence>
    <xs:element name="k" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  <xs:key name="k"><xs:selector xpath="t:k"/><xs:field xpath="."/></xs:key></xs:element>`;

  test.each([
    ["<g><k>1</k></g><g><k>2</k></g><f>1</f><f>2</f>", undefined],
    ["<g><k>1</k></g><g><k>1</k><k>2</k></g><f>2</f>", undefined],
    ["<g><k>1</k></g><g><k>1</k></g><f>1</f>", "The keyref f does not hold"],
    ["<g><k>1</k></g><g><k>1</k></g><g><k>1</k></g><f>1</f>", "The keyref f does not hold"],
    // What two of them have is no key in between: further out, it can be one of another.
    ["<n><g><k>1</k></g><g><k>1</k></g></n><g><k>1</k></g><f>1</f>", undefined],
    ["<g><k>1</k><k>1</k></g>", "The key k does not hold: no two are equal"],
  ])("%s", async (content, expected) => {
    const said = wrongWith(await contractOf(nested), content);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(expected);
  });
});

describe("nil", () => {
  const nillable = (kind: string): string => `<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="i" type="xs:int" nillable="true" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
    <xs:${kind} name="u"><xs:selector xpath="t:i"/><xs:field xpath="."/></xs:${kind}></xs:element>`;

  test("is no value for unique, and in a key the element may not even be nillable", async () => {
    const nil = '<i xsi:nil="true"/><i xsi:nil="true"/>';
    expect(wrongWith(await contractOf(nillable("unique")), nil)).toBeUndefined();
    expect(wrongWith(await contractOf(nillable("key")), "<i>1</i>")).toContain("a part of a key is not nillable");
  });
});

describe("fields", () => {
  const fields = (path: string, type: string): string => `<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="i" type="${type}" nillable="true" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
    <xs:unique name="u"><xs:selector xpath="t:i"/><xs:field xpath="${path}"/></xs:unique></xs:element>
    <xs:complexType name="T"><xs:attribute name="a" type="xs:int"/></xs:complexType>`;

  test("find the attributes of xsi, too", async () => {
    const contract = await contractOf(fields("@*", "t:T"));
    expect(wrongWith(contract, '<i a="1"/><i a="2"/>')).toBeUndefined();
    expect(wrongWith(contract, '<i a="1" xsi:nil="true"/>')).toContain("a field finds one value");
  });

  test("need a simple type in what is nil, too", async () => {
    const contract = await contractOf(fields(".", "t:T"));
    expect(wrongWith(contract, '<i xsi:nil="true"/>')).toContain("a part of a key is a simple value");
  });
});

describe("xs:ID and xs:IDREF", () => {
  const ids = `<xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="t:Own"/>
      <xs:attribute name="ref" type="xs:IDREF"/><xs:attribute name="refs" type="xs:IDREFS"/><xs:attribute name="any" type="t:U"/></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:simpleType name="Own"><xs:restriction base="xs:ID"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="U"><xs:union memberTypes="xs:int t:Short xs:string"/></xs:simpleType>
    <xs:simpleType name="Short"><xs:restriction base="xs:IDREF"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>`;

  test.each([
    ['<i ref="b"/><i id="a"/><i id="b" refs="a b"/><i any="1"/><i any="a"/><i any="none"/>', undefined],
    ['<i id="a"/><i id=" a "/>', "An identifier stands twice"],
    ['<i ref="c"/>', "A reference leads nowhere"],
    ['<i id="a"/><i refs="a c"/>', "A reference leads nowhere"],
    ['<i any="c"/>', "A reference leads nowhere"],
  ])("%s", async (content, expected) => {
    const said = wrongWith(await contractOf(ids), content);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(expected);
  });
});

test("dates are compared in whatever form they are kept", () => {
  const table = tableOf(dateTimeAsDate);
  if (!isSimpleTable(table)) throw new Error("not a simple type");
  const simple = simpleOf(table);
  const key = (text: string): string => comparable(simple, simple.read(text, { namespaceOf: () => undefined }));
  expect(key("2000-01-01T00:00:00Z")).toBe(key("1999-12-31T23:00:00-01:00"));
  expect(key("2000-01-01T00:00:00Z")).not.toBe(key("2000-01-01T00:00:01Z"));
});

test("many values take no time", async () => {
  const contract = await contractOf(item("xs:dateTime"));
  const count = 20_000;
  const values = Array.from({ length: count }, (_, i) => `<i>${new Date(i * 1000).toISOString()}</i>`);
  const started = performance.now();
  expect(wrongWith(contract, values.join(""))).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5000);
});
