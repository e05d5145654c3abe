/** The generator on small contracts: what it makes of each construct, what it refuses, and where it says so. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decode, encode, toJson, type RootCodec } from "../src/runtime/index.ts";
import { formatDiagnostics } from "../scripts/diagnostics-format.ts";
import { Diagnostics, type Diagnostic } from "../scripts/diagnostics.ts";
import { LiveCodecs } from "../scripts/model/live.ts";
import { buildModel, generateModule } from "../scripts/pipeline.ts";
import { translatePattern } from "../scripts/xsd/pattern.ts";
import { judgeBy } from "./support/libxml2.ts";

const root = resolve(import.meta.dirname, "..");
let folder = "";
let files = 0;

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "generator-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a schema with the target namespace `urn:t`; answers its path. */
function schema(body: string, attributes = 'elementFormDefault="qualified"'): string {
  const path = join(folder, `s${++files}.xsd`);
  const start = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t" ${attributes}>`;
  writeFileSync(path, `${start}\n${body}\n</xs:schema>\n`);
  return path;
}

interface Outcome {
  readonly code: string | undefined;
  readonly found: readonly Diagnostic[];
}

async function generated(entry: string): Promise<Outcome> {
  const diagnostics = new Diagnostics();
  const { code } = await generateModule({ entry, runtime: "../../src/runtime/index.ts" }, diagnostics);
  return { code, found: diagnostics.all };
}

/** The code, free of diagnostics. */
async function codeOf(entry: string): Promise<string> {
  const { code, found } = await generated(entry);
  expect(found).toEqual([]);
  return code ?? "";
}

/** A root codec, and a judge of its messages. */
async function codecOf(entry: string, name: string): Promise<RootCodec<unknown>> {
  const diagnostics = new Diagnostics();
  const { model } = await buildModel({ entry }, diagnostics);
  if (model === undefined) throw new Error(formatDiagnostics(diagnostics.all, new Map()));
  const root = new LiveCodecs(model).roots().find(({ localName }) => localName === name);
  if (root === undefined) throw new Error(`no element ${name}`);
  return root.codec;
}

/** A value without the prefixes that kept nodes remember: another document has others. */
function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === "namespaces" ? undefined : member)));
}

/** Decodes strictly, writes again, and has libxml2 judge both. */
async function roundTrip(entry: string, xml: string): Promise<unknown> {
  const codec = await codecOf(entry, /<(?:\w+:)?(\w+)/.exec(xml)?.[1] ?? "");
  const judge = judgeBy(entry);
  expect(judge(xml)).toEqual([]);
  const value = decode(codec, xml, { mode: "strict" });
  const written = encode(codec, value);
  expect(judge(written)).toEqual([]);
  expect(bare(toJson(codec, decode(codec, written, { mode: "strict" })))).toEqual(bare(toJson(codec, value)));
  return value;
}

describe("constructs", () => {
  test("extension, abstract base and xsi:type become a union told apart by $type", async () => {
    const entry = schema(`
      <xs:complexType name="Shape" abstract="true"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>
      <xs:complexType name="Circle"><xs:complexContent><xs:extension base="Shape"><xs:sequence><xs:element name="r" type="xs:double"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:complexType name="Square"><xs:complexContent><xs:extension base="Shape"><xs:attribute name="side" type="xs:long" use="required"/></xs:extension></xs:complexContent></xs:complexType>
      <xs:element name="drawing"><xs:complexType><xs:sequence><xs:element name="shape" type="Shape" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`);
    const code = await codeOf(entry);
    expect(code).toContain("export type AnyShape = Circle | Square;");
    expect(code).toContain('readonly $type: "Circle";');
    expect(code).not.toContain("export interface Shape ");
    const xml = `<drawing xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><shape xsi:type="Square" side="9007199254740993"><id>1</id></shape><shape xsi:type="Circle"><id>2</id><r>0.5</r></shape></drawing>`;
    expect(await roundTrip(entry, xml)).toEqual({
      shape: [
        { $type: "Square", id: 1, side: 9007199254740993n },
        { $type: "Circle", id: 2, r: 0.5 },
      ],
    });
  });

  test("choice, sequence in a choice, and a group reference become a union", async () => {
    const entry = schema(`
      <xs:group name="Failure"><xs:sequence><xs:element name="code" type="xs:int"/><xs:element name="text" type="xs:string" minOccurs="0"/></xs:sequence></xs:group>
      <xs:element name="answer"><xs:complexType><xs:sequence><xs:element name="id" type="xs:string"/>
        <xs:choice><xs:element name="row" type="xs:string" maxOccurs="unbounded"/><xs:group ref="Failure"/></xs:choice></xs:sequence></xs:complexType></xs:element>`);
    const code = await codeOf(entry);
    expect(code).toContain("readonly row?: never;");
    expect(code).toContain("readonly code?: never;");
    expect(await roundTrip(entry, '<answer xmlns="urn:t"><id>1</id><row>a</row></answer>')).toEqual({
      id: "1",
      row: ["a"],
    });
    expect(await roundTrip(entry, '<answer xmlns="urn:t"><id>1</id><code>7</code></answer>')).toEqual({
      id: "1",
      code: 7,
    });
    const codec = await codecOf(entry, "answer");
    expect(() => decode(codec, '<answer xmlns="urn:t"><id>1</id></answer>', { mode: "strict" })).toThrow(/row|code/);
    expect(() => encode(codec, { id: "1", row: ["a"], code: 7 })).toThrow();
  });

  test("list, union, simple content with attributes, wildcards, nil, defaults", async () => {
    const entry = schema(`
      <xs:simpleType name="Sizes"><xs:list itemType="xs:int"/></xs:simpleType>
      <xs:simpleType name="Level"><xs:union memberTypes="xs:int Word"/></xs:simpleType>
      <xs:simpleType name="Word"><xs:restriction base="xs:token"><xs:enumeration value="high"/><xs:enumeration value="50%"/><xs:enumeration value="a&quot;b */"/></xs:restriction></xs:simpleType>
      <xs:complexType name="Money"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:token" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
      <xs:element name="order"><xs:complexType><xs:sequence>
        <xs:element name="sizes" type="Sizes"/><xs:element name="level" type="Level"/><xs:element name="word" type="Word"/>
        <xs:element name="total" type="Money"/><xs:element name="note" type="xs:string" nillable="true" minOccurs="0"/>
        <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
        <xs:attribute name="kind" type="xs:string" default="plain"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType></xs:element>`);
    const code = await codeOf(entry);
    expect(code).toContain("export type Sizes = readonly Int[];");
    expect(code).toContain("export type Level = Int | Word;");
    expect(code).toContain(String.raw`| "a\"b */"`);
    const start = '<order xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:o" o:x="1">';
    const rest = '<sizes>1 2</sizes><level>high</level><word>50%</word><total currency="EUR">10.50</total>';
    expect(
      await roundTrip(entry, `${start}${rest}<note xsi:nil="true"/><o:more a="b">c</o:more></order>`),
    ).toMatchObject({
      sizes: [1, 2],
      level: "high",
      word: "50%",
      total: { currency: "EUR", $value: "10.50" },
      note: null,
      kind: "plain",
      $attributes: [{ name: { namespace: "urn:o", localName: "x" }, value: "1" }],
      $any: [{ name: { namespace: "urn:o", localName: "more" }, children: ["c"] }],
    });
    expect(await roundTrip(entry, `${start}${rest.replace("high", "3")}<note/></order>`)).toMatchObject({
      level: 3,
      note: "",
      $any: [],
    });
    expect(await roundTrip(entry, `${start}${rest}</order>`)).not.toHaveProperty("note");
  });

  test("wrappers, recursion, optional sequences, xs:all, unqualified elements, facets", async () => {
    const entry = schema(
      `<xs:complexType name="ArrayOfNode"><xs:sequence><xs:element name="Node" type="Node" minOccurs="0" maxOccurs="unbounded" nillable="true"/></xs:sequence></xs:complexType>
      <xs:complexType name="Node"><xs:sequence><xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]\\d{2}"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name="children" type="ArrayOfNode" minOccurs="0"/>
        <xs:sequence minOccurs="0"><xs:element name="from" type="xs:date"/><xs:element name="to" type="xs:date"/></xs:sequence></xs:sequence></xs:complexType>
      <xs:complexType name="Settings"><xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:all></xs:complexType>
      <xs:element name="tree"><xs:complexType><xs:sequence><xs:element name="node" type="Node"/><xs:element name="settings" type="Settings"/></xs:sequence></xs:complexType></xs:element>`,
      'elementFormDefault="unqualified"',
    );
    const code = await codeOf(entry);
    expect(code).toContain("export type ArrayOfNode = readonly (Node | null)[];");
    expect(code).toMatch(/type: \(\) => (Node|ArrayOfNode)/);
    const xml = `<t:tree xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><node><name>A01</name><children><Node><name>B02</name><from>2026-01-01</from><to>2026-02-01</to></Node><Node xsi:nil="true"/></children></node><settings><b>1</b><a>2</a></settings></t:tree>`;
    expect(await roundTrip(entry, xml)).toEqual({
      node: { name: "A01", children: [{ name: "B02", from: "2026-01-01", to: "2026-02-01" }, null] },
      settings: { a: 2, b: 1 },
    });
    const codec = await codecOf(entry, "tree");
    expect(() => decode(codec, xml.replace("A01", "a01"), { mode: "strict" })).toThrow(/name/);
    expect(() => decode(codec, xml.replace("<to>2026-02-01</to>", ""), { mode: "strict" })).toThrow(/to/);
  });

  test("names that clash: two namespaces, reserved words, an element and a type of one name", async () => {
    const other = join(folder, "other.xsd");
    writeFileSync(
      other,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x:billing"><xs:complexType name="Item"><xs:sequence><xs:element name="sum" type="xs:int"/></xs:sequence></xs:complexType></xs:schema>`,
    );
    const entry = schema(`
      <xs:import namespace="urn:x:billing" schemaLocation="other.xsd"/>
      <xs:complexType name="Item"><xs:sequence><xs:element name="class" type="xs:string"/><xs:element name="billed" type="b:Item" xmlns:b="urn:x:billing"/></xs:sequence></xs:complexType>
      <xs:complexType name="string"><xs:sequence><xs:element name="default" type="Item"/></xs:sequence></xs:complexType>
      <xs:element name="Item" type="Item"/><xs:element name="default" type="string"/>`);
    const code = await codeOf(entry);
    expect(code).toContain("export interface Item {");
    expect(code).toContain("export interface ItemBilling {");
    expect(code).toContain("export interface stringType {");
    expect(code).toContain("export const ItemElement: ElementCodec<Item>");
    expect(code).toContain("export const defaultElement: ElementCodec<stringType>");
    expect(
      await codecOf(entry, "Item").then((codec) =>
        decode(codec, '<t:Item xmlns:t="urn:t"><t:class>c</t:class><t:billed><sum>1</sum></t:billed></t:Item>'),
      ),
    ).toEqual({
      class: "c",
      billed: { sum: 1 },
    });
  });

  test("documentation cannot end its comment, and deprecated names stay quoted", async () => {
    const code = await codeOf(
      schema(`<xs:element name="a"><xs:complexType><xs:annotation><xs:documentation>Ends */ early. @tag</xs:documentation></xs:annotation>
        <xs:sequence><xs:element name="x-y" type="xs:int"/></xs:sequence><xs:attribute name="z.1" type="xs:int"/></xs:complexType></xs:element>`),
    );
    expect(code).toContain(String.raw`/** Ends *\/ early. @tag */`);
    expect(code).toContain('readonly "x-y": Int;');
    expect(code).toContain('"z.1": { at: "z.1", count: "?", type: int }');
  });
});

describe("what is wrong is said with its place", () => {
  const cases: readonly (readonly [
    what: string,
    body: string,
    code: string,
    place: readonly [number, number],
    message: RegExp,
  ])[] = [
    [
      "an unknown type",
      '<xs:element name="a" type="Strin"/>\n<xs:complexType name="String"/>',
      "src-resolve",
      [2, 1],
      /no type Strin in urn:t; did you mean String/,
    ],
    ["an unknown built-in", '<xs:element name="a" type="xs:strin"/>', "src-resolve", [2, 1], /did you mean .*string/],
    ["an undeclared prefix", '<xs:element name="a" type="q:b"/>', "src-resolve", [2, 1], /prefix q/],
    [
      "two of one name",
      '<xs:complexType name="A"/>\n  <xs:complexType name="A"><xs:attribute name="b" type="xs:int"/></xs:complexType>',
      "sch-props-correct",
      [3, 3],
      /A is declared twice/,
    ],
    [
      "a type derived from itself",
      '<xs:complexType name="A"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>',
      "ct-props-correct.3",
      [2, 1],
      /derived from itself/,
    ],
    [
      "a misspelt attribute",
      '<xs:element name="a" typo="xs:int"/>',
      "s4s-att-not-allowed",
      [2, 1],
      /no attribute typo/,
    ],
    ["a misplaced element", "<xs:sequence/>", "s4s-elt-must-match.1", [2, 1], /sequence is not allowed in schema/],
    [
      "bad occurrence",
      '<xs:complexType name="A"><xs:sequence><xs:element name="b" type="xs:int" minOccurs="x"/></xs:sequence></xs:complexType>',
      "s4s-att-invalid-value",
      [2, 39],
      /minOccurs of element is a number/,
    ],
    [
      "a pattern that is none",
      '<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="a{2"/></xs:restriction></xs:simpleType>',
      "s4s-att-invalid-value",
      [2, 58],
      /regular expression/,
    ],
    [
      "a missing schema",
      '<xs:import namespace="urn:o" schemaLocation="nowhere.xsd"/><xs:element name="e" xmlns:o="urn:o" type="o:T"/>',
      "source.missing",
      [2, 1],
      /nowhere\.xsd cannot be read/,
    ],
    [
      "an import of nothing",
      '<xs:import namespace="urn:o"/>\n<xs:element name="a" type="o:T" xmlns:o="urn:o"/>',
      "src-resolve",
      [3, 1],
      /no type T in urn:o/,
    ],
  ];

  const warnings = new Set([
    "an undeclared prefix",
    "a misspelt attribute",
    "two of one name",
    "a pattern that is none",
  ]);

  test.each(cases)("%s", async (what, body, code, [line, column], message) => {
    const entry = schema(body);
    const { code: text, found } = await generated(entry);
    const first = found.find((diagnostic) => diagnostic.code === code);
    expect(first, JSON.stringify(found)).toBeDefined();
    // A warning says what services in use get wrong and how it is read; an error keeps the code from being written.
    expect(text === undefined).toBe(found.some(({ severity }) => severity === "error"));
    expect(first?.severity).toBe(warnings.has(what) ? "warning" : "error");
    expect(first?.message).toMatch(message);
    expect(first?.at).toEqual({ uri: relative(process.cwd(), entry), line, column });
  });

  test("several errors come together, with the line that is meant", async () => {
    const entry = schema('<xs:element name="a" type="A"/>\n<xs:element name="b" type="B"/>');
    const { found } = await generated(entry);
    expect(found.map(({ at }) => at.line).sort()).toEqual([2, 3]);
    const text = formatDiagnostics(found, new Map([[relative(process.cwd(), entry), readFileSync(entry, "utf8")]]));
    expect(text).toContain(`${relative(process.cwd(), entry)}:3:1 error src-resolve`);
    expect(text.indexOf(":2:1 ")).toBeLessThan(text.indexOf(":3:1 "));
    expect(text).toContain('     3 | <xs:element name="b" type="B"/>\n       | ^');
  });

  test("endless entities, malformed XML and another document are refused", async () => {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    expect((await generated(write("d.xsd", '<!DOCTYPE a [<!ENTITY b "&b;">]><a>&b;</a>'))).found).toMatchObject([
      { code: "source.malformed", at: { line: 1, column: 1 } },
    ]);
    expect((await generated(write("m.xsd", "<a>\n  <b></a>"))).found).toMatchObject([
      { code: "source.malformed", at: { line: 2, column: 6 } },
    ]);
    expect((await generated(write("h.xsd", "<html/>"))).found).toMatchObject([{ code: "source.format" }]);
    expect((await generated(join(folder, "absent.wsdl"))).found).toMatchObject([{ code: "source.missing" }]);
  });
});

describe("WSDL and operations tables", () => {
  const wsdl = (
    binding: string,
    part = 'element="t:Ask"',
  ): string => `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" targetNamespace="urn:t">
<types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="Ask"><xs:complexType><xs:sequence><xs:element name="q" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="Answer"><xs:complexType/></xs:element><xs:element name="Key" type="xs:string"/><xs:element name="Oops"><xs:complexType><xs:sequence><xs:element name="why" type="xs:int"/></xs:sequence></xs:complexType></xs:element></xs:schema></types>
<message name="In"><part name="p" ${part}/></message><message name="Out"><part name="p" element="t:Answer"/></message><message name="H"><part name="k" element="t:Key"/></message><message name="F"><part name="f" element="t:Oops"/></message>
<portType name="P"><operation name="Ask"><documentation>Asks.</documentation><input message="t:In"/><output message="t:Out"/><fault name="Oops" message="t:F"/></operation></portType>
${binding}
<service name="Asking"><port name="p" binding="t:B"><s:address location="https://example.com/ask"/></port></service></definitions>`;
  const soap11 = `<binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><operation name="Ask"><s:operation soapAction="urn:ask"/><input><s:header message="t:H" part="k" use="literal"/><s:body use="literal"/></input><output><s:body use="literal"/></output><fault name="Oops"><s:fault name="Oops" use="literal"/></fault></operation></binding>`;

  const write = (text: string): string => {
    const path = join(folder, `w${++files}.wsdl`);
    writeFileSync(path, text);
    return path;
  };

  test("a document that declares nothing is an empty module, with a warning", async () => {
    const nothing = soap11.replace(/<operation.*<\/operation>/, "");
    const empty = wsdl(nothing).replace(/<types>.*<\/types>/s, "");
    const { code, found } = await generated(write(empty));
    expect(found.map(({ code: said, severity }) => `${severity} ${said}`)).toEqual(["warning wsdl.empty"]);
    expect(code).toMatch(/\nexport \{\};\n$/);
  });

  test("headers, faults and the action are in the descriptor", async () => {
    const code = await codeOf(write(wsdl(soap11)));
    expect(code).toContain("readonly headers: AskingRequestHeaders;");
    expect(code).toContain("readonly faults: { readonly Oops: Oops };");
    expect(code).toContain('action: "urn:ask"');
    expect(code).toContain('endpoint: "https://example.com/ask"');
    expect(code).toContain("/** Asks. */");
  });

  test("every version and style is carried; what cannot be is left out", async () => {
    const codesOf = async (text: string): Promise<readonly string[]> =>
      (await generated(write(text))).found.map(({ code }) => code);
    expect(await codesOf(wsdl(soap11.replaceAll("<s:", "<s12:")))).toEqual([]);
    expect(await codesOf(wsdl(soap11.replace("<s:binding ", '<s:binding style="rpc" ')))).toEqual([]);
    expect(await codesOf(wsdl(soap11, 'type="xs:string" xmlns:xs="http://www.w3.org/2001/XMLSchema"'))).toEqual([
      "wsdl.style",
    ]);
    expect(await codesOf(wsdl(soap11, 'type="t:Ask"'))).toEqual(["wsdl.skipped", "wsdl.ignored"]);
    expect(await codesOf(wsdl(soap11, 'element="t:Axe"'))).toEqual(["wsdl.skipped", "wsdl.ignored"]);
    expect(await codesOf(wsdl(soap11.replace('"t:P"', '"t:Q"')))).toEqual(["wsdl.resolve", "wsdl.ignored"]);
  });

  test("an operations table: parameters, constants, raw bodies, errors with their places", async () => {
    const entry = schema('<xs:element name="job" type="xs:string"/><xs:element name="error" type="xs:string"/>');
    const table = entry.replace(/\.xsd$/, ".operations.yaml");
    const good = `service: Jobs
schema: ${relative(folder, entry)}
namespace: urn:t
servers: [{ url: "https://example.com/" }]
parameters:
  token: { in: header, name: X-Token, required: true, secret: true, everywhere: true }
  id: { in: path, required: true }
  page: { in: query }
operations:
  get:
    method: GET
    path: jobs/{id}
    parameters: [id, page]
    response: job
    errors: [error]
  put:
    method: PUT
    path: jobs/{id}
    parameters: [id]
    headers: { Accept: application/xml }
    request: raw
    response: raw
`;
    writeFileSync(table, good);
    const code = await codeOf(entry);
    expect(code).toContain("readonly path: { readonly id: string };");
    expect(code).toContain("readonly query: { readonly page?: string };");
    expect(code).toContain("readonly input: RawBody;");
    expect(code).toContain('token: { in: "header", name: "X-Token", required: true, secret: true }');
    expect(code).toContain('headers: { Accept: "application/xml" }');
    writeFileSync(
      table,
      good
        .replace("response: job", "response: jib")
        .replace("method: PUT", "method: PUSH")
        .replace("[id, page]", "[id, pag]")
        .replace("    request: raw", "    reqest: raw"),
    );
    const { found } = await generated(entry);
    expect(found.map(({ code: name, at }) => `${name} ${at.line}`).sort()).toEqual([
      "operations.invalid 17",
      "operations.invalid 21",
      "operations.resolve 13",
      "operations.resolve 14",
    ]);
    expect(found.map(({ message }) => message).join("\n")).toMatch(/did you mean \{urn:t\}job/);
  });
});

describe("regular expressions of XML Schema", () => {
  const accepted: readonly (readonly [pattern: string, matches: readonly string[], refuses: readonly string[]])[] = [
    [String.raw`\d{3}`, ["123", "٣٤٥"], ["12", "1234"]],
    [String.raw`[a-z-[aeiou]]+`, ["xyz"], ["abc"]],
    [String.raw`^a$`, ["^a$"], ["a"]],
    [String.raw`\i\c*`, ["a-1", "_x:y"], ["1a"]],
    [String.raw`\p{IsBasicLatin}+`, ["abc"], ["é"]],
    [String.raw`\P{Lu}`, ["a"], ["A"]],
    [String.raw`a.b`, ["a b"], ["a\nb"]],
    [String.raw`[\w-]+@x`, ["a-b@x"], ["a b@x"]],
    [String.raw`a|bc`, ["a", "bc"], ["abc", "c"]],
    [String.raw`[^\s]+`, ["ab"], ["a b"]],
    [String.raw`\-?P(\d*D)?`, ["-P1D", "P"], ["1D"]],
  ];
  test.each(accepted)("%s", (pattern, matches, refuses) => {
    const translated = translatePattern(pattern);
    if (!("source" in translated)) throw new Error(translated.reason);
    const expression = new RegExp(`^(?:${translated.source})$`, "u");
    for (const text of matches) expect(expression.test(text), text).toBe(true);
    for (const text of refuses) expect(expression.test(text), text).toBe(false);
  });

  test.each(["a{2", "(a", "[a", "*a", String.raw`\q`, String.raw`\p{IsNowhere}`, "[]"])("%s is refused", (pattern) => {
    expect(translatePattern(pattern)).toHaveProperty("reason");
  });
});

describe("codegen", { timeout: 60_000 }, () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(root, ".cache", "codegen-"));
    for (const entry of ["specs", "scripts", "src", "generated", "package.json"])
      cpSync(join(root, entry), join(copy, entry), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  const codegen = (...args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((done) => {
      execFile(process.execPath, ["scripts/codegen.ts", ...args], { cwd: copy }, (error, stdout, stderr) => {
        done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 1, output: stdout + stderr });
      });
    });

  test("a second run changes nothing and --check agrees", async () => {
    expect(await codegen()).toEqual({ code: 0, output: "generated/ is up to date: 6 files\n" });
    expect(await codegen("--check")).toMatchObject({ code: 0 });
  });

  test("--check fails with a diff after an edit of a spec, and writes nothing", async () => {
    const spec = join(copy, "specs/ebay/bulk-data-exchange.xsd");
    const before = readFileSync(spec, "utf8");
    writeFileSync(spec, before.replace('name="errorCount"', 'name="errors"'));
    const { code, output } = await codegen("--check");
    expect(code).toBe(1);
    expect(output).toContain("--- generated/ebay/bulk-data-exchange.ts");
    expect(output).toMatch(/^-.*errorCount/m);
    expect(output).toMatch(/^\+.*errors/m);
    expect(readFileSync(join(copy, "generated/ebay/bulk-data-exchange.ts"), "utf8")).toContain("errorCount");
    writeFileSync(spec, before);
  });

  test("--check fails after an edit of a generated file, and for files that no spec makes", async () => {
    const file = join(copy, "generated/salesforce/async-api.ts");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("type: long", "type: int"));
    const stale = join(copy, "generated/old.ts");
    writeFileSync(stale, `${before.split("\n")[0]}\n`);
    const own = join(copy, "generated/notes.txt");
    writeFileSync(own, "mine");
    const checked = await codegen("--check");
    expect(checked.code).toBe(1);
    expect(checked.output).toMatch(/^\+.*type: long/m);
    expect(checked.output).toContain("generated/old.ts");
    // Writing mends the one, removes the other, and leaves what is not its own alone.
    const written = await codegen();
    expect(written.code).toBe(1);
    expect(written.output).toContain("removed generated/old.ts");
    expect(written.output).toContain("generated/notes.txt is no generated file");
    expect([existsSync(stale), existsSync(own), readFileSync(file, "utf8") === before]).toEqual([false, true, true]);
    rmSync(own);
    expect(await codegen("--check")).toMatchObject({ code: 0 });
  });

  test("a spec with errors: all are printed, nothing is written", async () => {
    const spec = join(copy, "specs/exacttarget/batch.xsd");
    const before = readFileSync(spec, "utf8");
    writeFileSync(
      spec,
      before.replace('type="BatchStatus"', 'type="BatchState"').replace('type="DateRange"', 'type="DateRanges"'),
    );
    const { code, output } = await codegen();
    expect(code).toBe(1);
    expect(output).toContain("did you mean BatchStatus");
    expect(output).toContain("did you mean DateRange");
    writeFileSync(spec, before);
    expect(await codegen("--check")).toMatchObject({ code: 0 });
  });
});
