/** Documents by their addresses, each read once. The network is left alone unless it is asked for. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import type { SchemaSyntax } from "../xsd/syntax.ts";
import { parseXml, type Loaded, type SourceDocument } from "./document.ts";
import { SchemaCollector } from "./schemas.ts";

/** A document from the network. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where redirects ended: relative locations inside of the document start there. */
  readonly url: string;
}

/** How documents are found. */
export interface LoadOptions {
  /** Fetches documents from http and https addresses; without it they are reported as missing. */
  readonly fetch?: (url: string) => Promise<Fetched | Uint8Array>;
  /**
   * Where documents really are: a path or URL by what a contract calls them, which is an address as it is written, an
   * absolute address, or the namespace of an import that has no location or one where nothing can be read.
   */
  readonly catalog?: ReadonlyMap<string, string>;
  /** Files that were read before, by their URLs: contracts that share documents read each once. What is read is added. */
  readonly known?: Map<string, SourceDocument>;
}

/** Reads documents and remembers them; `documents` is everything that was read, in that order. */
export class Loader {
  readonly #diagnostics: Diagnostics;
  readonly #options: LoadOptions;
  readonly #loaded = new Map<string, Loaded>();
  /** Where redirects ended, by the address that was asked for. */
  readonly #moved = new Map<string, string>();
  /** Documents on their way from the network, by their addresses. */
  readonly #coming = new Map<string, Promise<Uint8Array>>();
  readonly #slots = new Slots(mostAtOnce);
  readonly #collector: SchemaCollector;

  constructor(diagnostics: Diagnostics, options: LoadOptions = {}) {
    this.#diagnostics = diagnostics;
    this.#options = options;
    this.#collector = new SchemaCollector(this, diagnostics);
  }

  get documents(): readonly SourceDocument[] {
    return [...this.#loaded.values()].flatMap((loaded) => ("missing" in loaded ? [] : (loaded.document ?? [])));
  }

  /** Reads a document by its URL; `from` is who asks for it, and where it is reported as missing. */
  async document(url: string, from: Place): Promise<SourceDocument | undefined> {
    const loaded = await this.load(url);
    if (!("missing" in loaded)) return loaded.document;
    this.#diagnostics.report("source.missing", from, missingMessage(url, loaded.missing));
    return undefined;
  }

  /** Reads a document by its URL, and leaves it to the caller to say that it is missing. */
  async load(url: string): Promise<Loaded> {
    const known = this.#loaded.get(url);
    if (known !== undefined) return known;
    const loaded = await this.#read(url);
    this.#loaded.set(url, loaded);
    return loaded;
  }

  /** Says what will be read next, so that it comes from the network side by side; what is found, and in what order, stays the same. */
  ahead(urls: readonly string[]): void {
    if (this.#options.fetch === undefined) return;
    for (const url of urls) {
      if (!/^https?:/.test(url) || this.#loaded.has(url) || this.#coming.has(url)) continue;
      const coming = this.#slots.run(() => this.#fetched(url));
      // Whoever reads it is told.
      coming.catch(() => undefined);
      this.#coming.set(url, coming);
    }
  }

  /** Text of a document of any format. */
  async text(url: string, from: Place): Promise<string | undefined> {
    try {
      return decodeText(await this.#bytes(url));
    } catch (error) {
      this.#diagnostics.report("source.missing", from, missingMessage(url, reasonOf(error)));
      return undefined;
    }
  }

  /**
   * The schemas of a document, and of everything that they import, include or redefine with a location. What an earlier
   * call answered is not repeated: several calls answer one set together.
   */
  schemas(entry: SourceDocument, url: string): Promise<readonly SchemaSyntax[]> {
    return this.#collector.collect(entry, url);
  }

  /**
   * Address of a document that another one, at `base`, refers to; undefined where the location is no address. What comes from the
   * web names no files of this machine.
   */
  locate(location: string, base: string): string | undefined {
    const absolute = URL.parse(location, this.#moved.get(base) ?? base)?.href;
    const listed = this.listed(location) ?? (absolute === undefined ? undefined : this.listed(absolute));
    if (listed === undefined && !base.startsWith("file:") && absolute?.startsWith("file:") === true) return undefined;
    return listed ?? absolute;
  }

  /** Where the catalog has what a contract calls by a location or a namespace. */
  listed(key: string): string | undefined {
    const found = this.#options.catalog?.get(key);
    return found === undefined ? undefined : urlOf(found);
  }

  async #read(url: string): Promise<Loaded> {
    const shared = this.#options.known?.get(url);
    if (shared !== undefined) return { document: shared };
    try {
      const bytes = await this.#bytes(url);
      const text = decodeText(bytes);
      const document = parseXml(displayName(url), text, this.#diagnostics, bytes);
      // A malformed one is reported to each who asks.
      if (document !== undefined && url.startsWith("file:")) this.#options.known?.set(url, document);
      return { document };
    } catch (error) {
      return { missing: reasonOf(error) };
    }
  }

  async #bytes(url: string): Promise<Uint8Array> {
    if (url.startsWith("file:")) return readFileSync(fileURLToPath(url));
    if (!/^https?:/.test(url)) throw new Error("it is neither a file nor on the web");
    const coming = this.#coming.get(url);
    this.#coming.delete(url);
    return coming ?? this.#fetched(url);
  }

  async #fetched(url: string): Promise<Uint8Array> {
    if (this.#options.fetch === undefined) {
      throw new Error("documents on the network are only read where that is asked for");
    }
    const fetched = await this.#options.fetch(url);
    if (fetched instanceof Uint8Array) return fetched;
    if (fetched.url !== url) this.#moved.set(url, fetched.url);
    return fetched.bytes;
  }
}

/** Documents that are fetched at once. */
const mostAtOnce = 8;

/** Runs no more than a number of things at once; the others wait, in their order. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}

/** How a missing document is reported. */
export function missingMessage(url: string, reason: string): string {
  return `${displayName(url)} cannot be read: ${reason}`;
}

/** What went wrong, in words for people: the file system's own say the path again. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "there is no such file";
  if ("code" in error && error.code === "EISDIR") return "it is a folder";
  return error.message;
}

/** URL of a path or URL that a user wrote. */
export function urlOf(pathOrUrl: string): string {
  return /^(?:https?|file):\/\//.test(pathOrUrl) ? pathOrUrl : pathToFileURL(resolve(pathOrUrl)).href;
}

/** How diagnostics and headers name a document: relative to the working directory, with forward slashes. */
export function displayName(url: string): string {
  if (!url.startsWith("file:")) return url;
  return relative(process.cwd(), fileURLToPath(url)).replaceAll("\\", "/");
}
