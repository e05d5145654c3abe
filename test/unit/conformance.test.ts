/** The parts of the conformance run that judge: they have to see what is wrong. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { anyIn } from "../conformance/any.ts";
import { compileModules } from "../conformance/compile.ts";
import { codecsOf } from "../conformance/contract.ts";
import { deviations, deviationsText } from "../conformance/expected.ts";
import { hintsOf } from "../conformance/hints.ts";
import { firstDifference } from "../conformance/infoset.ts";
import { GeneratedModules } from "../conformance/modules.ts";
import type { Outcome } from "../conformance/outcome.ts";
import { inFraction } from "../conformance/suite.ts";
import { isSameValue } from "../conformance/typed-values.ts";
import { builtinSimpleTypes } from "../../scripts/xsd/builtins.ts";
import type { SimpleType } from "../../scripts/xsd/components.ts";
import { resolveBody } from "../support/schemas.ts";

const builtin = (name: string): SimpleType => {
  const type = builtinSimpleTypes.get(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
};

describe("values are compared by their types", () => {
  const same = (type: SimpleType, one: string, other: string): boolean => {
    const namespaceOf = (prefix: string): string | undefined => ({ a: "urn:x", b: "urn:x", c: "urn:y" })[prefix];
    return isSameValue(type, { text: one, namespaceOf }, { text: other, namespaceOf });
  };

  test.each([
    ["string", "1.0", "1", false],
    ["string", " a", "a", false],
    ["normalizedString", "a\tb", "a b", true],
    ["token", " a  b ", "a b", true],
    ["decimal", "+01.50", "1.5", true],
    ["decimal", "-0.0", "0", true],
    ["decimal", "1.5", "1.05", false],
    ["decimal", "100", "1", false],
    ["integer", "007", "7", true],
    ["double", "1e2", "100.0", true],
    ["double", "0.1", "0.10000000000000002", false],
    ["float", "0.1", "0.10000000149011612", true],
    ["boolean", "1", "true", true],
    ["boolean", "1", "false", false],
    ["hexBinary", "0aFF", "0AFF", true],
    ["base64Binary", "AA ==", "AA==", true],
    ["duration", "P1Y", "P12M", true],
    ["duration", "PT60S", "PT1M", true],
    ["duration", "P1M", "P30D", false],
    ["dateTime", "2020-01-01T00:00:00+01:00", "2019-12-31T23:00:00Z", true],
    ["dateTime", "2020-01-01T24:00:00", "2020-01-02T00:00:00.000", true],
    ["dateTime", "2020-01-01T00:00:00", "2020-01-01T00:00:00Z", false],
    ["date", "2020-01-01", "2020-01-02", false],
    ["time", "12:00:00", "12:00:00.0", true],
    ["time", "12:00:00", "12:00:01", false],
    ["gMonthDay", "--01-02", "--02-01", false],
    ["QName", "a:n", "b:n", true],
    ["QName", "a:n", "c:n", false],
    ["QName", "a:n", "n", false],
    ["NMTOKENS", "x  y", "x y", true],
    ["NMTOKENS", "x y", "x", false],
  ])("%s: %j and %j: %s", (name, one, other, expected) => {
    expect(same(builtin(name), one, other)).toBe(expected);
  });

  test.each([
    [["integer", "string"], "01", "1", true],
    [["string", "integer"], "01", "1", false],
    [["boolean", "integer"], "1", "true", true],
    [["integer", "boolean"], "1", "true", false],
    [["gYear", "integer"], "2001", "02001", false],
    [["byte", "integer"], "300", "0300", true],
    [["QName", "string"], "a:n", "b:n", true],
  ])("a union of %j: %j and %j: %s", (names, one, other, expected) => {
    const at = { uri: "", line: 1, column: 1 };
    const members = names.map(builtin);
    const union: SimpleType = { kind: "simple", name: undefined, at, variety: { kind: "union", members } };
    expect(same(union, one, other)).toBe(expected);
  });
});

describe("documents are compared by their schema", () => {
  const body = `
    <xs:complexType name="Any"><xs:all><xs:element name="x" type="xs:int"/><xs:element name="y"/></xs:all></xs:complexType>
    <xs:simpleType name="Either"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>
    <xs:complexType name="More"><xs:simpleContent><xs:extension base="xs:decimal"/></xs:simpleContent></xs:complexType>
    <xs:element name="r"><xs:complexType><xs:sequence>
      <xs:element name="n" type="xs:decimal" minOccurs="0" maxOccurs="9" default="4"/>
      <xs:element name="s" type="xs:string" minOccurs="0" nillable="true"/>
      <xs:element name="any" type="t:Any" minOccurs="0"/>
      <xs:element name="u" type="t:Either" minOccurs="0"/>
      <xs:element name="free" type="xs:anySimpleType" minOccurs="0"/>
    </xs:sequence><xs:attribute name="a" type="xs:int" default="5"/></xs:complexType></xs:element>`;
  const root = (content: string, attributes = ""): string => `<r xmlns="urn:t"${attributes}>${content}</r>`;
  const xsi = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const typed = (name: string, type: string, text: string): string =>
    `<${name}${xsi} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="${type}">${text}</${name}>`;

  test.each([
    ["a derived simple type", root(typed("n", "xs:int", "1")), root("<n>1.0</n>"), true],
    ["a derived simple type, another value", root(typed("n", "xs:int", "1")), root("<n>2</n>"), false],
    ["a type with attributes", root(typed("n", "More", "1")), root("<n>1</n>"), false],
    ["the member that a union takes", root(typed("u", "xs:int", "1")), root("<u>1</u>"), true],
    ["another member", root(typed("u", "xs:string", "1")), root("<u>1</u>"), false],
    ["a type for what has none", root(typed("free", "xs:int", "1")), root("<free>1</free>"), false],
    ["number", root("<n>1.0</n>"), root("<n>1</n>"), true],
    ["default of an element", root("<n/>"), root("<n>4</n>"), true],
    ["another than the default", root("<n/>"), root("<n>5</n>"), false],
    ["default of an attribute", root(""), root("", ' a="05"'), true],
    ["another attribute", root(""), root("", ' a="6"'), false],
    ["string", root("<s>1.0</s>"), root("<s>1</s>"), false],
    ["prefixes and comments", root("<s>x</s>"), '<p:r xmlns:p="urn:t"><!-- c --><p:s>x</p:s></p:r>', true],
    ["namespace", root("<s>x</s>"), '<r xmlns="urn:t"><s xmlns="">x</s></r>', false],
    ["one less", root("<n>1</n><n>2</n>"), root("<n>1</n>"), false],
    ["one more", root("<n>1</n>"), root("<n>1</n><n>1</n>"), false],
    ["order", root("<n>1</n><n>2</n>"), root("<n>2</n><n>1</n>"), false],
    ["order of xs:all", root("<any><x>1</x><y/></any>"), root("<any><y/><x>1</x></any>"), true],
    ["nil", root(`<s${xsi} xsi:nil="true"/>`), root("<s/>"), false],
    ["nil, written otherwise", root(`<s${xsi} xsi:nil="1"/>`), root(`<s${xsi} xsi:nil="true"/>`), true],
  ])("%s", async (_, one, other, equal) => {
    const { set } = await resolveBody(body);
    expect(firstDifference(set, one, other) === undefined).toBe(equal);
  });
});

test.each([
  ["const x: any = 1;", true],
  ["interface X { readonly a: readonly any[] }", true],
  ["type X = Record<string, any>;", true],
  ["interface X { readonly any: string; readonly b?: string }", false],
  ["interface X { any?: string } // any", false],
  ['const x = { any: "##any", pattern: [/"any|any;/u] };', false],
])("any is found where it is a type: %s", (code, found) => {
  expect(anyIn(code) !== undefined).toBe(found);
});

describe("expected failures", () => {
  const outcome = (got: Outcome["got"]): Outcome => ({
    suite: "xsts",
    set: "s",
    testSet: "T",
    group: "g",
    name: "n",
    path: "n.xsd",
    expected: "valid",
    check: "schema",
    got,
    reason: "why",
  });
  const listed = [{ reason: "known", cases: ["T/g/n schema", "/^U\\//"] }];

  test("a failure has to be listed, and what is listed has to fail", () => {
    expect(deviationsText(deviations([outcome("invalid")], [], true))).toContain("T/g/n schema: invalid why");
    expect(deviationsText(deviations([outcome("valid")], [], true))).toBe("");
    expect(deviations([outcome("valid")], listed, false).passed).toHaveLength(1);
    expect(deviationsText(deviations([outcome("crash")], listed, false))).toBe("");
  });

  test("an entry that no case has is told, where all cases ran", () => {
    expect(deviations([outcome("invalid")], listed, true).idle).toEqual(["/^U\\//"]);
    expect(deviations([outcome("invalid")], listed, false).idle).toEqual([]);
  });
});

test("a tenth is about a tenth", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `NISTSchema-${index}`);
  const part = names.filter((name) => inFraction(name, 10)).length;
  expect(part).toBeGreaterThan(900);
  expect(part).toBeLessThan(1100);
});

test("a document names a schema before what the schema is for", () => {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  const text = (hint: string): string =>
    `<r xmlns="urn:a" xmlns:i="${xsi}"><c xmlns="urn:b" i:schemaLocation="${hint}"/></r>`;
  expect(hintsOf(text("urn:b b.xsd"), "file:///x").late).toBeUndefined();
  expect(hintsOf(text("urn:a a.xsd"), "file:///x").late).toBe("urn:a");
});

test("a document names its schemas, relative to itself", () => {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  const text = `<r xmlns:i="${xsi}" i:schemaLocation="urn:a a.xsd  urn:b ../b.xsd"><c i:noNamespaceSchemaLocation="c.xsd"/></r>`;
  expect(hintsOf(text, "file:///x/y/z.xml")).toEqual({
    root: ["", "r"],
    late: "",
    locations: [
      { namespace: "urn:a", url: "file:///x/y/a.xsd" },
      { namespace: "urn:b", url: "file:///x/b.xsd" },
      { namespace: "", url: "file:///x/y/c.xsd" },
    ],
  });
});

describe("a contract of many types is compiled as users get it, in parts", () => {
  const types = Array.from(
    { length: 700 },
    (_, n) => `<xs:complexType name="T${n}"><xs:attribute name="a"/></xs:complexType>`,
  );
  const body = `<xs:element name="root" type="t:T1"/>${types.join("")}`;

  test("errors and any in a part are the contract's", async () => {
    const cache = join(import.meta.dirname, "..", "..", ".cache");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, "parts-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const modules = new GeneratedModules(folder);
    const { model } = codecsOf((await resolveBody(body)).set);
    const entry = modules.file("many", model);
    const good = modules.file("good", model);
    expect(await compileModules(folder, [entry, good])).toEqual(new Map());

    const parts = join(folder, entry.replace(".ts", ""));
    const part = readdirSync(parts).find((name) => !name.startsWith("specwire")) ?? "";
    appendFileSync(join(parts, part), "export const wrong: string = 1;\nexport type Loose = any;\n");
    expect([...(await compileModules(folder, [entry, good])).keys()]).toEqual([entry]);
    expect(modules.finding("many", model)).toMatchObject({ got: "errors", reason: expect.stringMatching(/^any at/) });
    expect((await modules.message(entry, { root: ["urn:t", "root"] }))?.codec.kind).toBe("element");
  }, 60_000);
});
