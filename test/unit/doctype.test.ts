/** Document type declarations of contracts. */
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { parseXml } from "../../scripts/source/document.ts";
import { withoutDoctype } from "../../scripts/source/doctype.ts";

/** The text of a document's root, and its attribute `a`. */
function read(text: string): readonly (string | undefined)[] {
  const diagnostics = new Diagnostics();
  const root = parseXml("d.xml", text, diagnostics)?.root;
  expect(diagnostics.all.map(({ message }) => message)).toEqual([]);
  return [root?.content, root?.attributes.find(({ localName }) => localName === "a")?.value];
}

describe("a document type declaration", () => {
  test.each([
    ['<!DOCTYPE r PUBLIC "-//W3C//DTD XMLSCHEMA 200102//EN" "XMLSchema.dtd" >\n<r a="1">x</r>', ["x", "1"]],
    [
      `<?xml version="1.0"?><!-- <!DOCTYPE no> --><?p?><!DOCTYPE r [<!ENTITY e 'https://host/#'>]><r a="&e;b">&e;</r>`,
      ["https://host/#", "https://host/#b"],
    ],
    ['<!DOCTYPE r [<!ENTITY e "1"><!ENTITY e "2"><!ENTITY f "&e;&e;">]><r a="&f;">&f;&f;</r>', ["1111", "11"]],
    ['<!DOCTYPE r [<!ENTITY lt2 "&#38;#60;"><!ENTITY x "&#x41;">]><r a="">&lt2;&x;&amp;</r>', ["<A&", ""]],
    ['<!DOCTYPE r [<!ENTITY e "<b>in</b>">]><r a="">&e;</r>', ["in", ""]],
    ['<!DOCTYPE r [<!ENTITY e "x">]><r a=""><!-- &e; --><![CDATA[&e;]]></r>', ["&e;", ""]],
    [
      "<!DOCTYPE r [<!-- > ]> ' --><?p ]> ?><!ATTLIST r b CDATA '>'><!ENTITY % p ''><!ELEMENT r ANY> %p; ]><r a=''>x</r>",
      ["x", ""],
    ],
  ])("%s is read", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("leaves places as they are", () => {
    const diagnostics = new Diagnostics();
    parseXml("d.xml", '<!DOCTYPE r [\n<!ENTITY e "a\nb">\n]>\n<r>&e;</r>\n<q/>', diagnostics);
    expect(diagnostics.all).toMatchObject([{ at: { line: 6, column: 1 } }]);
  });

  test("does not become a bomb, and fetches nothing", () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    expect(withoutDoctype(`<!DOCTYPE r [<!ENTITY e0 "ha">${laughs}]><r>&e12;</r>`)).toMatchObject({ offset: 0 });
    const diagnostics = new Diagnostics();
    expect(
      parseXml("d.xml", '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>', diagnostics),
    ).toBeUndefined();
    expect(diagnostics.all).toMatchObject([{ message: expect.stringContaining("the entity &e; is not defined") }]);
  });

  test("ends with documents that mean to keep it busy", () => {
    const size = 300_000;
    const entity = `<!DOCTYPE a [<!ENTITY e "<!--">]>`;
    const documents = [
      `<!DOCTYPE a [<!ATTLIST a b CDATA "${"<!--".repeat(size)}">]><a/>`,
      ...["<!--", "<![CDATA[", "<?", "&", "&e;"].map((piece) => `${entity}<a>${piece.repeat(size)}</a>`),
    ];
    for (const document of documents) expect(withoutDoctype(document)).toBeDefined();
    expect(withoutDoctype(`<!DOCTYPE a [${"<!ENTITY x ".repeat(size)}]><a/>`)).toHaveProperty("reason");
  });

  test("has entities behind literals that look like comments; the predefined ones stay as they are", () => {
    expect(read(`<!DOCTYPE r [<!ATTLIST r b CDATA "<!--"><!ENTITY e "x">]><r a="">&e;</r>`)).toEqual(["x", ""]);
    expect(read(`<!DOCTYPE r [<?p "?><!ENTITY e "x"><?p "?>]><r a="">&e;</r>`)).toEqual(["x", ""]);
    expect(read(`<!DOCTYPE r [<!ENTITY gt "&#62;"><!ENTITY lt "&#38;#60;">]><r a="">]]&gt;&lt;</r>`)).toEqual([
      "]]><",
      "",
    ]);
  });

  test("of a web page stays, and is told apart", () => {
    const page = "<!DOCTYPE html><html></html>";
    expect(withoutDoctype(page)).toEqual({ text: page });
  });

  test.each(["<!DOCTYPE", "<!DOCTYPE r [", '<!DOCTYPE r [<!ENTITY e "', "<!DOCTYPE r ]>", "<!DOCTYPE r [<!-- ]>"])(
    "%s does not end",
    (text) => {
      expect(withoutDoctype(`${text}<r/>`)).toHaveProperty("reason");
    },
  );
});
