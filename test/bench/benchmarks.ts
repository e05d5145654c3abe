/** The suite, in the order of the report. */
import { bundleSize } from "./client/bundle.ts";
import { coldStart } from "./client/cold-start.ts";
import { requestSize } from "./client/request-size.ts";
import { codegen } from "./codegen/codegen.ts";
import { generation } from "./codegen/generate.ts";
import { compilation } from "./codegen/tsc.ts";
import { jobs } from "./jobs/jobs.ts";
import type { Benchmark } from "./report/section.ts";
import { benchmarkOf } from "./report/timed-section.ts";
import { streaming } from "./stream/stream.ts";
import { works } from "./works/index.ts";

/** All benchmarks. */
export const benchmarks: readonly Benchmark[] = [
  ...works.map(benchmarkOf),
  streaming,
  jobs,
  coldStart,
  bundleSize,
  requestSize,
  compilation,
  codegen,
  generation,
];
