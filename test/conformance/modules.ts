/** The code of a contract, as a user gets it: written to a file, imported, and asked for the codec of a message. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import { emitModule } from "../../scripts/emit/module.ts";
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

/** Generated modules in a folder, by what they were made from. */
export class GeneratedModules {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** The finding about a contract's code: whether it compiles shows when all modules are compiled together. */
  finding(key: string, model: Model): Finding {
    const module = this.file(key, model);
    const found = anyIn(readFileSync(join(this.#folder, module), "utf8"));
    const code = { check: "code", module } as const;
    return found === undefined ? { ...code, got: "compiles", reason: "" } : { ...code, got: "errors", reason: found };
  }

  /** File name of a contract's module; writes it where it is not there. */
  file(key: string, model: Model): string {
    const file = `m${createHash("sha256").update(key).digest("hex").slice(0, 20)}.ts`;
    const path = join(this.#folder, file);
    const specifier = relative(this.#folder, runtime).replaceAll("\\", "/");
    if (existsSync(path)) return file;
    // Another thread may need the same one: it sees a whole file, or none.
    const fresh = `${path}.${threadId}`;
    writeFileSync(fresh, emitModule(model, { runtime: specifier }));
    renameSync(fresh, path);
    return file;
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
