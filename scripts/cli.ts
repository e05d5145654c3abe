#!/usr/bin/env node
/** The command line of specwire: `specwire --help` tells the commands. */
import { run } from "./cli/program.ts";

// A reader that goes away (`specwire watch … | head -1`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv.slice(2));
