/**
 * `npm run bench [-- --rounds <n>] [contract …]`: what generation takes, what the compiler and an editor take for the output, and what
 * wsdl-tsclient takes for the same contract. Without contracts: synthetic ones that double, and the largest of the corpus that
 * `SPECWIRE_WILD` names (an unpacked `wild` folder).
 */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Completion } from "./completion.ts";
import type { Generation } from "./generate-one.ts";
import { syntheticWsdl } from "./synthetic.ts";

const root = resolve(import.meta.dirname, "../..");
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

interface Outcome {
  readonly output: string;
  readonly seconds: number;
  readonly failed: boolean;
}

/** Runs a script in a process of its own; ten minutes at most. */
function run(script: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const started = performance.now();
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 1 << 28, timeout: 600_000 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      done({ output: stdout + stderr, seconds: (performance.now() - started) / 1000, failed: error !== null });
    });
  });
}

/** The JSON at the end of what a script has printed. */
function result<T>({ output, failed }: Outcome): T | undefined {
  const line = output.trim().split("\n").at(-1) ?? "";
  // Printed by a script of this folder, which declares the type.
  return failed || !line.startsWith("{") ? undefined : (JSON.parse(line) as T);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

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

const strict =
  "--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck".split(" ");
const modules = "--module nodenext --target es2024 --allowImportingTsExtensions --types node".split(" ");

async function row(entry: string, rounds: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "specwire-bench-"));
  try {
    const times: Generation[] = [];
    for (let round = 0; round < rounds; round++) {
      const args = [entry, folder, join(root, "src/runtime/index.ts")];
      const generation = result<Generation>(await run(join(root, "test/bench/generate-one.ts"), args, root));
      if (generation !== undefined) times.push(generation);
    }
    const [first] = times;
    const size = first?.input.toFixed(2) ?? "?";
    if (first === undefined || first.files === 0)
      return [label(entry), size, `refused: ${first?.error?.slice(0, 60) ?? "?"}`];
    const seconds = median(times.map((one) => one.seconds));
    const memory = Math.max(...times.map((one) => one.memory));
    const tsc = await run(
      join(root, "node_modules/typescript-7/bin/tsc"),
      [...strict, ...modules, join(folder, "service.ts")],
      root,
    );
    const completion = result<Completion>(await run(join(root, "test/bench/completion.ts"), [userFile(folder)], root));
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
  const started = await run(join(root, "test/bench/peer.ts"), [entry, join(folder, "peer")], folder);
  const theirs = result<{ readonly seconds: number; readonly memory: number }>(started);
  const reason = /^\w*Error: .*$/m.exec(started.output)?.[0].slice(0, 60) ?? "";
  if (theirs === undefined) return `fails after ${started.seconds.toFixed(0)} s: ${reason}`;
  return `${theirs.seconds.toFixed(1)} s (${(theirs.seconds / ours).toFixed(1)} ×), ${theirs.memory.toFixed(0)} MB`;
}

function label(entry: string): string {
  return `${basename(dirname(entry))}/${basename(entry)}`;
}

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "3" } },
  allowPositionals: true,
});
const synthetic = mkdtempSync(join(tmpdir(), "specwire-synthetic-"));
try {
  const wild = process.env["SPECWIRE_WILD"];
  const sizes = [250, 500, 1000, 2000, 4000];
  const entries = positionals.length > 0 ? positionals : sizes.map((size) => join(synthetic, `synthetic-${size}.wsdl`));
  if (positionals.length === 0)
    for (const [index, size] of sizes.entries()) writeFileSync(entries[index] ?? "", syntheticWsdl(size));
  const found =
    wild === undefined || positionals.length > 0 ? [] : large.map((path) => join(wild, path)).filter(existsSync);
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
  process.stdout.write(`| ${head.join(" | ")} |\n|${head.map(() => "---|").join("")}\n`);
  for (const entry of [...entries, ...found])
    process.stdout.write(`| ${(await row(resolve(entry), Number(values.rounds))).join(" | ")} |\n`);
} finally {
  rmSync(synthetic, { recursive: true, force: true });
}
