/** What random documents are made of. */

/** Local names, and names that look special and are not. */
export const names: readonly string[] = [
  "a",
  "b",
  "item",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "_x-1.y",
  "é",
  "名前",
  "\u{10000}",
  "xml",
  "xmlns",
  "Xml1",
  "a\u00b7\u0300",
  "long".repeat(20),
];

/** What is no qualified name. */
export const wrongNames: readonly string[] = [
  "1a",
  "a:b:c",
  ":a",
  "a:",
  "-",
  "xml:1",
  "\u00d7",
  "",
  "xmlns:a",
  "xml:\u0300",
  "a\u037e",
  "a\u{f0000}",
];

export const prefixes: readonly string[] = ["", "", "p", "q", "__proto__", "constructor", "é", "xsi", "xml"];

/** Names of namespaces, as they are written. */
export const namespaces: readonly string[] = [
  "",
  "u",
  "v",
  "urn:long:".repeat(8),
  "http://www.w3.org/2001/XMLSchema-instance",
  "http://www.w3.org/XML/1998/namespace",
  "http://www.w3.org/2000/xmlns/",
  "__proto__",
  "é&amp;&#233;",
  "urn:n".repeat(120),
  " u ",
];

/** Pieces of text, as they are written. */
export const texts: readonly string[] = [
  "text",
  " ",
  "\n  ",
  "\r\n",
  "\r",
  "\t",
  "é",
  "漢字",
  "\u{1f600}",
  "\u0085",
  "\u2028",
  "\u007f",
  "\ufffd",
  "\ufeff",
  "\u{10ffff}",
  "]]",
  "]]&gt;",
  "&amp;",
  "&lt;",
  "&gt;",
  "&apos;",
  "&quot;",
  "&#65;",
  "&#x1F600;",
  "&#13;",
  "&#xA;",
  "&#9;",
  "&#x85;",
  "&#0000000000000000065;",
  "&amp;#60;",
  "'",
  '"',
  "x".repeat(300),
  "é".repeat(90),
];

/** What no well-formed document has where texts stand. */
export const flaws: readonly string[] = [
  "]]>",
  "&",
  "&;",
  "&nbsp;",
  "&#0;",
  "&#xD800;",
  "&#x110000;",
  "&#xFFFE;",
  "&#99999999999999999999;",
  "&#x;",
  "&#-1;",
  "&# 65;",
  "&#X41;",
  "&AMP;",
  "&lt",
  "\u0000",
  "\u0008",
  "\ufffe",
  "\uffff",
  "\ud800",
  "\udc00",
  "<",
  "</a>",
  "<!-- -- -->",
  "<!--->",
  "<![CDATA[",
  "<![cdata[]]>",
  "<?xml version='1.0'?>",
  "<?XML ?>",
  "<??>",
  "<? p?>",
  "<?p:q r?>",
  "<?p&?>",
  "<!DOCTYPE a>",
  "<!ELEMENT a ANY>",
];

/** What stands before an attribute. */
export const spaces: readonly string[] = [" ", " ", " ", "  ", "\n", "\r\n", "\t", ""];
