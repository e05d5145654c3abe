/** What the compiler takes for generated code. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bulkContract, largeContract } from "../client/contracts.ts";
import { withFolder } from "../client/programs.ts";
import { ours } from "../contenders/ours.ts";
import { root, run } from "../measure/process.ts";
import { median } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, Section } from "../report/section.ts";
import { compilerOptions } from "./generate.ts";

/** The benchmark. */
export const compilation: Benchmark = {
  name: "tsc",
  run: (options) => withFolder((folder) => section(folder, options)),
};

/** Seconds that checking the code of the large contract may take. */
const atMost = 0.4;

interface Project {
  readonly name: string;
  readonly entry: string;
  /** Bytes of all modules. */
  readonly size: number;
}

interface Figures {
  readonly name: string;
  readonly size: number;
  /** As the compiler counts them. */
  readonly total: number[];
  readonly check: number[];
  types: number;
  instantiations: number;
  errors: number;
}

async function section(folder: string, { rounds }: BenchOptions): Promise<Section> {
  const projects = await written(folder);
  const figures = projects.map(({ name, size }): Figures => ({
    size,
    name,
    total: [],
    check: [],
    types: 0,
    instantiations: 0,
    errors: 0,
  }));
  for (let round = 0; round < rounds; round++)
    for (const [index, { entry }] of projects.entries()) await note(figures[index], entry);
  const large = figures.findLast(({ name }) => name.startsWith(ours));
  const seconds = median(large?.total ?? []);
  return {
    name: "tsc",
    title: "Type checking generated code, TypeScript 7",
    notes: [
      `\`tsc ${compilerOptions.join(" ")} --extendedDiagnostics\`, medians. The runtime is compiled before, as the package has it. In our code ` +
        "every table is proved to be its type's. *Nothing* is a module without content: the libraries of TypeScript and Node.",
    ],
    tables: [
      {
        head: ["code of", "kB of code", "total s", "check s", "types", "instantiations", "errors"],
        rows: figures.map(({ name, size, total, check, types, instantiations, errors }) => [
          name,
          Math.round(size / 1000).toString(),
          median(total).toFixed(2),
          median(check).toFixed(2),
          String(types),
          String(instantiations),
          String(errors),
        ]),
      },
    ],
    goals: [
      {
        what: `Type check: ${large?.name ?? ours}`,
        goal: `≤ ${atMost} s`,
        figure: `${seconds.toFixed(2)} s (nothing: ${median(figures[0]?.total ?? []).toFixed(2)} s)`,
        reached: seconds <= atMost && large?.errors === 0,
      },
    ],
    figures,
  };
}

/** Our code and wsdl-tsclient's for a common and for a large contract. */
async function written(folder: string): Promise<readonly Project[]> {
  const empty = join(folder, "nothing.ts");
  writeFileSync(empty, "export {};\n");
  const projects: Project[] = [{ name: "nothing", entry: empty, size: 0 }];
  const dist = join(folder, "dist");
  await run("node_modules/typescript-7/bin/tsc", ["-p", join(root, "tsconfig.build.json"), "--outDir", dist]);
  for (const [index, { label, wsdl }] of [bulkContract(), largeContract(folder)].entries()) {
    const output = join(folder, String(index));
    const own = join(output, "own");
    const theirs = join(output, "peer");
    for (const place of [own, theirs]) mkdirSync(place, { recursive: true });
    await run("test/bench/codegen/generate-one.ts", [wsdl, own, join(dist, "src/runtime/index.js")]);
    const peer = await run("test/bench/codegen/peer.ts", [wsdl, theirs], { cwd: theirs, patience: 120 });
    // Its modules are imported without extensions, as CommonJS allows.
    writeFileSync(join(theirs, "package.json"), '{ "type": "commonjs" }');
    const client = readdirSync(theirs, { withFileTypes: true }).find((entry) => entry.isDirectory());
    if (!peer.failed && client !== undefined)
      projects.push({
        name: `wsdl-tsclient: ${label}`,
        entry: join(theirs, client.name, "index.ts"),
        size: sizeOf(theirs),
      });
    projects.push({ name: `${ours}: ${label}`, entry: join(own, "service.ts"), size: sizeOf(own) });
  }
  return projects;
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Compiles, and reads what the compiler says of itself. */
async function note(figures: Figures | undefined, entry: string): Promise<void> {
  if (figures === undefined) return;
  const args = [...compilerOptions, "--extendedDiagnostics", entry];
  const { output } = await run("node_modules/typescript-7/bin/tsc", args);
  const read = (label: string): number => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  figures.total.push(read("Total time"));
  figures.check.push(read("Check time"));
  figures.types = read("Types");
  figures.instantiations = read("Instantiations");
  figures.errors = output.match(/error TS/g)?.length ?? 0;
}
