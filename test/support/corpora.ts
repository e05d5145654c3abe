/** Public test data that stays outside of the repository: unpacked once, into a folder for temporary files. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedPath } from "./shared.ts";

/** Folder with an unpacked corpus, or undefined where neither it nor its archive is at hand: the caller skips. */
export function corpus(name: string): string | undefined {
  const given = process.env["SPECWIRE_CORPORA"];
  if (given !== undefined && existsSync(join(given, name))) return join(given, name);
  const archive = given === undefined ? sharedPath("corpora", `${name}.tar.xz`) : join(given, `${name}.tar.xz`);
  if (archive === undefined || !existsSync(archive)) return undefined;
  const cache = join(tmpdir(), "specwire-corpora");
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "unpacking-"));
  execFileSync("tar", ["-xJf", archive, "-C", fresh]);
  // Another test file may have been faster.
  if (!existsSync(folder)) renameSync(join(fresh, name), folder);
  rmSync(fresh, { recursive: true, force: true });
  return folder;
}

/** The rows of a corpus's manifest: JSON, one a line. */
export function manifest<Row>(folder: string, file = "manifest.jsonl"): readonly Row[] {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  // The manifests are written by one script; a test names the members that it uses.
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}
