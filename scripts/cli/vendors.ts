/** The vendors as the command line knows them: what they read from the environment, and how their jobs are written. */
import type { JobHandle, Vendor } from "../../src/jobs/model.ts";
import { UsageError } from "./errors.ts";
import { ebayValues, ebayVerbs } from "./vendor-ebay.ts";
import { exactTargetValues, exactTargetVerbs } from "./vendor-exacttarget.ts";
import { microsoftAdvertisingValues, microsoftAdvertisingVerbs } from "./vendor-microsoft-advertising.ts";
import { salesforceValues, salesforceVerbs } from "./vendor-salesforce.ts";
import { superOfficeValues, superOfficeVerbs } from "./vendor-superoffice.ts";
import type { CommandVerbs } from "./verbs.ts";

/** A vendor on the command line. */
export interface CommandVendor {
  /** Kinds of job; the first is meant where none is named. */
  readonly kinds: readonly [string, ...string[]];
  /** Connects with what the environment has. Throws UsageError for what is missing. */
  readonly connect: (environment: Environment) => CommandVerbs;
  /** Names of the variables, those that have to be there first. */
  readonly variables: readonly string[];
  /** What `submit` takes by `--set` and `--request`, for the help. */
  readonly values?: readonly string[];
}

/** Variables of one vendor by the part of their name behind its prefix. */
interface Environment {
  /** Throws UsageError where the variable is not set. */
  required(name: string): string;
  optional(name: string): string | undefined;
}

/** All vendors by the name that the commands take. */
export const commandVendors: Readonly<Record<Vendor, CommandVendor>> = {
  "microsoft-advertising": {
    kinds: ["upload", "download"],
    variables: ["TOKEN", "DEVELOPER_TOKEN", "CUSTOMER_ID", "ACCOUNT_ID", "ENDPOINT"],
    values: microsoftAdvertisingValues,
    connect: (environment) =>
      microsoftAdvertisingVerbs({
        token: environment.required("TOKEN"),
        developerToken: environment.required("DEVELOPER_TOKEN"),
        customerId: environment.required("CUSTOMER_ID"),
        ...optional("accountId", environment.optional("ACCOUNT_ID")),
        ...optional("endpoint", environment.optional("ENDPOINT")),
      }),
  },
  ebay: {
    kinds: ["job"],
    variables: ["TOKEN", "ENDPOINT", "FILES_ENDPOINT"],
    values: ebayValues,
    connect: (environment) =>
      ebayVerbs({
        token: environment.required("TOKEN"),
        ...optional("endpoint", environment.optional("ENDPOINT")),
        ...optional("filesEndpoint", environment.optional("FILES_ENDPOINT")),
      }),
  },
  salesforce: {
    kinds: ["job", "batch", "batch-list"],
    variables: ["TOKEN", "ENDPOINT"],
    values: salesforceValues,
    connect: (environment) =>
      salesforceVerbs({ session: environment.required("TOKEN"), endpoint: environment.required("ENDPOINT") }),
  },
  superoffice: {
    kinds: ["task"],
    variables: ["TOKEN", "ENDPOINT", "SCHEME", "APP_TOKEN"],
    values: superOfficeValues,
    connect: (environment) =>
      superOfficeVerbs({
        token: environment.required("TOKEN"),
        endpoint: environment.required("ENDPOINT"),
        ...optional("scheme", schemeOf(environment.optional("SCHEME"))),
        ...optional("appToken", environment.optional("APP_TOKEN")),
      }),
  },
  exacttarget: {
    kinds: ["batch"],
    variables: ["USERNAME", "PASSWORD", "ENDPOINT"],
    values: exactTargetValues,
    connect: (environment) =>
      exactTargetVerbs({
        username: environment.required("USERNAME"),
        password: environment.required("PASSWORD"),
        ...optional("endpoint", environment.optional("ENDPOINT")),
      }),
  },
};

/** Prefix of a vendor's variables. */
export function variablePrefix(vendor: Vendor): string {
  return `SPECWIRE_${vendor.toUpperCase().replaceAll("-", "_")}_`;
}

/** Connects to a vendor with what the environment has. Throws UsageError for what is missing or cannot be used. */
export function connect(vendor: Vendor, variables: Readonly<Record<string, string | undefined>>): CommandVerbs {
  const prefix = variablePrefix(vendor);
  const optionalVariable = (name: string): string | undefined => variables[prefix + name] || undefined;
  const environment: Environment = {
    optional: optionalVariable,
    required: (name) => {
      const value = optionalVariable(name);
      if (value === undefined) throw new UsageError(`The environment variable ${prefix}${name} is not set`);
      return value;
    },
  };
  try {
    return commandVendors[vendor].connect(environment);
  } catch (error) {
    // What a factory throws by itself is about its options: the endpoint is the one that can be wrong.
    if (error instanceof RangeError || error instanceof TypeError) {
      throw new UsageError(`${prefix}ENDPOINT cannot be used: ${error.message}`);
    }
    throw error;
  }
}

/** The handle of a job as it is written on the command line. Throws UsageError for what the vendor does not have. */
export function handleOf(vendor: Vendor, id: string, kind: string | undefined): JobHandle {
  const { kinds } = commandVendors[vendor];
  const [parent, batch, ...more] = id.split("/");
  const isBatch = vendor === "salesforce" && batch !== undefined;
  const chosen = kind ?? (isBatch ? "batch" : kinds[0]);
  if (!kinds.includes(chosen)) throw new UsageError(`${vendor} has no ${chosen}; there is ${kinds.join(", ")}`);
  if (vendor !== "salesforce" || chosen !== "batch") {
    if (isBatch) throw new UsageError(`A ${chosen} is written as the id of the job alone`);
    if (id.trim() === "") throw new UsageError("The id is empty");
    return { vendor, kind: chosen, id };
  }
  if (!parent || !batch || more.length > 0) throw new UsageError("A batch is written <job id>/<batch id>");
  return { vendor, kind: chosen, id: batch, parent };
}

function schemeOf(text: string | undefined): "Bearer" | "SoTicket" | "Basic" | undefined {
  const scheme = (["Bearer", "SoTicket", "Basic"] as const).find((one) => one.toLowerCase() === text?.toLowerCase());
  if (text !== undefined && scheme === undefined) {
    throw new UsageError(`${variablePrefix("superoffice")}SCHEME has to be Bearer, SoTicket or Basic`);
  }
  return scheme;
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  // A computed name loses its type in a literal.
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}
