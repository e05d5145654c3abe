/**
 * `specwire.config.ts`: the contracts of a project and how their code is to look, for `specwire generate` without arguments.
 * `defineConfig` comes from `specwire/config`.
 *
 * ```ts
 * export default defineConfig({
 *   out: "src/generated",
 *   contracts: [{ contract: "https://example.com/Orders.svc?wsdl", operations: ["GetOrder"] }],
 * });
 * ```
 */

/** How the code of a contract is generated. What is not given is as the command line's help says. */
export interface GenerateOptions {
  /** Folder that modules are written to, relative to the configuration. */
  readonly out?: string;
  /** Module specifier of the runtime in generated code. */
  readonly runtime?: string;
  /** Which types that only wrap one repeated element become arrays: those named `ArrayOf…`, or none. */
  readonly wrappers?: "ArrayOf" | "none";
  /** What holds xs:long, xs:unsignedLong, xs:integer and those derived from it. `number` refuses what is no safe integer. */
  readonly int64?: "bigint" | "string" | "number";
  /** What holds xs:dateTime. With `Date`, values without a zone, or beyond what a Date can hold, stay strings. */
  readonly dates?: "string" | "Date";
  /** Names as in the contract, or as TypeScript writes them: `PascalCase` types, `camelCase` properties and operations. */
  readonly naming?: "contract" | "typescript";
  /** Names that are to be others than those made from the contract's. */
  readonly names?: NameOverrides;
  /** Refuse contracts that break a standard, also where what they mean is clear. */
  readonly strict?: boolean;
  /** Go on where documents are absent: what they would declare is `unknown`. */
  readonly allowMissing?: boolean;
  /** How modules name each other: `./part.js`, which every compiler resolves, `./part.ts` or `./part`. */
  readonly extension?: "ts" | "js" | "none";
  /** Columns of generated lines. */
  readonly width?: number;
  /** Types in one module: split where there are many (`auto`), never, or at a number. */
  readonly split?: "auto" | "never" | number;
  /** Folder for documents from the web, relative to the configuration; beside the module when absent. */
  readonly bundle?: string;
  /** Where documents really are: a path or URL by what a contract calls them, an address or a namespace. */
  readonly catalog?: Readonly<Record<string, string>>;
}

/** Names of the contract's things in generated code. */
export interface NameOverrides {
  /** By `{namespace}Name` of a type or of a global element. */
  readonly types?: Readonly<Record<string, string>>;
  /** Property keys, by `{namespace}Type/name` of the type that has the element or attribute. */
  readonly fields?: Readonly<Record<string, string>>;
  /** By `Service.Operation`, or `Operation` for that of every service. */
  readonly operations?: Readonly<Record<string, string>>;
}

/** One contract of a project. */
export interface ContractOptions extends GenerateOptions {
  /** Path, relative to the configuration, or URL of a WSDL, an XSD or an OpenAPI document. */
  readonly contract: string;
  /** Name of the module; that of the contract when absent. */
  readonly name?: string;
  /** Name of the service descriptor, for an OpenAPI document, which has none. */
  readonly service?: string;
  /** Operations to generate, with what they reach; all when absent. */
  readonly operations?: readonly string[];
  /** Request headers for a protected address. They are sent to the origin of `contract` only, and never shown. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The contracts of a project, and what they have in common. */
export interface SpecwireConfig extends GenerateOptions {
  readonly contracts: readonly ContractOptions[];
}

/** Answers the configuration as it is: the compiler checks it, and an editor completes it. */
export function defineConfig(config: SpecwireConfig): SpecwireConfig {
  return config;
}
