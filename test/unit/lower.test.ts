/** Components to the model, where a whole contract would hide the point. */
import { describe, expect, test } from "vitest";
import { alternativesOf } from "../../scripts/model/alternatives.ts";
import { claimKey } from "../../scripts/model/keys.ts";
import type { ParticleDef, StructDef } from "../../scripts/model/model.ts";
import { assignNames, identifier, lastWord } from "../../scripts/model/names.ts";
import { declarationOrder } from "../../scripts/model/order.ts";
import { countOf, product } from "../../scripts/xsd/occurrence.ts";
import { outcomeOf, schema } from "../support/contracts.ts";

const one = (key: string): ParticleDef => ({ key, count: "1" });
const maybe = (key: string): ParticleDef => ({ key, count: "?" });
const choice = (...particles: ParticleDef[]): ParticleDef => ({ kind: "choice", particles, count: "1" });
const sequence = (...particles: ParticleDef[]): ParticleDef => ({ kind: "sequence", particles, count: "1" });

/** Alternatives in short: required keys as they are, optional ones with a question mark. */
function short(particle: ParticleDef): readonly string[] | undefined {
  return alternativesOf(particle)?.map((found) =>
    [...found].map(([key, required]) => (required ? key : `${key}?`)).join(" "),
  );
}

describe("alternatives", () => {
  test("of a choice are its branches, in combination with what stands around it", () => {
    expect(short(sequence(one("a"), choice(one("b"), sequence(one("c"), maybe("d"))), maybe("e")))).toEqual([
      "a b e?",
      "a c d? e?",
    ]);
  });

  test("of two choices are all combinations", () => {
    expect(short(sequence(choice(one("a"), one("b")), choice(one("c"), one("d"))))).toEqual([
      "a c",
      "a d",
      "b c",
      "b d",
    ]);
  });

  test("that others cover are left out, whichever comes first", () => {
    expect(short(choice(one("a"), maybe("a")))).toEqual(["a?"]);
    expect(short(choice(maybe("a"), one("a")))).toEqual(["a?"]);
    expect(short(choice(one("a"), one("a")))).toEqual(["a"]);
    expect(short(choice(one("a"), sequence(one("a"), one("b"))))).toEqual(["a", "a b"]);
    expect(short({ kind: "sequence", particles: [maybe("a"), maybe("b")], count: "?" })).toEqual(["a? b?"]);
  });

  test("of an optional group have none of it, too", () => {
    const group: ParticleDef = { kind: "sequence", particles: [one("b"), maybe("c")], count: "?" };
    expect(short(sequence(one("a"), group))).toEqual(["a b c?", "a"]);
  });

  test("are listed up to 32, and never cut", () => {
    const branches = (count: number): ParticleDef[] => Array.from({ length: count }, (_, index) => one(`k${index}`));
    expect(short(choice(...branches(32)))).toHaveLength(32);
    expect(short(choice(...branches(33)))).toBeUndefined();
    const pair = (name: string): ParticleDef => choice(one(`${name}1`), one(`${name}2`));
    expect(short(sequence(...[..."abcde"].map(pair)))).toHaveLength(32);
    expect(short(sequence(...[..."abcdefghijklmnopqrstuvwxyz"].map(pair)))).toBeUndefined();
  });
});

describe("occurrence", () => {
  test.each([
    [0, 1, "?"],
    [1, 1, "1"],
    [0, Infinity, "*"],
    [1, Infinity, "+"],
  ] as const)("%i to %i is %s", (min, max, count) => expect(countOf([min, max])).toBe(count));

  test("of other bounds is said in numbers", () => {
    expect(countOf([0, 2])).toEqual([0, 2]);
    expect(countOf([2, Infinity])).toEqual([2, Infinity]);
  });

  test("of a repeated group multiplies where no number between the bounds is left out", () => {
    expect(product([1, 1], [0, Infinity])).toEqual([0, Infinity]);
    expect(product([0, 1], [2, 5])).toEqual([0, 5]);
    expect(product([2, 3], [2, 2])).toEqual([4, 6]);
    expect(product([1, 3], [2, 4])).toEqual([2, 12]);
    expect(product([0, 0], [1, Infinity])).toEqual([0, 0]);
    expect(product([2, 2], [0, 9])).toBeUndefined();
    expect(product([2, 2], [1, Infinity])).toBeUndefined();
  });
});

describe("names", () => {
  test.each([
    ["Job", "Job"],
    ["a-b.c", "aBC"],
    ["1st", "_1st"],
    ["größe", "größe"],
    ["---", "_"],
    ["a·b", "a·b"],
  ])("%s is the identifier %s", (name, expected) => expect(identifier(name)).toBe(expected));

  test.each([
    ["https://adapi.microsoft.com", "Adapi"],
    ["http://schemas.microsoft.com/2003/10/Serialization/Arrays", "Arrays"],
    ["http://schemas.datacontract.org/2004/07/System.Collections.Generic", "Generic"],
    ["https://example.org/ws/Supply.xsd", "Supply"],
    ["urn:a:data", "Data"],
    ["http://1.2/3", undefined],
  ])("the last word of %s is %s", (namespace, expected) => expect(lastWord(namespace)).toBe(expected));

  test("keys are told apart, and none is what every object has", () => {
    const taken = new Set<string>();
    const keys = ["a", "a", "a", "constructor", "toString", "__proto__"].map((name) =>
      claimKey(name, taken, "Element"),
    );
    expect(keys).toEqual(["a", "aElement", "aElement2", "$constructor", "$toString", "$__proto__"]);
  });

  test("that the module imports are not given away", async () => {
    const { model } = await outcomeOf({ "a.xsd": schema('<xs:element name="Job" type="xs:int"/>') });
    if (model === undefined) throw new Error("no model");
    expect([...assignNames(model, new Set(["Job"])).elements.values()]).toEqual(["JobElement"]);
    expect([...assignNames(model, new Set()).elements.values()]).toEqual(["Job"]);
  });

  test("of a message's own type come before those of types that have none", async () => {
    const { code } = await outcomeOf({
      "a.xsd": schema(`
        <xs:element name="Order"><xs:complexType><xs:sequence>
          <xs:element name="Item"><xs:simpleType><xs:restriction base="xs:string"><xs:length value="1"/></xs:restriction></xs:simpleType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="OrderItem"><xs:complexType><xs:sequence/></xs:complexType></xs:element>`),
    });
    expect(code).toContain("export interface OrderItem {}");
    expect(code).toContain("readonly Item: OrderItemType;");
  });
});

describe("order of declaration", () => {
  test("puts what a table names before it; only a cycle needs a thunk", async () => {
    const { model, code } = await outcomeOf({
      "a.xsd": schema(`
        <xs:complexType name="A"><xs:sequence><xs:element name="b" type="B"/></xs:sequence></xs:complexType>
        <xs:complexType name="B"><xs:sequence><xs:element name="c" type="C"/></xs:sequence></xs:complexType>
        <xs:complexType name="C"><xs:sequence><xs:element name="b" type="B" minOccurs="0"/></xs:sequence></xs:complexType>`),
    });
    if (model === undefined) throw new Error("no model");
    expect(declarationOrder(model).map((id) => model.types[id]?.hint)).toEqual(["C", "B", "A"]);
    expect([...(code ?? "").matchAll(/count: "." *, type: (.*?) \}/g)].map((match) => match[1])).toEqual([
      "() => B",
      "C",
      "B",
    ]);
  });
});

describe("wrappers", () => {
  const documents = {
    "a.xsd": schema(
      '<xs:complexType name="ArrayOfA"><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType>' +
        '<xs:complexType name="Listing"><xs:sequence><xs:element name="a" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType>',
    ),
  };

  test("are arrays where their name says so", async () => {
    const { model } = await outcomeOf(documents);
    expect(model?.types.map(({ kind }) => kind)).toEqual(["wrapper", "struct"]);
  });

  test("stay structs where that is wanted", async () => {
    const { model } = await outcomeOf(documents, { wrappers: "none" });
    expect(model?.types.map(({ kind }) => kind)).toEqual(["struct", "struct"]);
  });

  test("that may be another type by xsi:type stay structs: an array has no $type", async () => {
    const { model, code } = await outcomeOf({
      "a.xsd": schema(`
        <xs:complexType name="Base"><xs:sequence/></xs:complexType>
        <xs:complexType name="ArrayOfA"><xs:complexContent><xs:extension base="Base">
          <xs:sequence><xs:element name="a" type="xs:int" maxOccurs="unbounded"/></xs:sequence>
        </xs:extension></xs:complexContent></xs:complexType>
        <xs:element name="base" type="Base"/>`),
    });
    expect(model?.types.map(({ kind }) => kind).sort()).toEqual(["poly", "struct", "struct"]);
    expect(code).toContain('readonly $type: "ArrayOfA";');
  });
});

describe("simple types", () => {
  async function codeOf(types: string): Promise<string> {
    const { code, said } = await outcomeOf({ "a.xsd": schema(types) });
    expect(said).toEqual([]);
    return code ?? "";
  }

  test("an exclusive bound of a later step takes the place of an inclusive one", async () => {
    const code = await codeOf(`
      <xs:simpleType name="A"><xs:restriction base="xs:int"><xs:minInclusive value="0"/><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="B"><xs:restriction base="A"><xs:maxExclusive value="5"/></xs:restriction></xs:simpleType>`);
    expect(code).toContain('facets: { minInclusive: "0", maxExclusive: "5" }');
  });

  test("patterns of all steps hold together", async () => {
    const code = await codeOf(`
      <xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="a.*"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="B"><xs:restriction base="A"><xs:pattern value=".*z"/><xs:pattern value="ab"/></xs:restriction></xs:simpleType>`);
    expect(code).toMatch(/B: RestrictionCodec[\s\S]*pattern: \[\/\^\(\?:a.*\)\$\/u, \/\^\(\?:.*\|ab\)\$\/u\]/);
  });

  test("a restriction that says nothing is its base, and one that has a name keeps it", async () => {
    const code = await codeOf(`
      <xs:simpleType name="A"><xs:restriction base="xs:int"/></xs:simpleType>
      <xs:element name="a" type="A"/>`);
    expect(code).toContain("export type A = Int;");
    expect(code).toContain("export const a: ElementCodec<A> =");
  });

  test("an enumeration of a list or a union holds for the whole value", async () => {
    const code = await codeOf(`
      <xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
      <xs:simpleType name="A"><xs:restriction base="L"><xs:enumeration value="1 2"/></xs:restriction></xs:simpleType>`);
    expect(code).toContain('item: int, facets: { enumeration: ["1 2"] }');
  });
});

describe("contents", () => {
  async function structs(
    types: string,
  ): Promise<{ readonly found: readonly StructDef[]; readonly said: readonly string[] }> {
    const { model, said } = await outcomeOf({ "a.xsd": schema(types) });
    return { found: (model?.types ?? []).filter((type): type is StructDef => type.kind === "struct"), said };
  }

  test("nested groups that occur once are one sequence", async () => {
    const { found } = await structs(`
      <xs:complexType name="A"><xs:sequence>
        <xs:sequence><xs:element name="a" type="xs:int"/><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence></xs:sequence>
        <xs:choice minOccurs="0"><xs:element name="c" type="xs:int"/></xs:choice>
      </xs:sequence></xs:complexType>`);
    const [type] = found;
    expect(type?.content).toBeUndefined();
    expect(type?.fields.map((field) => ("count" in field ? [field.key, field.count] : []))).toEqual([
      ["a", "1"],
      ["b", "1"],
      ["c", "?"],
    ]);
  });

  test("an empty branch makes a choice optional", async () => {
    const { found, said } = await structs(`
      <xs:complexType name="A"><xs:choice>
        <xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:sequence/>
      </xs:choice></xs:complexType>`);
    expect(said).toEqual([]);
    expect(found[0]?.alternatives).toHaveLength(3);
  });

  test("one name in two namespaces is two members", async () => {
    const { model } = await outcomeOf({
      "a.xsd": schema(
        `<xs:import namespace="urn:o" schemaLocation="o.xsd"/>
         <xs:complexType name="A"><xs:sequence><xs:element name="x" type="xs:int"/><xs:element ref="o:x"/></xs:sequence></xs:complexType>`,
        'xmlns:o="urn:o"',
      ),
      "o.xsd":
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"><xs:element name="x" type="xs:string"/></xs:schema>',
    });
    const type = model?.types.find((candidate) => candidate.hint === "A");
    expect(type?.kind === "struct" ? type.fields.map(({ key }) => key) : []).toEqual(["x", "xElement"]);
  });

  test("a repeated group of several elements is ordered content, once for each type", async () => {
    const { said, found } = await structs(`
<xs:complexType name="A"><xs:sequence maxOccurs="2"><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
<xs:element name="x" type="A"/><xs:element name="y" type="A"/>`);
    expect(said).toEqual([]);
    expect(found.find((type) => type.hint === "A")?.fields).toMatchObject([
      {
        kind: "content",
        key: "$content",
        mixed: false,
        items: [{ key: "a" }, { key: "b" }],
        content: { count: [1, 2] },
      },
    ]);
  });
});
