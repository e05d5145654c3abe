/** What `specwire generate` tells: for people the first findings of each code, for programs all of them. */
import { formatDiagnostics } from "../diagnostics-format.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { GenerateJob } from "./generate-jobs.ts";

/** What became of a contract. */
export interface JobResult {
  readonly job: GenerateJob;
  /** Paths of the modules that were written, the entry module first; undefined where the contract has errors. */
  readonly files: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that diagnostics speak of. */
  readonly sources: ReadonlyMap<string, string>;
  /** What the bundle's lock file forbids. */
  readonly violations: readonly string[];
}

/** Findings of one code that are shown before the rest is counted: errors are what has to be worked on. */
const shown = { error: 10, warning: 3 } as const;

/** The diagnostics for people, with a line for what is left out. */
export function reportText(
  { diagnostics, sources, violations }: JobResult,
  options: { readonly all: boolean; readonly color: boolean | undefined },
): string {
  const left = new Map<string, { shown: number; readonly severity: Diagnostic["severity"]; more: number }>();
  const kept = diagnostics.filter(({ code, severity }) => {
    const key = `${severity} ${code}`;
    const count = left.get(key) ?? { shown: 0, severity, more: 0 };
    left.set(key, count);
    if (options.all || count.shown < shown[severity]) return (count.shown += 1) > 0;
    count.more += 1;
    return false;
  });
  const rest = [...left].filter(([, { more }]) => more > 0).map(([key, { more }]) => `${more} more: ${key}\n`);
  const hint = rest.length === 0 ? "" : "(--all-diagnostics shows them)\n";
  const broken = violations.map((violation) => `error bundle: ${violation}\n`).join("");
  return formatDiagnostics(kept, sources, { color: options.color }) + rest.join("") + hint + broken;
}

/** The same as one line of JSON. */
export function reportJson({ job, files, diagnostics, violations }: JobResult): string {
  const [file] = files ?? [];
  return JSON.stringify({
    contract: job.entry,
    ...(file === undefined ? {} : { file, files }),
    diagnostics,
    ...(violations.length === 0 ? {} : { bundle: violations }),
  });
}
