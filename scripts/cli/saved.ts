/** Handles in files: written whole or not at all, with what `resume` needs beside them. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { handleFrom, parseHandle, stringifyHandle } from "../../src/jobs/handle.ts";
import type { JobHandle } from "../../src/jobs/model.ts";
import { JobError } from "../../src/runtime/errors.ts";
import { UsageError } from "./errors.ts";

/** A submission that can be gone on with: no secret is in it. */
export interface SavedJob {
  readonly handle: JobHandle;
  /** Members of the request. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Path of the file to upload. */
  readonly file?: string;
}

/** Writes a file that a crash leaves as it was or as it is to be, never in between. */
export function saveJob(path: string, { handle, request, file }: SavedJob): void {
  const members = { ...(JSON.parse(stringifyHandle(handle)) as object), request, file };
  const beside = `${path}.${process.pid}.tmp`;
  const descriptor = openSync(beside, "w", 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(members)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, path);
}

/** The handle that `--handle` means: JSON, or the file that has it. Throws UsageError. */
export function handleArgument(text: string): JobHandle {
  return text.trimStart().startsWith("{") ? handleIn(text, "--handle") : savedJob(text).handle;
}

/** What a file has. Throws UsageError. */
export function savedJob(path: string): SavedJob {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "it cannot be read";
    throw new UsageError(`--handle: ${path} is no file that can be read (${code})`);
  }
  const handle = handleIn(text, path);
  const members = new Map<string, unknown>(Object.entries(JSON.parse(text) as object));
  const request = members.get("request");
  const file = members.get("file");
  return {
    handle,
    request: typeof request === "object" && request !== null ? { ...request } : {},
    ...(typeof file === "string" ? { file } : {}),
  };
}

function handleIn(text: string, where: string): JobHandle {
  try {
    return handleFrom(parseHandle(text));
  } catch (error) {
    if (error instanceof JobError) throw new UsageError(`${where}: ${error.message}`);
    throw error;
  }
}
