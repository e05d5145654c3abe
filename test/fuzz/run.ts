/** Runs of random documents: the same seed, the same documents. */
import { pick, randomFrom, whole, type Random } from "../bench/inputs/random.ts";
import type { ReaderUnderTest } from "../xml/reading.ts";
import { compare, type Difference } from "./compare.ts";

export type { Difference } from "./compare.ts";
import { DocumentWriter } from "./document.ts";
import { damagedBytes, damagedText } from "./mutate.ts";

/** What a run has seen. */
export interface Tally {
  documents: number;
  read: number;
  refused: number;
  /** Documents that nobody could be held against. */
  unjudged: number;
  readonly differences: Difference[];
}

/** An empty one. */
export function tally(): Tally {
  return { documents: 0, read: 0, refused: 0, unjudged: 0, differences: [] };
}

/** Tries the documents of one seed. */
export function runSeed(seed: number, count: number, readers: readonly ReaderUnderTest[], into: Tally): void {
  const random = randomFrom(seed);
  const writer = new DocumentWriter(random);
  for (let index = 0; index < count; index++) {
    const { differences, verdict } = compare(documentOf(random, writer), readers);
    into.documents++;
    if (verdict === "read") into.read++;
    else if (verdict === "refused") into.refused++;
    else into.unjudged++;
    into.differences.push(...differences);
  }
}

/** Bytes around which a reader that reads in pieces may end one. */
const windows = [32 * 1024, 64 * 1024, 128 * 1024];

/** The same behind a comment that is so long that a reader's window ends somewhere in it. */
function padded(random: Random, text: string): string {
  const start = /^\ufeff?(?:<\?xml\s[^>]*>)?/.exec(text)?.[0].length ?? 0;
  const inside = whole(random, 0, Buffer.byteLength(text.slice(start)));
  const filling = pick(random, ["x", "é", "漢", "\u{1f600}"]);
  const before = Buffer.byteLength(text.slice(0, start)) + 7;
  const length = Math.max(0, pick(random, windows) - before - inside);
  const fill = filling.repeat(Math.floor(length / Buffer.byteLength(filling)));
  const rest = "x".repeat(length - Buffer.byteLength(fill));
  return `${text.slice(0, start)}<!--${fill}${rest}-->${text.slice(start)}`;
}

/** As it was written, or damaged; as text, or as bytes in UTF-8 or UTF-16. */
function documentOf(random: Random, writer: DocumentWriter): string | Uint8Array {
  const written = writer.next();
  const damaged = random() < 0.35 ? damagedText(random, written) : written;
  const text = random() < 0.01 ? padded(random, damaged) : damaged;
  const form = random();
  if (form < 0.5) return text;
  const bytes = Buffer.from(text.toWellFormed());
  if (form < 0.8) return bytes;
  if (form < 0.92) return damagedBytes(random, bytes);
  const declared = text.replace("encoding = 'UTF-8'", "encoding = 'UTF-16'");
  const wide = Buffer.from(declared.startsWith("\ufeff") ? declared : `\ufeff${declared}`, "utf16le");
  return form < 0.96 ? wide : wide.swap16();
}
