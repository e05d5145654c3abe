import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { simpleOf } from "../../src/runtime/codec/simple.ts";
import { isSimpleTable, tableOf, type TableRef } from "../../src/runtime/codec/erased.ts";
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";

const scope = { namespaceOf: (prefix: string): string | undefined => (prefix === "q" ? "urn:q" : undefined) };

/** What a text is as a value of a type, and whether its facets hold. */
function judge(ref: TableRef, raw: string): "holds" | "broken" | "no value" {
  const table = tableOf(ref);
  if (!isSimpleTable(table)) throw new TypeError(table.kind);
  const simple = simpleOf(table);
  const text = applySpace(raw, simple.space);
  const value = simple.read(text, scope);
  if (value === undefined) return "no value";
  return simple.check?.(value, text) === undefined ? "holds" : "broken";
}

function restriction(base: TableRef, facets: xs.Facets): TableRef {
  const table: { kind: "restriction"; base: TableRef; facets: xs.Facets } = { kind: "restriction", base, facets };
  return table;
}

describe.each<[string, TableRef, xs.Facets, holds: readonly string[], broken: readonly string[]]>([
  ["length in code points", xs.string, { length: 2 }, ["ab", "😀é"], ["a", "😀", "abc", ""]],
  ["length of bytes", xs.base64Binary, { length: 2 }, ["AAE="], ["AA==", "AAEC"]],
  ["length of hexadecimal bytes", xs.hexBinary, { minLength: 1, maxLength: 2 }, ["00", "0001"], ["", "000102"]],
  ["length of lists", xs.NMTOKENS, { maxLength: 2 }, ["a", "a  b"], ["a b c", ""]],
  ["no length of names", xs.qname, { length: 1 }, ["q:abc"], []],
  ["bounds of ints", xs.int, { minInclusive: "-1", maxExclusive: "5" }, ["-1", "4", "+04"], ["-2", "5"]],
  ["bounds of longs", xs.long, { minExclusive: "9007199254740992" }, ["9007199254740993"], ["9007199254740992"]],
  [
    "bounds of decimals",
    xs.decimal,
    { maxInclusive: "0.1000000000000000000001" },
    ["0.1", "0.10000000000000000000010"],
    ["0.1000000000000000000002", "1"],
  ],
  ["bounds of doubles", xs.double, { minInclusive: "0" }, ["0", "-0", "INF"], ["-1", "NaN", "-INF"]],
  [
    "bounds of dates",
    xs.date,
    { minInclusive: "2000-01-01Z" },
    ["2000-01-01Z", "2000-01-02", "2000-01-01-01:00"],
    ["1999-12-31Z", "2000-01-01", "1999-12-31"],
  ],
  ["bounds of times", xs.time, { maxExclusive: "12:00:00" }, ["11:59:59.999"], ["12:00:00", "12:00:00Z"]],
  [
    "bounds of durations",
    xs.duration,
    { maxInclusive: "P1M" },
    ["P27D", "P1M", "PT0S"],
    ["P28D", "P30D", "P32D", "P2M"],
  ],
  [
    "digits",
    xs.decimal,
    { totalDigits: 4, fractionDigits: 2 },
    ["12.34", "0012.3400", "-99.99", "1234"],
    ["123.45", "1.234", "12345"],
  ],
  ["digits of integers", xs.integer, { totalDigits: 2 }, ["099", "-99"], ["100"]],
  ["pattern on the processed text", xs.token, { pattern: [/^a b$/u] }, [" a \n b "], ["ab", "a b c"]],
  ["several patterns", xs.string, { pattern: [/^a/u, /b$/u] }, ["ab", "a-b"], ["a", "b"]],
  ["listed decimals by value", xs.decimal, { enumeration: ["1.0", "2"] }, ["1", "1.00", "+2.0"], ["1.1"]],
  ["listed bytes by value", xs.base64Binary, { enumeration: ["AAE="] }, ["A A E ="], ["AA=="]],
  [
    "listed dates by value",
    xs.dateTime,
    { enumeration: ["2000-01-01T00:00:00Z"] },
    ["2000-01-01T01:00:00+01:00"],
    ["2000-01-01T00:00:00"],
  ],
  ["listed names by value", xs.qname, { enumeration: ["{urn:q}a", "b"] }, ["q:a", "b"], ["a", "q:b"]],
  ["listed lists by value", xs.NMTOKENS, { enumeration: ["a b"] }, ["a   b"], ["b a", "a"]],
  ["listed booleans by value", xs.boolean, { enumeration: ["true"] }, ["1"], ["0"]],
  ["white space", xs.string, { space: "collapse", length: 3 }, [" a  b "], ["  a "]],
])("%s", (_what, base, facets, holds, broken) => {
  const table = restriction(base, facets);
  it.each(holds.map((text) => [text]))("holds for %j", (text) => expect(judge(table, text)).toBe("holds"));
  it.each(broken.map((text) => [text]))("is broken by %j", (text) => expect(judge(table, text)).toBe("broken"));
});

it("adds up over derivation steps", () => {
  const twice = restriction(restriction(xs.int, { minInclusive: "0" }), { maxInclusive: "9" });
  expect([judge(twice, "-1"), judge(twice, "5"), judge(twice, "10")]).toEqual(["broken", "holds", "broken"]);
});

it("refuses a table whose facets are no values of the base", () => {
  expect(() => judge(restriction(xs.int, { minInclusive: "x" }), "1")).toThrow(TypeError);
});

describe("unions", () => {
  const small = restriction(xs.int, { maxInclusive: "9" });
  const union: TableRef = { kind: "union", members: [small, xs.boolean, xs.NMTOKENS] } as TableRef;
  const read = (text: string): unknown => {
    const table = tableOf(union);
    return isSimpleTable(table) ? simpleOf(table).read(text, scope) : undefined;
  };
  it("gives the first member that accepts the text", () => {
    expect([read(" 5 "), read("true"), read("1"), read("a b"), read("10")]).toEqual([5, true, 1, ["a", "b"], ["10"]]);
    expect(judge(union, "a,b")).toBe("no value");
  });
});

describe("enumerations", () => {
  const status: xs.EnumCodec<"a" | " b "> = { kind: "enum", values: { a: true, " b ": true } };
  it("compare every character", () => {
    expect([judge(status, "a"), judge(status, " b "), judge(status, "b"), judge(status, "constructor")]).toEqual([
      "holds",
      "holds",
      "broken",
      "broken",
    ]);
  });
  it("apply their own white space facet first", () => {
    expect(judge({ ...status, facets: { space: "collapse" } } as TableRef, " a ")).toBe("holds");
  });
});
