/**
 * A process that plays the vendors: `jobs <number> <share of calls that fail>`, or `results <rows> <bytes a row>`. Prints what others
 * need to know, and goes on until it is ended.
 */
import type { JobHandle } from "../../../src/jobs/model.ts";
import { startSandbox, type Fault, type SandboxJob, type SandboxOutcome } from "../../../src/sandbox/index.ts";

/** What is printed. */
export interface Played {
  readonly environment: Readonly<Record<string, string>>;
  readonly jobs: readonly { readonly handle: JobHandle; readonly outcome: SandboxOutcome }[];
}

/** Jobs of each vendor, in turn, with the ways that they end. */
const kinds: readonly SandboxJob[] = [
  { vendor: "microsoft-advertising", kind: "upload", outcome: "succeeded" },
  { vendor: "ebay", outcome: "succeeded" },
  { vendor: "salesforce", kind: "job", outcome: "succeeded" },
  { vendor: "superoffice", outcome: "succeeded" },
  { vendor: "exacttarget", outcome: "succeeded" },
  { vendor: "microsoft-advertising", kind: "download", outcome: "failed" },
  { vendor: "ebay", outcome: "aborted" },
  { vendor: "salesforce", kind: "batch", outcome: "partially-failed" },
  { vendor: "superoffice", outcome: "failed" },
  { vendor: "exacttarget", outcome: "failed" },
  { vendor: "microsoft-advertising", kind: "upload", outcome: "partially-failed" },
];

async function main(): Promise<void> {
  const [what = "", first = "0", second = "0"] = process.argv.slice(2);
  const sandbox = await startSandbox();
  const rows = { resultRows: Number(first), rowBytes: Number(second) };
  const wanted: readonly SandboxJob[] =
    what === "results"
      ? [
          { vendor: "salesforce", states: ["Closed"], ...rows },
          { vendor: "microsoft-advertising", kind: "download", states: ["Completed"], ...rows },
          { vendor: "ebay", states: ["Completed"], ...rows },
        ]
      : Array.from({ length: Number(first) }, (_, index) => kinds[index % kinds.length] ?? { vendor: "ebay" });
  const jobs = wanted.map((job) => ({ handle: sandbox.addJob(job), outcome: job.outcome ?? "succeeded" }));
  if (what === "jobs") sandbox.fault(faultsOf(Number(second)));
  const played: Played = { environment: sandbox.environment(), jobs };
  process.stdout.write(`${JSON.stringify(played)}\n`);
}

/** Four kinds of trouble, equally often. */
function faultsOf(share: number): readonly Fault[] {
  const often = { times: Infinity, share: share / 4 } as const;
  return [
    { kind: "busy", status: 503, ...often },
    { kind: "busy", status: 429, retryAfter: 1, ...often },
    { kind: "answer-lost", ...often },
    { kind: "cut-download", at: 30, ...often },
  ];
}

void main();
