/** What `specwire generate` is to do: the command line over the configuration over the defaults. */
import { isAbsolute, join, resolve } from "node:path";
import type { ContractOptions, GenerateOptions, NameOverrides } from "../../src/config.ts";
import { UsageError } from "./errors.ts";
import type { LoadedConfig } from "./generate-config.ts";
import type { NamingArgument } from "./generate-values.ts";

/** Options of the command as commander gives them. */
export interface GenerateCommandOptions {
  readonly out?: string;
  readonly name?: string;
  readonly service?: string;
  readonly operation?: readonly string[];
  readonly header?: Readonly<Record<string, string>>;
  readonly runtime?: string;
  readonly wrappers?: "ArrayOf" | "none";
  readonly int64?: "bigint" | "string" | "number";
  readonly dates?: "string" | "Date";
  readonly naming?: NamingArgument;
  readonly strict?: true;
  readonly allowMissing?: true;
  readonly extension?: "ts" | "js" | "none";
  readonly width?: number;
  readonly split?: "auto" | "never" | number;
  readonly bundle?: string;
  readonly locked?: true;
  readonly update?: true;
  readonly config?: string;
  readonly allDiagnostics?: true;
  readonly json?: true;
}

/** One contract and all that is decided about its code. */
export interface GenerateJob extends Required<Omit<GenerateOptions, "names" | "bundle" | "catalog">> {
  /** Path or URL, without credentials. */
  readonly entry: string;
  readonly name: string;
  readonly names: Required<NameOverrides>;
  readonly service: string | undefined;
  readonly operations: readonly string[] | undefined;
  /** Secrets; for `origin` only. */
  readonly headers: ReadonlyMap<string, string>;
  readonly origin: string | undefined;
  readonly bundle: string;
  readonly catalog: ReadonlyMap<string, string>;
}

const defaults = {
  runtime: "specwire/runtime",
  wrappers: "ArrayOf",
  int64: "bigint",
  dates: "string",
  naming: "contract",
  strict: false,
  allowMissing: false,
  extension: "js",
  width: 120,
  split: "auto",
} as const;

/** The jobs for the contracts that were named, or for all of the configuration. */
export function jobsOf(
  entries: readonly string[],
  command: GenerateCommandOptions,
  loaded: LoadedConfig | undefined,
): readonly GenerateJob[] {
  const known = loaded === undefined ? [] : loaded.config.contracts.map((contract) => placed(contract, loaded));
  const wanted =
    entries.length === 0
      ? known
      : entries.map((entry) => known.find((one) => isCalled(one, entry)) ?? { contract: entry });
  if (wanted.length === 0)
    throw new UsageError("no contract is named, and there is no specwire.config.ts that names one");
  if (wanted.length > 1 && command.name !== undefined)
    throw new UsageError("--name is for one contract, not for several");
  const base = loaded === undefined ? {} : placedOptions(loaded.config, loaded.folder);
  const jobs = wanted.map((contract) =>
    jobOf({ ...base, ...contract, ...fromCommand(command) }, base, contract, command),
  );
  refuseClashes(jobs);
  refuseHeaders(jobs, command);
  return jobs;
}

function isCalled({ contract, name }: ContractOptions, entry: string): boolean {
  return entry === name || (isUrl(entry) ? entry === contract : resolve(entry) === resolve(contract));
}

/** A contract of a configuration with its paths as they are from the working directory. */
function placed(contract: ContractOptions, { folder }: LoadedConfig): ContractOptions {
  const path = isUrl(contract.contract) ? contract.contract : resolve(folder, contract.contract);
  return { ...contract, ...placedOptions(contract, folder), contract: path };
}

function placedOptions(options: GenerateOptions, folder: string): GenerateOptions {
  const { out, bundle, catalog } = options;
  const place = (path: string): string => (isUrl(path) || isAbsolute(path) ? path : resolve(folder, path));
  return {
    ...options,
    ...(out === undefined ? {} : { out: place(out) }),
    ...(bundle === undefined ? {} : { bundle: place(bundle) }),
    ...(catalog === undefined
      ? {}
      : { catalog: Object.fromEntries(Object.entries(catalog).map(([key, path]) => [key, place(path)])) }),
  };
}

/** What the command line decides. */
function fromCommand(command: GenerateCommandOptions): Partial<ContractOptions> {
  const { out, name, service, runtime, wrappers, int64, dates, strict, allowMissing, extension, width, split, bundle } =
    command;
  const naming = command.naming?.style;
  const given = {
    out,
    name,
    service,
    runtime,
    wrappers,
    int64,
    dates,
    naming,
    strict,
    allowMissing,
    extension,
    width,
    split,
    bundle,
  };
  const present = Object.entries({ ...given, operations: command.operation }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(present);
}

function jobOf(
  merged: ContractOptions,
  base: GenerateOptions,
  contract: ContractOptions,
  command: GenerateCommandOptions,
): GenerateJob {
  const { out } = merged;
  if (out === undefined) throw new UsageError("--out is missing: which folder is the module written to?");
  const { entry, origin, authorization } = addressOf(merged.contract);
  const name = merged.name ?? moduleName(entry);
  const headers = new Map(Object.entries({ ...authorization, ...contract.headers, ...command.header }));
  return {
    ...defaults,
    ...withoutUndefined(merged),
    out,
    entry,
    name,
    service: merged.service,
    operations: merged.operations,
    names: {
      types: { ...base.names?.types, ...contract.names?.types, ...command.naming?.types },
      fields: { ...base.names?.fields, ...contract.names?.fields },
      operations: { ...base.names?.operations, ...contract.names?.operations },
    },
    headers,
    origin,
    bundle: merged.bundle ?? join(out, `${name}.bundle`),
    catalog: new Map(Object.entries(merged.catalog ?? {})),
  };
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

interface Address {
  readonly entry: string;
  readonly origin?: string;
  readonly authorization?: Readonly<Record<string, string>>;
}

/** `https://user:password@host/…` is an address and a header: the password stands in no file and no message. */
function addressOf(contract: string): Address {
  if (!isUrl(contract)) return { entry: contract };
  const url = URL.parse(contract);
  if (url === null) throw new UsageError("the contract's address is no URL");
  const { username, password, origin } = url;
  url.username = "";
  url.password = "";
  if (username === "" && password === "") return { entry: url.href, origin };
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  return { entry: url.href, origin, authorization: { Authorization: `Basic ${credentials}` } };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Two contracts in one file: the second would overwrite the first. */
function refuseClashes(jobs: readonly GenerateJob[]): void {
  const files = new Map<string, string>();
  for (const { out, name, entry } of jobs) {
    const file = resolve(out, name).toLowerCase();
    const other = files.get(file);
    if (other !== undefined)
      throw new UsageError(`${other} and ${entry} would both be ${join(out, name)}.ts: give one a name`);
    files.set(file, entry);
  }
}

/** A secret is for one origin: the command line does not say which where there are several. */
function refuseHeaders(jobs: readonly GenerateJob[], { header }: GenerateCommandOptions): void {
  if (header === undefined) return;
  const origins = new Set(jobs.map(({ origin }) => origin));
  if (origins.has(undefined)) throw new UsageError("--header is for contracts on the web; a file needs none");
  if (origins.size > 1)
    throw new UsageError("--header would go to several servers: name the headers in specwire.config.ts");
}

/** `specs/order-service.wsdl` makes order-service, `https://host/Service.svc?wsdl` Service. */
function moduleName(entry: string): string {
  const path = entry.replace(/[?#].*$/, "").replaceAll("\\", "/");
  const [stem = ""] = path.slice(path.lastIndexOf("/") + 1).split(".");
  return /^[\w-]+$/.test(stem) ? stem : "contract";
}
