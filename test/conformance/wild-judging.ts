/** Judges sets of real contracts: generates each entry as `specwire generate` does, leniently, and sends the messages through the code. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { buildModel } from "../../scripts/pipeline.ts";
import type { SourceDocument } from "../../scripts/source/document.ts";
import { Loader, urlOf } from "../../scripts/source/load.ts";
import { loadWsdl } from "../../scripts/wsdl/load.ts";
import type { SchemaSet } from "../../scripts/xsd/components.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import { toldShort } from "./contract.ts";
import { hintsOf } from "./hints.ts";
import { attempt, type JudgingOptions } from "./judging.ts";
import { Libxml2 } from "./libxml2.ts";
import { GeneratedModules } from "./modules.ts";
import type { Finding } from "./outcome.ts";
import { roundTrip } from "./roundtrip.ts";
import { bodyOf, judgeBy, type Judge } from "../support/libxml2.ts";
import type { WildSet } from "./wild.ts";

/** Documents that are remembered. */
const mostKnown = 600;

/** An entry that became a module. */
interface Entry {
  readonly path: string;
  readonly file: string;
}

/** Judges sets of one copy of the corpus. */
export class WildJudging {
  readonly #folder: string;
  readonly #modules: GeneratedModules | undefined;
  readonly #common: readonly (readonly [string, string])[];
  readonly #known = new Map<string, SourceDocument>();

  constructor({ folder, modules }: JudgingOptions) {
    this.#folder = folder;
    this.#modules = modules === undefined ? undefined : new GeneratedModules(modules);
    this.#common = commonCatalog(folder);
  }

  /** What becomes of a set: a finding for each entry, and one for each message whose root an entry knows. */
  async judge(set: WildSet): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    const entries: Entry[] = [];
    for (const path of set.entries) {
      const finding = { ...(await attempt("code", () => this.#generate(set, path))), about: path };
      findings.push(finding);
      if (finding.module !== undefined) entries.push({ path, file: finding.module });
    }
    for (const { file } of set.samples ?? []) {
      findings.push((await this.#message(file, () => this.#sample(set, entries, this.#text(file)))) ?? unknown(file));
    }
    const judge = (set.soapSamples ?? []).length > 0 ? bodyJudge(join(this.#folder, set.entries[0] ?? "")) : undefined;
    for (const { file } of set.soapSamples ?? []) {
      // A body of rpc, or of another contract, has no type of its own here.
      const finding = await this.#message(file, () => this.#sample(set, entries, bodyOf(this.#text(file)), judge));
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  }

  /** Tries a message; undefined where no entry knows its root. */
  async #message(about: string, run: () => Promise<Finding | undefined>): Promise<Finding | undefined> {
    const finding = await attempt("roundtrip", async () => (await run()) ?? unknown(about));
    return finding.reason === unknownRoot ? undefined : { ...finding, about };
  }

  /**
   * Where all that is wrong is that documents are absent, goes on without them, as the error tells a user to: that a set is complete says
   * no more than that what it imports is there, and not the schemas of all namespaces that it names.
   */
  async #generate(set: WildSet, path: string, allowMissing = !set.complete): Promise<Finding> {
    const diagnostics = new Diagnostics();
    const loader = this.#loader(set, diagnostics);
    const contract = { entry: join(this.#folder, path), allowMissing };
    const { model } = await buildModel(contract, diagnostics, loader);
    const errors = diagnostics.all.filter(({ severity }) => severity === "error");
    const isAbsent = errors.length > 0 && errors.every(({ code }) => code === "source.missing");
    if (isAbsent && !allowMissing) return this.#generate(set, path, true);
    if (model !== undefined && errors.length === 0 && this.#modules !== undefined) {
      return this.#modules.finding(path, model);
    }
    const unsupported = errors.every(({ code }) => code.endsWith(".unsupported"));
    return { check: "code", got: unsupported ? "unsupported" : "refused", reason: toldShort(errors) };
  }

  /** Sends a message through the first entry that knows its root; undefined where none does. */
  async #sample(set: WildSet, entries: readonly Entry[], text: string, judge?: Judge): Promise<Finding | undefined> {
    const hints = hintsOf(text, "file:///");
    for (const { path, file } of entries) {
      const message = await this.#modules?.message(file, hints);
      if (message === undefined) continue;
      const libxml2 = set.kind === "xsd" ? Libxml2.of([join(this.#folder, path)]) : undefined;
      const finding = roundTrip(await this.#schemas(set, path), message, text, libxml2);
      libxml2?.dispose();
      return judge === undefined ? finding : { ...finding, trusted: judge(text).length === 0 };
    }
    return undefined;
  }

  /** The components of an entry: what messages are compared by. */
  async #schemas(set: WildSet, path: string): Promise<SchemaSet> {
    const diagnostics = new Diagnostics();
    const loader = this.#loader(set, diagnostics);
    const url = urlOf(join(this.#folder, path));
    const document = await loader.document(url, { uri: path, line: 1, column: 1 });
    if (document === undefined) return resolveSchemas([], diagnostics);
    const schemas =
      set.kind === "xsd"
        ? await loader.schemas(document, url)
        : (await loadWsdl(document, url, loader, diagnostics)).schemas;
    return resolveSchemas(schemas, diagnostics);
  }

  /** Reads what no set before has read: hundreds of fixtures are entries to one set of schemas. */
  #loader(set: WildSet, diagnostics: Diagnostics): Loader {
    if (this.#known.size > mostKnown) this.#known.clear();
    return new Loader(diagnostics, { catalog: this.#catalog(set), known: this.#known });
  }

  #catalog({ catalog, entries, bulk }: WildSet): ReadonlyMap<string, string> {
    // Documents of one set import each other without a location, too.
    const beside = entries.length === 1 ? [] : entries.flatMap((entry) => this.#namespaced(entry));
    const own = catalog.flatMap(({ namespace, location, file }) => {
      const path = join(this.#folder, file);
      return [...(location === "" ? [] : [[location, path] as const]), [namespace, path] as const];
    });
    const built = bulk === undefined ? [] : entries.flatMap((entry) => this.#fromAbove(entry));
    return new Map([...this.#common, ...beside, ...own, ...built]);
  }

  /**
   * Files that an entry's locations name from a folder above it: fixtures of a build are written from the project's root
   * (`src/test/resources/a.wsdl`). The manifest has nothing there, or some other document of the namespace.
   */
  #fromAbove(entry: string): readonly (readonly [string, string])[] {
    const found: (readonly [string, string])[] = [];
    for (const [, location = ""] of this.#text(entry).matchAll(/\blocation\s*=\s*"([\w-]+\/[^"]+)"/g)) {
      if (existsSync(join(this.#folder, dirname(entry), location))) continue;
      for (let above = dirname(dirname(entry)); above !== "."; above = dirname(above)) {
        const path = join(this.#folder, above, location);
        if (!existsSync(path)) continue;
        found.push([location, path]);
        break;
      }
    }
    return found;
  }

  #namespaced(entry: string): readonly (readonly [string, string])[] {
    const namespace = /\btargetNamespace\s*=\s*["']([^"']+)["']/.exec(this.#text(entry))?.[1];
    return namespace === undefined ? [] : [[namespace, join(this.#folder, entry)]];
  }

  #text(file: string): string {
    return decodeText(readFileSync(join(this.#folder, file)));
  }
}

const unknownRoot = "no entry knows the root element";

function unknown(about: string): Finding {
  return { check: "roundtrip", got: "refused", reason: unknownRoot, about };
}

/** Well-known namespaces and addresses. */
function commonCatalog(folder: string): readonly (readonly [string, string])[] {
  const { namespaces, urls }: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync(join(folder, "_common", "catalog.json"), "utf8"),
  );
  return Object.entries({ ...namespaces, ...urls }).map(([key, file]) => [key, join(folder, file)]);
}

/** libxml2 by the schemas of a WSDL; undefined where it refuses them. */
function bodyJudge(path: string): Judge | undefined {
  try {
    return judgeBy(decodeText(readFileSync(path)));
  } catch {
    return undefined;
  }
}
