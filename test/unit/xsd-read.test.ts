/** What the reader says of schema documents that are not as XML Schema has them: code, place and words. */
import { describe, expect, test } from "vitest";
import { contentOf, complexOf, resolveBody, resolveFiles, schema, simpleOf, told } from "../support/schemas.ts";

/** A schema's body, and everything that is said of it. The body begins in line 2. */
type Row = readonly [what: string, body: string, told: readonly string[]];

const complex = (inside: string): string => `<xs:complexType name="T">${inside}</xs:complexType>`;

const errors: readonly Row[] = [
  ["an element of another place", "<xs:sequence/>", ["s4s-elt-must-match.1 2:1 sequence is not allowed in schema"]],
  ["a name in the wrong case", "<xs:complextype/>", ["s4s-elt-must-match.1 2:1 complextype is not allowed in schema"]],
  [
    "two content models",
    complex("\n  <xs:sequence/>\n  <xs:choice/>"),
    ["s4s-elt-must-match.1 4:3 there is only one group or all or choice or sequence in complexType"],
  ],
  [
    "a derivation without a step",
    complex("\n<xs:complexContent/>"),
    ["s4s-elt-must-match.2 3:1 complexContent needs restriction or extension"],
  ],
  [
    "a simple type of nothing",
    '<xs:simpleType name="S"/>',
    ["s4s-elt-must-match.2 2:1 simpleType needs restriction or list or union"],
  ],
  [
    "a list of nothing",
    '<xs:simpleType name="S"><xs:list/></xs:simpleType>',
    ["src-simple-type.3 2:25 list has either the attribute itemType or a simpleType"],
  ],
  [
    "a union of nothing",
    '<xs:simpleType name="S"><xs:union/></xs:simpleType>',
    ["src-union-memberTypes-or-simpleTypes 2:25 a union has at least one member"],
  ],
  ["a component without a name", "<xs:element/>", ["s4s-att-must-appear 2:1 element needs the attribute name"]],
  [
    "an attribute without a name or a ref",
    complex("\n<xs:attribute/>"),
    ["src-attribute.3.1 3:1 attribute has either a name or a ref"],
  ],
  ["a group without a ref", complex("<xs:group/>"), ["s4s-att-must-appear 2:26 group needs the attribute ref"]],
  [
    "a facet without a value",
    '<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:length/></xs:restriction></xs:simpleType>',
    ["s4s-att-must-appear 2:55 length needs the attribute value"],
  ],
  [
    "a flag that is none",
    '<xs:element name="a" nillable="yes"/>',
    ['s4s-att-invalid-value 2:1 nillable of element is true, false, 1 or 0, not "yes"'],
  ],
  [
    "an occurrence that is no number",
    complex('<xs:sequence minOccurs="-1" maxOccurs="many"/>'),
    [
      's4s-att-invalid-value 2:26 minOccurs of sequence is a number, not "-1"',
      's4s-att-invalid-value 2:26 maxOccurs of sequence is a number or unbounded, not "many"',
    ],
  ],
  [
    "a name with a space",
    '<xs:element name="a b"/>',
    ['s4s-att-invalid-value 2:1 name of element is a name without a colon, not "a b"'],
  ],
  [
    "XSD 1.1 where it changes what a type is",
    '<xs:element name="a"><xs:alternative type="xs:int"/></xs:element>',
    ["s4s-elt-must-match.1 2:22 alternative is of XSD 1.1, which is not carried"],
  ],
];

const warnings: readonly Row[] = [
  [
    "an attribute of another place",
    '<xs:element name="a" minOccurs="0"/>',
    ["s4s-att-not-allowed 2:1 element has no attribute minOccurs here: it is ignored"],
  ],
  [
    "an attribute in the wrong case",
    complex('<xs:sequence><xs:element name="a" minoccurs="0"/></xs:sequence>'),
    ["s4s-att-not-allowed 2:39 element has no attribute minoccurs here: it is ignored; did you mean minOccurs?"],
  ],
  [
    "an attribute with the prefix of XML Schema",
    '<xs:element name="a" xs:nillable="true"/>',
    ["s4s-att-not-allowed 2:1 the attribute nillable has no prefix in XML Schema: it is ignored"],
  ],
  [
    "an attribute before the content model",
    complex('<xs:attribute name="a"/>\n<xs:sequence/>'),
    ["s4s-elt-must-match.1 3:1 sequence stands too late in complexType"],
  ],
  [
    "an annotation at the end",
    '<xs:simpleType name="S"><xs:list itemType="xs:int"/><xs:annotation/></xs:simpleType>',
    ["s4s-elt-must-match.1 2:53 annotation stands too late in simpleType"],
  ],
  [
    "an element of another namespace",
    '<xs:element name="a"><x:hint xmlns:x="urn:x"/></xs:element>',
    ["s4s-elt-schema-ns 2:22 hint is not of XML Schema: it is ignored"],
  ],
  ["text", '<xs:element name="a">b</xs:element>', ['s4s-elt-character 2:1 element has no text: "b"']],
  [
    "what a reference cannot say",
    '<xs:element name="a"/>\n' + complex('<xs:sequence>\n<xs:element ref="t:a" nillable="true"/></xs:sequence>'),
    ["src-element.2.2 4:1 nillable has no effect beside a ref: the declaration that it names says it"],
  ],
  [
    "an escape of another dialect",
    '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:pattern value="\\/"/></xs:restriction></xs:simpleType>',
    ["s4s-att-invalid-value 2:58 \\/ is not an escape of XML Schema: it is read as /"],
  ],
  [
    "XSD 1.1 where it only restricts",
    complex('<xs:assert test="true()"/>'),
    ["xsd.ignored 2:26 assert is of XSD 1.1: it is not checked"],
  ],
  [
    "a restriction of two types",
    '<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:restriction></xs:simpleType>',
    ["src-simple-type.2 2:25 restriction has either the attribute base or a simpleType: the attribute counts"],
  ],
  [
    "a name and a ref",
    '<xs:element name="a"/>\n' + complex('<xs:sequence>\n<xs:element name="b" ref="t:a"/></xs:sequence>'),
    ["src-element.2.1 4:1 element has either a name or a ref: the ref counts"],
  ],
  [
    "a type twice",
    '<xs:element name="a" type="xs:int"><xs:complexType/></xs:element>',
    ["src-element.3 2:1 an element has either the attribute type or a complexType: the attribute counts"],
  ],
  [
    "default and fixed",
    '<xs:attribute name="a" default="1" fixed="1"/>',
    ["src-attribute.1 2:1 default and fixed exclude each other: the default counts"],
  ],
  [
    "more at least than at most",
    complex('<xs:sequence><xs:element name="a" minOccurs="3" maxOccurs="2"/></xs:sequence>'),
    ["p-props-correct.2.1 2:39 minOccurs 3 is more than maxOccurs 2, which counts"],
  ],
  [
    "a repeated member of an all",
    complex('\n<xs:all><xs:element name="a" maxOccurs="2"/></xs:all>'),
    [
      "cos-all-limited.2 3:1 each element in an all occurs at most once: as in XSD 1.1, it may occur as often as it says",
    ],
  ],
  [
    "a facet that is no number",
    '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:length value="x"/></xs:restriction></xs:simpleType>',
    ['s4s-att-invalid-value 2:58 length is a number, not "x": it is left out'],
  ],
  [
    "a white space that is none",
    '<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:whiteSpace value="trim"/></xs:restriction></xs:simpleType>',
    ["s4s-att-invalid-value 2:58 whiteSpace is preserve, replace or collapse, not trim: it is left out"],
  ],
  [
    "a facet twice",
    '<xs:simpleType name="S"><xs:restriction base="xs:string">\n<xs:length value="1"/>\n<xs:length value="2"/></xs:restriction></xs:simpleType>',
    ["src-single-facet-value 4:1 the facet length stands twice: the last one counts"],
  ],
  [
    "a pattern that is none",
    '<xs:simpleType name="S"><xs:restriction base="xs:string">\n<xs:pattern value="(a"/></xs:restriction></xs:simpleType>',
    [
      "s4s-att-invalid-value 3:1 the pattern (a is not a regular expression of XML Schema: the pattern ends too early; any text is taken",
    ],
  ],
];

const severityOf = async (body: string): Promise<ReadonlySet<string>> =>
  new Set((await resolveBody(body)).found.map(({ severity }) => severity));

describe("errors", () => {
  test.each(errors)("%s", async (_what, body, expected) => {
    expect(told((await resolveBody(body)).found)).toEqual(expected);
    expect(await severityOf(body)).toEqual(new Set(["error"]));
  });
});

describe("warnings", () => {
  test.each(warnings)("%s", async (_what, body, expected) => {
    expect(told((await resolveBody(body)).found)).toEqual(expected);
    expect(await severityOf(body)).toEqual(new Set(["warning"]));
  });
});

test("a prefix that is not declared is taken for that of the target namespace", async () => {
  const { found } = await resolveBody('<xs:element name="a" type="x:y"/>');
  expect(told(found)).toEqual([
    "src-resolve 2:1 the prefix x of x:y is not declared: it is taken for that of urn:t",
    "src-resolve 2:1 there is no type y in urn:t",
  ]);
  expect(found.map(({ severity }) => severity)).toEqual(["warning", "error"]);
});

test("everything that is wrong is said at once, in the order of the document", async () => {
  const { found } = await resolveBody(`<xs:element name="a" type="t:A"/>
<xs:element nillable="maybe"/>
  <xs:complexType name="C"><xs:bogus/></xs:complexType>
<xs:element name="b" type="xs:itn"/>`);
  expect(told(found)).toEqual([
    "s4s-elt-must-match.1 4:28 bogus is not allowed in complexType",
    's4s-att-invalid-value 3:1 nillable of element is true, false, 1 or 0, not "maybe"',
    "s4s-att-must-appear 3:1 element needs the attribute name",
    "src-resolve 2:1 there is no type A in urn:t",
    "src-resolve 5:1 there is no type itn in http://www.w3.org/2001/XMLSchema; did you mean int?",
  ]);
});

test("attributes of other namespaces, ids and comments are anybody's", async () => {
  const { found } = await resolveBody(
    '<!-- a --><xs:element xmlns:x="urn:x" id="i" x:y="z" name="a"><xs:annotation x:y="z"><xs:appinfo><x:any>text</x:any></xs:appinfo></xs:annotation></xs:element>',
  );
  expect(found).toEqual([]);
});

test("documentation is tidied, paragraphs and inner markup kept, appinfo left out", async () => {
  const { set } = await resolveBody(`<xs:complexType name="T">
  <xs:annotation>
    <xs:documentation>
      One
      sentence.

      Another, with <b xmlns="urn:h">inner <i>markup</i></b> kept.
    </xs:documentation>
    <xs:appinfo>not this</xs:appinfo>
    <xs:documentation xml:lang="en">A second one.</xs:documentation>
  </xs:annotation>
  <xs:annotation><xs:documentation> </xs:documentation></xs:annotation>
</xs:complexType>`);
  expect(complexOf(set, "T").doc).toBe("One sentence.\n\nAnother, with inner markup kept.\n\nA second one.");
});

test("values are read with white space around them", async () => {
  const { set, found } = await resolveBody(
    '<xs:complexType name=" T " abstract=" 1 "><xs:sequence minOccurs=" 0 " maxOccurs=" unbounded "><xs:element name="a" type=" xs:int "/></xs:sequence></xs:complexType>',
  );
  expect(found).toEqual([]);
  expect(complexOf(set, "T").abstract).toBe(true);
  expect(contentOf(complexOf(set, "T"))).toBe("sequence{0,*}(a)");
});

describe("qualification", () => {
  const body =
    '<xs:complexType name="T"><xs:sequence><xs:element name="a"/><xs:element name="b" form="qualified"/><xs:element name="c" form="unqualified"/></xs:sequence><xs:attribute name="d"/><xs:attribute name="e" form="qualified"/></xs:complexType>';
  const names = async (attributes: string): Promise<readonly string[]> => {
    const { set } = await resolveFiles({ "main.xsd": schema(body, `targetNamespace="urn:t" ${attributes}`) });
    const { content, attributes: uses } = complexOf(set, "T");
    const particles =
      content.kind === "elements" && content.particle.term.kind === "sequence" ? content.particle.term.particles : [];
    return [
      ...particles.map(({ term }) => (term.kind === "element" ? term.name : ["", ""]).join(" ")),
      ...uses.map(({ attribute }) => attribute.name.join(" ")),
    ];
  };
  test("unqualified by default", async () => {
    expect(await names("")).toEqual([" a", "urn:t b", " c", " d", "urn:t e"]);
  });
  test("as the schema says", async () => {
    expect(await names('elementFormDefault="qualified" attributeFormDefault="qualified"')).toEqual([
      "urn:t a",
      "urn:t b",
      " c",
      "urn:t d",
      "urn:t e",
    ]);
  });
});

test("patterns of one step are alternatives, those of two steps hold together", async () => {
  const { set } = await resolveBody(
    '<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="a|b"/><xs:pattern value="\\d"/></xs:restriction></xs:simpleType><xs:simpleType name="B"><xs:restriction base="t:A"><xs:pattern value="[a-z]"/></xs:restriction></xs:simpleType>',
  );
  const patternsOf = (name: string): readonly RegExp[] => {
    const { variety } = simpleOf(set, name);
    return variety.kind === "restriction" ? (variety.facets.pattern ?? []) : [];
  };
  expect(patternsOf("A")).toEqual([/^(?:a|b|[\p{Nd}])$/u]);
  expect(patternsOf("B")).toEqual([/^(?:[a-z])$/u]);
});
