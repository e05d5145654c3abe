/** The XML suite over our reader and over other parsers: what each of them makes of it, side by side. */
import { parseXmlDocument } from "slimdom";
import { fastXmlParser, lexicalInfoset, validatedFastXmlParser } from "../../xml/fast-xml-parser.ts";
import { saxes, slimdom } from "../../xml/peers.ts";
import { agrees, type Reading, type ReaderUnderTest } from "../../xml/reading.ts";
import { isAboutNamespaces, isVersion10 } from "./catalog.ts";
import type { Judged } from "./judge.ts";

/** How many came out right, of how many. */
interface Score {
  right: number;
  all: number;
}

const columns = [
  "valid, without DTD",
  "the same content",
  "valid, with DTD",
  "the same content",
  "invalid, well-formed",
  "not well-formed, no DTD",
  "not well-formed, DTD",
  "namespaces: well-formed",
  "namespaces: not well-formed",
] as const;

/** CONFORMANCE.md's part on XML. */
export function xmlMarkdown(cases: readonly Judged[], ours: ReaderUnderTest): string {
  const counted = cases.filter(
    (test) => isVersion10(test) && !test.external && test.namespaces && test.type !== "error",
  );
  const rows = [{ ...ours, name: "specwire" }, slimdom, saxes, fastXmlParser, validatedFastXmlParser];
  return [
    "## XML",
    "",
    "The W3C XML Conformance Test Suite (XML 1.0, fifth edition, Namespaces 1.0; what needs no external entity and is meant for",
    "processors with namespaces), from bytes; the other parsers take text, which the run decodes for them. Counted is what came out",
    "right: documents that are read, content that is slimdom's (of documents without their DTD) or the suite's own (with it), and",
    "what is not well-formed refused. A document that two cases share counts once without its DTD. specwire refuses every document",
    "type declaration in a message, which is what its columns with DTD show; fast-xml-parser knows no namespaces, so its names are",
    "compared as they are written.",
    "",
    `| | ${columns.join(" | ")} |`,
    `|---|${columns.map(() => "---|").join("")}`,
    ...rows.map((reader) => rowOf(reader, counted)),
    "",
  ].join("\n");
}

function rowOf(reader: ReaderUnderTest, cases: readonly Judged[]): string {
  const scores = columns.map((): Score => ({ right: 0, all: 0 }));
  const seen = new Set<string>();
  const count = (column: number, right: boolean): void => {
    const score = scores[column];
    if (score === undefined) return;
    score.all++;
    if (right) score.right++;
  };
  for (const test of cases) {
    const { bare, output } = test;
    const found = attempt(reader, test.bytes);
    const accepted = found?.verdict === "read";
    if (isAboutNamespaces(test)) {
      if (test.type === "not-wf") count(8, found?.verdict === "refused");
      else if (!test.doctype) count(7, accepted);
      continue;
    }
    if (test.type === "not-wf") {
      count(test.doctype ? 6 : 5, found?.verdict === "refused");
      continue;
    }
    if (test.type === "invalid") count(4, accepted);
    if (test.type === "valid" && test.doctype) {
      count(2, accepted);
      if (output !== undefined) count(3, isSame(reader, found, output));
    }
    if (test.type !== "valid" || bare === undefined || seen.has(bare)) continue;
    seen.add(bare);
    const plain = attempt(reader, bare);
    count(0, plain?.verdict === "read");
    count(1, isSame(reader, plain, bare));
  }
  return `| ${reader.name} | ${scores.map(({ right, all }) => `${right}/${all}`).join(" | ")} |`;
}

/** What a reader makes of a document; undefined where it breaks down. */
function attempt(reader: ReaderUnderTest, document: string | Uint8Array): Reading | undefined {
  try {
    return reader.read(document);
  } catch {
    return undefined;
  }
}

/** Whether the content is that of another document. */
function isSame(reader: ReaderUnderTest, reading: Reading | undefined, other: string): boolean {
  if (reading?.verdict !== "read") return false;
  const wanted = reader === fastXmlParser || reader === validatedFastXmlParser ? lexical(other) : slimdom.read(other);
  return wanted.verdict === "read" && agrees(reader, reading, wanted);
}

function lexical(text: string): Reading {
  try {
    return { verdict: "read", infoset: lexicalInfoset(parseXmlDocument(text)) };
  } catch (error) {
    return { verdict: "refused", reason: String(error) };
  }
}
