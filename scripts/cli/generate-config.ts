/** `specwire.config.ts`: found, loaded by Node's type stripping, and checked. */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContractOptions, GenerateOptions, SpecwireConfig } from "../../src/config.ts";
import { oneLine, UsageError } from "./errors.ts";
import { isHeader } from "./generate-values.ts";

/** A configuration, and the folder that its paths start from. */
export interface LoadedConfig {
  readonly config: SpecwireConfig;
  readonly folder: string;
}

const names = ["ts", "mts", "js", "mjs"].map((extension) => `specwire.config.${extension}`);

/** Loads the configuration that was named, or that of the working directory; undefined where there is none. */
export async function loadConfig(named: string | undefined): Promise<LoadedConfig | undefined> {
  const path = named ?? names.find((name) => existsSync(name));
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file`);
  const module = await imported(path);
  const config: unknown = "default" in module ? module["default"] : undefined;
  checkConfig(config, path);
  return { config, folder: dirname(resolve(path)) };
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(path)).href);
    return isObject(module) ? module : {};
  } catch (error) {
    const reason = error instanceof Error ? oneLine(error.message) : String(error);
    throw new UsageError(`${path} cannot be loaded: ${reason}`);
  }
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value !== "";
const flag: Check = (value) => typeof value === "boolean";
const count: Check = (value) => typeof value === "number" && Number.isInteger(value) && value > 0;
const word =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value);
const record =
  (holds: (value: unknown, key: string) => boolean): Check =>
  (value) =>
    isObject(value) && Object.entries(value).every(([key, member]) => holds(member, key));

/** Every member there may be: a mistyped one must not be ignored. */
const general: { readonly [Key in keyof Required<GenerateOptions>]: Check } = {
  out: text,
  runtime: text,
  wrappers: word("ArrayOf", "none"),
  int64: word("bigint", "string", "number"),
  dates: word("string", "Date"),
  naming: word("contract", "typescript"),
  names: (value) =>
    isObject(value) && hasOnly(value, { types: record(text), fields: record(text), operations: record(text) }),
  strict: flag,
  allowMissing: flag,
  extension: word("ts", "js", "none"),
  width: count,
  split: (value) => value === "auto" || value === "never" || count(value),
  bundle: text,
  catalog: record(text),
};

const ofContract: { readonly [Key in keyof Required<ContractOptions>]: Check } = {
  ...general,
  contract: text,
  name: (value) => typeof value === "string" && /^[\w-]+$/.test(value),
  service: text,
  operations: (value) => Array.isArray(value) && value.every(text),
  headers: record((value, name) => typeof value === "string" && isHeader(name, value)),
};

function checkConfig(config: unknown, path: string): asserts config is SpecwireConfig {
  if (!isObject(config)) throw new UsageError(`${path} has no default export that is a configuration`);
  const { contracts, ...rest } = config;
  refuseWrong(rest, general, path);
  if (!Array.isArray(contracts)) throw new UsageError(`${path}: contracts is no list`);
  for (const [index, contract] of contracts.entries()) {
    const place = `${path}: contracts[${index}]`;
    if (!isObject(contract) || !("contract" in contract)) throw new UsageError(`${place} names no contract`);
    refuseWrong(contract, ofContract, place);
  }
}

/** The value is not shown: it may be a header's. */
function refuseWrong(
  options: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  place: string,
): void {
  for (const [key, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) throw new UsageError(`${place}: there is no option ${key}`);
    if (value !== undefined && !check(value)) throw new UsageError(`${place}: ${key} has a value that it cannot have`);
  }
}

function hasOnly(value: Readonly<Record<string, unknown>>, checks: Readonly<Record<string, Check>>): boolean {
  return Object.entries(value).every(([key, member]) => Object.hasOwn(checks, key) && checks[key]?.(member) === true);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
