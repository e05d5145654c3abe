/** The same contract through wsdl-tsclient, in a process of its own: `<contract> <folder>`. */
import { parseAndGenerate } from "wsdl-tsclient";

const [entry = "", folder = ""] = process.argv.slice(2);
const started = performance.now();
await parseAndGenerate(entry, folder, { quiet: true });
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`\n${JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS / 1024 })}\n`);
