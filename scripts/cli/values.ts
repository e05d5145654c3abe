/** What a request is made of on the command line: JSON, and single values on top. */
import { UsageError } from "./errors.ts";

/** The members of a request, each taken once: what is left over is a mistake. */
export class Values {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #taken = new Set<string>();

  constructor(members: ReadonlyMap<string, unknown>) {
    this.#members = members;
  }

  /** Every member as it is. */
  all(): Readonly<Record<string, unknown>> {
    for (const name of this.#members.keys()) this.#taken.add(name);
    return Object.fromEntries(this.#members);
  }

  text(name: string): string | undefined {
    const value = this.#take(name);
    if (value === undefined || typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw new UsageError(`${name} has to be a text`);
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === "") throw new UsageError(`The request lacks ${name}: --set ${name}=…`);
    return value;
  }

  number(name: string): number | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    throw new UsageError(`${name} has to be a number`);
  }

  flag(name: string): boolean | undefined {
    const value = this.#take(name);
    if (value === undefined || typeof value === "boolean") return value;
    if (value === "true" || value === "false") return value === "true";
    throw new UsageError(`${name} has to be true or false`);
  }

  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.text(name);
    const found = words.find((word) => word === value);
    if (value !== undefined && found === undefined) {
      throw new UsageError(`${name} has to be one of ${words.join(", ")}; found ${value}`);
    }
    return found;
  }

  /** Members of a member that is an object. */
  below(name: string): Values | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (typeof value !== "object" || value === null)
      throw new UsageError(`${name} has to be an object: write it in --request`);
    return new Values(new Map(Object.entries(value)));
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  /** Throws UsageError for what nobody has asked for. */
  end(): void {
    const left = [...this.#members.keys()].filter((name) => !this.#taken.has(name));
    if (left.length > 0) throw new UsageError(`The request has ${left.join(", ")}, which this job does not take`);
  }

  #take(name: string): unknown {
    this.#taken.add(name);
    return this.#members.get(name) ?? undefined;
  }
}

/** The members of a request. Throws UsageError. */
export function requestMembers(json: string | undefined, pairs: readonly string[]): ReadonlyMap<string, unknown> {
  const members = new Map<string, unknown>(json === undefined ? [] : Object.entries(objectOf(json)));
  for (const pair of pairs) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? [];
    if (name === undefined) throw new UsageError(`--set is written name=value; found ${pair}`);
    members.set(name, value);
  }
  return members;
}

function objectOf(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError("--request has to be JSON");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UsageError("--request has to be an object in JSON");
}

/** Members without those that are undefined, for types that tell absent from undefined. */
export function given<T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const pairs = Object.entries(members).filter(([, value]) => value !== undefined);
  // Names and values stay what they were; the compiler cannot see that through entries.
  return Object.fromEntries(pairs) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
