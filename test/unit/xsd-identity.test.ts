/** Identity constraints in schema documents: the subset of XPath, names, and what a keyref refers to. */
import { describe, expect, test } from "vitest";
import { PathError, readPaths } from "../../scripts/xsd/identity-paths.ts";
import { elementOf, resolveBody, told } from "../support/schemas.ts";

const prefixes: Readonly<Record<string, string>> = { p: "urn:p" };
const read = (text: string, field = false) => readPaths(text, field, (prefix) => prefixes[prefix]);

describe("paths", () => {
  test.each([
    [".", [{ steps: [] }]],
    ["a", [{ steps: [["", "a"]] }]],
    [
      " p:a.b / b.c-d ",
      [
        {
          steps: [
            ["urn:p", "a.b"],
            ["", "b.c-d"],
          ],
        },
      ],
    ],
    [".//p:*", [{ anywhere: true, steps: [["urn:p", "*"]] }]],
    [". // .", [{ anywhere: true, steps: [] }]],
    ["child::a|./*", [{ steps: [["", "a"]] }, { steps: ["*"] }]],
    ["child :: child", [{ steps: [["", "child"]] }]],
  ])("the selector %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["@a", [{ steps: [], attribute: ["", "a"] }]],
    [".//b/@p:*", [{ anywhere: true, steps: [["", "b"]], attribute: ["urn:p", "*"] }]],
    ["attribute::*|.", [{ steps: [], attribute: "*" }, { steps: [] }]],
  ])("the field %s", (text, expected) => {
    expect(read(text, true)).toEqual(expected);
  });

  test.each([
    "",
    "/",
    "//",
    "|",
    "|a",
    "a|",
    "child::",
    "/a",
    "a//b",
    ".//",
    "./ /.",
    ".//.//a",
    "p :*",
    "p: *",
    "q:a",
    "a/",
    "@a",
    "attribute::a",
    "self::*",
    "descendant::*",
    "a[b]",
    "a[b='c']",
    "text()",
    "child: :a",
    "1a",
    "a b",
    "../a",
    "$a",
    "child::.",
    "::a",
  ])("no selector: %s", (text) => {
    expect(() => read(text)).toThrow(PathError);
  });

  test.each(["", "@", "attribute::", "@a/b", "@@a", "@a|", "a/@", "self::node()", "document('')"])(
    "no field: %s",
    (text) => {
      expect(() => read(text, true)).toThrow(PathError);
    },
  );
});

const root = (constraints: string): string => `<xs:element name="r"><xs:complexType/>${constraints}</xs:element>`;
const constraint = (kind: string, name: string, refer = "", fields = 1): string =>
  `<xs:${kind} name="${name}"${refer === "" ? "" : ` refer="${refer}"`}><xs:selector xpath="t:a"/>${'<xs:field xpath="@b"/>'.repeat(fields)}</xs:${kind}>`;

test("many spaces take no time", () => {
  expect(read(`a${" ".repeat(300_000)}/ b`)).toHaveLength(1);
});

describe("constraints", () => {
  test("stand on the element, their paths read", async () => {
    const { set, found } = await resolveBody(root(constraint("key", "k") + constraint("keyref", "f", "t:k")));
    expect(found).toEqual([]);
    const paths = { selector: [{ steps: [["urn:t", "a"]] }], fields: [[{ steps: [], attribute: ["", "b"] }]] };
    expect(elementOf(set, "r").identity).toMatchObject([
      { kind: "key", name: ["urn:t", "k"], ...paths },
      { kind: "keyref", name: ["urn:t", "f"], refer: ["urn:t", "k"], ...paths },
    ]);
  });

  test.each([
    ["a name twice", constraint("key", "k") + constraint("unique", "k"), "sch-props-correct", "declared twice"],
    ["nothing to refer to", constraint("keyref", "f", "t:k"), "src-resolve", "no such key"],
    [
      "a keyref referred to",
      constraint("keyref", "f", "t:g") + constraint("keyref", "g", "t:k") + constraint("key", "k"),
      "c-props-correct",
      "keyref itself",
    ],
    [
      "fewer fields",
      constraint("key", "k", "", 2) + constraint("keyref", "f", "t:k"),
      "c-props-correct",
      "f has 1 fields, but k has 2",
    ],
    [
      "a selector of attributes",
      constraint("key", "k").replace("t:a", "@a"),
      "c-selector-xpath",
      "no path of a selector",
    ],
    ["a field with a predicate", constraint("key", "k").replace("@b", "b[1]"), "c-fields-xpaths", "no path of a field"],
    ["no field", constraint("key", "k", "", 0), "s4s-elt-must-match.2", "needs field"],
  ])("%s", async (_, constraints, code, message) => {
    const { found } = await resolveBody(root(constraints));
    expect(told(found)).toEqual([expect.stringMatching(new RegExp(`^${code} .*${message}`))]);
  });

  test("a restricted element has none that its base has not", async () => {
    const model = (keys: string): string =>
      `<xs:sequence><xs:element name="e" type="xs:string">${keys}</xs:element></xs:sequence>`;
    const { found } = await resolveBody(`<xs:complexType name="B">${model("")}</xs:complexType>
<xs:complexType name="D"><xs:complexContent><xs:restriction base="t:B">${model(constraint("unique", "u"))}</xs:restriction></xs:complexContent></xs:complexType>`);
    expect(told(found)).toEqual([
      expect.stringContaining("the element e has identity constraints that the base has not"),
    ]);
  });
});
