/** Runs the jobs of `specwire generate`: documents from the bundle or the web, modules to files. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Diagnostics } from "../diagnostics.ts";
import { signature } from "../emit/module.ts";
import { generateModules } from "../pipeline.ts";
import { fetchFromWeb } from "../source/bundle-web.ts";
import { Bundle, type BundleMode } from "../source/bundle.ts";
import type { LoadOptions } from "../source/load.ts";
import { UsageError } from "./errors.ts";
import type { GenerateJob } from "./generate-jobs.ts";
import type { JobResult } from "./generate-report.ts";

/** Runs one job after the other; a contract with errors does not keep the others from being generated. */
export async function runJobs(
  jobs: readonly GenerateJob[],
  mode: BundleMode,
  onStage: (stage: string) => void,
): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) results.push(await runJob(job, mode, onStage));
  return results;
}

async function runJob(job: GenerateJob, mode: BundleMode, onStage: (stage: string) => void): Promise<JobResult> {
  const diagnostics = new Diagnostics({ strict: job.strict });
  const bundle = bundleOf(job, mode, onStage);
  const stage = (name: string): void => onStage(`${job.name}: ${name}`);
  let files: readonly string[] | undefined;
  try {
    const generated = await generateModules(contractOf(job, stage), diagnostics, loadOptions(job, bundle));
    const { violations } = bundle;
    if (generated.modules !== undefined && violations.length === 0) files = write(job, generated.modules);
    return { job, files, diagnostics: diagnostics.all, sources: generated.sources, violations };
  } finally {
    // Also for a contract with errors: the next attempt finds the documents.
    bundle.save(files !== undefined);
  }
}

function contractOf(job: GenerateJob, onStage: (stage: string) => void): Parameters<typeof generateModules>[0] {
  const { entry, name, service, runtime, wrappers, int64, dates, naming, names, operations, allowMissing } = job;
  const { width, split, extension } = job;
  return {
    entry,
    name,
    runtime,
    wrappers,
    int64,
    dates,
    naming,
    names,
    allowMissing,
    width,
    split,
    extension,
    onStage,
    ...(service === undefined ? {} : { service }),
    ...(operations === undefined ? {} : { operations }),
  };
}

function bundleOf(job: GenerateJob, mode: BundleMode, onStage: (stage: string) => void): Bundle {
  const fetch = (url: string): ReturnType<typeof fetchFromWeb> => {
    onStage(`${job.name}: fetching ${url}`);
    return fetchFromWeb(url, { headers: job.headers, origin: job.origin });
  };
  try {
    return new Bundle(job.bundle, { mode, fetch, rememberMissing: job.allowMissing });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A contract on the web may import from the web; a file may when documents of it are in a bundle already, or it is asked for. */
function loadOptions(job: GenerateJob, bundle: Bundle): LoadOptions {
  return { catalog: job.catalog, fetch: (url) => bundle.fetch(url) };
}

/** Writes modules, removes parts of earlier runs that are none any more, and leaves alone what was not generated. */
function write(job: GenerateJob, modules: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...modules.keys()].map((path) => join(job.out, path));
  for (const path of paths) {
    if (existsSync(path) && !isGenerated(path))
      throw new UsageError(`${path} is no generated file: it is not overwritten`);
  }
  for (const [path, text] of modules) {
    mkdirSync(dirname(join(job.out, path)), { recursive: true });
    writeFileSync(join(job.out, path), text);
  }
  removeStale(join(job.out, job.name), new Set(paths.map((path) => resolve(path))));
  return paths;
}

function removeStale(folder: string, current: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(".ts") && !current.has(resolve(path)) && isGenerated(path)) rmSync(path);
  }
}

function isGenerated(path: string): boolean {
  return readFileSync(path, "utf8").startsWith(signature);
}
