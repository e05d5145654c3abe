/**
 * Work (c): a document that has everything: five namespaces and more prefixes, attributes, references, CDATA, comments, processing
 * instructions, mixed content, and text in many scripts.
 */
import { characters, instant, pick, randomFrom, whole, type Random } from "./random.ts";

/** Bytes of the document that is measured. */
export const mixedSize = 50_000_000;

const namespaces = [
  'xmlns="urn:example:catalogue"',
  'xmlns:p="urn:example:price"',
  'xmlns:m="urn:example:media"',
  'xmlns:x="http://www.w3.org/1999/xhtml"',
  'xmlns:r="urn:example:review"',
].join(" ");

/** A document of at least so many bytes; it ends with the item that reaches them. */
export function mixedDocument(bytes: number): Uint8Array {
  const random = randomFrom(5);
  const encoder = new TextEncoder();
  const target = new Uint8Array(bytes + 8192);
  const write = (text: string, at: number): number => at + encoder.encodeInto(text, target.subarray(at)).written;
  let at = write(`<?xml version="1.0" encoding="UTF-8"?><!-- a catalogue --><catalogue ${namespaces}>\n`, 0);
  for (let number = 1; at < bytes; number++) at = write(item(number, random), at);
  return target.slice(0, write("</catalogue><?end of='catalogue'?>", at));
}

const words: readonly string[] = [
  ..."the quick brown fox over lazy dogs price of quality and service for every household".split(" "),
  ..."größe façade señor żółw čeština".split(" "),
  ..."Ελληνικά γλώσσα русский язык товар".split(" "),
  ..."日本語 商品 説明 中文 价格 한국어".split(" "),
  ..."العربية עברית हिन्दी ไทย".split(" "),
  "😀",
  "R&amp;D",
  "a &lt; b",
  "&#233;t&#xE9;",
  "&quot;so&quot;",
  "&#x4E2D;&#25991;",
  "it&apos;s",
];

/** Twice as many words in Latin letters as in others. */
function sentence(random: Random, length: number): string {
  let text = "";
  for (let index = 0; index < length; index++) {
    const word = random() < 0.6 ? (words[whole(random, 0, 13)] ?? "") : pick(random, words);
    text += index === 0 ? word : ` ${word}`;
  }
  return text;
}

function item(number: number, random: Random): string {
  const id = characters(random, 10);
  const prefix = pick(random, ["d", "e", "f"]);
  return `  <item id="i${id}" number='${number}' p:currency="${pick(random, ["EUR", "JPY", "RUB"])}" title="${sentence(random, 3)}">
    <name xml:lang="${pick(random, ["en", "el", "ja"])}">${sentence(random, 4)}</name>
    <p:amount p:kind="net">${whole(random, 1, 99_999)}.${whole(random, 10, 99)}</p:amount>
    <!-- ${sentence(random, 5).replaceAll("-", "")} -->
    <x:p class="text">${sentence(random, 8)} <x:b>${sentence(random, 2)}</x:b> ${sentence(random, 6)}<x:br/>${sentence(
      random,
      5,
    )} <x:i title="${sentence(random, 2)}">${sentence(random, 2)}</x:i>.</x:p>
    <?render width="${whole(random, 1, 999)}"?>
    <m:source><![CDATA[if (a < b && c > d) { "${sentence(random, 4).replaceAll("&", "")}" }]]></m:source>
    <${prefix}:extra xmlns:${prefix}="urn:example:media" ${prefix}:at="${instant(random)}" empty=""/>
    <r:review r:stars="${whole(random, 1, 5)}" by="${sentence(random, 2)}">${sentence(random, whole(random, 4, 24))}</r:review>
  </item>
`;
}
