/** Names that a user chooses: a style, and overrides. */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { emitModule } from "../../scripts/emit/module.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
import type { NamingOptions } from "../../scripts/model/naming.ts";
import { camelCase, pascalCase } from "../../scripts/model/naming-words.ts";
import { buildModel } from "../../scripts/pipeline.ts";
import { Loader } from "../../scripts/source/load.ts";
import { decode, encode } from "../../src/runtime/index.ts";

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:complexType name="order_type"><xs:sequence>
    <xs:choice><xs:element name="OrderID" type="xs:int"/><xs:element name="order-key" type="xs:string"/></xs:choice>
    <xs:element name="Line" type="line" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="Line" type="xs:int"/></xs:complexType>
  <xs:complexType name="line"><xs:choice minOccurs="0" maxOccurs="unbounded">
    <xs:element name="A_b" type="xs:int"/><xs:element name="C" type="xs:int"/></xs:choice></xs:complexType>
  <xs:element name="Order" type="order_type"/>
</xs:schema>`;

const message = '<Order xmlns="urn:a" Line="3"><OrderID>1</OrderID><Line><A_b>1</A_b><C>2</C></Line></Order>';

/** The module with such names, what is wrong with them, and a message that went both ways. */
async function named(
  options: Partial<NamingOptions>,
): Promise<{ code: string; problems: readonly string[]; value: unknown }> {
  const diagnostics = new Diagnostics();
  const loader = new Loader(diagnostics, { fetch: () => Promise.resolve(Buffer.from(schema)) });
  const { model } = await buildModel({ entry: "https://example.com/a.xsd", ...options }, diagnostics, loader);
  const problems = diagnostics.all.map(({ code, message: text }) => `${code}: ${text}`);
  if (model === undefined || diagnostics.hasErrors) return { code: "", problems, value: undefined };
  const [root] = new LiveCodecs(model).roots();
  if (root === undefined) throw new Error("there is no root");
  const value = decode(root.codec, message, { mode: "strict" });
  expect(decode(root.codec, encode(root.codec, value), { mode: "strict" })).toEqual(value);
  return { code: emitModule(model, { runtime: "specwire/runtime" }), problems, value };
}

describe("words", () => {
  it.each([
    ["order_line-item", "OrderLineItem", "orderLineItem"],
    ["ID", "ID", "id"],
    ["OrderID", "OrderID", "orderID"],
    ["URLPath", "URLPath", "urlPath"],
    ["EMail", "EMail", "eMail"],
    ["X1", "X1", "x1"],
    ["größe.äußere", "GrößeÄußere", "größeÄußere"],
    ["_", "_", "_"],
    ["x", "X", "x"],
  ])("%s is %s and %s", (name, pascal, camel) => {
    expect([pascalCase(name), camelCase(name)]).toEqual([pascal, camel]);
  });
});

describe("the style of TypeScript", () => {
  it("writes types, properties and names of ordered content its way; the wire stays as it is", async () => {
    const { code, problems, value } = await named({ naming: "typescript" });
    expect(problems).toEqual([]);
    expect(code).toContain("export type OrderType =");
    expect(code).toContain('orderID: { el: "OrderID"');
    expect(value).toEqual({
      orderID: 1,
      line: [
        {
          $content: [
            { $name: "aB", value: 1 },
            { $name: "c", value: 2 },
          ],
        },
      ],
      lineAttribute: 3,
    });
  });
});

describe("overrides", () => {
  it("give types, elements and properties other names, inside of content models too", async () => {
    const names = {
      types: { "{urn:a}order_type": "Purchase", "{urn:a}Order": "PurchaseMessage" },
      fields: { "{urn:a}order_type/OrderID": "id", "{urn:a}order_type/@Line": "lineCount", "order-key": "key" },
    };
    const { code, problems, value } = await named({ names });
    expect(problems).toEqual([]);
    expect(code).toContain("export const PurchaseMessage: ElementCodec<Purchase>");
    expect(code).toContain("readonly key?: never");
    expect(value).toMatchObject({ id: 1, lineCount: 3 });
  });

  it.each([
    [
      { types: { "{urn:a}order_type": "line" } },
      "{urn:a}order_type cannot be called line: that is the name of {urn:a}line",
    ],
    [
      { types: { "{urn:a}order_type": "Same", "{urn:a}line": "Same" } },
      "{urn:a}order_type and {urn:a}line would both be called Same",
    ],
    [{ types: { "{urn:a}line": "class" } }, "{urn:a}line cannot be called class: generated code needs that name"],
    [
      { types: { "{urn:a}line": "StructCodec" } },
      "{urn:a}line cannot be called StructCodec: generated code needs that name",
    ],
    [
      { types: { "{urn:a}line": "not a name" } },
      "{urn:a}line cannot be called not a name: generated code needs that name",
    ],
    [{ types: { "{urn:a}lime": "Lime" } }, "there is nothing called {urn:a}lime among the types to rename"],
    [{ fields: { OrderID: "Line" } }, "OrderID and Line of {urn:a}order_type would both be the property Line"],
    [{ fields: { OrderID: "$type" } }, "OrderID cannot be the property $type: names with $ are those of the codec"],
    [{ operations: { Get: "get" } }, "there is nothing called Get among the operations to rename"],
  ])("%j are refused where names clash", async (names, problem) => {
    const { problems } = await named({ names });
    expect(problems).toContain(`model.name: ${problem}`);
  });
});
