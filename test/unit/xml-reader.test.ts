/** The XML reader, against the grammar and against two other parsers. */
import { SaxesParser } from "saxes";
import { randomFrom } from "../bench/inputs/random.ts";
import { parseXmlDocument, type Element } from "slimdom";
import { describe, expect, test } from "vitest";
import type { XmlElement } from "../../src/runtime/codec/values.ts";
import type { Limits } from "../../src/runtime/codec/mode.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import { readElement, skipElement, writeElement } from "../../src/runtime/xml/node.ts";
import { closeReader, END, EOF, openReader, START, TEXT } from "../../src/runtime/xml/reader.ts";
import { XmlWriter } from "../../src/runtime/xml/writer.ts";

/** The whole document as a tree. */
function read(xml: string, limits?: Partial<Limits>): XmlElement {
  const reader = openReader(xml, limits);
  try {
    while (reader.next() !== START);
    const element = readElement(reader);
    while (reader.next() !== EOF);
    return element;
  } finally {
    closeReader(reader);
  }
}

function refused(xml: string, limits?: Partial<Limits>): XmlError {
  try {
    read(xml, limits);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error(`accepted: ${xml.slice(0, 80)}`);
}

/** Names, attributes and text, without what prefixes were used. */
type Plain = readonly [name: string, attributes: readonly string[], children: readonly (Plain | string)[]];

function plain(element: XmlElement): Plain {
  const attributes = element.attributes.map(({ name, value }) => `{${name.namespace}}${name.localName}=${value}`);
  return [
    `{${element.name.namespace}}${element.name.localName}`,
    attributes.sort(),
    element.children.map((child) => (typeof child === "string" ? child : plain(child))),
  ];
}

/** The same from slimdom, adjacent text joined, comments and instructions left out. */
function slimdomPlain(element: Element): Plain {
  const children: (Plain | string)[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === 1) children.push(slimdomPlain(node as Element));
    else if (node.nodeType === 3 || node.nodeType === 4) {
      const last = children.at(-1);
      const text = node.nodeValue ?? "";
      if (typeof last === "string") children[children.length - 1] = last + text;
      else if (text !== "") children.push(text);
    }
  }
  const attributes = element.attributes
    .filter((attribute) => attribute.namespaceURI !== "http://www.w3.org/2000/xmlns/")
    .map((attribute) => `{${attribute.namespaceURI ?? ""}}${attribute.localName}=${attribute.value}`);
  return [`{${element.namespaceURI ?? ""}}${element.localName}`, attributes.sort(), children];
}

describe("tokens", () => {
  test("elements, attributes, text and positions", () => {
    const reader = openReader(
      '<?xml version="1.0"?>\n<!-- c --><p:a xmlns:p="u" x=" 1\n2" p:y="&lt;&#x41;">t&amp;<![CDATA[<u>]]>\r\nv<?pi z?><b/></p:a>\n',
    );
    expect(reader.next()).toBe(START);
    expect([reader.namespace, reader.localName, reader.prefix, reader.depth]).toEqual(["u", "a", "p", 1]);
    expect(
      [0, 1].map((index) => [
        reader.attributeNamespace(index),
        reader.attributeLocalName(index),
        reader.attributeValue(index),
      ]),
    ).toEqual([
      ["", "x", " 1 2"],
      ["u", "y", "<A"],
    ]);
    expect(reader.attributeCount).toBe(2);
    expect(reader.namespacesHere()).toEqual([["p", "u"]]);
    expect(reader.position()).toEqual({ line: 2, column: 11 });
    expect([reader.next(), reader.text]).toEqual([TEXT, "t&<u>\nv"]);
    expect([reader.next(), reader.localName, reader.path()]).toEqual([START, "b", "/a/b"]);
    expect(reader.lookup("p")).toBe("u");
    expect([reader.next(), reader.localName]).toEqual([END, "b"]);
    expect([reader.next(), reader.localName]).toEqual([END, "a"]);
    expect(reader.next()).toBe(EOF);
    closeReader(reader);
  });

  test("names that objects have are data", () => {
    const xml = '<__proto__ constructor="1" xmlns:toString="u"><hasOwnProperty toString:valueOf="2"/></__proto__>';
    expect(plain(read(xml))).toEqual([
      "{}__proto__",
      ["{}constructor=1"],
      [["{}hasOwnProperty", ["{u}valueOf=2"], []]],
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("paths count siblings of one name", () => {
    const xml = "<a><b/><!-- <b> --><b><c/><c>&nope;</c></b></a>";
    expect(refused(xml)).toMatchObject({ code: "xml.malformed", path: "/a/b[2]/c[2]", line: 1, column: 30 });
  });

  test("two readers at once do not disturb each other", () => {
    const outer = openReader("<a><b>1</b></a>");
    outer.next();
    expect(plain(read("<x>2</x>"))).toEqual(["{}x", [], ["2"]]);
    expect([outer.next(), outer.localName]).toEqual([START, "b"]);
    skipElement(outer);
    expect([outer.next(), outer.localName]).toEqual([END, "a"]);
    closeReader(outer);
  });
});

describe("what is not well-formed is refused with its place", () => {
  const cases: readonly (readonly [xml: string, line: number, column: number])[] = [
    ["", 1, 1],
    [" \n ", 2, 2],
    ["text", 1, 1],
    ["<a>", 1, 4],
    ["<a><b></a>", 1, 7],
    ["<a></a >x", 1, 9],
    ["<a/><b/>", 1, 5],
    ["<a", 1, 3],
    ["<a b>", 1, 5],
    ["<a b=c/>", 1, 6],
    ['<a b="1" b="2"/>', 1, 10],
    ['<a b="1"c="2"/>', 1, 9],
    ['<a b="<"/>', 1, 7],
    ['<a b="1/>', 1, 6],
    ["<1/>", 1, 2],
    ["< a/>", 1, 2],
    ["<a>]]></a>", 1, 4],
    ["<a>&b;</a>", 1, 4],
    ["<a>& </a>", 1, 4],
    ["<a>&#0;</a>", 1, 4],
    ["<a>&#x110000;</a>", 1, 4],
    ["<a>\u0008</a>", 1, 4],
    ["<a>\ud800</a>", 1, 4],
    ["<a>\ufffe</a>", 1, 4],
    ["<a><!-- -- --></a>", 1, 9],
    ["<a><!-- x", 1, 4],
    ["<a><![CDATA[ x", 1, 4],
    ["<a><!x></a>", 1, 4],
    ["<a><?xml version='1.0'?></a>", 1, 4],
    ["<a><?x", 1, 4],
    [" <?xml version='1.0'?><a/>", 1, 2],
    ["<?xml version='2.0'?><a/>", 1, 1],
    ["<?xml encoding='x'?><a/>", 1, 1],
    ["<?xml version='1.0' standalone='maybe'?><a/>", 1, 1],
    ["<p:a/>", 1, 2],
    ["<a p:b='1'/>", 1, 4],
    ["<a:b:c xmlns:a='u'/>", 1, 2],
    ["<:a/>", 1, 2],
    ["<a xmlns:p=''/>", 1, 4],
    ["<a xmlns:xml='u'/>", 1, 4],
    ["<a xmlns:xmlns='u'/>", 1, 4],
    ["<a xmlns:p='u' xmlns:p='u'/>", 1, 16],
    ["<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>", 1, 35],
    ["<a xmlns='http://www.w3.org/2000/xmlns/'/>", 1, 4],
  ];

  test.each(cases)("%j", (xml, line, column) => {
    expect(refused(xml)).toMatchObject({ code: "xml.malformed", line, column });
  });

  test("a document type declaration is refused, and HTML is called by its name", () => {
    expect(refused('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toMatchObject({
      code: "xml.doctype",
      line: 1,
      column: 1,
    });
    expect(refused("<!doctype html><html></html>").message).toContain("HTML");
  });
});

describe("limits", () => {
  test.each<[Partial<Limits>, string, string]>([
    [{ depth: 3 }, "<a><a><a/></a></a>", "<a><a><a><a/></a></a></a>"],
    [{ size: 10 }, "<a>12</a>", "<a>12345</a>"],
    [{ attributes: 2 }, "<a b='' c=''/>", "<a b='' c='' xmlns:d='u'/>"],
    [{ name: 3 }, "<abc/>", "<abcd/>"],
    [{ text: 4 }, "<a>1234</a>", "<a>12<![CDATA[34]]>5</a>"],
    [{ text: 4 }, "<a b='1234'/>", "<a b='12345'/>"],
  ])("%j", (limits, within, beyond) => {
    expect(() => read(within, limits)).not.toThrow();
    expect(refused(beyond, limits)).toMatchObject({ code: "xml.limit" });
  });

  test("the defaults hold", () => {
    expect(refused("<a>".repeat(100_000))).toMatchObject({ code: "xml.limit" });
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}=''`).join(" ");
    expect(refused(`<a ${attributes}/>`)).toMatchObject({ code: "xml.limit" });
  });

  test("hostile documents end", () => {
    const many = 1_000_000;
    expect(refused(`<a>${"&".repeat(many)}</a>`).code).toBe("xml.malformed");
    expect(refused(`<a>${"<!--".repeat(300_000)}`).code).toBe("xml.malformed");
    expect(refused(`<a>${"<![CDATA[".repeat(200_000)}`).code).toBe("xml.malformed");
    expect(refused(`<a ${"b ".repeat(many)}/>`).code).toBe("xml.malformed");
    expect(refused(`<a>${"<b>".repeat(200)}${"<b/>".repeat(200_000)}&x;`)).toMatchObject({ code: "xml.malformed" });
    expect(plain(read(`<a>${"]".repeat(many)}</a>`))[2]).toEqual(["]".repeat(many)]);
    expect(plain(read(`<a${" ".repeat(many)}/>`))).toEqual(["{}a", [], []]);
    expect(plain(read(`<a>${"&lt;".repeat(200_000)}</a>`))[2]).toEqual(["<".repeat(200_000)]);
  });
});

const pieces = [
  "<a>",
  "</a>",
  "<b x='1'>",
  "</b>",
  "<p:c xmlns:p='u'>",
  "</p:c>",
  "<d/>",
  "<e xmlns='v' y=\"&amp;\n\"/>",
  "text",
  " ",
  "\r\n",
  "&lt;",
  "&#233;",
  "&#x1F600;",
  "é😀",
  "<![CDATA[x<&]]>",
  "]]>",
  "<!-- c -->",
  "<!---->",
  "<?pi d?>",
  "<",
  ">",
  "&",
  ";",
  "'",
  '"',
  "=",
  "xmlns:q=''",
  "\u0001",
  "&bogus;",
  "<p:f/>",
  "/>",
  "<g h='1' h='2'/>",
  "--",
  "<!",
  "\ud83d",
];

function judged(xml: string): { readonly saxes: boolean; readonly slimdom: Plain | undefined } {
  let saxes = true;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    saxes = false;
  });
  try {
    parser.write(xml).close();
  } catch {
    saxes = false;
  }
  try {
    const root = parseXmlDocument(xml).documentElement;
    return { saxes, slimdom: root === null ? undefined : slimdomPlain(root) };
  } catch {
    return { saxes, slimdom: undefined };
  }
}

describe("the same verdict and infoset as slimdom, and saxes", () => {
  test("on random documents", { timeout: 60_000 }, () => {
    const next = randomFrom(20_261_123);
    const pick = (): string => pieces[Math.floor(next() * pieces.length)] ?? "";
    let accepted = 0;
    for (let round = 0; round < 6000; round++) {
      // Half are likely to be well-formed: balanced, with few odd pieces.
      const inner = Array.from({ length: Math.floor(next() * 8) }, () =>
        next() < 0.8 ? (pieces[[6, 8, 9, 10, 11, 12, 13, 14, 15, 17, 19][Math.floor(next() * 11)] ?? 8] ?? "") : pick(),
      );
      const xml = next() < 0.9 ? `<a z="q">${inner.join("")}</a>` : inner.join("");
      const { saxes, slimdom } = judged(xml);
      let ours: Plain | undefined;
      try {
        ours = plain(read(xml));
      } catch (error) {
        if (!(error instanceof XmlError)) throw error;
      }
      expect(ours, xml).toEqual(slimdom);
      // saxes lets a few malformed documents pass; it refuses nothing that is well-formed.
      if (ours !== undefined) expect(saxes, xml).toBe(true);
      if (ours !== undefined) accepted++;
    }
    expect(accepted).toBeGreaterThan(1000);
    expect(accepted).toBeLessThan(5500);
  });
});

describe("writer", () => {
  const odd = ["", "a", "<&>\"'", "]]>", " \t\r\n ", "é😀\u0085\u2028", "x".repeat(50)];

  test("whatever it writes is read again as it was", () => {
    const next = randomFrom(7);
    const pick = <T>(list: readonly T[]): T => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error("empty");
      return item;
    };
    const name = (): { namespace: string; localName: string } => ({
      namespace: pick(["", "u", "urn:b", "http://c/?a=1&b"]),
      localName: pick(["a", "__proto__", "constructor", "é", "x-1.y"]),
    });
    const make = (depth: number): XmlElement => {
      const attributes = [0, 1].flatMap((index) =>
        next() < 0.5 ? [{ name: { ...name(), localName: `n${index}` }, value: pick(odd) }] : [],
      );
      const children: (XmlElement | string)[] = [];
      for (let index = 0; index < (depth < 5 ? 3 : 0); index++) {
        const text = pick(odd);
        if (next() < 0.4) children.push(make(depth + 1));
        else if (text !== "" && typeof children.at(-1) !== "string") children.push(text);
      }
      return { name: name(), attributes, children };
    };
    for (let round = 0; round < 500; round++) {
      const element = make(0);
      const writer = new XmlWriter({ u: "u", "urn:b": "xml" });
      writeElement(writer, element);
      const xml = writer.finish();
      expect(plain(read(xml)), xml).toEqual(plain(element));
      const root = parseXmlDocument(xml).documentElement;
      expect(root === null ? undefined : slimdomPlain(root)).toEqual(plain(element));
    }
  });

  test("what no document can hold is refused with its path", () => {
    for (const text of ["\u0000", "\ud800", "\uffff"]) {
      const writer = new XmlWriter();
      writer.start("", "a");
      writer.start("", "b");
      expect(() => writer.text(text)).toThrow(expect.objectContaining({ code: "xml.encode", path: "/a/b" }));
    }
  });
});

describe("encodings", () => {
  const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? "\ufeff" : ""), ...text].flatMap((character) =>
      [...character].flatMap((c) => Array.from({ length: c.length }, (_, i) => c.charCodeAt(i))),
    );
    return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };

  test("byte order mark, transport, declaration, UTF-8", () => {
    const text = "<a>é😀</a>";
    expect(decodeText(new TextEncoder().encode(text))).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
    for (const little of [true, false]) {
      expect(decodeText(utf16(text, little, true))).toBe(text);
      expect(decodeText(utf16(text, little, false))).toBe(text);
    }
    const latin = Uint8Array.from(
      [..."<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00e9</a>"].map((character) => character.charCodeAt(0)),
    );
    expect(decodeText(latin)).toContain("<a>é</a>");
    expect(decodeText(latin.subarray(44), "latin1")).toContain("é");
  });

  test("bytes that are not in the encoding, and encodings that nobody knows, are refused", () => {
    const thrown = (bytes: number[], charset?: string): unknown => {
      try {
        return decodeText(Uint8Array.from(bytes), charset);
      } catch (error) {
        return error;
      }
    };
    expect(thrown([0x3c, 0x61, 0xff])).toMatchObject({ code: "xml.encoding" });
    expect(thrown([0x3c, 0x61], "x-nobody")).toMatchObject({
      code: "xml.encoding",
      message: expect.stringContaining("x-nobody"),
    });
  });
});

describe("XML 1.1", () => {
  const later = (content: string): string => `<?xml version="1.1"?><a>${content}</a>`;
  const textOf = (xml: string): string => {
    const reader = openReader(xml);
    try {
      while (reader.next() !== TEXT);
      return reader.text;
    } finally {
      closeReader(reader);
    }
  };

  test("refers to control characters, which XML 1.0 has not", () => {
    expect(textOf(later("&#x07;&#31;"))).toBe("\u0007\u001f");
    expect(() => textOf("<a>&#x07;</a>")).toThrow("not a reference");
    expect(() => textOf(later("&#0;"))).toThrow("not a reference");
  });

  test("has more line ends", () => {
    expect(textOf(later("a\u0085b\r\u0085c\u2028d\r\ne"))).toBe("a\nb\nc\nd\ne");
    expect(textOf("<a>a\u0085b</a>")).toBe("a\u0085b");
  });
});
