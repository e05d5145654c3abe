/** Ten thousand jobs watched by one process, and large files carried by one; the vendors are played by another process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInterface } from "node:readline";
import { bundled, withFolder } from "../client/programs.ts";
import { reason, result, root, run } from "../measure/process.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, GoalOutcome, Section, Table } from "../report/section.ts";
import { number } from "../report/timed-section.ts";
import type { Vendor } from "../../../src/jobs/model.ts";
import type { Played } from "./sandbox-one.ts";
import type { Carried } from "./transfer-one.ts";
import type { Watched } from "./watch-one.ts";

/** Part of the calls that fail. */
const SHARE = 0.05;

/** What a process may take to carry a file, in MB. */
const MOST_MEMORY = 200;

/** Rows are objects by the million: how much of them V8 lets lie around before it cleans up is its own choice. */
const small = { node: ["--max-semi-space-size=8"] } as const;

/** The benchmark. */
export const jobs: Benchmark = {
  name: "jobs",
  run: (options) => withFolder((folder) => section(folder, options)),
};

async function section(folder: string, { quick }: BenchOptions): Promise<Section> {
  const programs = {
    watch: await program(folder, "test/bench/jobs/watch-one.ts"),
    transfer: await program(folder, "test/bench/jobs/transfer-one.ts"),
    carry: await program(folder, "test/support/jobs/carry.ts"),
  };
  const count = quick ? 500 : 10_000;
  const megabytes = quick ? 50 : 1000;
  const watched = await played(folder, ["jobs", String(count), String(SHARE)], (file) => {
    return run(programs.watch, [file], { patience: 900 });
  });
  const carried = await played(folder, ["results", String(megabytes * 5000), "200"], async (file) => {
    const path = join(folder, "records.csv");
    await writeRecords(path, megabytes);
    const carry = (what: string): Promise<Awaited<ReturnType<typeof run>>> =>
      run(programs.transfer, [what, file, path], what === "rows" ? small : {});
    const all = { bytes: await carry("results"), rows: await carry("rows"), upload: await carry("upload") };
    rmSync(path);
    const { environment, jobs: made } = JSON.parse(readFileSync(file, "utf8")) as Played;
    const fetched = (vendor: Vendor, what: string): Promise<Awaited<ReturnType<typeof run>>> => {
      const id = made.find(({ handle }) => handle.vendor === vendor)?.handle.id ?? "";
      return run(programs.carry, [vendor, what, JSON.stringify(environment), id], what === "rows" ? small : {});
    };
    return {
      ...all,
      microsoft: await fetched("microsoft-advertising", "bytes"),
      microsoftRows: await fetched("microsoft-advertising", "rows"),
      ebay: await fetched("ebay", "bytes"),
      ebayRows: await fetched("ebay", "rows"),
    };
  });
  const seen = result<Watched>(watched);
  const files = Object.entries(carried).map(([what, outcome]) => {
    return { what, found: result<Carried>(outcome), why: reason(outcome) };
  });
  return {
    name: "jobs",
    title: `Watch ${count} jobs of five vendors; carry ${megabytes} MB`,
    notes: [
      `Jobs: ${SHARE * 100} % of the calls fail: turned away (429, 503), answered by a connection that breaks before or in the answer. ` +
        "Waits are shortened twenty times. Files: results and uploads of Salesforce in CSV, a batch 10 MB or 10,000 records; " +
        "of Microsoft Advertising stored, of eBay deflated. Row by row with --max-semi-space-size=8: left alone, " +
        "V8 lets its young generation grow by another 100 MB.",
    ],
    tables: [watchTable(seen, reason(watched)), fileTable(files)],
    goals: [...watchGoals(seen, count), ...files.map(({ what, found }) => memoryGoal(what, found))],
    figures: { watched: seen, files },
  };
}

type File = { readonly what: string; readonly found: Carried | undefined; readonly why: string };

function watchTable(seen: Watched | undefined, why: string): Table {
  return {
    head: ["jobs", "calls", "repeated", "calls/s", "given up once", "MB after a tenth", "MB at the end", "peak MB"],
    rows: [
      seen === undefined
        ? [why, "", "", "", "", "", "", ""]
        : [
            String(seen.jobs),
            String(seen.calls),
            String(seen.repeated),
            number(seen.calls / seen.seconds),
            String(seen.again),
            (seen.memory[0] ?? 0).toFixed(0),
            (seen.memory.at(-1) ?? 0).toFixed(0),
            seen.peak.toFixed(0),
          ],
    ],
  };
}

const names: Readonly<Record<string, string>> = {
  bytes: "Salesforce: results, as bytes",
  rows: "Salesforce: results, row by row",
  upload: "Salesforce: upload, checked and sent",
  microsoft: "Microsoft Advertising: a ZIP archive, as bytes",
  microsoftRows: "Microsoft Advertising: row by row",
  ebay: "eBay: a ZIP archive in a package, as bytes",
  ebayRows: "eBay: row by row",
};

function fileTable(files: readonly File[]): Table {
  return {
    caption: "Files, through one process:",
    head: ["", "MB/s", "seconds", "rows", "peak MB"],
    rows: files.map(({ what, found, why }) => {
      const name = names[what] ?? what;
      if (found === undefined) return [name, why, "", "", ""];
      const { bytes, rows, seconds, peak } = found;
      return [name, bytes === 0 ? "" : number(bytes / 1e6 / seconds), number(seconds), String(rows), peak.toFixed(0)];
    }),
  };
}

function watchGoals(seen: Watched | undefined, count: number): readonly GoalOutcome[] {
  const goal = (what: string, wanted: string, figure: string, reached: boolean): GoalOutcome => {
    return seen === undefined
      ? { what, goal: wanted, figure: "not measured", reached: false }
      : { what, goal: wanted, figure, reached };
  };
  const [first = 0] = seen?.memory ?? [];
  const last = seen?.memory.at(-1) ?? 0;
  const right = (seen?.jobs ?? 0) - (seen?.wrong ?? 0);
  return [
    goal(`Watch ${count} jobs: right in the end`, String(count), String(right), right === count),
    goal("Calls sooner than the pace allows", "0", String(seen?.early), seen?.early === 0),
    goal("Calls at once to ExactTarget", "≤ 1", String(seen?.serial), (seen?.serial ?? 2) <= 1),
    goal(
      "Memory at the end, by that after a tenth",
      "≤ 1.25 ×",
      `${(last / first).toFixed(2)} ×`,
      last <= first * 1.25,
    ),
  ];
}

function memoryGoal(what: string, found: Carried | undefined): GoalOutcome {
  const figure = found === undefined ? "not measured" : `${found.peak.toFixed(0)} MB`;
  const reached = found !== undefined && found.peak < MOST_MEMORY;
  return { what: `${names[what] ?? what}: peak memory`, goal: `< ${MOST_MEMORY} MB`, figure, reached };
}

/** Bundled, because what Node needs to strip types would be in the memory. */
async function program(folder: string, source: string): Promise<string> {
  const path = join(folder, `${basename(source, ".ts")}.cjs`);
  writeFileSync(path, await bundled(join(root, source), false));
  return path;
}

/** Does something while another process plays the vendors. */
async function played<T>(folder: string, args: readonly string[], work: (file: string) => Promise<T>): Promise<T> {
  const vendors = spawn(process.execPath, [join(root, "test/bench/jobs/sandbox-one.ts"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = await once(createInterface(vendors.stdout), "line");
    const file = join(folder, "played.json");
    writeFileSync(file, String(line));
    return await work(file);
  } finally {
    vendors.kill();
  }
}

async function writeRecords(path: string, megabytes: number): Promise<void> {
  function* lines(): Generator<string> {
    yield "Name,Text\n";
    for (let block = 0; block < megabytes * 5; block++) {
      const line = (_: unknown, index: number): string => `Name ${block * 1000 + index},"${"x".repeat(180)}"\n`;
      yield Array.from({ length: 1000 }, line).join("");
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}
