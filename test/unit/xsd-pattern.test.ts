/** Regular expressions of XML Schema in JavaScript: what they match, by libxml2's judgement too, and what is refused. */
import { describe, expect, test } from "vitest";
import { translatePattern } from "../../scripts/xsd/pattern.ts";
import { judgeBy } from "../../scripts/specs-verify/judge.ts";

/** A pattern, what it matches, and what it does not. */
type Row = readonly [pattern: string, matching: readonly string[], other: readonly string[]];

const rows: readonly Row[] = [
  // Anchored on both sides, over all branches.
  ["abc", ["abc"], ["xabc", "abcx", "ab", ""]],
  ["a|bc", ["a", "bc"], ["ac", "abc", "xbc"]],
  ["a|", ["a", ""], ["b"]],
  ["", [""], ["a"]],
  ["()", [""], ["a"]],
  // What JavaScript takes for its own.
  ["^a$", ["^a$"], ["a"]],
  ["a/b", ["a/b"], ["ab"]],
  ["a&&b", ["a&&b"], ["ab"]],
  ["[&&a]", ["&", "a"], ["b"]],
  ["a.c", ["abc", "a\u2028c", "a😀c"], ["a\nc", "a\rc", "ac"]],
  ["-", ["-"], [""]],
  // Quantifiers.
  ["a?b*c+", ["c", "abbcc", "ac"], ["ab", "aac"]],
  ["a{2}", ["aa"], ["a", "aaa"]],
  ["a{2,}", ["aa", "aaaa"], ["a"]],
  ["a{0,2}", ["", "aa"], ["aaa"]],
  ["(ab){2}c", ["ababc"], ["abc"]],
  ["[A-Z]{3}\\d{4}", ["ABC1234"], ["ABC123", "abc1234"]],
  // Escapes.
  ["\\^\\.\\\\\\?\\*\\+\\{\\}\\(\\)\\[\\]\\|\\-", ["^.\\?*+{}()[]|-"], ["a"]],
  ["\\n\\r\\t", [], ["nrt"]],
  ["\\s\\S", [" a"], ["a ", "aa"]],
  ["\\s", [" ", "\t"], ["\u00a0", "\u2003", ""]],
  ["\\d+", ["0", "٣", "१२"], ["a", "½", ""]],
  ["\\D", ["a", "½"], ["7"]],
  ["\\w+", ["aé字9", "$+<"], [" ", ".", "-", "_"]],
  ["\\W", ["-", " ", "_"], ["a", "1"]],
  ["\\i\\c*", ["a-b.c", "_x", ":y", "élan"], ["-a", "1a", ".a", " "]],
  ["\\I", ["1", "-", "!"], ["a", "_", ":"]],
  ["\\C", ["!", "/", " "], ["a", "-", "1"]],
  // Categories and blocks.
  ["\\p{Lu}\\p{Ll}", ["Aa", "Éé"], ["aA", "AA"]],
  ["\\P{L}+", ["12 "], ["1a"]],
  ["\\p{Nd}\\p{Zs}\\p{Sc}", ["1 €"], ["a €"]],
  ["\\p{IsBasicLatin}+", ["Az~"], ["é"]],
  ["\\P{IsBasicLatin}", ["é"], ["a"]],
  ["[\\p{IsGreek}\\p{IsCyrillic}]+", ["αЖ"], ["a"]],
  ["[^\\p{IsHiragana}]", ["a"], ["あ"]],
  // Classes.
  ["[abc]", ["a", "c"], ["d", "ab"]],
  ["[^abc]", ["d", "\n"], ["a"]],
  ["[a-c0-2]+", ["a0c2"], ["d", "3"]],
  ["[-a]", ["-", "a"], ["b"]],
  ["[a-]", ["-", "a"], ["b"]],
  ["[a\\-z]", ["a", "-", "z"], ["m"]],
  ["[+\\--9]", ["+", "-", "5"], [","]],
  ["[.]", ["."], ["a"]],
  ["[$^]", ["$", "^"], ["a"]],
  ["[\\^a]", ["^", "a"], ["b"]],
  ["[\\d\\s]+", ["1 2"], ["a"]],
  ["[\\D]", ["a"], ["1"]],
  ["[\\S1 ]", ["a", "1", " "], ["\t"]],
  ["[^\\S]", [" "], ["a"]],
  ["[^\\s\\d]", ["a"], ["1", " "]],
  ["[^\\Da]", ["1"], ["a", "b"]],
  ["[\\i-[:]][\\c-[:]]*", ["a", "_b-1"], [":a", "a:b", "1"]],
  ["[a-z-[aeiou]]+", ["xyz"], ["xaz", "e", "A"]],
  ["[a-z-[b-y-[m]]]", ["a", "z", "m"], ["b", "n"]],
  ["[^a-c-[x]]", ["d"], ["a", "x"]],
  ["[\\w-[\\d]]+", ["abc"], ["a1"]],
  ["[\\p{L}-[A-Z]]", ["a", "é"], ["A", "1"]],
  ["[😀-😂]{2}", ["😀😂"], ["😀", "😃😃"]],
  // Forms of use.
  ["[0-9]{5}(-[0-9]{4})?", ["12345", "12345-6789"], ["1234", "12345-"]],
  ["[^@]+@[^\\.]+\\..+", ["a@b.c"], ["a@b", "@b.c"]],
  ["([A-Za-z0-9]|[+/=])*", ["QUJD+/=", ""], ["-"]],
  ["(\\+|-)?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([Ee](\\+|-)?[0-9]+)?", ["-1.5e+10", ".5"], ["e5", "1.5.2"]],
];

function regexp(pattern: string): RegExp {
  const translated = translatePattern(pattern);
  if ("reason" in translated) throw new Error(`${pattern}: ${translated.reason}`);
  return new RegExp(`^(?:${translated.source})$`, "u");
}

test.each(rows)("%s", (pattern, matching, other) => {
  const expression = regexp(pattern);
  expect(matching.filter((text) => !expression.test(text))).toEqual([]);
  expect(other.filter((text) => expression.test(text))).toEqual([]);
});

test("white space of the escapes", () => {
  expect(regexp("\\n\\r\\t").test("\n\r\t")).toBe(true);
});

function escaped(text: string): string {
  return text.replace(/[&<"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Where libxml2 takes another view. */
const otherwise = new Map([
  ["[+\\--9]", "it takes no escape for the beginning of a range"],
  ["[a-z-[b-y-[m]]]", "it subtracts once"],
]);

describe("libxml2 agrees", () => {
  test.each(rows.filter(([pattern]) => !otherwise.has(pattern)))("%s", (pattern, matching, other) => {
    const restriction = `<xs:restriction base="xs:string"><xs:pattern value="${escaped(pattern)}"/></xs:restriction>`;
    const judge = judgeBy(
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="e"><xs:simpleType>${restriction}</xs:simpleType></xs:element></xs:schema>`,
    );
    const accepts = (text: string): boolean => judge(`<e>${escaped(text)}</e>`).length === 0;
    expect(matching.filter((text) => !accepts(text))).toEqual([]);
    expect(other.filter(accepts)).toEqual([]);
  });
});

describe("what is no regular expression of XML Schema", () => {
  const refused: readonly (readonly [pattern: string, reason: RegExp])[] = [
    ["a**", /\* must be escaped/],
    ["*a", /\* must be escaped/],
    ["a{2", /\{ is not a quantity/],
    ["a{,3}", /is not a quantity/],
    ["a{3,2}", /out of order/],
    ["(a", /ends too early|not closed/],
    ["a)", /unexpected \)/],
    ["[a", /ends too early/],
    ["[]", /a class is empty/],
    ["[^]", /a class is empty/],
    ["a]", /\] must be escaped/],
    ["[z-a]", /out of order/i],
    ["[a-\\d]", /a range ends in a class/],
    ["[\\d-a]", /a hyphen between others must be escaped/],
    ["[a-b-c]", /a hyphen between others must be escaped/],
    ["[a-z-[b]x]", /missing after a subtraction/],
    ["\\", /ends too early/],
    ["\\b", /\\b is not an escape/],
    ["\\1", /\\1 is not an escape/],
    ["\\u0041", /\\u is not an escape/],
    ["(?:a)", /\? must be escaped/],
    ["(?=a)", /\? must be escaped/],
    ["a+?", /\? must be escaped/],
    ["\\p{Greek}", /the category Greek is not known/],
    ["\\p{Alphabetic}", /the category Alphabetic is not known/],
    ["\\p{IsKlingon}", /the block IsKlingon is not known/],
    ["\\pL", /needs a category or block/],
  ];
  test.each(refused)("%s", (pattern, reason) => {
    expect(translatePattern(pattern)).toEqual({ reason: expect.stringMatching(reason) });
  });
});

test("escapes of other dialects are read as what they escape, and named", () => {
  const translated = translatePattern("\\/[\\'\\@]\\\"");
  expect(translated).toMatchObject({ foreign: ["\\/", "\\'", "\\@", '\\"'] });
  expect(regexp("\\/[\\'\\@]\\\"").test('/@"')).toBe(true);
  expect(translatePattern("a\\.b")).toMatchObject({ foreign: [] });
});

test("every block has code points, and the names of old are known", () => {
  for (const name of ["BasicLatin", "Greek", "CombiningMarksforSymbols", "CJKUnifiedIdeographsExtensionB", "Tags"]) {
    expect(translatePattern(`\\p{Is${name}}`)).toHaveProperty("source");
  }
  expect(regexp("\\p{IsPrivateUse}+").test("\ue000\u{f0000}\u{10fffd}")).toBe(true);
});
