/** Unique particle attribution: what is ambiguous is told, what is not is not, and large models take no time. */
import { describe, expect, test } from "vitest";
import { resolveBody, told } from "../support/schemas.ts";

const el = (name: string, occurs = ""): string => `<xs:element name="${name}" ${occurs}/>`;
const optional = 'minOccurs="0"';
const many = 'maxOccurs="unbounded"';
const type = (content: string): string => `<xs:complexType name="T">${content}</xs:complexType>`;

async function findings(content: string, others = ""): Promise<readonly string[]> {
  return told((await resolveBody(type(content) + others)).found);
}

const clear: readonly (readonly [what: string, content: string, others?: string])[] = [
  ["different names", `<xs:sequence>${el("a", optional)}${el("b")}${el("a")}</xs:sequence>`],
  ["one after another", `<xs:sequence>${el("a")}${el("a", optional)}</xs:sequence>`],
  ["a repeated element", `<xs:sequence>${el("a", many)}${el("b")}</xs:sequence>`],
  ["a fixed number of times", `<xs:sequence>${el("a", 'minOccurs="2" maxOccurs="2"')}${el("a")}</xs:sequence>`],
  [
    "a group a fixed number of times, before what it begins with",
    `<xs:sequence><xs:sequence minOccurs="2" maxOccurs="2">${el("a")}${el("b")}</xs:sequence>${el("a")}</xs:sequence>`,
  ],
  ["a repeated choice", `<xs:choice ${many}>${el("a")}${el("b")}</xs:choice>`],
  ["a wildcard of other namespaces", `<xs:sequence>${el("a", optional)}<xs:any namespace="##other"/></xs:sequence>`],
  ["a wildcard after what must be there", `<xs:sequence><xs:any/>${el("a")}</xs:sequence>`],
  ["an all", `<xs:all>${el("a", optional)}${el("b", optional)}</xs:all>`],
  [
    "one name in two branches, further in",
    `<xs:choice><xs:sequence>${el("a")}${el("x")}</xs:sequence><xs:sequence>${el("b")}${el("x")}</xs:sequence></xs:choice>`,
  ],
];

const ambiguous: readonly (readonly [what: string, content: string, told: string, others?: string])[] = [
  [
    "two branches that begin alike",
    `<xs:choice>${el("a")}\n${el("a")}</xs:choice>`,
    "the element a and the element a in line 2 can both take a",
  ],
  [
    "an element that may be left out before its like",
    `<xs:sequence>${el("a", optional)}\n${el("a")}</xs:sequence>`,
    "the element a and the element a in line 2 can both take a",
  ],
  [
    "a repeated element before its like",
    `<xs:sequence>${el("a", many)}\n${el("a")}</xs:sequence>`,
    "the element a and the element a in line 2 can both take a",
  ],
  [
    "a repeated sequence that ends in what it begins with",
    `<xs:sequence ${many}>${el("a")}${el("b")}\n${el("a", optional)}</xs:sequence>`,
    "cos-nonambig 3:1 the element a and the element a in line 2 can both take a",
  ],
  [
    "a fixed number of rounds that end in what they begin with",
    `<xs:sequence minOccurs="2" maxOccurs="2">${el("a")}${el("b")}\n${el("a", optional)}</xs:sequence>`,
    "the element a and the element a in line 2 can both take a",
  ],
  [
    "a fixed number of rounds that can be empty, before their like",
    `<xs:sequence><xs:sequence minOccurs="2" maxOccurs="2">${el("a", optional)}</xs:sequence>\n${el("a")}</xs:sequence>`,
    "the element a and the element a in line 2 can both take a",
  ],
  [
    "an element beside a wildcard",
    `<xs:sequence>${el("a", optional)}\n<xs:any processContents="lax"/></xs:sequence>`,
    "the wildcard and the element a in line 2 can both take a",
  ],
  [
    "a wildcard before an element",
    `<xs:sequence><xs:any minOccurs="0"/>\n${el("a")}</xs:sequence>`,
    "the element a and the wildcard in line 2 can both take a",
  ],
  [
    "two wildcards",
    '<xs:choice><xs:any namespace="urn:a urn:b"/>\n<xs:any namespace="##other"/></xs:choice>',
    "the wildcard and the wildcard in line 2 can both take the same elements",
  ],
  [
    "a member of a substitution group beside its head",
    '<xs:choice><xs:element ref="t:head"/>\n<xs:element ref="t:member"/></xs:choice>',
    "the element member and the element head in line 2 can both take member",
    '<xs:element name="head"/><xs:element name="middle" substitutionGroup="t:head"/><xs:element name="member" substitutionGroup="t:middle"/>',
  ],
  [
    "a group that stands twice",
    '<xs:sequence><xs:group ref="t:G" minOccurs="0"/>\n<xs:group ref="t:G"/></xs:sequence>',
    "the element g can be come to in two ways",
    `\n<xs:group name="G"><xs:sequence>${el("g")}</xs:sequence></xs:group>`,
  ],
];

describe("what is clear", () => {
  test.each(clear.map(([what, content, others = ""]) => [what, content, others] as const))(
    "%s",
    async (_what, content, others) => {
      expect(await findings(content, others)).toEqual([]);
    },
  );
});

describe("what is ambiguous", () => {
  test.each(ambiguous.map(([what, content, expected, others = ""]) => [what, content, expected, others] as const))(
    "%s",
    async (_what, content, expected, others) => {
      const found = await findings(content, others);
      expect(found).toEqual([expect.stringContaining(expected)]);
      expect(found[0]).toMatch(/^cos-nonambig \d+:\d+ .*: which one is meant cannot be told$/);
    },
  );
});

test("the place is that of the second particle", async () => {
  expect(await findings(`<xs:choice>${el("a")}\n  ${el("a")}</xs:choice>`)).toEqual([
    expect.stringMatching(/^cos-nonambig 3:3 /),
  ]);
});

test("a derived type's content is looked at as a whole, and a finding is told once", async () => {
  const { found } =
    await resolveBody(`<xs:complexType name="A"><xs:sequence>${el("a", optional)}</xs:sequence></xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:sequence>\n${el("a")}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="C"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>`);
  expect(told(found)).toEqual([expect.stringMatching(/^cos-nonambig 4:1 /)]);
});

test("large models take no time", async () => {
  const names = Array.from({ length: 1500 }, (_, index) => `e${index}`);
  const started = performance.now();
  expect(await findings(`<xs:choice ${many}>${names.map((name) => el(name)).join("")}</xs:choice>`)).toEqual([]);
  expect(
    await findings(`<xs:sequence ${many}>${names.map((name) => el(name, optional)).join("")}</xs:sequence>`),
  ).toEqual([]);
  const branches = Array.from({ length: 100_000 }, (_, index) => el(`e${index}`)).join("");
  expect(await findings(`<xs:choice minOccurs="3" maxOccurs="999999999">${branches}</xs:choice>`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);

test("what would take too much time is said not to be looked at", async () => {
  const started = performance.now();
  const many = (length: number, part: (index: number) => string): string =>
    Array.from({ length }, (_, i) => part(i)).join("");
  const models = [
    `<xs:sequence>${many(20_000, (index) => el(`e${index}`, optional))}</xs:sequence>`,
    `<xs:choice>${many(5000, () => "<xs:any/>")}</xs:choice>`,
  ];
  for (const model of models) {
    expect((await findings(model)).map((line) => line.split(" ")[0])).toEqual(["xsd.ignored"]);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);
