/** A schema through xsd2ts, in a process of its own, whose folder it writes to: `<schema>`. */
import { copyFileSync, mkdirSync } from "node:fs";
import { generateTemplateClassesFromXSD } from "xsd2ts";

const [entry = ""] = process.argv.slice(2);
// It writes to ./src/generated, and wants a relative path.
mkdirSync("src", { recursive: true });
copyFileSync(entry, "schema.xsd");
const started = performance.now();
generateTemplateClassesFromXSD("./schema.xsd");
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`\n${JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS / 1024 })}\n`);
