/** Contracts that break the standard where what is meant is clear: a warning says how they are taken, `--strict` refuses them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decode, encode, XmlError } from "../src/runtime/index.ts";
import { Diagnostics, type DiagnosticCode } from "../scripts/diagnostics.ts";
import { LiveCodecs } from "../scripts/model/live.ts";
import { buildModel } from "../scripts/pipeline.ts";

const cache = resolve(import.meta.dirname, "..", ".cache");
let folder = "";

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "lenient-"));
  const start = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"';
  writeFileSync(
    join(folder, "other.xsd"),
    `${start} targetNamespace="urn:o"><xs:element name="o" type="xs:int"/></xs:schema>`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Case {
  readonly code: DiagnosticCode;
  /** Global components of `urn:t`, the element `e` among them. */
  readonly body: string;
  /** Content of `e` that is taken, by the value that it becomes. */
  readonly taken: readonly (readonly [content: string, value: unknown])[];
  readonly refused?: readonly string[];
  /** More than the content: the whole start tag of `e`. */
  readonly attributes?: string;
}

const simple = (facets: string, base = "xs:int"): string =>
  `<xs:element name="e"><xs:simpleType><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`;
const complex = (content: string): string =>
  `<xs:element name="e"><xs:complexType>${content}</xs:complexType></xs:element>`;
const facet = (name: string, value: string): string => `<xs:${name} value="${value}"/>`;
const short =
  '<xs:simpleType name="Short"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>';

const cases: readonly (readonly [what: string, Case])[] = [
  [
    "a listed value that the base does not have",
    {
      code: "enumeration-valid-restriction",
      body: simple(facet("enumeration", "1") + facet("enumeration", "one")),
      taken: [["1", 1]],
      refused: ["2"],
    },
  ],
  [
    "no listed value that the base has",
    {
      code: "enumeration-valid-restriction",
      body: simple(facet("enumeration", "one")),
      taken: [["2", 2]],
      refused: ["one"],
    },
  ],
  [
    "a bound that the base does not have",
    {
      code: "maxInclusive-valid-restriction",
      body: simple(facet("maxInclusive", "300") + facet("minInclusive", "1"), "xs:byte"),
      taken: [["127", 127]],
      refused: ["0", "128"],
    },
  ],
  [
    "bounds that leave nothing",
    {
      code: "minInclusive-less-than-equal-to-maxInclusive",
      body: simple(facet("minInclusive", "5") + facet("maxInclusive", "4")),
      taken: [["7", 7]],
    },
  ],
  [
    "a length that does not restrict",
    {
      code: "maxLength-valid-restriction",
      body: short + simple(facet("maxLength", "3"), "Short"),
      taken: [["ab", "ab"]],
      refused: ["abc"],
    },
  ],
  [
    "a facet that is no number",
    { code: "s4s-att-invalid-value", body: simple(facet("maxLength", "many"), "xs:string"), taken: [["abc", "abc"]] },
  ],
  [
    "a facet twice",
    {
      code: "src-single-facet-value",
      body: simple(facet("maxLength", "1") + facet("maxLength", "2"), "xs:string"),
      taken: [["ab", "ab"]],
      refused: ["abc"],
    },
  ],
  [
    "a regular expression of another dialect",
    { code: "s4s-att-invalid-value", body: simple(facet("pattern", "(a"), "xs:string"), taken: [["b", "b"]] },
  ],
  [
    "a default that is no value of the type",
    {
      code: "e-props-correct.2",
      body: complex('<xs:sequence><xs:element name="n" type="xs:int" default="" minOccurs="0"/></xs:sequence>'),
      taken: [["<n>1</n>", { n: 1 }]],
      refused: ["<n/>"],
    },
  ],
  [
    "a default of an attribute that is no value of its type",
    {
      code: "a-props-correct.2",
      body: complex('<xs:attribute name="n" type="xs:positiveInteger" default="0"/>'),
      taken: [["", {}]],
    },
  ],
  [
    "an element of an all that repeats",
    {
      code: "cos-all-limited.2",
      body: complex(
        '<xs:all><xs:element name="a" type="xs:int" maxOccurs="2"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:all>',
      ),
      taken: [
        ["<a>1</a>", { a: [1] }],
        ["<b>3</b><a>1</a><a>2</a>", { a: [1, 2], b: 3 }],
      ],
      refused: ["<b>3</b>", "<a>1</a><a>2</a><a>3</a>"],
    },
  ],
  [
    "more at least than at most",
    {
      code: "p-props-correct.2.1",
      body: complex('<xs:sequence><xs:element name="a" type="xs:int" minOccurs="3" maxOccurs="2"/></xs:sequence>'),
      taken: [["<a>1</a><a>2</a>", { a: [1, 2] }]],
      refused: ["<a>1</a>"],
    },
  ],
  [
    "a type by name and another one inside",
    {
      code: "src-element.3",
      body: '<xs:element name="e" type="xs:int"><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:element>',
      taken: [["1", 1]],
      refused: ["a"],
    },
  ],
  [
    "a default and a fixed value",
    {
      code: "src-element.1",
      body: complex('<xs:sequence><xs:element name="n" type="xs:int" default="1" fixed="2"/></xs:sequence>'),
      taken: [
        ["<n/>", { n: 1 }],
        ["<n>3</n>", { n: 3 }],
      ],
    },
  ],
  [
    "a name and a reference",
    {
      code: "src-element.2.1",
      body: `${complex('<xs:sequence><xs:element name="a" ref="n"/></xs:sequence>')}<xs:element name="n" type="xs:int"/>`,
      taken: [["<n>1</n>", { n: 1 }]],
      refused: ["<a>1</a>"],
    },
  ],
  [
    "an attribute twice",
    {
      code: "ct-props-correct.4",
      body: complex('<xs:attribute name="n" type="xs:int"/><xs:attribute name="n" type="xs:string"/>'),
      attributes: 'n="1"',
      taken: [["", { n: 1 }]],
    },
  ],
  [
    "an element twice",
    {
      code: "sch-props-correct",
      body: '<xs:element name="e" type="xs:int"/><xs:element name="e" type="xs:string"/>',
      taken: [["1", 1]],
      refused: ["a"],
    },
  ],
  [
    "truth in capitals",
    { code: "s4s-att-invalid-value", body: '<xs:element name="e" type="xs:int" nillable="True"/>', taken: [["1", 1]] },
  ],
  [
    "a constraint whose path is none",
    {
      code: "c-selector-xpath",
      body: '<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="2"/></xs:sequence></xs:complexType><xs:unique name="u"><xs:selector xpath="a[1]"/><xs:field xpath="."/></xs:unique></xs:element>',
      taken: [["<a>1</a><a>1</a>", { a: [1, 1] }]],
    },
  ],
  [
    "a member of a substitution group with a type of its own",
    {
      code: "e-props-correct",
      body: `${complex('<xs:sequence><xs:element ref="h"/></xs:sequence>')}<xs:element name="h" type="xs:int"/><xs:element name="m" substitutionGroup="h" type="xs:string"/>`,
      taken: [["<m>a</m>", { h: { $name: "m", value: "a" } }]],
    },
  ],
  [
    "a prefix that nothing declares",
    {
      code: "src-resolve",
      body: '<xs:element name="e" type="tns:T"/><xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>',
      taken: [["1", 1]],
      refused: ["a"],
    },
  ],
  [
    "a built-in type in no namespace",
    {
      code: "src-resolve",
      body: '<xs:element name="e" xmlns="" type="int"/>',
      taken: [["1", 1]],
      refused: ["a"],
    },
  ],
  [
    "elements of a complex type without a sequence around them",
    {
      code: "s4s-elt-must-match.1",
      body: complex(
        '<xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/><xs:attribute name="c"/>',
      ),
      taken: [["<a>1</a><b>2</b>", { a: 1, b: 2 }]],
      refused: ["<b>2</b><a>1</a>", "<b>2</b>"],
    },
  ],
  [
    "elements of an extension without a sequence around them",
    {
      code: "s4s-elt-must-match.1",
      body: `<xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>${complex(
        '<xs:complexContent><xs:extension base="B"><xs:element name="b" type="xs:int"/></xs:extension></xs:complexContent>',
      )}`,
      taken: [["<a>1</a><b>2</b>", { a: 1, b: 2 }]],
      refused: ["<a>1</a>"],
    },
  ],
  [
    "an included schema of another namespace",
    {
      code: "src-include",
      body: `<xs:include schemaLocation="other.xsd"/>${complex('<xs:sequence><xs:element xmlns:o="urn:o" ref="o:o"/></xs:sequence>')}`,
      taken: [['<o:o xmlns:o="urn:o">1</o:o>', { o: 1 }]],
    },
  ],
];

test.each(cases)("%s", async (_what, { code, body, taken, refused = [], attributes = "" }) => {
  const entry = join(folder, "entry.xsd");
  const start = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"';
  writeFileSync(entry, `${start} elementFormDefault="qualified">\n${body}\n</xs:schema>\n`);
  const strict = new Diagnostics({ strict: true });
  await buildModel({ entry }, strict);
  expect(strict.hasErrors).toBe(true);
  const diagnostics = new Diagnostics();
  const { model } = await buildModel({ entry }, diagnostics);
  expect(diagnostics.all.map(({ severity }) => severity)).not.toContain("error");
  expect(diagnostics.all.map((one) => one.code)).toContain(code);
  const root =
    model === undefined ? undefined : new LiveCodecs(model).roots().find(({ localName }) => localName === "e");
  if (root === undefined) throw new Error("no element e");
  const message = (content: string): string => `<e xmlns="urn:t" ${attributes}>${content}</e>`;
  for (const [content, value] of taken) {
    expect(decode(root.codec, message(content), { mode: "strict" }), content).toEqual(value);
    expect(decode(root.codec, encode(root.codec, value), { mode: "strict" })).toEqual(value);
  }
  for (const content of refused) {
    expect(() => decode(root.codec, message(content), { mode: "strict" }), content).toThrow(XmlError);
  }
});

test.each(["http://www.w3.org/1999/XMLSchema", "http://www.w3.org/2000/10/XMLSchema"])(
  "a schema of the draft %s",
  async (namespace) => {
    const entry = join(folder, "draft.xsd");
    const field = (name: string, type: string): string => `<element name="${name}" type="${type}"/>`;
    const content =
      field("at", "timeInstant") + field("of", "d:uriReference") + field("month", "int") + field("own", "t:Own");
    const own = '<simpleType name="Own"><restriction base="binary"/></simpleType>';
    const body = `<element name="e"><complexType><sequence>${content}</sequence></complexType></element>${own}`;
    const start = `<schema xmlns="${namespace}" xmlns:d="${namespace}" xmlns:t="urn:t" targetNamespace="urn:t">`;
    writeFileSync(entry, `<?xml version="1.0"?>\n${start}${body}</schema>`);
    const diagnostics = new Diagnostics();
    const { model } = await buildModel({ entry }, diagnostics);
    expect(diagnostics.all).toMatchObject([{ code: "xsd.draft", severity: "warning", at: { line: 2, column: 1 } }]);
    const strict = new Diagnostics({ strict: true });
    await buildModel({ entry }, strict);
    expect(strict.all).toMatchObject([{ code: "xsd.draft", severity: "error" }]);
    const [root] = model === undefined ? [] : new LiveCodecs(model).roots();
    if (root === undefined) throw new Error("no element");
    const message =
      '<e xmlns="urn:t"><at xmlns="">2001-02-03T04:05:06Z</at><of xmlns="">urn:a</of><month xmlns="">7</month><own xmlns="">AAE=</own></e>';
    const value = { at: "2001-02-03T04:05:06Z", of: "urn:a", month: 7, own: new Uint8Array([0, 1]) };
    expect(decode(root.codec, message, { mode: "strict" })).toEqual(value);
    expect(() => decode(root.codec, message.replace("2001-", ""), { mode: "strict" })).toThrow(XmlError);
  },
);
