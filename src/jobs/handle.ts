import { JobError } from "../runtime/errors.ts";
import type { JobHandle, Submission, SubmissionMark, SubmissionStage, Vendor } from "./model.ts";

/** The vendors by name. Exhaustive: a new vendor breaks the compile here. */
const known = {
  "microsoft-advertising": true,
  ebay: true,
  salesforce: true,
  superoffice: true,
  exacttarget: true,
} as const satisfies Readonly<Record<Vendor, true>>;

/** All vendors with a facade. */
export const vendors: readonly Vendor[] = Object.keys(known).filter(isVendor);

/** Whether a text names a vendor with a facade. */
export function isVendor(name: unknown): name is Vendor {
  return typeof name === "string" && Object.hasOwn(known, name);
}

/** The stages of a submission by name. Exhaustive: a new stage breaks the compile here. */
const stages = {
  creating: true,
  created: true,
  uploading: true,
  uploaded: true,
  starting: true,
} as const satisfies Readonly<Record<SubmissionStage, true>>;

/** A handle as JSON text: the members of `JobHandle` and nothing else, whatever the object has beside them. */
export function stringifyHandle({ vendor, kind, id, parent, submission }: JobHandle): string {
  const { stage, marks } = submission ?? {};
  return JSON.stringify({ vendor, kind, id, parent, submission: submission && { stage, marks } });
}

/**
 * Reads a handle back from the text that `stringifyHandle` wrote. Members that no handle has are dropped.
 *
 * @throws JobError `job.handle` where the text is no handle, without repeating the text
 */
export function parseHandle(text: string): JobHandle {
  return handleFrom(parsed(text));
}

/**
 * A handle from a value of unknown origin (a queue, a database).
 *
 * @throws JobError `job.handle` where it is none
 */
export function handleFrom(value: unknown): JobHandle {
  if (typeof value !== "object" || value === null) throw refused("expected an object");
  const members = new Map<string, unknown>(Object.entries(value));
  const vendor = members.get("vendor");
  if (!isVendor(vendor)) throw refused(`its vendor is none of ${vendors.join(", ")}`);
  const parent = members.get("parent");
  const submission = submissionFrom(members.get("submission"));
  // A job that is being created may have no id yet.
  const nameless = submission?.stage === "creating" && members.get("id") === "";
  return {
    vendor,
    kind: textOf(members, "kind"),
    id: nameless ? "" : textOf(members, "id"),
    ...(parent === undefined ? {} : { parent: textOf(members, "parent") }),
    ...(submission === undefined ? {} : { submission }),
  };
}

function submissionFrom(value: unknown): Submission | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null) throw refused("its submission is not an object");
  const members = new Map<string, unknown>(Object.entries(value));
  const stage = members.get("stage");
  const marks = members.get("marks");
  if (!isStage(stage)) throw refused(`the stage of its submission is none of ${Object.keys(stages).join(", ")}`);
  if (typeof marks !== "object" || marks === null) throw refused("its submission has no marks");
  const pairs = Object.entries(marks).map(([name, mark]: [string, unknown]): [string, SubmissionMark] => {
    if (isMark(mark)) return [name, mark];
    throw refused("a mark of its submission is not a text, a number, a truth value or a list of texts");
  });
  return { stage, marks: Object.fromEntries(pairs) };
}

function isStage(value: unknown): value is SubmissionStage {
  return typeof value === "string" && Object.hasOwn(stages, value);
}

function isMark(value: unknown): value is SubmissionMark {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function textOf(members: ReadonlyMap<string, unknown>, name: string): string {
  const value = members.get(name);
  if (typeof value !== "string" || value === "") throw refused(`its ${name} is not a text with something in it`);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("expected JSON");
  }
}

function refused(why: string): JobError {
  return new JobError("job.handle", `Not a job handle: ${why}`);
}
