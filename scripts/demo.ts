/**
 * `npm run demo`: the whole idea in one run. Regenerates the code from the contracts, starts stand-ins for the five vendors,
 * follows a job at each to its end, and prints what became of them in one table.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { reportOf } from "./cli/errors.ts";

try {
  await regenerate();
  // Loaded only now: it imports what was just generated.
  const { followAll } = await import("./demo/follow-all.ts");
  await followAll(process.stdout, process.stderr);
} catch (error) {
  process.stderr.write(`demo: ${reportOf(error).message}\n`);
  process.exitCode = 1;
}

/** Runs the generator as `npm run codegen` does, its output shown. */
async function regenerate(): Promise<void> {
  process.stdout.write("Contracts to code\n");
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, "codegen.ts")], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("the generator failed");
  process.stdout.write(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s\n\n`);
}
