import { XmlError } from "../errors.ts";
import { describe, Encoding, type Sink } from "./encoding.ts";
import { nodeOf } from "./encode-node.ts";
import { encoderOf } from "./encoders.ts";
import { tableOf, type TableRef } from "./erased.ts";
import type { Codec } from "./table.ts";

/** The Standard Schema interface, version 1, spelled out here because the package has no dependencies. */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "specwire";
    readonly validate: (value: unknown) => StandardResult<T>;
    /** For the compiler only. */
    readonly types?: { readonly input: T; readonly output: T };
  };
}

/** What validation answers: the value itself, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong with a value. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/**
 * A codec as a Standard Schema, for the libraries that take one. It validates typed values (not XML text) as strictly as
 * encoding does, and stops at the first thing that is wrong.
 */
export function standardSchema<T>(codec: Codec<T>): StandardSchema<T> {
  return { "~standard": { version: 1, vendor: "specwire", validate: (value) => validate(codec, value) } };
}

const NOWHERE: Sink = {
  start: () => undefined,
  attribute: () => undefined,
  text: () => undefined,
  end: () => undefined,
  prefixOf: () => "p",
};

function validate<T>(codec: TableRef, value: unknown): StandardResult<T> {
  const context = new Encoding(NOWHERE, () => undefined, "");
  try {
    checkValue(codec, value, context);
    // The table has just said so.
    return { value: value as T };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { issues: [{ message: error.message, path: [...context.path] }] };
  }
}

function checkValue(codec: TableRef, value: unknown, context: Encoding): void {
  const table = tableOf(codec);
  if (table.kind === "element" && table.nil === true && value === null) return;
  if (table.kind === "anyType") nodeOf(value, context);
  else if (value === undefined) context.fail("Missing value", "a value", describe(value));
  else encoderOf(table).encode(value, context);
}
