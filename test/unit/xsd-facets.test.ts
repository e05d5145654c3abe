/** Facets: what a derivation step carries, and what is said of facets that do not fit their base. */
import { describe, expect, test } from "vitest";
import { builtinSimpleTypes } from "../../scripts/xsd/builtins.ts";
import { natureOf } from "../../scripts/xsd/facets.ts";
import { expectedOf } from "../../scripts/xsd/values.ts";
import { resolveBody, resolveFiles, simpleOf, told } from "../support/schemas.ts";

const restriction = (base: string, facets: string, name = "S"): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">\n${facets}</xs:restriction></xs:simpleType>`;
const facet = (name: string, value: string): string => `<xs:${name} value="${value}"/>`;

test("every facet is carried, bounds as they are written", async () => {
  const numbers = ["minInclusive", "maxExclusive", "totalDigits", "fractionDigits"];
  const { set, found } = await resolveBody(
    restriction(
      "xs:decimal",
      numbers.map((name, index) => facet(name, ["-1.50", "10", "4", "2"][index] ?? "")).join(""),
    ) +
      restriction(
        "xs:string",
        facet("minLength", "1") + facet("maxLength", "3") + facet("whiteSpace", "collapse"),
        "T",
      ) +
      restriction("xs:dateTime", facet("minExclusive", "2000-01-01T00:00:00Z"), "U") +
      restriction("xs:hexBinary", facet("length", "+4"), "V"),
  );
  expect(found).toEqual([]);
  const facetsOf = (name: string): unknown => {
    const { variety } = simpleOf(set, name);
    return variety.kind === "restriction" ? variety.facets : undefined;
  };
  expect(facetsOf("S")).toEqual({ minInclusive: "-1.50", maxExclusive: "10", totalDigits: 4, fractionDigits: 2 });
  expect(facetsOf("T")).toEqual({ minLength: 1, maxLength: 3, space: "collapse" });
  expect(facetsOf("U")).toEqual({ minExclusive: "2000-01-01T00:00:00Z" });
  expect(facetsOf("V")).toEqual({ length: 4 });
});

test("listed values keep their documentation, and have the white space of their base", async () => {
  const { set, found } = await resolveBody(
    restriction(
      "xs:token",
      '<xs:enumeration value="  two   words "><xs:annotation><xs:documentation> Odd. </xs:documentation></xs:annotation></xs:enumeration><xs:enumeration value=""/>',
    ) + restriction("xs:string", '<xs:enumeration value=" as it is "/>', "T"),
  );
  expect(found).toEqual([]);
  const { variety } = simpleOf(set, "S");
  expect(variety.kind === "restriction" && variety.enumeration).toMatchObject([
    { value: "two words", doc: "Odd." },
    { value: "" },
  ]);
  const other = simpleOf(set, "T").variety;
  expect(other.kind === "restriction" && other.enumeration).toMatchObject([{ value: " as it is " }]);
});

test("listed qualified names are expanded", async () => {
  const { set, found } = await resolveFiles({
    "main.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:a="urn:a" targetNamespace="urn:t">
<xs:simpleType name="S"><xs:restriction base="xs:QName"><xs:enumeration value="a:b"/><xs:enumeration value="c"/>
<xs:enumeration value="x:y"/></xs:restriction></xs:simpleType></xs:schema>`,
  });
  const { variety } = simpleOf(set, "S");
  expect(variety.kind === "restriction" && variety.enumeration?.map(({ value }) => value)).toEqual(["{urn:a}b", "{}c"]);
  expect(told(found)).toEqual(["src-resolve 3:1 the prefix of x:y is not declared"]);
  expect(expectedOf(simpleOf(set, "S"), "nothing")).toBeDefined();
});

const rows: readonly (readonly [what: string, body: string, told: readonly string[]])[] = [
  [
    "a listed value that the base does not have",
    restriction("xs:int", `${facet("enumeration", "1")}\n${facet("enumeration", "one")}`),
    ['enumeration-valid-restriction 4:1 "one" is left out: it is not a value of the base type; xs:int is expected'],
  ],
  [
    "a listed value that an inherited facet rules out",
    `${restriction("xs:string", facet("maxLength", "2"), "B")}\n${restriction("t:B", facet("enumeration", "long"))}`,
    [
      'enumeration-valid-restriction 5:1 "long" is left out: it is not a value of the base type; at most 2 characters is expected',
    ],
  ],
  [
    "a bound that the base does not have",
    restriction("xs:byte", facet("maxInclusive", "300")),
    [
      "maxInclusive-valid-restriction 2:25 maxInclusive 300 is left out: it is not a value of the base type; xs:byte is expected",
    ],
  ],
  [
    "bounds between which nothing is",
    restriction("xs:int", facet("minInclusive", "5") + facet("maxInclusive", "4")),
    ["minInclusive-less-than-equal-to-maxInclusive 2:25 nothing is between the bounds 5 and 4: they are left out"],
  ],
  [
    "an open and a closed bound at one value",
    restriction("xs:int", facet("minInclusive", "5") + facet("maxExclusive", "5")),
    ["minInclusive-less-than-maxExclusive 2:25 nothing is between the bounds 5 and 5: they are left out"],
  ],
  [
    "two lower bounds",
    restriction("xs:int", facet("minInclusive", "5") + facet("minExclusive", "5")),
    ["minInclusive-minExclusive 2:25 minInclusive and minExclusive exclude each other"],
  ],
  [
    "lengths between which nothing is",
    restriction("xs:string", facet("minLength", "5") + facet("maxLength", "4")),
    [
      "minLength-less-than-equal-to-maxLength 2:25 minLength 5 is more than maxLength 4: what this step says of them is left out",
    ],
  ],
  [
    "a facet that does not restrict",
    `${restriction("xs:string", facet("maxLength", "2"), "B")}\n${restriction("t:B", facet("maxLength", "3"))}`,
    ["maxLength-valid-restriction 4:25 maxLength 3 is left out: it does not restrict the base type's 2"],
  ],
  [
    "white space that the base has taken away",
    restriction("xs:token", facet("whiteSpace", "preserve")),
    [
      "whiteSpace-valid-restriction 2:25 whiteSpace preserve is left out: it does not restrict the base type's collapse",
    ],
  ],
  [
    "more digits in the fraction than in all",
    restriction("xs:decimal", facet("totalDigits", "2") + facet("fractionDigits", "3")),
    [
      "fractionDigits-totalDigits 2:25 fractionDigits 3 is more than totalDigits 2: what this step says of them is left out",
    ],
  ],
  [
    "facets that say nothing of the base",
    restriction("xs:boolean", facet("length", "1")) + restriction("xs:string", facet("maxInclusive", "1"), "T"),
    [
      "cos-applicable-facets 2:25 length says nothing of a boolean: it is ignored",
      "cos-applicable-facets 3:80 maxInclusive says nothing of a string: it is ignored",
    ],
  ],
  [
    "listed values with qualified names inside",
    `<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType>\n${restriction("t:L", facet("enumeration", "t:a t:b"))}`,
    ["xsd.ignored 4:1 the listed values of a list or union that has qualified names in it are not checked"],
  ],
  [
    "a list of lists",
    '<xs:simpleType name="S"><xs:list itemType="xs:NMTOKENS"/></xs:simpleType>',
    ["cos-list-of-atomic 2:1 the items of a list are lists themselves"],
  ],
];

describe("facets that do not fit", () => {
  test.each(rows)("%s", async (_what, body, expected) => {
    expect(told((await resolveBody(body)).found)).toEqual(expected);
  });
});

test("a bound may repeat the base's own exclusive one", async () => {
  const { found } = await resolveBody(
    `${restriction("xs:int", facet("minExclusive", "5"), "B")}${restriction("t:B", facet("minExclusive", "5"))}`,
  );
  expect(found).toEqual([]);
});

test("the runtime has a table for every built-in type", () => {
  expect(builtinSimpleTypes.size).toBe(45);
  for (const [name, type] of builtinSimpleTypes) {
    expect(() => expectedOf(type, "1"), name).not.toThrow();
    expect(natureOf(type), name).not.toBe("");
  }
  const of = (name: string): string => {
    const type = builtinSimpleTypes.get(name);
    return type === undefined ? "" : natureOf(type);
  };
  expect(["unsignedByte", "NCName", "IDREFS", "anySimpleType", "gMonth"].map(of)).toEqual([
    "decimal",
    "string",
    "list",
    "anySimpleType",
    "gMonth",
  ]);
});
