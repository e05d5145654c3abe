/** Runs of random documents: the same seed, the same documents. */
import { randomFrom, type Random } from "../bench/inputs/random.ts";
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

/** As it was written, or damaged; as text, or as bytes in UTF-8 or UTF-16. */
function documentOf(random: Random, writer: DocumentWriter): string | Uint8Array {
  const written = writer.next();
  const text = random() < 0.35 ? damagedText(random, written) : written;
  const form = random();
  if (form < 0.5) return text;
  const bytes = Buffer.from(text.toWellFormed());
  if (form < 0.8) return bytes;
  if (form < 0.92) return damagedBytes(random, bytes);
  const declared = text.replace("encoding = 'UTF-8'", "encoding = 'UTF-16'");
  const wide = Buffer.from(declared.startsWith("\ufeff") ? declared : `\ufeff${declared}`, "utf16le");
  return form < 0.96 ? wide : wide.swap16();
}
