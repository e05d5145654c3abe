/** Generates one contract in a process of its own, and prints what it took as JSON: `<contract> <folder> <runtime>`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Diagnostics } from "../../../scripts/diagnostics.ts";
import { generateModules } from "../../../scripts/pipeline.ts";

/** What a run took. */
export interface Generation {
  readonly seconds: number;
  /** Of the processor, all threads together: what a busy machine does not blur. */
  readonly processor: number;
  /** The contract and all that it imports, in MB. */
  readonly input: number;
  /** Peak of memory in MB. */
  readonly memory: number;
  /** Output in MB. */
  readonly size: number;
  readonly files: number;
  /** The first error, where there is one. */
  readonly error: string | undefined;
}

const [entry = "", folder = "", runtime = ""] = process.argv.slice(2);
const diagnostics = new Diagnostics();
const started = performance.now();
const { modules, sources } = await generateModules({ entry, name: "service", runtime, split: "auto" }, diagnostics);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
for (const [path, text] of modules ?? []) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const generation: Generation = {
  seconds,
  processor: (user + system) / 1e6,
  input: [...sources.values()].reduce((sum, text) => sum + text.length, 0) / 1e6,
  memory: process.resourceUsage().maxRSS / 1024,
  size: [...(modules?.values() ?? [])].reduce((sum, text) => sum + text.length, 0) / 1e6,
  files: modules?.size ?? 0,
  error: diagnostics.all.find(({ severity }) => severity === "error")?.message,
};
process.stdout.write(`${JSON.stringify(generation)}\n`);
