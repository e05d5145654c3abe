/** Bytes of documents: every way to say the encoding, and ways to say it wrongly (XML 1.0, 4.3.3). */
import { expect, test } from "vitest";
import { ourReader, readersUnderTest } from "../xml/ours.ts";
import type { Reading } from "../xml/reading.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";

const content = "<a b='ü\u{10348}'>żółć 漢字 \u{1f600}</a>";
const infoset = ['<a b="ü\u{10348}"', '"żółć 漢字 \u{1f600}"', "/"].join("\n");

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return little ? bytes : bytes.swap16();
}

function single(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function declared(encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>${content}`;
}

function refusal(reading: Reading): string | undefined {
  return reading.verdict === "refused" ? reading.code : undefined;
}

test.each(readersUnderTest)("$name: encodings that a document shows or names", ({ read }) => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const documents = [
    utf8(content),
    utf8(`\ufeff${content}`),
    ...["UTF-8", "utf-8", "Utf8"].flatMap((name) => [utf8(declared(name)), utf8(`\ufeff${declared(name)}`)]),
    ...[true, false].flatMap((little) => [
      utf16(content, little),
      utf16(`\ufeff${content}`, little),
      utf16(declared("UTF-16"), little),
      utf16(`\ufeff${declared("utf-16")}`, little),
      utf16(`\ufeff${declared("ISO-10646-UCS-2")}`, little),
    ]),
  ];
  for (const document of documents) expect(read(document)).toEqual({ verdict: "read", infoset });
});

test.each(readersUnderTest)("$name: encodings of one or of several bytes", ({ read }) => {
  const documents: readonly (readonly [string, Uint8Array, string])[] = [
    ["ISO-8859-1", single("<a>\xe9</a>"), "é"],
    ["iso-8859-2", single("<a>\xb3</a>"), "ł"],
    ["windows-1252", single("<a>\x80</a>"), "€"],
    ["Shift_JIS", single("<a>\x8a\xbf</a>"), "漢"],
    ["EUC-JP", single("<a>\xb4\xc1</a>"), "漢"],
    ["GB18030", single("<a>\xba\xba</a>"), "汉"],
    ["US-ASCII", single("<a>x</a>"), "x"],
  ];
  for (const [encoding, bytes, text] of documents) {
    const head = single(`<?xml version='1.0' encoding='${encoding}'?>`);
    const reading = read(Uint8Array.from([...head, ...bytes]));
    expect(reading, encoding).toEqual({ verdict: "read", infoset: `<a\n${JSON.stringify(text)}\n/` });
  }
});

test.each(readersUnderTest)("$name: a document that is in another encoding than it says is refused", ({ read }) => {
  const documents = [
    new TextEncoder().encode(`\ufeff${declared("ISO-8859-1")}`),
    new TextEncoder().encode(`\ufeff${declared("UTF-16")}`),
    new TextEncoder().encode(declared("UTF-16")),
    utf16(`\ufeff${declared("UTF-8")}`, true),
    utf16(declared("UTF-8"), false),
    utf16(`\ufeff${declared("x-nobody-knows")}`, false),
    new TextEncoder().encode(declared("x-nobody-knows")),
  ];
  for (const document of documents) expect(refusal(read(document))).toBe("xml.encoding");
});

test.each(readersUnderTest)("$name: bytes that are no text in their encoding are refused", ({ read }) => {
  const wrong = [
    "\xff",
    "\xc3",
    "\xc3(",
    "\x80",
    // Overlong forms, a surrogate, what is beyond Unicode, a character cut short.
    "\xc0\xaf",
    "\xe0\x80\xaf",
    "\xed\xa0\x80",
    "\xf4\x90\x80\x80",
    "\xf0\x9f\x98",
  ];
  for (const bytes of wrong) {
    for (const place of [
      `<a>${bytes}</a>`,
      `<a b='${bytes}'/>`,
      `<a><!--${bytes}--></a>`,
      `<a${bytes}/>`,
      `<a/>${bytes}`,
    ]) {
      const reading = read(single(place));
      expect(reading.verdict, JSON.stringify(place)).toBe("refused");
      expect(refusal(reading), JSON.stringify(place)).toMatch(/^xml\.(encoding|malformed)$/);
    }
  }
  expect(refusal(read(Uint8Array.from([0xff, 0xfe, 0x3c, 0x00, 0x61])))).toBe("xml.encoding");
  expect(refusal(read(Uint8Array.from([0xfe, 0xff, 0xd8, 0x00, 0x00, 0x61])))).toBe("xml.encoding");
});

test.each(readersUnderTest)("$name: they are found wherever they stand in a long document", ({ read }) => {
  const document = `<a b='${"x".repeat(40_000)}'><!--${"x".repeat(90_000)}--><?p ${"x".repeat(90_000)}?>${"x".repeat(90_000)}<b/></a>`;
  const bytes = new TextEncoder().encode(`${document}<!--${"x".repeat(90_000)}-->${" ".repeat(40_000)}`);
  for (let at = 20_000; at < bytes.length; at += 47_777) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = 0xff;
    expect(refusal(read(damaged)), String(at)).toMatch(/^xml\.(encoding|malformed)$/);
  }
  expect(read(bytes).verdict).toBe("read");
});

test("what the transport says overrules the declaration, and a byte order mark overrules both", () => {
  const bytes = new TextEncoder().encode(declared("utf-16"));
  expect(decodeText(bytes, "utf-8")).toBe(declared("utf-16"));
  expect(decodeText(utf16(content, false), "utf-16")).toBe(content);
  expect(decodeText(utf16(content, true), "UTF-16")).toBe(content);
  expect(decodeText(new TextEncoder().encode(`\ufeff${content}`), "iso-8859-1")).toBe(content);
  expect(decodeText(new TextEncoder().encode(`\ufeff${declared("ascii")}`), "utf-8")).toBe(declared("ascii"));
});

test("the message says what the document names and what it is in", () => {
  const reading = ourReader.read(utf16(`\ufeff${declared("UTF-8")}`, true));
  expect(reading).toMatchObject({ reason: expect.stringContaining("says that it is in UTF-8, but it is in utf-16") });
});
