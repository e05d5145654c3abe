/** Restrictions of complex types held against their bases: each rule of the specification broken and kept. */
import { describe, expect, test } from "vitest";
import { resolveBody, told } from "../support/schemas.ts";

/** What is said of a type D whose content restricts that of B, rule and place; the base begins in line 2, the restriction in line 3. */
async function restricting(base: string, derived: string, more = ""): Promise<readonly string[]> {
  const { found } = await resolveBody(`<xs:complexType name="B">${base}</xs:complexType>
<xs:complexType name="D"><xs:complexContent><xs:restriction base="t:B">${derived}</xs:restriction></xs:complexContent></xs:complexType>
${more}`);
  return told(found).map((line) => line.split(" ").slice(0, 1).join(" "));
}

const element = (name: string, rest = ""): string => `<xs:element name="${name}" type="xs:string" ${rest}/>`;
const sequence = (...parts: readonly string[]): string => `<xs:sequence>${parts.join("")}</xs:sequence>`;
const choice = (...parts: readonly string[]): string => `<xs:choice>${parts.join("")}</xs:choice>`;
const all = (...parts: readonly string[]): string => `<xs:all>${parts.join("")}</xs:all>`;
const many = 'minOccurs="0" maxOccurs="unbounded"';
const optional = 'minOccurs="0"';

describe("particle restriction", () => {
  test("a sequence keeps order, and leaves out what can be (Recurse)", async () => {
    const base = sequence(element("a"), element("b", optional), element("c", many));
    expect(await restricting(base, sequence(element("a"), element("c", 'maxOccurs="4"')))).toEqual([]);
    expect(await restricting(base, sequence(element("a"), sequence(element("b"))))).toEqual([]);
    expect(await restricting(base, sequence(element("b")))).toEqual(["rcase-Recurse"]);
    expect(await restricting(base, sequence(element("a"), element("c"), element("b")))).toEqual(["rcase-Recurse"]);
    expect(await restricting(base, sequence(element("a"), element("x")))).toEqual(["rcase-Recurse"]);
  });

  test("an element says the same or less (NameAndTypeOK)", async () => {
    const base = sequence('<xs:element name="a" type="xs:decimal" nillable="true" maxOccurs="2" fixed="1.0"/>');
    const derived = (type: string, rest: string): string => sequence(`<xs:element name="a" type="${type}" ${rest}/>`);
    expect(await restricting(base, derived("xs:int", 'fixed="1"'))).toEqual([]);
    expect(await restricting(base, derived("xs:decimal", 'fixed="2"'))).toEqual(["rcase-NameAndTypeOK"]);
    expect(await restricting(base, derived("xs:string", 'fixed="1.0"'))).toEqual(["rcase-NameAndTypeOK"]);
    expect(await restricting(base, derived("xs:int", 'fixed="1" maxOccurs="3"'))).toEqual(["rcase-NameAndTypeOK"]);
    expect(await restricting(sequence(element("a")), sequence(element("a", 'nillable="true"')))).toEqual([
      "rcase-NameAndTypeOK",
    ]);
    const blocking = sequence('<xs:element name="a" type="xs:string" block="extension"/>');
    expect(await restricting(blocking, sequence(element("a")))).toEqual(["rcase-NameAndTypeOK"]);
  });

  test("a choice takes fewer branches, in order (RecurseLossy)", async () => {
    const base = choice(element("a"), element("b"), element("c"));
    expect(await restricting(base, choice(element("a"), element("c")))).toEqual([]);
    expect(await restricting(base, sequence(element("b")))).toEqual([]);
    expect(await restricting(base, choice(element("c"), element("a")))).toEqual(["rcase-RecurseLossy"]);
    expect(await restricting(base, choice(element("a"), element("x")))).toEqual(["rcase-RecurseLossy"]);
  });

  test("an all becomes a smaller one, or a sequence (Recurse, RecurseUnordered)", async () => {
    const base = all(element("a"), element("b"), element("c", optional));
    expect(await restricting(base, all(element("a"), element("b")))).toEqual([]);
    expect(await restricting(base, sequence(element("b"), element("a")))).toEqual([]);
    expect(await restricting(base, sequence(element("b")))).toEqual(["rcase-Recurse"]);
    expect(await restricting(base, sequence(element("b"), element("x"), element("a")))).toEqual([
      "rcase-RecurseUnordered",
    ]);
    expect(await restricting(base, choice(element("a"), element("b")))).toEqual(["cos-particle-restrict"]);
  });

  test("a sequence of branches of a choice that is repeated as often (MapAndSum)", async () => {
    const base = `<xs:choice maxOccurs="2">${element("a")}${element("b")}</xs:choice>`;
    expect(await restricting(base, sequence(element("b"), element("a")))).toEqual([]);
    expect(await restricting(base, sequence(element("b"), element("x")))).toEqual(["rcase-MapAndSum"]);
    expect(await restricting(base, sequence(element("a"), element("b"), element("a", optional)))).toContain(
      "rcase-NameAndTypeOK",
    );
  });

  test("wildcards admit what stands in their place (NSCompat, NSSubset, NSRecurseCheckCardinality)", async () => {
    const base = sequence('<xs:any namespace="##targetNamespace" processContents="lax" maxOccurs="2"/>');
    const any = (rest: string): string => sequence(`<xs:any ${rest}/>`);
    const lax = 'processContents="lax"';
    expect(await restricting(base, sequence(element("a", 'form="qualified"')))).toEqual([]);
    expect(await restricting(base, sequence(element("a"), element("b")))).toEqual([]);
    expect(await restricting(base, any('namespace="urn:t" processContents="strict"'))).toEqual([]);
    expect(await restricting(base, any(`namespace="##any" ${lax}`))).toEqual(["rcase-NSSubset"]);
    expect(await restricting(base, any('namespace="urn:t" processContents="skip"'))).toEqual(["rcase-NSSubset"]);
    expect(await restricting(base, sequence(element("a", 'form="unqualified"')))).toEqual(["rcase-NSCompat"]);
    expect(await restricting(base, sequence(element("a"), element("b"), element("c")))).toEqual([
      "rcase-NSRecurseCheckCardinality",
    ]);
    expect(await restricting(sequence(element("a")), any(lax))).toEqual(["cos-particle-restrict"]);
  });

  test("a head stands for a choice among its group, unless that is blocked", async () => {
    const group = (block: string): string =>
      `<xs:element name="h" type="xs:string" ${block}/><xs:element name="m" substitutionGroup="t:h"/>`;
    const base = sequence('<xs:element ref="t:h"/>');
    expect(await restricting(base, sequence('<xs:element ref="t:m"/>'), group(""))).toEqual([]);
    expect(await restricting(base, base, group(""))).toEqual([]);
    expect(await restricting(base, sequence('<xs:element ref="t:m"/>'), group('block="substitution"'))).toEqual([
      "rcase-NameAndTypeOK",
    ]);
  });

  test("content: empty and simple, mixed and not", async () => {
    expect(await restricting(sequence(element("a", optional)), "")).toEqual([]);
    expect(await restricting(sequence(element("a")), "")).toEqual(["derivation-ok-restriction"]);
    expect(await restricting("", sequence(element("a")))).toEqual(["derivation-ok-restriction"]);
  });

  test("large models are compared at once; what explodes is left, and said", async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => element(`e${index}`));
    const start = performance.now();
    expect(await restricting(choice(...names), choice(...names.filter((_, index) => index % 2 === 1)))).toEqual([]);
    const deep = Array.from({ length: 18 }, (_, index) => {
      const inner = index === 0 ? element("a", optional) : `<xs:group ref="t:g${index - 1}"/>`.repeat(2);
      return `<xs:group name="g${index}">${sequence(inner)}</xs:group>`;
    });
    const content = '<xs:group ref="t:g17"/>';
    const said = await restricting(content, content, deep.join(""));
    expect(new Set(said)).toEqual(new Set(["cos-nonambig", "xsd.ignored"]));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("attributes of a restriction", () => {
  const attributes = (base: string, derived: string): Promise<readonly string[]> => restricting(base, derived);

  test("say the same or less", async () => {
    const base =
      '<xs:attribute name="a" type="xs:decimal" use="required"/><xs:attribute name="b" fixed="1" type="xs:int"/>';
    expect(await attributes(base, '<xs:attribute name="a" type="xs:int" use="required"/>')).toEqual([]);
    expect(await attributes(base, '<xs:attribute name="a" type="xs:decimal"/>')).toEqual(["derivation-ok-restriction"]);
    expect(await attributes(base, '<xs:attribute name="a" type="xs:date" use="required"/>')).toEqual([
      "derivation-ok-restriction",
    ]);
    expect(await attributes(base, '<xs:attribute name="a" use="prohibited"/>')).toEqual(["derivation-ok-restriction"]);
    expect(await attributes(base, '<xs:attribute name="b" type="xs:int" fixed="01"/>')).toEqual([]);
    expect(await attributes(base, '<xs:attribute name="b" type="xs:int" fixed="2"/>')).toEqual([
      "derivation-ok-restriction",
    ]);
    expect(await attributes(base, '<xs:attribute name="c"/>')).toEqual(["derivation-ok-restriction"]);
  });

  test("stay within the wildcard of the base", async () => {
    const base = '<xs:anyAttribute namespace="##local urn:u" processContents="lax"/>';
    expect(await attributes(base, '<xs:attribute name="a"/>')).toEqual([]);
    expect(await attributes(base, '<xs:anyAttribute namespace="urn:u" processContents="strict"/>')).toEqual([]);
    for (const wider of ['namespace="##any"', 'namespace="urn:u" processContents="skip"']) {
      expect(await attributes(base, `<xs:anyAttribute ${wider}/>`)).toEqual(["derivation-ok-restriction"]);
    }
    expect(await attributes("", "<xs:anyAttribute/>")).toEqual(["derivation-ok-restriction"]);
  });
});

test("an extension is mixed as its base is, unless that has no content", async () => {
  const { found } = await resolveBody(`<xs:complexType name="M" mixed="true">${sequence(element("a"))}</xs:complexType>
<xs:complexType name="E"/>
<xs:complexType name="B">${sequence(element("a"))}</xs:complexType>
<xs:complexType name="X"><xs:complexContent><xs:extension base="t:M">${sequence(element("b"))}</xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Y" mixed="true"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>
<xs:complexType name="Z" mixed="true"><xs:complexContent><xs:extension base="t:E"/></xs:complexContent></xs:complexType>
<xs:complexType name="W"><xs:complexContent><xs:extension base="t:M"/></xs:complexContent></xs:complexType>`);
  expect(told(found)).toEqual([
    "cos-ct-extends 5:1 the content is not mixed, and that of the base M is mixed",
    "cos-ct-extends 6:1 the content is mixed, and that of the base B is not",
  ]);
});

test("an all stands alone, and once", async () => {
  const group = `<xs:group name="A">${all(element("a"))}</xs:group>`;
  const said = async (content: string): Promise<readonly string[]> => {
    const { found } = await resolveBody(`${group}<xs:complexType name="T">${content}</xs:complexType>`);
    return told(found).map((line) => line.split(" ")[0] ?? "");
  };
  expect(await said('<xs:group ref="t:A" minOccurs="0"/>')).toEqual([]);
  expect(await said('<xs:group ref="t:A" maxOccurs="2"/>')).toEqual(["cos-all-limited"]);
  expect(await said(sequence('<xs:group ref="t:A"/>'))).toEqual(["cos-all-limited"]);
  expect(await said('<xs:all maxOccurs="0"/>')).toEqual(["cos-all-limited"]);
});

test("elements of one name in one content model have one type", async () => {
  const { found } = await resolveBody(`<xs:complexType name="T"><xs:sequence>
<xs:element name="a" type="xs:int"/><xs:element name="b"/>
<xs:choice><xs:element name="a" type="xs:int"/>
<xs:element name="a" type="xs:long"/></xs:choice></xs:sequence></xs:complexType>
<xs:element name="h" type="xs:string"/><xs:element name="m" substitutionGroup="t:h"/>
<xs:complexType name="U"><xs:sequence><xs:element ref="t:h"/><xs:element name="m" type="xs:int" form="qualified"/>
</xs:sequence></xs:complexType>`);
  const said = told(found).filter((line) => line.startsWith("cos-element-consistent"));
  expect(said.map((line) => line.split(" ")[1])).toEqual(["5:1", "7:62"]);
});

test("values are given to elements that can consist of text", async () => {
  const { found } = await resolveBody(`<xs:complexType name="E">${sequence(element("a", optional))}</xs:complexType>
<xs:complexType name="M" mixed="true">${sequence(element("a", optional))}</xs:complexType>
<xs:complexType name="N" mixed="true">${sequence(element("a"))}</xs:complexType>
<xs:element name="e" type="t:E" default="x"/>
<xs:element name="m" type="t:M" default="x"/>
<xs:element name="n" type="t:N" fixed="x"/>`);
  expect(told(found).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "cos-valid-default 5:1",
    "cos-valid-default 7:1",
  ]);
});
