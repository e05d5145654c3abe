/** How the commands tell what went wrong: one line, never a stack by itself, never a credential. */
import { SpecwireError, XmlError } from "../../src/runtime/errors.ts";
import { exitCodes } from "./exit-codes.ts";

/** A mistake in how the command was called. The message names what is wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A contract that cannot be used: its diagnostics are told apart. */
export class ContractError extends Error {
  override readonly name = "ContractError";
}

/** An error for machines. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is told of an error. */
export function reportOf(error: unknown): ErrorReport {
  const code = codeOf(error);
  const message = oneLine(error instanceof Error ? error.message : String(error));
  if (!(error instanceof XmlError)) return { code, message };
  const { path, line, column } = error;
  return { code, message, path, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

function codeOf(error: unknown): string {
  if (error instanceof SpecwireError) return error.code;
  if (error instanceof UsageError) return "usage";
  return error instanceof ContractError ? "contract" : "internal";
}

/** The exit code for an error. */
export function errorExitCode(error: unknown): number {
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}

/** A text on one line, without characters that a terminal would obey: vendors' texts are printed. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}
