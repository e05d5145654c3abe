import { JobError } from "../runtime/errors.ts";
import type { JobHandle, Vendor } from "./model.ts";

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

/** A handle as JSON text: the members of `JobHandle` and nothing else, whatever the object has beside them. */
export function stringifyHandle({ vendor, kind, id, parent }: JobHandle): string {
  return JSON.stringify({ vendor, kind, id, parent });
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
  return {
    vendor,
    kind: textOf(members, "kind"),
    id: textOf(members, "id"),
    ...(parent === undefined ? {} : { parent: textOf(members, "parent") }),
  };
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
