/** The code of a contract, as a user gets it: written to a file, imported, and asked for the codec of a message. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import { emitModules } from "../../scripts/emit/module.ts";
import type { Model } from "../../scripts/model/model.ts";
import { declaredName } from "../../scripts/model/names.ts";
import {
  schemaIndex,
  type Name,
  type RootCodec,
  type Schema,
  type SchemaIndex,
} from "../../src/runtime/codec/index.ts";
import { anyIn } from "./any.ts";
import type { Hints } from "./hints.ts";
import type { Finding } from "./outcome.ts";

const runtime = join(import.meta.dirname, "..", "..", "src", "runtime", "index.ts");
/** Stands beside modules, wherever they are: all of them import the runtime by one name. No part of a contract has a hyphen and a word. */
const beside = "specwire-runtime.ts";

/** Generated modules in a folder, by what they were made from. */
export class GeneratedModules {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    placeRuntime(folder);
  }

  /** The finding about a contract's code: whether it compiles shows when all modules are compiled together. */
  finding(key: string, model: Model): Finding {
    const module = this.file(key, model);
    const found = filesOf(this.#folder, module).flatMap((file) => anyIn(readFileSync(file, "utf8")) ?? [])[0];
    const code = { check: "code", module } as const;
    return found === undefined ? { ...code, got: "compiles", reason: "" } : { ...code, got: "errors", reason: found };
  }

  /**
   * File name of a contract's entry module; writes it, and the parts that a large contract is split into, where it is not there. As
   * users get it: in one module of thousands of tables the compiler's time is no longer in proportion.
   */
  file(key: string, model: Model): string {
    const name = `m${createHash("sha256").update(key).digest("hex").slice(0, 20)}`;
    const entry = `${name}.ts`;
    if (existsSync(join(this.#folder, entry))) return entry;
    const modules = emitModules(model, name, { runtime: `./${beside}`, split: "auto" });
    if (modules.size > 1) placeRuntime(join(this.#folder, name));
    // Another thread may need the same one: it sees whole files, and the entry last.
    for (const [file, text] of [...modules].toReversed()) {
      const path = join(this.#folder, file);
      const fresh = `${path}.${threadId}`;
      writeFileSync(fresh, text);
      renameSync(fresh, path);
    }
    return entry;
  }

  /** What a module exports for a root element, or for the type that the element gives itself; undefined where it has neither. */
  async message(file: string, { root, type }: Pick<Hints, "root" | "type">): Promise<Message | undefined> {
    const exported: unknown = await import(pathToFileURL(join(this.#folder, file)).href);
    const values = typeof exported === "object" && exported !== null ? new Map(Object.entries(exported)) : new Map();
    const tables = [...values.values()].filter(isTable);
    const element = tables.find((table) => isRoot(table) && isNamed(table, root));
    const typed = type === undefined ? undefined : tables.find((table) => !isRoot(table) && isNamed(table, type));
    const codec = element ?? (typed === undefined ? undefined : { kind: "element", name: root, type: typed });
    if (codec === undefined || !isRoot(codec)) return undefined;
    const schema: unknown = values.get(declaredName);
    return { codec, ...(isSchema(schema) ? { schema: schemaIndex(schema) } : {}) };
  }
}

/** Paths of an entry module and of its parts. */
export function filesOf(folder: string, entry: string): readonly string[] {
  const parts = join(folder, entry.replace(/\.ts$/, ""));
  const names = existsSync(parts) ? readdirSync(parts).filter((name) => name !== beside) : [];
  return [join(folder, entry), ...names.map((name) => join(parts, name))];
}

function placeRuntime(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, beside);
  const specifier = relative(folder, runtime).replaceAll("\\", "/");
  if (!existsSync(path)) writeFileSync(path, `export * from ${JSON.stringify(specifier)};\n`);
}

/** What a module has for a message: its codec, and the declarations that strict decoding looks up. */
export interface Message {
  readonly codec: RootCodec<unknown>;
  readonly schema?: SchemaIndex;
}

function isSchema(value: unknown): value is Schema {
  return (
    typeof value === "object" && value !== null && "elements" in value && "attributes" in value && "types" in value
  );
}

interface Table {
  readonly kind: string;
  readonly name: readonly unknown[];
  readonly element?: unknown;
}

function isTable(table: unknown): table is Table {
  return typeof table === "object" && table !== null && "kind" in table && "name" in table && Array.isArray(table.name);
}

function isRoot(table: Table): table is Table & RootCodec<unknown> {
  return table.kind === "element" || (table.kind === "struct" && table.element === true);
}

function isNamed(table: Table, [namespace, localName]: Name): boolean {
  return table.name[0] === namespace && table.name[1] === localName;
}
