/**
 * What generation takes, what the compiler and an editor take for the output, and what wsdl-tsclient takes for the same contract: synthetic
 * contracts that double, and the largest of the corpus of real services, where it is at hand.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { corpus } from "../../support/corpora.ts";
import type { Completion } from "./completion.ts";
import type { Generation } from "./generate-one.ts";
import { reason, result, root, run } from "../measure/process.ts";
import { median } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, Section } from "../report/section.ts";
import { syntheticWsdl } from "../inputs/synthetic.ts";

const large = [
  "cisco-axl/AXLAPI.wsdl",
  "vim25/vimService.wsdl",
  "virtualbox/vboxweb.wsdl",
  "ebay-merchantdata/merchantdataservice.xsd",
  "salesforce-metadata/metadata.wsdl",
  "ews/services.wsdl",
  "netsuite/netsuite.wsdl",
  "datex2/DATEXIISchema_2_2_3.xsd",
] as const;

/** A user's file, with a place to complete the properties of the type that has most of them. */
function userFile(folder: string): string {
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const interfaces = texts.flatMap((text) => [...text.matchAll(/^export interface (\w+) \{\n([^}]*?)\n\}/gm)]);
  const [largest] = interfaces.toSorted(([, , one = ""], [, , other = ""]) => other.length - one.length);
  const name = largest?.[1] ?? "Nothing";
  const file = join(folder, "user.ts");
  writeFileSync(file, `import type { ${name} } from "./service.ts";\nexport const value: ${name} = { /*here*/ };\n`);
  return file;
}

/** How generated code is compiled: as strictly as TypeScript can. */
export const compilerOptions: readonly string[] = [
  ..."--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck".split(
    " ",
  ),
  ..."--module nodenext --target es2024 --allowImportingTsExtensions --types node".split(" "),
];

async function row(entry: string, rounds: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "specwire-bench-"));
  try {
    const times: Generation[] = [];
    for (let round = 0; round < rounds; round++) {
      const args = [entry, folder, join(root, "src/runtime/index.ts")];
      const generation = result<Generation>(await run("test/bench/codegen/generate-one.ts", args));
      if (generation !== undefined) times.push(generation);
    }
    const [first] = times;
    const size = first?.input.toFixed(2) ?? "?";
    if (first === undefined || first.files === 0)
      return [label(entry), size, `refused: ${first?.error?.slice(0, 60) ?? "?"}`];
    const seconds = median(times.map((one) => one.seconds));
    const memory = Math.max(...times.map((one) => one.memory));
    const tsc = await run("node_modules/typescript-7/bin/tsc", [...compilerOptions, join(folder, "service.ts")]);
    const completion = result<Completion>(await run("test/bench/codegen/completion.ts", [userFile(folder)]));
    return [
      label(entry),
      size,
      seconds.toFixed(2),
      median(times.map((one) => one.processor)).toFixed(2),
      (seconds / Number(size)).toFixed(2),
      memory.toFixed(0),
      `${first.size.toFixed(2)} in ${first.files}`,
      tsc.failed ? "fails" : tsc.seconds.toFixed(1),
      completion === undefined ? "fails" : `${completion.first.toFixed(0)} / ${completion.next.toFixed(0)}`,
      await peer(entry, folder, seconds),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function peer(entry: string, folder: string, ours: number): Promise<string> {
  if (!entry.endsWith(".wsdl")) return "no WSDL";
  const started = await run("test/bench/codegen/peer.ts", [entry, join(folder, "peer")], {
    cwd: folder,
    patience: 120,
  });
  const theirs = result<{ readonly seconds: number; readonly memory: number }>(started);
  if (theirs === undefined) return `fails after ${started.seconds.toFixed(0)} s: ${reason(started)}`;
  return `${theirs.seconds.toFixed(1)} s (${(theirs.seconds / ours).toFixed(1)} ×), ${theirs.memory.toFixed(0)} MB`;
}

function label(entry: string): string {
  const name = basename(entry);
  return name.startsWith("synthetic") ? name : `${basename(dirname(entry))}/${name}`;
}

const head = [
  "contract",
  "MB in",
  "s",
  "s of processor",
  "s per MB",
  "peak MB",
  "MB out, files",
  "TypeScript 7, s",
  "completion, ms: first / next",
  "wsdl-tsclient",
];

/** Generation as a benchmark of the suite. */
export const generation: Benchmark = { name: "generate", run: section };

async function section({ rounds, quick, contracts }: BenchOptions): Promise<Section> {
  const synthetic = mkdtempSync(join(tmpdir(), "specwire-synthetic-"));
  try {
    const entries = contracts.length > 0 ? contracts : chosen(synthetic, quick ? [250] : [250, 500, 1000, 2000, 4000]);
    const rows: (readonly string[])[] = [];
    for (const entry of entries) rows.push(await row(resolve(entry), Math.min(rounds, 3)));
    return {
      name: "generate",
      title: "Generating, compiling and editing, by size of the contract",
      notes: ["A process for each contract and each of at most three rounds; medians."],
      tables: [{ head, rows }],
      goals: [],
      figures: rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head[index], cell]))),
    };
  } finally {
    rmSync(synthetic, { recursive: true, force: true });
  }
}

/** Synthetic contracts of these sizes, and the large ones of the corpus. */
function chosen(folder: string, sizes: readonly number[]): readonly string[] {
  const entries = sizes.map((size) => join(folder, `synthetic-${size}.wsdl`));
  for (const [index, size] of sizes.entries()) writeFileSync(entries[index] ?? "", syntheticWsdl(size));
  const wild = sizes.length > 1 ? corpus("wild") : undefined;
  return wild === undefined ? entries : [...entries, ...large.map((path) => join(wild, path)).filter(existsSync)];
}
