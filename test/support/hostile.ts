/** Damage and excess: documents that nobody writes by hand, the same for the same seed. */

/** A document cut off, with bits flipped, or with values, tags and parts exchanged, repeated and left out. */
export function damaged(text: string, random: () => number): string {
  const at = (length: number): number => Math.floor(random() * length);
  const kind = at(6);
  if (kind === 0) return text.slice(0, at(text.length));
  if (kind === 1) return flipped(text, 1 + at(6), at);
  let result = text;
  for (let times = 1 + at(3); times > 0; times--) {
    if (kind === 2) result = exchanged(result, /"[^"]*"/g, at);
    else if (kind === 3) result = exchanged(result, /<[^<>]*\/>/g, at);
    else if (kind === 4) result = without(result, /<[^<>]*\/>| \w+="[^"]*"/g, at);
    else result = exchanged(result, /(?<=<\/?\w{0,9}:?)\w+(?=[\s>/])/g, at);
  }
  return result;
}

function flipped(text: string, bits: number, at: (length: number) => number): string {
  const bytes = Buffer.from(text);
  for (let bit = 0; bit < bits; bit++) {
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << at(8));
  }
  return bytes.toString();
}

/** One match is replaced by another. */
function exchanged(text: string, pattern: RegExp, at: (length: number) => number): string {
  const matches = [...text.matchAll(pattern)];
  const [from, to] = [matches[at(matches.length)], matches[at(matches.length)]];
  if (from === undefined || to === undefined) return text;
  return text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
}

function without(text: string, pattern: RegExp, at: (length: number) => number): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[at(matches.length)];
  return match === undefined ? text : text.slice(0, match.index) + text.slice(match.index + match[0].length);
}

/** A schema around declarations, with the prefix-less names of `urn:a`. */
export function schemaOf(declarations: string): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">${declarations}</xs:schema>`;
}

/** A text for each number below a count, joined. */
export function each(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join("");
}

const root = (content: string): string =>
  `<xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;
const ints = (count: number, more = ""): string =>
  each(count, (i) => `<xs:element name="e${i}" type="xs:int"${more}/>`);
const nested = (open: (index: number) => string, inner: string, close: string, depth: number): string =>
  each(depth, open) + inner + close.repeat(depth);
const element = (name: string, more = ""): string => `<xs:element name="${name}" type="xs:int"${more}/>`;
const extension = (name: string, base: string, content: string): string =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="${base}">${content}</xs:extension></xs:complexContent></xs:complexType>`;
const restriction = (name: string, base: string, content = ""): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${content}</xs:restriction></xs:simpleType>`;
const group = (name: string, ...refs: readonly string[]): string =>
  `<xs:group name="${name}"><xs:sequence>${refs.map((ref) => `<xs:group ref="${ref}"/>`).join("")}${element(name)}</xs:sequence></xs:group>`;
const r = (content: string): string => `<r xmlns="urn:a">${content}</r>`;

/** Schemas of excess, each with a message. */
export const excess: Readonly<Record<string, () => readonly [schema: string, message: string]>> = {
  "100,000 branches of a choice": () => [root(`<xs:choice>${ints(100_000)}</xs:choice>`), r("<e99999>1</e99999>")],
  "30,000 branches of a repeated choice": () => [
    root(`<xs:choice maxOccurs="unbounded">${ints(30_000)}</xs:choice>`),
    r("<e29999>1</e29999><e7>1</e7>"),
  ],
  "30,000 elements in a sequence": () => [root(`<xs:sequence>${ints(30_000)}</xs:sequence>`), r("<e0>1</e0>")],
  "5,000 elements in any order": () => [root(`<xs:all>${ints(5000, ' minOccurs="0"')}</xs:all>`), r("<e5>1</e5>")],
  "20,000 places of one element": () => [
    root(`<xs:sequence>${element("e").repeat(20_000)}</xs:sequence>`),
    r("<e>1</e>"),
  ],
  "3,000 choices in a sequence": () => [
    root(
      `<xs:sequence>${each(3000, (i) => `<xs:choice>${element(`a${i}`)}${element(`b${i}`)}</xs:choice>`)}</xs:sequence>`,
    ),
    r("<a0>1</a0>"),
  ],
  "3,000 wildcards": () => [root(`<xs:sequence>${'<xs:any minOccurs="0"/>'.repeat(3000)}</xs:sequence>`), r("<b/>")],
  "50,000 attributes": () => [root(each(50_000, (i) => `<xs:attribute name="a${i}" type="xs:int"/>`)), r("")],
  "100,000 listed strings": () => [
    restriction(
      "t",
      "xs:string",
      each(100_000, (i) => `<xs:enumeration value="v${i}"/>`),
    ) + '<xs:element name="r" type="t"/>',
    r("v99999"),
  ],
  "100,000 listed numbers": () => [
    restriction(
      "t",
      "xs:int",
      each(100_000, (i) => `<xs:enumeration value="${i}"/>`),
    ) + '<xs:element name="r" type="t"/>',
    r("99999"),
  ],
  "999,999,999 occurrences inside of as many": () => [
    root(
      `<xs:sequence minOccurs="999999999" maxOccurs="999999999"><xs:choice minOccurs="99999" maxOccurs="999999999">${element("a")}${element("b", ' minOccurs="5" maxOccurs="999999999"')}</xs:choice></xs:sequence>`,
    ),
    r("<a>1</a>"),
  ],
  "more occurrences than a number holds": () => [
    root(`<xs:sequence>${element("a", ' maxOccurs="99999999999999999999999"')}</xs:sequence>`),
    r("<a>1</a>"),
  ],
  "150 choices inside of each other": () => [
    root(
      nested(
        (i) => `<xs:choice>${element(`c${i}`)}<xs:sequence>${element(`d${i}`)}`,
        element("a"),
        "</xs:sequence></xs:choice>",
        150,
      ),
    ),
    r("<c0>1</c0>"),
  ],
  "200 repeated sequences inside of each other": () => [
    root(
      nested(
        (i) => `<xs:sequence minOccurs="0" maxOccurs="5">${element(`c${i}`, ' minOccurs="0"')}`,
        element("a"),
        "</xs:sequence>",
        200,
      ),
    ),
    r("<c0>1</c0>"),
  ],
  "300 anonymous types inside of each other": () => [
    nested(
      (i) => `<xs:element name="${i === 0 ? "r" : `e${i}`}"><xs:complexType><xs:sequence>`,
      "",
      "</xs:sequence></xs:complexType></xs:element>",
      300,
    ),
    r(""),
  ],
  "elements nested without end": () => [`<xs:annotation><xs:appinfo>${"<x>".repeat(100_000)}`, r("")],
  "1,000 types derived from each other": () => [
    `<xs:complexType name="t0"/>${each(1000, (i) => extension(`t${i + 1}`, `t${i}`, `<xs:sequence>${element(`f${i}`)}</xs:sequence>`))}<xs:element name="r" type="t1000"/>`,
    r("<f0>1</f0>"),
  ],
  "20,000 types derived from each other, the last one first": () => [
    `<xs:element name="r" type="t0"/>${each(20_000, (i) => extension(`t${i}`, `t${i + 1}`, ""))}<xs:complexType name="t20000"/>`,
    r(""),
  ],
  "20,000 steps of a restriction": () => [
    `${restriction("t0", "xs:string")}${each(20_000, (i) => restriction(`t${i + 1}`, `t${i}`, '<xs:maxLength value="9"/>'))}<xs:element name="r" type="t20000"/>`,
    r("x"),
  ],
  "20,000 types that refer to the next": () => [
    `<xs:element name="r" type="t0"/>${each(20_000, (i) => `<xs:complexType name="t${i}"><xs:sequence><xs:element name="n" type="t${(i + 1) % 20_000}" minOccurs="0"/></xs:sequence></xs:complexType>`)}`,
    r("<n/>"),
  ],
  "groups that double 40 times": () => [
    root('<xs:group ref="g0"/>') + each(40, (i) => group(`g${i}`, `g${i + 1}`, `g${i + 1}`)) + group("g40"),
    r("<g40>1</g40>"),
  ],
  "unions that double 40 times": () => [
    `${each(40, (i) => `<xs:simpleType name="t${i}"><xs:union memberTypes="t${i + 1} t${i + 1}"/></xs:simpleType>`)}${restriction("t40", "xs:string")}<xs:element name="r" type="t0"/>`,
    r("x"),
  ],
  "a substitution group 3,000 deep": () => [
    `${root('<xs:sequence><xs:element ref="e0"/></xs:sequence>')}${element("e0")}${each(3000, (i) => element(`e${i + 1}`, ` substitutionGroup="e${i}"`))}`,
    r("<e3000>1</e3000>"),
  ],
  "everything that can be circular": () => [
    `${root('<xs:group ref="g"/><xs:attributeGroup ref="a"/>')}${group("g", "g")}<xs:attributeGroup name="a"><xs:attributeGroup ref="a"/></xs:attributeGroup>${element("x", ' substitutionGroup="y"')}${element("y", ' substitutionGroup="x"')}${extension("t", "u", "")}${extension("u", "t", "")}${restriction("s", "s")}<xs:simpleType name="v"><xs:union memberTypes="v"/></xs:simpleType><xs:simpleType name="l"><xs:list itemType="l"/></xs:simpleType>`,
    r(""),
  ],
  "a pattern 5,000 deep": () => [
    `${restriction("t", "xs:string", `<xs:pattern value="${"(".repeat(5000)}a${")".repeat(5000)}"/>`)}<xs:element name="r" type="t"/>`,
    r("a"),
  ],
  "a class 5,000 deep": () => [
    `${restriction("t", "xs:string", `<xs:pattern value="${"[a-".repeat(5000)}[a]${"]".repeat(5000)}"/>`)}<xs:element name="r" type="t"/>`,
    r("a"),
  ],
  "a quantity beyond all": () => [
    `${restriction("t", "xs:string", '<xs:pattern value="((a{1,1000}){1,1000}){1,99999999999}"/>')}<xs:element name="r" type="t"/>`,
    r("aaaa"),
  ],
  "10,000 names that become one": () => [
    root("") + each(10_000, (i) => element(`a-${".".repeat(i % 50)}${"-".repeat(Math.floor(i / 50))}b`)),
    r(""),
  ],
};
