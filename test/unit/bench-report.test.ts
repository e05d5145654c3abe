/** The benchmark's report: what it says of figures that are known. No time is looked at here. */
import { describe, expect, test } from "vitest";
import { benchOptions, isWhole } from "../bench/options.ts";
import { documentText } from "../bench/report/document.ts";
import { plot } from "../bench/report/plot.ts";
import type { Section } from "../bench/report/section.ts";
import { tableText } from "../bench/report/text.ts";
import { number, sectionOf, times } from "../bench/report/timed-section.ts";
import { walked } from "../bench/contenders/walk.ts";

const work = {
  name: "decode",
  title: "Decode <something> & more",
  unit: "bytes",
  goals: [
    { other: "slow", atLeast: 25 },
    { other: "fast", atLeast: 1 / 1.6 },
  ],
} as const;

/** Ours takes 10 ms, one 300 ms, one 5 ms; one cannot be measured. */
const measured = {
  size: { documents: 1, bytes: 10_000_000 },
  contenders: [
    { name: "specwire", alone: [0.011, 0.01, 0.009], shared: [0.02], memory: [100, 90, 95] },
    { name: "slow", alone: [0.3, 0.1, 0.5], shared: [0.3], memory: [300] },
    { name: "fast", alone: [0.005], shared: [0.005], memory: [80] },
    { name: "broken", alone: [], shared: [], memory: [], failure: "Error: no" },
  ],
};

const section: Section = sectionOf(work, measured);

describe("a work", () => {
  test("is told in medians and ratios to ours", () => {
    const [table] = section.tables;
    expect(table?.rows).toEqual([
      ["specwire", "1 000", "1.00 ×", "500", "1.00 ×", "95"],
      ["slow", "33.3", "30.0 ×", "33.3", "15.0 ×", "300"],
      ["fast", "2 000", "0.50 ×", "2 000", "0.25 ×", "80"],
      ["broken", "Error: no", "", "", "", ""],
    ]);
  });

  test("reaches its goals, or does not", () => {
    expect(section.goals).toEqual([
      expect.objectContaining({ goal: "≥ 25 ×", figure: "30.0 ×", reached: true }),
      expect.objectContaining({ goal: "within 1.6 × of its time", figure: "2.00 × its time", reached: false }),
    ]);
  });

  test("whose contender could not be measured reaches nothing", () => {
    const contenders = measured.contenders.filter(({ name }) => name !== "slow");
    const [goal] = sectionOf(work, { ...measured, contenders }).goals;
    expect(goal).toMatchObject({ figure: "not measured", reached: false });
  });
});

test("figures have three digits that count", () => {
  expect([number(0.01234), number(12.345), number(123_456.7)]).toEqual(["0.0123", "12.3", "123 457"]);
  expect([times(0.0312), times(2), times(123.4)]).toEqual(["0.031 ×", "2.00 ×", "123 ×"]);
});

test("a table is Markdown", () => {
  expect(tableText({ head: ["a", "b"], rows: [["x|y", "1"]] })).toBe("| a | b |\n|---|--:|\n| x\\|y | 1 |");
});

test("the report has the goals, the method, and every part", () => {
  const text = documentText([section], { rounds: 5, clock: "wall" });
  expect(text).toContain("| Decode <something> & more: specwire against slow | ≥ 25 × | 30.0 × | yes |");
  expect(text).toContain("## Method");
  expect(text).toContain("`--only decode`");
  expect(text).not.toContain(process.cwd());
});

test("the plot is well-formed, and has a bar for every figure", () => {
  const svg = plot(section.bars === undefined ? [] : [section.bars]);
  expect(walked(new TextEncoder().encode(svg))).toBeGreaterThan(0);
  expect(svg.match(/<rect class="(?:ours|other)"/g)).toHaveLength(3);
  expect(svg).toContain("Decode &lt;something> &amp; more (MB/s)");
  expect(svg).toContain("prefers-color-scheme: dark");
});

describe("options", () => {
  const names = ["decode", "generate"];

  test("name what is measured", () => {
    expect(benchOptions([], names)).toMatchObject({ only: [], rounds: 5, quick: false });
    expect(benchOptions(["--only", "decode", "--quick"], names)).toMatchObject({ only: ["decode"], rounds: 1 });
    expect(benchOptions(["service.wsdl"], names)).toMatchObject({ only: ["generate"], contracts: ["service.wsdl"] });
  });

  test("only a whole run replaces the report", () => {
    expect(isWhole(benchOptions(["--rounds", "3", "--json", "x.json"], names))).toBe(true);
    for (const args of [["--only", "decode"], ["--quick"], ["service.wsdl"]])
      expect(isWhole(benchOptions(args, names))).toBe(false);
  });
});
