import { XmlWriter } from "../xml/writer.ts";
import { describe, fail, Failure } from "./encoding.ts";
import { isNilled } from "./encode-element.ts";
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

function validate<T>(codec: TableRef, value: unknown): StandardResult<T> {
  try {
    checkValue(codec, value);
    // The table has just said so.
    return { value: value as T };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { issues: [{ message: error.errorIn("").message, path: error.path }] };
  }
}

function checkValue(codec: TableRef, value: unknown): void {
  const writer = new XmlWriter();
  const table = tableOf(codec);
  if (table.kind === "element" && table.nil === true && value === null) return;
  if (table.kind === "anyType") return void nodeOf(value, writer);
  if (value === undefined) fail("Missing value", "a value", describe(value));
  if (table.kind === "element" && table.nil === true && isNilled(value)) {
    encoderOf(table).nilled(value, writer);
    return;
  }
  const { attributes, content } = encoderOf(table);
  attributes?.(value, writer);
  content(value, writer);
}
