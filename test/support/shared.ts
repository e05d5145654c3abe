/** Finds the material that stays outside of the repository: vendors' originals, samples, corpora. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const shared = process.env["SPECWIRE_SHARED"] ?? resolve(import.meta.dirname, "..", "..", "..", "shared");

/** Path of a file or folder of that material, or undefined where it is not at hand: the caller skips. */
export function sharedPath(...segments: readonly string[]): string | undefined {
  const path = join(shared, ...segments);
  return existsSync(path) ? path : undefined;
}
