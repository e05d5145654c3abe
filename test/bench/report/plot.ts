/** Bars as SVG: plain shapes and text, readable on a light and on a dark page. */
import { ours } from "../contenders/ours.ts";
import type { Bars } from "./section.ts";

const width = 840;
const margin = 24;
const nameWidth = 300;
const figureWidth = 120;
const barWidth = width - 2 * margin - nameWidth - figureWidth;
const line = 24;

const style = `
  text { font: 14px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .page { fill: #ffffff; }
  .ours { fill: #0969da; }
  .other { fill: #8c959f; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .page { fill: #0d1117; }
    .ours { fill: #58a6ff; }
    .other { fill: #6e7681; }
  }`;

/** All groups, one below the other; each has its own scale. */
export function plot(groups: readonly Bars[]): string {
  const parts: string[] = [];
  let at = margin;
  for (const group of groups) {
    parts.push(drawn(group, at));
    at += line * (group.values.length + 2);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${at}" viewBox="0 0 ${width} ${at}" role="img">
<title>Benchmarks</title>
<style>${style}
</style>
<rect class="page" width="${width}" height="${at}"/>
${parts.join("\n")}
</svg>
`;
}

function drawn({ title, unit, values }: Bars, top: number): string {
  const most = Math.max(...values.map(({ value }) => value));
  const bars = values.map(({ name, value }, index) => {
    const y = top + line * (index + 1);
    const length = Math.max(1, (barWidth * value) / most);
    const start = margin + nameWidth;
    const kind = name.startsWith(ours) ? "ours" : "other";
    return `<text x="${start - 8}" y="${y + 15}" text-anchor="end">${text(name)}</text>
<rect class="${kind}" x="${start}" y="${y + 2}" width="${length.toFixed(1)}" height="${line - 6}" rx="2"/>
<text x="${(start + length + 8).toFixed(1)}" y="${y + 15}">${text(label(value))}</text>`;
  });
  return [`<text class="title" x="${margin}" y="${top + 15}">${text(`${title} (${unit})`)}</text>`, ...bars].join("\n");
}

function label(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString("en").replaceAll(",", " ") : value.toPrecision(3);
}

function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
