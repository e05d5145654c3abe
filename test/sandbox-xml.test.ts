/** The sandbox's own reading and writing of XML: what fast-xml-parser leaves out. */
import * as packages from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { field } from "../src/sandbox/fields.ts";
import { MalformedXml, Xml } from "../src/sandbox/xml.ts";

const xml = new Xml(packages);

describe("reading", () => {
  test("names have their namespaces, text its references, CDATA stays as it is", () => {
    const root = xml.read(
      '\uFEFF<?xml version="1.0"?><!-- c --><a:r xmlns:a="urn:a" xmlns="urn:d" a:x="&lt;&#x41;" y="1"><c>&amp;amp;<![CDATA[&amp;<]]>&#66;</c><a:c xmlns:a="urn:b"/></a:r>',
    );
    expect([root.namespace, root.name]).toEqual(["urn:a", "r"]);
    expect([...root.attributes]).toEqual([
      ["{urn:a}x", "<A"],
      ["y", "1"],
    ]);
    expect(root.children.map(({ namespace, name, text }) => [namespace, name, text])).toEqual([
      ["urn:d", "c", "&amp;&amp;<B"],
      ["urn:b", "c", ""],
    ]);
  });

  test.each([
    "",
    "text",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>&#x110000;</a>",
    "<a>& b</a>",
    "<p:a/>",
    '<a p:b="1"/>',
    '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
  ])("refuses %j", (text) => {
    expect(() => xml.read(text)).toThrow(MalformedXml);
  });
});

test("what is written reads back", () => {
  const root = field("r", [field("a", `<&>"'`, { x: `1 < "2"` }), field("b", ""), field("c", 0), field("d", false)], {
    xmlns: "urn:r",
  });
  const text = xml.write(root, { declaration: '<?xml version="1.0"?>' });
  const read = xml.read(text);
  expect(read.children.map(({ name, text }) => [name, text])).toEqual([
    ["a", `<&>"'`],
    ["b", ""],
    ["c", "0"],
    ["d", "false"],
  ]);
  expect(read.children[0]?.attributes.get("x")).toBe(`1 < "2"`);
});
