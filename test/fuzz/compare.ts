/** Holds what the readers make of a document against what saxes and slimdom make of it. */
import { doctypeIn } from "../conformance/xml/doctype.ts";
import { saxes, slimdom, textOf } from "../xml/peers.ts";
import { agrees, type Reading, type ReaderUnderTest } from "../xml/reading.ts";
import { knownErrors } from "./known-errors.ts";

/** What a reader did otherwise than it should. */
export interface Difference {
  readonly reader: string;
  readonly document: string | Uint8Array;
  readonly ours: string;
  readonly theirs: string;
}

/** What came out of a document. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** What is right: undefined where both peers are known to be wrong, so that nobody was judged. */
  readonly verdict: Reading["verdict"] | undefined;
}

/** Compares the readings of one document. */
export function compare(document: string | Uint8Array, readers: readonly ReaderUnderTest[]): Comparison {
  const text = legible(document);
  const judges = [slimdom, saxes].flatMap((peer) => {
    const reading = peer.read(document);
    const known = knownErrors.some(
      ({ peers, applies }) => peers.some((name) => name === peer.name) && applies(text, reading),
    );
    return known ? [] : [{ peer, reading }];
  });
  const differences: Difference[] = [];
  for (const reader of readers) {
    const { name } = reader;
    const ours = attempt(reader, document);
    if (typeof ours === "string") differences.push({ reader: name, document, ours, theirs: "" });
    else if (!isRefusedForDoctype(ours, text) && !(isMisdeclared(document, text) && ours.verdict === "refused")) {
      const other = judges.find(({ reading }) => !agrees(reader, ours, reading));
      if (other === undefined) continue;
      const theirs = `${other.peer.name}: ${shown(other.reading)}`;
      differences.push({ reader: name, document, ours: shown(ours), theirs });
    }
  }
  return { differences, verdict: judges[0]?.reading.verdict };
}

/** Text to look at; where the bytes are no text, nobody gets as far as reading. */
function legible(document: string | Uint8Array): string {
  try {
    return textOf(document);
  } catch {
    return "";
  }
}

/** A reading, or the crash that took its place. */
function attempt(reader: ReaderUnderTest, document: string | Uint8Array): Reading | string {
  try {
    return reader.read(document);
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Peers read document type declarations, or refuse what is in them; we refuse that there is one. */
function isRefusedForDoctype(reading: Reading, text: string): boolean {
  const refused = reading.verdict === "refused" && reading.code === "xml.doctype";
  return refused && (doctypeIn(text) !== undefined || /<!doctype/i.test(text));
}

/** Peers take text: that a document names another encoding than its byte order mark shows (4.3.3) is nothing that they see. */
function isMisdeclared(document: string | Uint8Array, text: string): boolean {
  if (typeof document === "string") return false;
  const [, name] = /^\ufeff?<\?xml(?=\s)[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(text) ?? [];
  if (name === undefined) return false;
  return document[0] === 0xef ? !/^utf-?8$/i.test(name) : (document[0] ?? 0) >= 0xfe && !/^utf-?16$/i.test(name);
}

function shown(reading: Reading): string {
  return reading.verdict === "read" ? reading.infoset : `refused: ${reading.reason}`;
}
