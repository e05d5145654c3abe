/** `specwire sandbox`: the vendors' stand-ins in the foreground, with a job at each to try the other commands on. */
import { once } from "node:events";
import type { JobHandle } from "../../src/jobs/model.ts";
import {
  drifts,
  faultKinds,
  startSandbox,
  type Drift,
  type Fault,
  type FaultKind,
  type Sandbox,
} from "../../src/sandbox/index.ts";

/** What the command takes. */
export interface SandboxCommandOptions {
  /** Port on 127.0.0.1; any free one when absent. */
  readonly port?: number;
  /** Milliseconds that a job stays in each state; 5000 when absent, 0: every status call moves it on. */
  readonly step?: number;
  /** Names of deviations. */
  readonly drift?: readonly string[];
  /** Faults as they are written: `kind:operation@byte*times`, of which only the kind has to be there. */
  readonly fault?: readonly string[];
  /** One JSON object on one line instead of text. */
  readonly json?: boolean;
  /** Whether to put a job at each vendor; true when absent. */
  readonly jobs?: boolean;
  /** Ends the command, as SIGINT and SIGTERM do. */
  readonly signal?: AbortSignal;
}

/** Where the command prints: standard output, or a test. */
export interface CommandOutput {
  write(text: string): unknown;
}

/** One line for each deviation that `--drift` takes: for the command's help. */
export function driftHelp(): string {
  return Object.entries(drifts)
    .map(([name, { what, vendors }]) => `  ${name.padEnd(15)} ${what} (${vendors.join(", ")})`)
    .join("\n");
}

/** One line for each fault that `--fault` takes: for the command's help. */
export function faultHelp(): string {
  return Object.entries(faultKinds)
    .map(([name, what]) => `  ${name.padEnd(15)} ${what}`)
    .join("\n");
}

/** Runs the stand-ins until SIGINT, SIGTERM or the signal. Rejects with a RangeError for an unknown drift. */
export async function runSandbox(options: SandboxCommandOptions, output: CommandOutput): Promise<void> {
  await using sandbox = await startSandbox({
    ...(options.port === undefined ? {} : { port: options.port }),
    step: options.step ?? 5000,
    drift: (options.drift ?? []).map(driftNamed),
    faults: (options.fault ?? []).map(faultWritten),
  });
  const handles = options.jobs === false ? [] : addJobs(sandbox);
  // Listening before anything is printed: whoever reads the text may stop the command at once.
  const end = stopped(options.signal);
  output.write(options.json === true ? jsonLine(sandbox, handles) : text(sandbox, handles));
  await end;
}

function driftNamed(name: string): Drift {
  const known = Object.keys(drifts).find((one): one is Drift => one === name);
  if (known === undefined) throw new RangeError(`No drift is called ${name}; there are:\n${driftHelp()}`);
  return known;
}

function faultWritten(text: string): Fault {
  const [, name, operation, at, times] = /^([\w-]+)(?::([\w.]+))?(?:@(\d+))?(?:\*(\d+|all))?$/.exec(text) ?? [];
  const kind = Object.keys(faultKinds).find((one): one is FaultKind => one === name);
  if (kind === undefined) throw new RangeError(`No fault is written ${text}; there are:\n${faultHelp()}`);
  return {
    kind,
    ...(operation === undefined ? {} : { operation }),
    ...(at === undefined ? {} : { at: Number(at) }),
    ...(times === undefined ? {} : { times: times === "all" ? Infinity : Number(times) }),
  };
}

/** A job for each vendor, one of them with failed records. */
function addJobs(sandbox: Sandbox): readonly JobHandle[] {
  return [
    sandbox.addJob({ vendor: "microsoft-advertising", kind: "upload" }),
    sandbox.addJob({ vendor: "ebay" }),
    sandbox.addJob({ vendor: "salesforce", kind: "batch", outcome: "partially-failed" }),
    sandbox.addJob({ vendor: "superoffice" }),
    sandbox.addJob({ vendor: "exacttarget" }),
  ];
}

function jsonLine(sandbox: Sandbox, handles: readonly JobHandle[]): string {
  const { url, endpoints } = sandbox;
  return `${JSON.stringify({ url, endpoints, environment: sandbox.environment(), jobs: handles })}\n`;
}

function text(sandbox: Sandbox, handles: readonly JobHandle[]): string {
  const endpoints = Object.entries(sandbox.endpoints).map(([name, url]) => `  ${name.padEnd(21)} ${url}`);
  const variables = Object.entries(sandbox.environment()).map(([name, value]) => `export ${name}=${quoted(value)}`);
  const commands = handles.map((handle) => `specwire watch ${handle.vendor} ${argumentOf(handle)}`);
  const sections = [
    [`The sandbox listens at ${sandbox.url}`, ...endpoints],
    ["# For the shell in which the commands run:", ...variables],
    ...(commands.length === 0 ? [] : [["# A job at each vendor:", ...commands]]),
    ["Stop it with Ctrl+C."],
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** How the other commands take a job: its id, a batch's behind its job's. */
function argumentOf(handle: JobHandle): string {
  return handle.parent === undefined ? handle.id : `${handle.parent}/${handle.id}`;
}

/** A value as a POSIX shell reads it back. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

async function stopped(signal: AbortSignal | undefined): Promise<void> {
  const waiting = new AbortController();
  const options = { signal: waiting.signal };
  const ends: Promise<unknown>[] = [once(process, "SIGINT", options), once(process, "SIGTERM", options)];
  if (signal?.aborted === true) ends.push(Promise.resolve());
  else if (signal !== undefined) ends.push(once(signal, "abort", options));
  try {
    await Promise.race(ends);
  } finally {
    // The other waits reject; nobody listens to them any more.
    for (const end of ends) end.catch(() => undefined);
    waiting.abort();
  }
}
