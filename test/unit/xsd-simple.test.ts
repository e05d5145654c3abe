/** Constraints on simple types, attributes, notations and annotations (XSD part 1, 3.2 to 3.14; part 2, 4.3), by their names. */
import { describe, expect, test } from "vitest";
import { resolveBody } from "../support/schemas.ts";

type Row = readonly [what: string, body: string, codes: readonly string[]];

const facet = (name: string, value: string, fixed = false): string =>
  `<xs:${name} value="${value}"${fixed ? ' fixed="true"' : ""}/>`;
const restriction = (base: string, facets: string, name = "S"): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;
const steps = (base: string, first: string, second: string): string =>
  restriction(base, first) + restriction("t:S", second, "T");
const notation = '<xs:notation name="n" public="p"/>';

async function codesOf(body: string): Promise<readonly string[]> {
  return (await resolveBody(body)).found.map(({ code }) => code);
}

const fixed: readonly Row[] = [
  ["a length again", steps("xs:string", facet("length", "5", true), facet("length", "5")), []],
  [
    "a least length",
    steps("xs:string", facet("minLength", "2", true), facet("minLength", "3")),
    ["minLength-valid-restriction"],
  ],
  ["a least length that is not fixed", steps("xs:string", facet("minLength", "2"), facet("minLength", "3")), []],
  [
    "white space",
    steps("xs:string", facet("whiteSpace", "replace", true), facet("whiteSpace", "collapse")),
    ["whiteSpace-valid-restriction"],
  ],
  [
    "the same bound in other words",
    steps("xs:decimal", facet("maxInclusive", "5", true), facet("maxInclusive", "5.0")),
    [],
  ],
  [
    "another bound",
    steps("xs:decimal", facet("maxInclusive", "5", true), facet("maxInclusive", "4")),
    ["maxInclusive-valid-restriction"],
  ],
  [
    "what a step before the last has fixed",
    steps("xs:decimal", facet("totalDigits", "5", true), "") + restriction("t:T", facet("totalDigits", "4"), "U"),
    ["totalDigits-valid-restriction"],
  ],
];

const facets: readonly Row[] = [
  [
    "the base's open bound in other words",
    steps("xs:int", facet("maxExclusive", "5"), facet("maxExclusive", "05")),
    [],
  ],
  [
    "nothing left between bounds of two steps",
    steps("xs:int", facet("maxInclusive", "5"), facet("minExclusive", "5")),
    ["minExclusive-less-than-maxInclusive"],
  ],
  [
    "open bounds crossed",
    restriction("xs:int", facet("minExclusive", "5") + facet("maxExclusive", "4")),
    ["minExclusive-less-than-equal-to-maxExclusive"],
  ],
  [
    "a length beside its bounds",
    restriction("xs:string", facet("length", "5") + facet("maxLength", "5")),
    ["length-minLength-maxLength"],
  ],
  [
    "a length beside the bounds of the base",
    steps("xs:string", facet("maxLength", "5"), facet("length", "4") + facet("maxLength", "5")),
    [],
  ],
  [
    "a fraction of an integer",
    restriction("xs:long", facet("fractionDigits", "1")),
    ["fractionDigits-valid-restriction"],
  ],
  [
    "a list of names that may be empty",
    restriction("xs:NMTOKENS", facet("minLength", "0")),
    ["minLength-valid-restriction"],
  ],
  ["listed truth values", restriction("xs:boolean", facet("enumeration", "true")), ["cos-applicable-facets"]],
  ["a restriction of any simple type", restriction("xs:anySimpleType", ""), ["st-props-correct"]],
];

const attributes: readonly Row[] = [
  ["the name xmlns", '<xs:attribute name="xmlns"/>', ["no-xmlns"]],
  [
    "two identifiers in a type",
    '<xs:complexType name="C"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:complexType>',
    ["ct-props-correct"],
  ],
  [
    "two identifiers in a group",
    '<xs:attributeGroup name="G"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:attributeGroup>',
    ["ag-props-correct"],
  ],
  [
    "a fixed value that a use changes",
    '<xs:attribute name="a" fixed="1"/><xs:complexType name="C"><xs:attribute ref="t:a" fixed="2"/></xs:complexType>',
    ["au-props-correct"],
  ],
  [
    "a fixed value that a use repeats in other words",
    '<xs:attribute name="a" type="xs:int" fixed="1"/><xs:complexType name="C"><xs:attribute ref="t:a" fixed="01"/></xs:complexType>',
    [],
  ],
];

const notations: readonly Row[] = [
  [
    "any notation in an attribute",
    `${notation}<xs:attribute name="a" type="xs:NOTATION"/>`,
    ["enumeration-required-notation"],
  ],
  [
    "any notation in an element",
    `${notation}<xs:element name="a" type="xs:NOTATION"/>`,
    ["enumeration-required-notation"],
  ],
  [
    "a type that lists notations",
    `${notation}${restriction("xs:NOTATION", facet("enumeration", "t:n"))}<xs:attribute name="a" type="t:S"/>`,
    [],
  ],
  [
    "a notation that is not declared",
    restriction("xs:NOTATION", facet("enumeration", "t:m")),
    ["enumeration-valid-restriction"],
  ],
  ["a notation without an identifier", '<xs:notation name="n"/>', ["n-props-correct"]],
];

const annotations: readonly Row[] = [
  [
    "a source that is no address",
    '<xs:annotation><xs:appinfo source="9a:b"/></xs:annotation>',
    ["s4s-att-invalid-value"],
  ],
  ["a source with spaces in it", '<xs:annotation><xs:appinfo source="urn:a b"/></xs:annotation>', []],
  ["an unknown child", "<xs:annotation><xs:element/></xs:annotation>", ["s4s-elt-must-match.1"]],
  [
    "a language that is none",
    '<xs:annotation><xs:documentation xml:lang="e_n"/></xs:annotation>',
    ["s4s-att-invalid-value"],
  ],
];

describe.each([
  ["fixed facets", fixed],
  ["facets", facets],
  ["attributes", attributes],
  ["notations", notations],
  ["annotations", annotations],
])("%s", (_title, rows) => {
  test.each(rows)("%s", async (_what, body, codes) => {
    expect(await codesOf(body)).toEqual(codes);
  });
});
