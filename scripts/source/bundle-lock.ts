/** The lock file of a bundle: which address gave which bytes, in which file. */

/** A document of a bundle, or one that its server does not have. */
export type LockEntry = LockedDocument | { readonly missing: string };

/** Where a document lies, and how its bytes are known again. */
export interface LockedDocument {
  /** Name of the file in the bundle's folder. */
  readonly file: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Where redirects ended, without its query: relative locations inside of the document start there (RFC 3986, 5.1.3). */
  readonly redirected?: string;
}

/** Name of the lock file in the folder of a bundle. */
export const lockName = "specwire.lock.json";

/** Text of a lock file: sorted by address, the same for the same documents. */
export function lockText(entries: ReadonlyMap<string, LockEntry>): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ version: 1, documents: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

/**
 * Reads a lock file.
 *
 * @throws Error where it is not what `lockText` writes: what it names is read, and must not lie outside of the folder.
 */
export function readLock(text: string): Map<string, LockEntry> {
  const lock = parse(text);
  if (!isObject(lock) || lock["version"] !== 1 || !isObject(lock["documents"]))
    throw damaged("it is none of version 1");
  return new Map(Object.entries(lock["documents"]).map(([url, entry]) => [url, entryOf(url, entry)]));
}

function entryOf(url: string, entry: unknown): LockEntry {
  if (!isObject(entry)) throw damaged(`the entry of ${url} is no object`);
  const { missing, file, sha256, size, redirected } = entry;
  if (typeof missing === "string") return { missing };
  if (typeof file !== "string" || !/^[\w-][\w.-]*$/.test(file)) throw damaged(`${url} has no plain file name`);
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) throw damaged(`${url} has no SHA-256`);
  if (typeof size !== "number") throw damaged(`${url} has no size`);
  return { file, sha256, size, ...(typeof redirected === "string" ? { redirected } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged("it is no JSON");
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function damaged(reason: string): Error {
  return new Error(`${lockName} cannot be used: ${reason}`);
}
