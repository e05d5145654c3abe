/**
 * A bundle: the documents that a contract consists of, fetched once and kept in a folder with a lock file, so that the next run
 * needs no network and sees the same bytes.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleFileName } from "./bundle-names.ts";
import { lockName, lockText, readLock, type LockedDocument, type LockEntry } from "./bundle-lock.ts";
import { NoSuchDocument } from "./bundle-web.ts";
import { sha256 } from "./document.ts";
import type { Fetched } from "./load.ts";

/** How a bundle is used: `locked` fetches nothing and fails where something is missing; `update` fetches everything anew. */
export type BundleMode = "use" | "locked" | "update";

/** Where a bundle's documents come from. */
export interface BundleOptions {
  readonly mode: BundleMode;
  readonly fetch: (url: string) => Promise<Fetched>;
  /** Remember, too, what servers do not have: a run that may go on without it is to find the same the next time. */
  readonly rememberMissing?: boolean;
}

/** One bundle. Its documents are read with `fetch`; `save` writes what has changed. */
export class Bundle {
  readonly folder: string;
  readonly #options: BundleOptions;
  readonly #before: string | undefined;
  readonly #entries: Map<string, LockEntry>;
  readonly #asked = new Map<string, Promise<Fetched>>();
  readonly #violations: string[] = [];

  /** @throws Error where the lock file is damaged. */
  constructor(folder: string, options: BundleOptions) {
    this.folder = folder;
    this.#options = options;
    const path = join(folder, lockName);
    this.#before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    this.#entries = this.#before === undefined ? new Map() : readLock(this.#before);
  }

  /** Number of documents that were asked for. */
  get count(): number {
    return this.#asked.size;
  }

  /** What the lock file forbids and was asked for: such a run has failed, whatever became of the contract. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** A document, from the folder or from the network. Every address is asked for once. */
  fetch(url: string): Promise<Fetched> {
    const key = keyOf(url);
    const asked = this.#asked.get(key) ?? this.#read(key);
    this.#asked.set(key, asked);
    return asked;
  }

  /**
   * Writes the lock file where it has changed.
   *
   * @param complete everything that is needed was asked for: after an update, what nobody has asked for is dropped then.
   */
  save(complete: boolean): void {
    if (complete && this.#options.mode === "update") this.#prune();
    const text = lockText(this.#entries);
    if (this.#entries.size === 0 || text === this.#before) return;
    this.#write(lockName, text);
    // Line ends are part of the bytes: git leaves them alone.
    this.#write(".gitattributes", "* -text\n");
  }

  async #read(url: string): Promise<Fetched> {
    const { mode } = this.#options;
    const entry = this.#entries.get(url);
    if (mode !== "update" && entry !== undefined) {
      if ("missing" in entry) throw new NoSuchDocument(`${entry.missing}, says the bundle (--update asks again)`);
      const bytes = this.#stored(entry);
      if (bytes !== undefined) return { bytes, url: entry.redirected ?? url };
    }
    if (mode === "locked")
      throw this.#violation(`${url} is not in the bundle ${this.folder}, which --locked keeps as it is`);
    return this.#fetched(url);
  }

  /** What lies in the folder; undefined where the file is gone. An edited file is neither used nor overwritten in silence. */
  #stored({ file, sha256: digest }: LockedDocument): Uint8Array | undefined {
    const path = join(this.folder, file);
    if (!existsSync(path)) return undefined;
    const bytes = readFileSync(path);
    if (sha256(bytes) === digest) return bytes;
    throw this.#violation(`${path} is not what ${lockName} says it is (--update fetches it anew)`);
  }

  #violation(message: string): Error {
    this.#violations.push(message);
    return new Error(message);
  }

  async #fetched(url: string): Promise<Fetched> {
    try {
      const { bytes, url: redirected } = await this.#options.fetch(url);
      const file = bundleFileName(url);
      this.#write(file, bytes);
      const moved = redirected === undefined || redirected === url ? {} : { redirected };
      this.#entries.set(url, { file, sha256: sha256(bytes), size: bytes.byteLength, ...moved });
      return { bytes, url: redirected ?? url };
    } catch (error) {
      if (error instanceof NoSuchDocument && this.#options.rememberMissing === true) {
        this.#entries.set(url, { missing: error.message });
      }
      throw error;
    }
  }

  #prune(): void {
    for (const [url, entry] of this.#entries) {
      if (this.#asked.has(url)) continue;
      this.#entries.delete(url);
      if ("file" in entry) rmSync(join(this.folder, entry.file), { force: true });
    }
  }

  /** Complete or not at all: an interrupted run leaves no half of a file. */
  #write(name: string, content: string | Uint8Array): void {
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, name);
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  }
}

/** Fragments name parts of a document: they are no part of its address. */
function keyOf(url: string): string {
  const key = new URL(url);
  key.hash = "";
  return key.href;
}
