/** From the start of a process to the first typed answer of a SOAP service. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { result, root, run } from "../measure/process.ts";
import { median, type Clock } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, GoalOutcome, Section } from "../report/section.ts";
import { times } from "../report/timed-section.ts";
import { bulkContract, largeContract, type Called } from "./contracts.ts";
import { bundled, fetchProgram, generated, ourProgram, soapProgram, withFolder } from "./programs.ts";

/** The benchmark. */
export const coldStart: Benchmark = {
  name: "cold-start",
  run: (options) => withFolder((folder) => section(folder, options)),
};

/** A program that makes one call. */
interface Program {
  readonly name: string;
  readonly path: string;
  readonly ours: boolean;
}

/** What one process says. */
interface Told {
  readonly milliseconds: number;
  /** Of the processor, all threads together. */
  readonly processor: number;
  readonly memory: number;
}

interface Figures extends Program {
  readonly runs: Told[];
}

async function section(folder: string, { rounds, quick, clock }: BenchOptions): Promise<Section> {
  const runs = quick ? 3 : 4 * rounds + 1;
  const contracts = [bulkContract(), largeContract(folder)];
  const found: { readonly label: string; readonly programs: readonly Figures[] }[] = [];
  for (const [index, contract] of contracts.entries()) {
    const programs = await written(contract, join(folder, String(index)), index === 0);
    found.push({ label: contract.label, programs: await measured(contract, programs, runs) });
  }
  return {
    name: "cold-start",
    title: "Cold start: from the start of a process to the first typed SOAP answer",
    notes: [
      "The server is a process of its own on 127.0.0.1. *fetch alone* sends a request and reads the answer as text; Node's fetch takes most of " +
        `it. Ours is the generated client, bundled and minified by esbuild unless it says otherwise; node-soap reads its WSDL from disk. Medians of ${
          runs
        } processes of each, by turns.`,
    ],
    tables: found.map(({ label, programs }) => ({
      caption: `**${label}**`,
      head: ["", "ms", "× fetch alone", "ms of processor", "× fetch alone", "peak MB"],
      rows: programs.map((one) => [
        one.name,
        typical(one, "milliseconds").toFixed(0),
        times(ratio(one, programs, "milliseconds")),
        typical(one, "processor").toFixed(0),
        times(ratio(one, programs, "processor")),
        typical(one, "memory").toFixed(0),
      ]),
    })),
    goals: found.flatMap(({ label, programs }) => goals(label, programs, clock)),
    figures: found,
  };
}

function typical({ runs }: Pick<Figures, "runs">, what: keyof Told): number {
  return median(runs.map((run) => run[what]));
}

/** Against fetch alone, which is the first. */
function ratio(one: Figures, programs: readonly Figures[], what: keyof Told): number {
  return typical(one, what) / typical(programs[0] ?? { runs: [] }, what);
}

function goals(label: string, programs: readonly Figures[], clock: Clock): readonly GoalOutcome[] {
  const goal = clock === "wall" ? "≤ 1.1 × fetch alone" : "≤ 1.1 × fetch alone, of the processor";
  return programs
    .filter(({ ours, name }) => ours && !name.includes("modules"))
    .map((one) => {
      const slower = ratio(one, programs, clock === "wall" ? "milliseconds" : "processor");
      const what = `Cold start (${label}): ${one.name}`;
      return { what, goal, figure: times(slower), reached: slower <= 1.1 };
    });
}

/** Writes the programs for a contract. */
async function written(contract: Called, folder: string, isPublished: boolean): Promise<readonly Program[]> {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  const programs: Program[] = [{ name: "fetch alone", path: write("fetch.cjs", fetchProgram()), ours: false }];
  for (const all of [false, true]) {
    const { path, service } = await generated(contract, join(folder, all ? "all" : "one"), all);
    const entry = write(`${all}.ts`, ourProgram(contract, join(root, "src/runtime/index.ts"), path, service));
    const name = all ? "specwire, all operations" : "specwire, one operation";
    programs.push({ name, path: write(`${all}.cjs`, await bundled(entry, true)), ours: true });
  }
  if (isPublished) {
    const dist = join(folder, "dist");
    await run("node_modules/typescript-7/bin/tsc", ["-p", join(root, "tsconfig.build.json"), "--outDir", dist]);
    const module = join(dist, "generated/microsoft-advertising/bulk-service.js");
    const text = ourProgram(contract, join(dist, "src/runtime/index.js"), module, "BulkService");
    programs.push({ name: "specwire, modules as published", path: write("modules.mjs", text), ours: true });
  }
  const soap = write("soap.mjs", soapProgram(contract));
  programs.push({ name: "node-soap", path: soap, ours: false });
  programs.push({ name: "node-soap, bundled", path: write("soap.cjs", await bundled(soap, true)), ours: false });
  return programs;
}

/** Runs the programs by turns against a server. */
async function measured(contract: Called, programs: readonly Program[], runs: number): Promise<readonly Figures[]> {
  const server = spawn(process.execPath, [join(root, "test/bench/client/server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    server.stdin.end(contract.answer);
    const [port] = (await once(server.stdout, "data")) as readonly unknown[];
    const endpoint = `http://127.0.0.1:${String(port).trim()}/`;
    const figures = programs.map((program): Figures => ({ ...program, runs: [] }));
    for (let turn = 0; turn < runs; turn++) {
      for (const one of figures) {
        const outcome = await run(one.path, [endpoint], { patience: 60 });
        const found = result<Told>(outcome);
        if (found === undefined) throw new Error(`${one.name} fails: ${outcome.output.slice(0, 500)}`);
        one.runs.push(found);
      }
    }
    return figures;
  } finally {
    server.kill();
  }
}
