/** Documents with many namespaces: each is declared once, on the root. */
import { describe, expect, test } from "vitest";
import { judgeBy } from "../../scripts/specs-verify/judge.ts";
import * as xs from "../../src/runtime/codec/index.ts";
import { closeReader, EOF, openReader, START } from "../../src/runtime/xml/reader.ts";

const base = "urn:example:base";
const derived = (number: number): string => `urn:example:derived:${number}`;
const numbers = Array.from({ length: 20 }, (_, number) => number);

interface Item {
  readonly $type: `Item${number}`;
  readonly id: xs.Int;
  readonly title: string;
  readonly note?: string | null;
}
interface Order {
  readonly item: readonly Item[];
  readonly $any: readonly xs.XmlElement[];
}

const itemTable = (number: number): xs.StructCodec<Item> => ({
  kind: "struct",
  name: [derived(number), "Item"],
  tag: `Item${number}`,
  fields: {
    id: { el: "id", ns: base, count: "1", type: xs.int },
    title: { el: "title", count: "1", type: xs.string },
    note: { el: "note", count: "?", nil: true, type: xs.string },
  },
});
const anyItem: xs.PolyCodec<Item> = {
  kind: "poly",
  name: [base, "Item"],
  abstract: true,
  types: Object.fromEntries(numbers.map((number) => [`Item${number}`, itemTable(number)])),
};
const order: xs.StructCodec<Order> = {
  kind: "struct",
  name: [base, "Order"],
  element: true,
  fields: {
    item: { el: "item", count: "*", type: anyItem },
    $any: { any: { not: base }, count: "*", process: "lax" },
  },
};

const schemas = `<all xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="${base}">
<xs:schema targetNamespace="${base}" elementFormDefault="qualified">
<xs:complexType name="Item" abstract="true"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>
<xs:element name="Order"><xs:complexType><xs:sequence><xs:element name="item" type="b:Item" minOccurs="0" maxOccurs="unbounded"/>
<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>
${numbers
  .map(
    (number) => `<xs:schema targetNamespace="${derived(number)}" elementFormDefault="qualified">
<xs:import namespace="${base}"/>
<xs:complexType name="Item"><xs:complexContent><xs:extension base="b:Item"><xs:sequence>
<xs:element name="title" type="xs:string"/><xs:element name="note" type="xs:string" minOccurs="0" nillable="true"/>
</xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:schema>`,
  )
  .join("\n")}
</all>`;

const node = (number: number): xs.XmlElement => ({
  name: { namespace: derived(number), localName: "extra" },
  attributes: [{ name: { namespace: "urn:example:marks", localName: "mark" }, value: "x" }],
  children: ["text"],
});

const value = (each: number): Order => ({
  item: numbers.flatMap((number) =>
    Array.from({ length: each }, (_, i) => ({
      $type: `Item${number}` as const,
      id: i,
      title: `Article ${number}`,
      ...(i % 2 === 0 ? {} : { note: null }),
    })),
  ),
  $any: numbers.map(node),
});

const declared = (xml: string): readonly string[] => xml.match(/ xmlns(?::\w+)?="[^"]*"/g) ?? [];

describe("20 namespaces, derived types, nil and nodes", () => {
  const judge = judgeBy(schemas);

  test.each([1, 2, 10])("%d items of each", (each) => {
    const xml = xs.encode(order, value(each));
    const declarations = declared(xml);
    // The base, the derived ones, that of the nodes' attributes, and xsi.
    expect(declarations).toHaveLength(23);
    expect(new Set(declarations).size).toBe(23);
    expect(xml.indexOf(">", xml.indexOf("Order"))).toBeGreaterThan(xml.lastIndexOf(" xmlns:"));
    const content = xml.length - declarations.join("").length;
    expect(xml.length / content).toBeLessThan(2);
    expect(judge(xml)).toEqual([]);
    const decoded = xs.decode(order, xml, { mode: "strict" });
    expect(decoded.item).toEqual(value(each).item);
    expect(decoded.$any.map(({ name }) => name)).toEqual(value(each).$any.map(({ name }) => name));
  });

  test("a judge that finds something wrong where something is", () => {
    expect(judge(xs.encode(order, value(1)).replace("Article 0</", "Article 0<x/></"))).not.toEqual([]);
  });

  test("in a stream, a namespace that is needed late is declared again by those that need it alone", async () => {
    const { item, $any } = value(100);
    const xml = await new Response(xs.encodeStream(order, { item: new Set(item), $any })).text();
    expect(judge(xml)).toEqual([]);
    expect(xs.decode(order, xml, { mode: "strict" }).item).toEqual(item);
    const reader = openReader(xml);
    let most = 0;
    while (reader.next() !== START);
    for (let token = reader.next(); token !== EOF; token = reader.next()) {
      if (token === START) most = Math.max(most, reader.namespacesHere().length);
    }
    closeReader(reader);
    expect(most).toBe(2);
  });
});

describe("prefixes that are asked for", () => {
  const one: Order = { item: [{ $type: "Item1", id: 1, title: "a" }], $any: [] };

  test("are used, and the others made", () => {
    const xml = xs.encode(order, one, { prefixes: { [base]: "b", "urn:example:nobody": "x" } });
    expect(xml).toMatch(/<b:Order xmlns:b="urn:example:base"/);
    expect(xml).not.toContain("nobody");
    expect(xs.decode(order, xml, { mode: "strict" })).toEqual(xs.decode(order, xs.encode(order, one)));
  });

  test("give way where two namespaces ask for one, or for xml", () => {
    const xml = xs.encode(order, one, { prefixes: { [base]: "xml", [derived(1)]: "b" } });
    expect(xml).toMatch(/<n1:Order xmlns:n1="urn:example:base"/);
    const same = xs.encode(order, one, { prefixes: { [base]: "b", [derived(1)]: "b" } });
    expect(xs.decode(order, same, { mode: "strict" })).toMatchObject({ item: [{ id: 1 }] });
  });

  test("are names", () => {
    for (const prefix of ["", "a:b", "1", 'a="']) {
      expect(() => xs.encode(order, one, { prefixes: { [base]: prefix } })).toThrow(TypeError);
    }
  });
});
