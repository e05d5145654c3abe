/** Documents of the XML suite, judged: what a reader has to make of each of them, and what it made. */
import { withoutDoctype } from "../../../scripts/source/doctype.ts";
import { saxes, slimdom, textOf } from "../../xml/peers.ts";
import { agrees, type Reading, type ReaderUnderTest } from "../../xml/reading.ts";
import type { Outcome } from "../outcome.ts";
import { isVersion11, type XmlCase } from "./catalog.ts";
import { doctypeIn, stripped } from "./doctype.ts";

/** A case, and what is needed to judge readers by it. */
export interface Judged extends XmlCase {
  /** Its text; undefined where the bytes are in no encoding that we know. */
  readonly text?: string;
  readonly doctype: boolean;
  /** The text without its document type declaration, where that is a document on its own. */
  readonly bare?: string;
}

/** Prepares a case. */
export function judged(test: XmlCase): Judged {
  const text = decoded(test.bytes);
  const legible = text ?? new TextDecoder("latin1").decode(test.bytes).replace(/^ï»¿/, "");
  const bare = text === undefined || test.type === "not-wf" ? undefined : stripped(text);
  return {
    ...test,
    doctype: doctypeIn(legible) !== undefined,
    ...(text === undefined ? {} : { text }),
    ...(bare === undefined ? {} : { bare }),
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What the readers under test make of a case:
 *
 * - `refusal`: what is not well-formed is refused;
 * - `doctype`: a document with a document type declaration is refused for that, and for nothing else;
 * - `infoset`: without the declaration, it is read as slimdom reads it;
 * - `contract`: read as contracts are, with the declaration passed over, it is the same.
 */
export function outcomesOf(test: Judged, readers: readonly ReaderUnderTest[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const add = (check: Outcome["check"], expected: string, find: (reader: ReaderUnderTest) => Found): void => {
    for (const reader of readers) {
      outcomes.push({
        suite: "xml",
        set: "w3c",
        testSet: `xml ${isVersion11(test) ? "1.1" : "1.0"}`,
        group: test.id,
        name: reader.name,
        path: test.path,
        check,
        expected,
        ...find(reader),
      });
    }
  };
  if (test.type === "not-wf") {
    if (!test.external) add("refusal", "refused", (reader) => refusal(reader.read(test.bytes)));
  } else if (test.doctype && test.type !== "error") {
    if (test.text !== undefined) add("doctype", "doctype", (reader) => verdictOf(reader.read(test.bytes)));
  }
  const { bare, text } = test;
  // What the catalog keeps from processors that know namespaces is theirs to refuse.
  if (bare === undefined || text === undefined || test.type === "error" || !test.namespaces) return outcomes;
  // slimdom reads XML 1.1 as 1.0.
  const wanted = (isVersion11(test) ? saxes : slimdom).read(bare);
  add("infoset", "equal", (reader) => compared(reader, reader.read(test.doctype ? bare : test.bytes), wanted));
  if (test.doctype) {
    add("contract", "equal", (reader) => {
      const skipped = withoutDoctype(text);
      return "text" in skipped ? compared(reader, reader.read(skipped.text), wanted) : { got: "refused", ...skipped };
    });
  }
  return outcomes;
}

type Found = Pick<Outcome, "got" | "reason">;

function refusal(reading: Reading): Found {
  const { got, reason } = verdictOf(reading);
  return { got: got === "doctype" ? "refused" : got, reason };
}

function verdictOf(reading: Reading): Found {
  if (reading.verdict === "read") return { got: "read", reason: "" };
  return { got: reading.code === "xml.doctype" ? "doctype" : "refused", reason: reading.reason };
}

function compared(reader: ReaderUnderTest, reading: Reading, wanted: Reading): Found {
  if (reading.verdict === "refused") return { got: "refused", reason: reading.reason };
  if (agrees(reader, reading, wanted)) return { got: "equal", reason: "" };
  return { got: "different", reason: wanted.verdict === "read" ? "" : `the peer: ${wanted.reason}` };
}
