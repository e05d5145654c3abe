/** What a benchmark reports, before it is text. */
import type { BenchOptions } from "../options.ts";

/** One benchmark of the suite. */
export interface Benchmark {
  /** As `--only` has it. */
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<Section>;
}

/** Its part of the report. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** How it was measured, where the method is its own; what was left out, and why. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly goals: readonly GoalOutcome[];
  /** A row of bars for the plot. */
  readonly bars?: Bars;
  /** All figures, for machines. */
  readonly figures: unknown;
}

/** A table; its first column names, the others hold figures. */
export interface Table {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was to be reached, and what was. */
export interface GoalOutcome {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly reached: boolean;
}

/** Figures to plot; more is better, unless the title says otherwise. */
export interface Bars {
  readonly title: string;
  readonly unit: string;
  readonly values: readonly { readonly name: string; readonly value: number }[];
}
