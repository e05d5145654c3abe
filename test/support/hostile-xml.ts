/** Documents that are meant to cost more than they weigh: each grows with a number. */

/** Names of the documents, and how each is made for a size. */
export const hostileDocuments: Readonly<Record<string, (size: number) => string>> = {
  "elements in elements": (size) => `${"<a>".repeat(size)}${"</a>".repeat(size)}`,
  "elements in elements, not closed": (size) => "<a>".repeat(size),
  "elements in elements, each with a default namespace": (size) =>
    `${Array.from({ length: size }, (_, at) => `<a xmlns="u${at}">`).join("")}${"</a>".repeat(size)}`,
  "elements in elements, each with a prefix, and the first one used": (size) =>
    `<p:a xmlns:p="u">${Array.from({ length: size }, (_, at) => `<p:a xmlns:p${at}="u" p:b="">`).join("")}${"</p:a>".repeat(size + 1)}`,
  "elements in elements, then elements beside elements": (size) =>
    `${"<a>".repeat(size)}${"<p:b xmlns:p='u'/>".repeat(size)}${"</a>".repeat(size)}`,
  attributes: (size) => `<a ${numbered(size, (at) => `a${at}=""`)}/>`,
  "attributes with prefixes": (size) =>
    `<a xmlns:p="u" xmlns:q="v" ${numbered(size, (at) => `p:a${at}="" q:a${at}=""`)}/>`,
  "an attribute many times": (size) => `<a ${"b='' ".repeat(size)}/>`,
  "namespace declarations": (size) => `<a ${numbered(size, (at) => `xmlns:p${at}="u"`)}/>`,
  "namespace declarations, all of them used": (size) =>
    `<a ${numbered(size, (at) => `xmlns:p${at}="u${at}"`)}>${numbered(size, (at) => `<p${at}:a p${size - at}:b=""/>`)}</a>`.replace(
      ` p${size}:b=""`,
      "",
    ),
  "an element with declarations, many times": (size) =>
    `<a>${`<b ${numbered(20, (at) => `xmlns:p${at}="u${at}"`)}><p7:c/></b>`.repeat(size)}</a>`,
  references: (size) => `<a b="${"&lt;".repeat(size)}">${"&amp;".repeat(size)}</a>`,
  "character references": (size) => `<a>${"&#65;&#x1F600;".repeat(size)}</a>`,
  "a character reference with zeros in front": (size) => `<a>&#${"0".repeat(size)}65;</a>`,
  "a character reference without an end": (size) => `<a>&#${"1".repeat(size)}</a>`,
  "an entity with a long name": (size) => `<a>&${"e".repeat(size)};</a>`,
  ampersands: (size) => `<a>${"&".repeat(size)}</a>`,
  comments: (size) => `<a>${"<!---->".repeat(size)}</a>`,
  "comments between texts": (size) => `<a>${"x<!---->".repeat(size)}</a>`,
  "CDATA sections": (size) => `<a>${"<![CDATA[x]]>".repeat(size)}</a>`,
  "processing instructions": (size) => `<a>${"<?p q?>".repeat(size)}</a>${"<?p q?>".repeat(size)}`,
  "a comment that does not end": (size) => `<a>${"<!--".repeat(size)}`,
  "dashes in a comment": (size) => `<a><!--${"- ".repeat(size)}`,
  "CDATA sections that do not end": (size) => `<a>${"<![CDATA[".repeat(size)}`,
  "tags that do not end": (size) => "<a ".repeat(size),
  "names without values": (size) => `<a ${"b ".repeat(size)}/>`,
  brackets: (size) => `<a>${"]".repeat(size)}</a>`,
  "ends of sections": (size) => `<a><![CDATA[${"]]".repeat(size)}]]></a>`,
  "white space in a tag": (size) => `<a${" ".repeat(size)}/>`,
  "white space around the root": (size) => `${" ".repeat(size)}<a/>${"\r\n".repeat(size)}`,
  "a long name": (size) => `<${"n".repeat(size)}/>`,
  "many names": (size) => `<a>${numbered(size, (at) => `<n${at}/>`)}</a>`,
  "a long name, not closed": (size) => `<${"é".repeat(size)}`,
  "a long text": (size) => `<a>${"é".repeat(size)}</a>`,
  "a long value": (size) => `<a b="${"x".repeat(size)}"/>`,
  "line ends": (size) => `<a b="${"\r\n".repeat(size)}">${"\r\n\r".repeat(size)}</a>`,
  "entities in entities": (size) =>
    `<!DOCTYPE a [<!ENTITY e0 "x">${numbered(size, (at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`)}]><a>&e${size};</a>`,
  "a long entity, many times": (size) => `<!DOCTYPE a [<!ENTITY e "${"x".repeat(size)}">]><a>${"&e;".repeat(size)}</a>`,
  "declarations of entities that do not end": (size) => `<!DOCTYPE a [${"<!ENTITY >".repeat(size)}`,
  "an external entity": (size) => `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>${"&e;".repeat(size)}</a>`,
};

function numbered(size: number, make: (at: number) => string): string {
  return Array.from({ length: size }, (_, at) => make(at)).join(" ");
}
