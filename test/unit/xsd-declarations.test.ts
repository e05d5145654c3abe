/** What declarations and annotations may say: each constraint broken, and kept. */
import { describe, expect, test } from "vitest";
import { attributesOf, complexOf, resolveBody, resolveFiles, schema, told } from "../support/schemas.ts";

async function codes(body: string): Promise<readonly string[]> {
  return told((await resolveBody(body)).found).map((line) => line.split(" ").slice(0, 2).join(" "));
}

const attributes = (content: string): string => `<xs:complexType name="T">${content}</xs:complexType>`;

describe("attributes", () => {
  test("a use keeps what its declaration fixes", async () => {
    const fixed = '<xs:attribute name="f" type="xs:decimal" fixed="1.0"/>\n';
    expect(await codes(fixed + attributes('<xs:attribute ref="t:f" fixed="1"/>'))).toEqual([]);
    expect(await codes(fixed + attributes('<xs:attribute ref="t:f" fixed="2"/>'))).toEqual(["au-props-correct 3:26"]);
    expect(await codes(fixed + attributes('<xs:attribute ref="t:f" default="1"/>'))).toEqual(["au-props-correct 3:26"]);
  });

  test("a type has one ID", async () => {
    const id = (name: string): string => `<xs:attribute name="${name}" type="xs:ID"/>\n`;
    expect(await codes(attributes(id("a")))).toEqual([]);
    expect(await codes(attributes(id("a") + id("b")))).toEqual(["ct-props-correct 2:1"]);
  });

  test("are no namespace declarations, and none of xsi", async () => {
    expect(await codes('<xs:attribute name="xmlns"/>')).toEqual(["no-xmlns 2:1"]);
    const xsi = 'targetNamespace="http://www.w3.org/2001/XMLSchema-instance"';
    const { found } = await resolveFiles({ "main.xsd": schema('<xs:attribute name="a"/>', xsi) });
    expect(told(found).map((line) => line.split(" ")[0])).toEqual(["no-xsi"]);
  });

  test("of XML and XLink are known without their schemas", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": schema(
        `<xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="gone.xsd"/>
<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
<xs:complexType name="T"><xs:attribute ref="l:href" use="required"/><xs:attribute ref="l:show"/><xs:attribute ref="xml:lang"/></xs:complexType>
<xs:complexType name="U"><xs:attribute ref="xml:lang"/></xs:complexType>`,
        'targetNamespace="urn:t" xmlns:l="http://www.w3.org/1999/xlink"',
      ),
    });
    expect(found.map(({ code }) => code)).toEqual(["xsd.ignored"]);
    expect(attributesOf(complexOf(set, "T"))).toBe("href!, show, lang");
  });
});

test("simple types restrict another one than the simplest", async () => {
  const restricting = (base: string): string =>
    `<xs:simpleType name="S"><xs:restriction base="${base}"/></xs:simpleType>`;
  expect(await codes(restricting("xs:string"))).toEqual([]);
  expect(await codes(restricting("xs:anySimpleType"))).toEqual(["st-props-correct 2:1"]);
  expect(await codes(restricting("xs:anyType"))).toEqual(["st-props-correct 2:1"]);
});

test("notations have one name each, and an identifier", async () => {
  const notation = (rest: string): string => `<xs:notation ${rest}/>\n`;
  expect(await codes(notation('name="n" public="p"') + notation('name="m" system="s"'))).toEqual([]);
  expect(await codes(notation('name="n" public="p"') + notation('name="n"'))).toEqual([
    "n-props-correct 3:1",
    "sch-props-correct 3:1",
  ]);
});

test("annotations hold appinfo and documentation, and ids are names that stand once", async () => {
  const annotated = (content: string, rest = ""): string => `<xs:annotation ${rest}>${content}</xs:annotation>`;
  const text =
    '<xs:documentation source="s" xml:lang="en-GB"><b xmlns="">x</b></xs:documentation><xs:appinfo>y</xs:appinfo>';
  expect(await codes(annotated(text, 'id="a" xmlns:o="urn:o" o:p="q"'))).toEqual([]);
  for (const [code, wrong] of [
    ["s4s-att-not-allowed", annotated("", 'p="q"')],
    ["s4s-elt-character", annotated("text")],
    ["s4s-elt-must-match.1", annotated("<xs:annotation/>")],
    ["s4s-att-invalid-value", annotated('<xs:documentation xml:lang=""/>')],
    ["s4s-att-not-allowed", annotated('<xs:appinfo lang="en"/>')],
    ["s4s-att-invalid-value", annotated("", 'id=""')],
    ["s4s-att-invalid-value", annotated("", 'id="a"') + annotated("", 'id="a"')],
  ] as const) {
    expect(await codes(wrong), wrong).toEqual([expect.stringContaining(`${code} 2:`)]);
  }
});

test("block and final list what the component knows", async () => {
  expect(await codes('<xs:element name="e" block="substitution" final="extension"/>')).toEqual([]);
  for (const wrong of [
    '<xs:element name="e" final="substitution"/>',
    '<xs:element name="e" block="list"/>',
    '<xs:complexType name="T" block="substitution"/>',
    '<xs:simpleType name="S" final="extension"><xs:list itemType="xs:int"/></xs:simpleType>',
  ]) {
    expect(await codes(wrong), wrong).toEqual(["s4s-att-invalid-value 2:1"]);
  }
});

test("what is for other versions than 1.0 is left out", async () => {
  const versions = 'targetNamespace="urn:t" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"';
  const element = (name: string, rest: string): string => `<xs:element name="${name}" type="xs:int" ${rest}/>`;
  const body = [
    element("a", 'vc:minVersion="1.1"'),
    element("b", 'vc:maxVersion="1.1"'),
    element("c", 'vc:maxVersion="1.0"'),
    element("d", 'vc:minVersion="1.0"'),
    element("e", 'vc:typeAvailable="xs:int xs:error"'),
    element("f", 'vc:typeUnavailable="xs:int xs:error"'),
    element("g", 'vc:facetAvailable="xs:pattern"'),
    element("h", 'vc:facetUnavailable="xs:pattern"'),
    `<xs:complexType name="T">text<xs:attribute name="x" vc:minVersion="1.1"/><xs:attribute name="x" type="xs:int"/></xs:complexType>`,
  ].join("\n");
  const { set, found } = await resolveFiles({ "main.xsd": schema(body, versions) });
  expect([...set.elements.keys()]).toEqual(["{urn:t}b", "{urn:t}d", "{urn:t}f", "{urn:t}g"]);
  expect(attributesOf(complexOf(set, "T"))).toBe("x");
  expect(told(found)).toEqual(['s4s-elt-character 10:1 complexType has no text: "text"']);
});
