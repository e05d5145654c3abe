/** `npm run bench`: ours and others side by side. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchmarks } from "./benchmarks.ts";
import { benchOptions, isWhole } from "./options.ts";
import { root } from "./measure/process.ts";
import { documentText } from "./report/document.ts";
import { plot } from "./report/plot.ts";
import { sectionText } from "./report/text.ts";
import type { Section } from "./report/section.ts";

const options = benchOptions(
  process.argv.slice(2),
  benchmarks.map(({ name }) => name),
);
const sections: Section[] = [];
for (const benchmark of benchmarks) {
  if (options.only.length > 0 && !options.only.includes(benchmark.name)) continue;
  process.stderr.write(`${benchmark.name} …\n`);
  const section = await benchmark.run(options);
  process.stdout.write(`${sectionText(section)}\n\n`);
  sections.push(section);
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(sections, undefined, 2)}\n`);
// A part of the figures, or quick ones, would replace better ones.
if (isWhole(options)) {
  const bars = sections.flatMap((section) => (section.bars === undefined ? [] : [section.bars]));
  writeFileSync(join(root, "BENCHMARKS.md"), documentText(sections, options));
  writeFileSync(join(root, "bench.svg"), plot(bars));
}
