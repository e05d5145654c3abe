/** Documents and where they come from: positions, namespaces in scope, encodings, refusals, the network left alone. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { attribute, parseXml, type SourceDocument, type XmlNode } from "../../scripts/source/document.ts";
import { displayName, Loader, urlOf } from "../../scripts/source/load.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import { told } from "../support/schemas.ts";

function rootOf(text: string): XmlNode {
  const diagnostics = new Diagnostics();
  const document = parseXml("d.xml", text, diagnostics);
  if (document === undefined) throw new Error(told(diagnostics.all).join("\n"));
  return document.root;
}

function placesIn(node: XmlNode): string[] {
  return [`${node.localName} ${node.at.line}:${node.at.column}`, ...node.children.flatMap(placesIn)];
}

describe("trees", () => {
  test("every element has its place, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["<?xml version='1.0'?>", "<a>", "  <b/><!-- x", "--><c>é😀<d/></c>", "</a>", ""].join(end);
      expect(placesIn(rootOf(text))).toEqual(["a 2:1", "b 3:3", "c 4:4", "d 4:10"]);
    }
  });

  test("prefixes are looked up where they stand", () => {
    const root = rootOf(
      '<a xmlns="urn:a" xmlns:p="urn:p"><b xmlns="" xmlns:p="urn:q" xmlns:r="urn:r"><c/></b><d/></a>',
    );
    const [b, d] = root.children;
    const c = b?.children[0];
    expect(["", "p", "r", "xml", "q"].map((prefix) => c?.namespaceOf(prefix))).toEqual([
      "",
      "urn:q",
      "urn:r",
      "http://www.w3.org/XML/1998/namespace",
      undefined,
    ]);
    expect(["", "p", "r"].map((prefix) => d?.namespaceOf(prefix))).toEqual(["urn:a", "urn:p", undefined]);
    expect(rootOf("<a/>").namespaceOf("")).toBe("");
  });

  test("attributes are normalised, text is its own, content is all below", () => {
    const root = rootOf('<a x="1&#10;&lt; 2" p:x="3" xmlns:p="urn:p">one <b>two<![CDATA[ & ]]></b> three</a>');
    expect(attribute(root, "x")).toBe("1\n< 2");
    expect(attribute(root, "p")).toBeUndefined();
    expect(root.text).toBe("one  three");
    expect(root.content).toBe("one two &  three");
  });

  test("a deep document does not overflow", () => {
    const depth = 900;
    const root = rootOf("<a>".repeat(depth) + "</a>".repeat(depth));
    expect(placesIn(root).length).toBe(depth);
  });
});

describe("prefixes that are not declared", () => {
  const read = (text: string, strict = false) => {
    const diagnostics = new Diagnostics({ strict });
    return { root: parseXml("d.xml", text, diagnostics)?.root, diagnostics };
  };

  test("are taken for what they usually mean, or for nobody's, with a warning", () => {
    const text = '<?xml version="1.0"?><!-- <x> -->\n<a q:c="1"><xs:b/> <p:d/>\n <p:e/></a>';
    const { root, diagnostics } = read(text);
    expect(told(diagnostics.all)).toEqual([
      "nsc-NSDeclared 2:4 the prefix q is not declared: what has it is ignored",
      "nsc-NSDeclared 2:13 the prefix xs is not declared: it is taken for that of http://www.w3.org/2001/XMLSchema",
      "nsc-NSDeclared 2:21 the prefix p is not declared: what has it is ignored",
    ]);
    expect(diagnostics.hasErrors).toBe(false);
    expect(root?.attributes).toMatchObject([{ namespace: "urn:undeclared:q", localName: "c", value: "1" }]);
    expect(root?.children.map(({ namespace, at }) => [namespace, at.line, at.column])).toEqual([
      ["http://www.w3.org/2001/XMLSchema", 2, 12],
      ["urn:undeclared:p", 2, 20],
      ["urn:undeclared:p", 3, 2],
    ]);
  });

  test("are declared where they are, and only there", () => {
    const { diagnostics } = read('<a><b xmlns:p="urn:p"><p:c/></b><p:d/></a>');
    expect(told(diagnostics.all)).toEqual([expect.stringContaining("nsc-NSDeclared 1:34 the prefix p")]);
  });

  test("are errors where the standard is held to", () => {
    expect(read("<p:a/>", true).diagnostics.hasErrors).toBe(true);
  });

  test("cost no more in documents that are made to", () => {
    const comments = "<!-- -->".repeat(20_000);
    expect(read(`${comments}<!p`).root).toBeUndefined();
    expect(read(`${comments}<p:a/>`).root?.namespace).toBe("urn:undeclared:p");
  });
});

describe("refusals", () => {
  const rows: readonly (readonly [what: string, text: string, told: string])[] = [
    ["an end tag of another element", "<a>\n  <b></a>", "source.malformed 2:6 "],
    [
      "more prefixes without a declaration than anybody forgets",
      `<a>\n${Array.from({ length: 17 }, (_, index) => `<p${index}:b/>`).join("\n")}</a>`,
      "source.malformed 18:2 the prefix p16 is not bound",
    ],
    ["a comment without an end", "<!-- <a/>", "source.malformed 1:"],
    ["an entity", "<a>&b;</a>", "source.malformed 1:4 the entity &b; is not defined"],
    ["what follows the root", "<a/>\n<b/>", "source.malformed 2:1 a second root element"],
    ["nothing", "", "source.malformed 1:1 the document has no element"],
    [
      "a document type declaration without an end",
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c"><a/>',
      "source.malformed 2:1 the document type declaration does not end",
    ],
    [
      "an entity that holds itself",
      '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>',
      "source.malformed 1:1 entities are expanded without end",
    ],
    ["a web page", "<!DOCTYPE html><html></html>", "source.malformed 1:1 this is an HTML page, not XML"],
  ];
  test.each(rows)("%s", (_what, text, expected) => {
    const diagnostics = new Diagnostics();
    expect(parseXml("d.xml", text, diagnostics)).toBeUndefined();
    expect(told(diagnostics.all)).toEqual([expect.stringContaining(expected)]);
    // The place is said once, by the diagnostic.
    expect(diagnostics.all[0]?.message).not.toContain("line");
  });
});

describe("files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "specwire-source-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const from = { uri: "here", line: 3, column: 4 };

  test("encodings by their marks and declarations; the digest is that of the bytes", async () => {
    const text = '<?xml version="1.0" encoding="utf-16"?><é/>';
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer),
    ]);
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="ISO-8859-1"?><\u00e9/>'].map((c) => c.charCodeAt(0)),
    );
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("<é/>")]);
    for (const [name, bytes] of [
      ["wide.xml", wide],
      ["latin.xml", latin],
      ["marked.xml", marked],
    ] as const) {
      const document = await new Loader(new Diagnostics()).document(urlOf(write(name, bytes)), from);
      expect(document?.root.localName).toBe("é");
      expect(document?.root.at.line).toBe(1);
      expect(document?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });

  test("a document is read once, and named as its user would", async () => {
    const path = write("once.xml", "<a/>");
    const loader = new Loader(new Diagnostics());
    const first = await loader.document(urlOf(path), from);
    writeFileSync(path, "<b/>");
    expect(await loader.document(urlOf(path), from)).toBe(first);
    expect(first?.uri).toBe(relative(process.cwd(), path));
    expect(loader.documents).toEqual([first]);
  });

  test("what several contracts share is read once; what is malformed is told to each", async () => {
    const known = new Map<string, SourceDocument>();
    const read = async (name: string): Promise<[SourceDocument | undefined, number]> => {
      const diagnostics = new Diagnostics();
      const document = await new Loader(diagnostics, { known }).document(urlOf(join(folder, name)), from);
      return [document, diagnostics.all.length];
    };
    write("shared.xml", "<a/>");
    write("broken.xml", "<a>");
    const [first] = await read("shared.xml");
    writeFileSync(join(folder, "shared.xml"), "<b/>");
    expect(await read("shared.xml")).toEqual([first, 0]);
    expect(await read("broken.xml")).toEqual([undefined, 1]);
    expect(await read("broken.xml")).toEqual([undefined, 1]);
  });

  test("what is not there is told where it was asked for", async () => {
    const diagnostics = new Diagnostics();
    const loader = new Loader(diagnostics);
    expect(await loader.document(urlOf(join(folder, "absent.xsd")), from)).toBeUndefined();
    expect(await loader.document(urlOf(folder), from)).toBeUndefined();
    expect(await loader.document("urn:a:b", from)).toBeUndefined();
    expect(await loader.text(urlOf(write("bad.txt", Uint8Array.from([0x61, 0xff]))), from)).toBeUndefined();
    const shown = relative(process.cwd(), folder);
    expect(told(diagnostics.all)).toEqual([
      `source.missing 3:4 ${join(shown, "absent.xsd")} cannot be read: there is no such file`,
      `source.missing 3:4 ${shown} cannot be read: it is a folder`,
      "source.missing 3:4 urn:a:b cannot be read: it is neither a file nor on the web",
      expect.stringMatching(/^source\.missing 3:4 .*bad\.txt cannot be read: the document is not in utf-8/),
    ]);
    expect(diagnostics.all[0]?.at).toEqual(from);
  });

  test("the network is left alone; every document that is missing for that is named", async () => {
    const path = write(
      "net/main.xsd",
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:a="urn:a">
<xs:import namespace="urn:a" schemaLocation="http://schemas.test/a.xsd"/>
<xs:import namespace="urn:b" schemaLocation="https://schemas.test/b.xsd"/>
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
<xs:element name="one" type="a:A"/><xs:element name="two" type="a:B"/>
</xs:schema>`,
    );
    const diagnostics = new Diagnostics();
    const loader = new Loader(diagnostics);
    const entry = await loader.document(urlOf(path), from);
    if (entry !== undefined) resolveSchemas(await loader.schemas(entry, urlOf(path)), diagnostics);
    expect(told(diagnostics.all)).toEqual([
      "source.missing 2:1 http://schemas.test/a.xsd cannot be read: documents on the network are only read where that is asked for",
      "xsd.ignored 3:1 https://schemas.test/b.xsd cannot be read: documents on the network are only read where that is asked for: it is not needed",
    ]);
    expect(diagnostics.all[0]?.at.uri).toBe(relative(process.cwd(), path));
  });

  test("a malformed document is told once, with whom it is missing for", async () => {
    const path = write(
      "bad/main.xsd",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n<xs:include schemaLocation="m.xsd"/><xs:include schemaLocation="./m.xsd"/></xs:schema>',
    );
    write("bad/m.xsd", "<a>\n</b>");
    const diagnostics = new Diagnostics();
    const loader = new Loader(diagnostics);
    const entry = await loader.document(urlOf(path), from);
    if (entry !== undefined) resolveSchemas(await loader.schemas(entry, urlOf(path)), diagnostics);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(["source.malformed", "xsd.ignored", "xsd.ignored"]);
    expect(diagnostics.all[0]?.at).toEqual({
      uri: relative(process.cwd(), join(folder, "bad", "m.xsd")),
      line: 2,
      column: 1,
    });
  });

  test("a catalog takes paths", async () => {
    const path = write(
      "cat/main.xsd",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:a" schemaLocation="http://schemas.test/a.xsd"/></xs:schema>',
    );
    const there = write(
      "elsewhere/a.xsd",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"/>',
    );
    const diagnostics = new Diagnostics();
    const loader = new Loader(diagnostics, { catalog: new Map([["http://schemas.test/a.xsd", there]]) });
    const entry = await loader.document(urlOf(path), from);
    const schemas = entry === undefined ? [] : await loader.schemas(entry, urlOf(path));
    expect(resolveSchemas(schemas, diagnostics).namespaces).toEqual(["", "urn:a"]);
    expect(diagnostics.all).toEqual([]);
  });
});

test("addresses and names", () => {
  expect(urlOf("https://a.test/b c")).toBe("https://a.test/b c");
  expect(urlOf("specs/a.xsd")).toBe(pathToFileURL(join(process.cwd(), "specs/a.xsd")).href);
  expect(displayName(urlOf("specs/a b.xsd"))).toBe("specs/a b.xsd");
  expect(displayName("https://a.test/x")).toBe("https://a.test/x");
});

describe("documents that a schema imports", () => {
  const from = { uri: "here", line: 3, column: 4 };
  const names = Array.from({ length: 20 }, (_, i) => `part${i}`);
  const schemaOf = (namespace: string, imports: readonly string[]): string =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">${imports
      .map((name) => `<xs:import namespace="${name}" schemaLocation="${name}.xsd"/>`)
      .join("")}</xs:schema>`;

  test("come side by side, eight at most, and in the order of the schema", async () => {
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Uint8Array> => {
      const name = url.slice("http://example.invalid/".length, -".xsd".length);
      asked.push(name);
      most = Math.max(most, ++open);
      // The first ones come last.
      for (let i = 0; i < 20 - (asked.length % 20); i++) await Promise.resolve();
      open--;
      return new TextEncoder().encode(schemaOf(name, name === "entry" ? names : []));
    };
    const diagnostics = new Diagnostics();
    const loader = new Loader(diagnostics, { fetch });
    const entry = await loader.document("http://example.invalid/entry.xsd", from);
    if (entry === undefined) throw new Error("the entry is missing");
    const schemas = await loader.schemas(entry, "http://example.invalid/entry.xsd");
    expect(schemas.map(({ targetNamespace }) => targetNamespace)).toEqual(["entry", ...names]);
    expect(loader.documents.map(({ uri }) => uri.slice("http://example.invalid/".length, -4))).toEqual([
      "entry",
      ...names,
    ]);
    expect(asked.toSorted()).toEqual(["entry", ...names].toSorted());
    expect(most).toBe(8);
  });

  test("are all reported where they cannot be had", async () => {
    const fetch = (url: string): Promise<Uint8Array> =>
      url.endsWith("entry.xsd")
        ? Promise.resolve(new TextEncoder().encode(schemaOf("entry", names.slice(0, 3))))
        : Promise.reject(new Error("HTTP status 404"));
    const loader = new Loader(new Diagnostics(), { fetch });
    const entry = await loader.document("http://example.invalid/entry.xsd", from);
    if (entry === undefined) throw new Error("the entry is missing");
    const [schema] = await loader.schemas(entry, "http://example.invalid/entry.xsd");
    expect(schema?.references.map(({ missing }) => missing?.reason)).toEqual(Array(3).fill("HTTP status 404"));
  });
});
