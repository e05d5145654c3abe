/** Generated text: comments, layout, and that the same contract gives the same text. */
import { describe, expect, test } from "vitest";
import { jsdoc } from "../../scripts/emit/jsdoc.ts";
import { print, propertyKey, quoted, tupleText, unionText } from "../../scripts/emit/literal.ts";
import { scalarNames } from "../../scripts/emit/scalars.ts";
import * as runtime from "../../src/runtime/index.ts";
import { builtinSimpleTypes } from "../../scripts/xsd/builtins.ts";
import { outcomeOf, schema } from "../support/contracts.ts";

test("a member is its name alone where its value is called so, but not where that is a word for a value", () => {
  const words = ["a", "true", "false", "null"];
  expect(print({ members: words.map((word) => [word, word]) }, "", 0)).toBe(
    "{ a, true: true, false: false, null: null }",
  );
});

describe("comments", () => {
  test("are one line where they fit, and nothing for nothing", () => {
    expect(jsdoc("Says it.", "  ")).toBe("  /** Says it. */\n");
    expect(jsdoc(undefined, "")).toBe("");
    expect(jsdoc("", "")).toBe("");
  });

  test("are wrapped at 120 characters, paragraphs apart", () => {
    const text = jsdoc(`${"word ".repeat(40).trim()}\n\nSecond.`, "  ");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(text).toMatch(/^ {2}\/\*\*\n {3}\* word[\s\S]*\n {3}\*\n {3}\* Second\.\n {3}\*\/\n$/);
  });

  test("cannot end early", () => {
    expect(jsdoc("a */ alert(1) /*", "")).toBe("/** a *\\/ alert(1) /* */\n");
    expect(jsdoc("**/", "")).not.toMatch(/\*\/.*\*\//s);
  });

  test("keep @deprecated as a tag, behind the text, and no other", () => {
    expect(jsdoc("Old. @deprecated Use new.", "")).toBe("/**\n * Old.\n * @deprecated Use new.\n */\n");
    expect(jsdoc("@deprecated", "")).toBe("/** @deprecated */\n");
    expect(jsdoc("@deprecated: gone\n\nOld.", "")).toBe("/**\n * Old.\n * @deprecated gone\n */\n");
    expect(jsdoc("@param is a word.", "")).toBe("/** \\@param is a word. */\n");
    expect(jsdoc("mail@deprecated.example", "")).toBe("/** mail@deprecated.example */\n");
  });
});

describe("literals", () => {
  test("stand on one line where they fit, else a line a member", () => {
    const literal = {
      members: [
        ["a", '"1"'],
        ["list", { list: ["1", "2"] }],
        ["empty", { members: [] }],
      ],
    } as const;
    expect(print(literal, "", 0)).toBe('{ a: "1", list: [1, 2], empty: {} }');
    expect(print(literal, "  ", 100)).toBe('{\n    a: "1",\n    list: [1, 2],\n    empty: {},\n  }');
  });

  test("have shorthand members, and keys in quotes where they need them", () => {
    expect(print({ members: [["Job", "Job"]] }, "", 0)).toBe("{ Job }");
    expect(["a", "größe", "$type", "a-b", "1", ""].map(propertyKey)).toEqual([
      "a",
      "größe",
      "$type",
      '"a-b"',
      '"1"',
      '""',
    ]);
    expect(propertyKey("__proto__")).toBe('["__proto__"]');
  });

  test("escape what a line of code cannot hold", () => {
    expect(quoted('a"\\\n\u2028\u2029')).toBe('"a\\"\\\\\\n\\u2028\\u2029"');
  });

  test("of types are broken where they are too wide", () => {
    expect(unionText(["A", "B"], 10)).toBe(" A | B");
    expect(unionText(["A", "B"], 115)).toBe("\n  | A\n  | B");
    expect(tupleText(["A", "B"], 10)).toBe("[A, B]");
    expect(tupleText(["A", "B"], 115)).toBe("[\n  A,\n  B,\n]");
  });
});

describe("built-in types", () => {
  test.each([...builtinSimpleTypes.keys()])("the runtime has a codec for xs:%s", (name) => {
    const codec: unknown = new Map<string, unknown>(Object.entries(runtime)).get(scalarNames(name).codec);
    expect(codec).toMatchObject(name.endsWith("S") ? { kind: "list" } : { kind: "scalar", name });
  });
});

describe("modules", () => {
  const documents = {
    "a.xsd": schema(`
      <xs:complexType name="Job"><xs:sequence><xs:element name="Id" type="xs:long"/></xs:sequence></xs:complexType>
      <xs:element name="job" type="Job"/>`),
  };

  test("say what they were made from, and nothing that changes by itself", async () => {
    const { code } = await outcomeOf(documents);
    expect(code?.split("\n").slice(0, 3)).toEqual([
      "// Generated from https://contracts.example/a.xsd",
      expect.stringMatching(/^\/\/ sha256 [0-9a-f]{64}$/),
      "// Do not edit: change the contract and generate again.",
    ]);
    expect((await outcomeOf(documents)).code).toBe(code);
  });

  test("import what they use, from where they are told", async () => {
    const { code } = await outcomeOf(documents);
    expect(code).toContain(
      'import { long, type ElementCodec, type Long, type Schema, type StructCodec } from "specwire/runtime";',
    );
  });

  test("of an empty schema are empty", async () => {
    const { code } = await outcomeOf({ "a.xsd": schema("") });
    expect(code?.split("\n").slice(3)).toEqual(["", "export {};", ""]);
  });

  test("name the target namespace tns, and the others by their last words", async () => {
    const { code } = await outcomeOf({
      "a.xsd": schema(
        '<xs:import namespace="https://o.example/ws/Parts.xsd" schemaLocation="o.xsd"/><xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="o:p"/></xs:sequence></xs:complexType></xs:element>',
        'xmlns:o="https://o.example/ws/Parts.xsd"',
      ),
      "o.xsd":
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="https://o.example/ws/Parts.xsd"><xs:element name="p" type="xs:int"/></xs:schema>',
    });
    expect(code).toContain('const tns = "urn:t";');
    expect(code).toContain('const partsNamespace = "https://o.example/ws/Parts.xsd";');
    expect(code).toContain('p: { el: "p", ns: partsNamespace, count: "1", type: int }');
  });
});
