/** Generating code: ours, wsdl-tsclient for a WSDL, xsd2ts for a schema. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bulkContract, kilobytes, largeContract } from "../client/contracts.ts";
import { withFolder } from "../client/programs.ts";
import { ours } from "../contenders/ours.ts";
import { syntheticSchema } from "../inputs/synthetic.ts";
import { reason, result, root, run } from "../measure/process.ts";
import { median } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, Section } from "../report/section.ts";
import { times } from "../report/timed-section.ts";

/** The benchmark. */
export const codegen: Benchmark = {
  name: "codegen",
  run: (options) => withFolder((folder) => section(folder, options)),
};

/** Seconds after which a generator is ended. */
const patience = 120;

interface Input {
  readonly label: string;
  readonly path: string;
  readonly peer: "wsdl-tsclient" | "xsd2ts";
}

interface Figures {
  readonly name: string;
  /** Of generating alone, without the start of the process. */
  readonly seconds: number[];
  readonly memory: number[];
  failure?: string;
}

async function section(folder: string, { rounds, quick }: BenchOptions): Promise<Section> {
  const found: { readonly input: Input; readonly figures: readonly Figures[] }[] = [];
  for (const [index, input] of inputs(folder).entries()) {
    const figures = [ours, input.peer].map((name): Figures => ({ name, seconds: [], memory: [] }));
    for (let round = 0; round < Math.min(rounds, quick ? 1 : 3); round++)
      for (const one of figures) await note(one, input, join(folder, `${index}-${round}`));
    found.push({ input, figures });
  }
  return {
    name: "codegen",
    title: "Generating code",
    notes: [
      `A process for each, at most three rounds, ended after ${patience} s; the start of the process does not count. Ours generates codecs and ` +
        "a client; wsdl-tsclient generates types for node-soap, xsd2ts classes.",
    ],
    tables: [
      {
        head: ["contract", "", "s", `${ours} is`, "peak MB"],
        rows: found.flatMap(({ input, figures }) => rows(input, figures)),
      },
    ],
    goals: [],
    figures: found,
  };
}

function inputs(folder: string): readonly Input[] {
  const contracts = [bulkContract(), largeContract(folder)];
  const schema = join(folder, "synthetic.xsd");
  writeFileSync(schema, syntheticSchema(300));
  const own = join(root, "specs/ebay/bulk-data-exchange.xsd");
  return [
    ...contracts.map(({ label, wsdl }): Input => ({ label, path: wsdl, peer: "wsdl-tsclient" })),
    { label: `eBay bulk data exchange, XSD of ${kilobytes(own)}`, path: own, peer: "xsd2ts" },
    { label: `synthetic, XSD of ${kilobytes(schema)}`, path: schema, peer: "xsd2ts" },
  ];
}

async function note(figures: Figures, { path }: Input, folder: string): Promise<void> {
  const output = join(folder, figures.name);
  mkdirSync(output, { recursive: true });
  const scripts: Readonly<Record<string, readonly string[]>> = {
    [ours]: ["generate-one.ts", path, output, join(root, "src/runtime/index.ts")],
    "wsdl-tsclient": ["peer.ts", path, output],
    xsd2ts: ["xsd2ts.ts", path],
  };
  const [script = "", ...args] = scripts[figures.name] ?? [];
  const outcome = await run(`test/bench/codegen/${script}`, args, { cwd: output, patience });
  const found = result<{ readonly seconds: number; readonly memory: number; readonly error?: string }>(outcome);
  if (found === undefined || found.error !== undefined) {
    figures.failure = found?.error ?? `fails after ${outcome.seconds.toFixed(0)} s: ${reason(outcome)}`;
    return;
  }
  figures.seconds.push(found.seconds);
  figures.memory.push(found.memory);
}

function rows({ label }: Input, figures: readonly Figures[]): readonly (readonly string[])[] {
  const own = median(figures[0]?.seconds ?? []);
  return figures.map(({ name, seconds, memory, failure }, index) => {
    const first = index === 0 ? label : "";
    if (failure !== undefined) return [first, name, failure, "", ""];
    return [first, name, median(seconds).toFixed(2), times(median(seconds) / own), median(memory).toFixed(0)];
  });
}
