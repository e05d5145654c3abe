/** Values of `specwire generate`'s options, from the command line and from a configuration. */
import { InvalidArgumentError } from "commander";
import { UsageError } from "./errors.ts";

/** A parser that takes one of some words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`It is one of ${words.join(", ")}.`);
    return found;
  };
}

/** A whole number with bounds. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^[0-9]+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
  };
}

/** The name of a module. */
export function moduleNameOf(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  throw new InvalidArgumentError("It is made of letters, digits, _ and -.");
}

/** `auto`, `never`, or a number of types. */
export function parseSplit(text: string): "auto" | "never" | number {
  return text === "auto" || text === "never" ? text : wholeNumber(1, 1_000_000)(text);
}

/** `.ts`, `.js` or `none`, the dot optional. */
export function parseExtension(text: string): "ts" | "js" | "none" {
  return oneOf("ts", "js", "none")(text.replace(/^\./, ""));
}

/** Adds a list with commas to what was given before. */
export function addNames(text: string, before: readonly string[] | undefined): readonly string[] {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) throw new InvalidArgumentError("It is a name, or several with commas.");
  return [...(before ?? []), ...names];
}

/** Adds `Name: value` to the headers. The value is a secret: no message shows it. */
export function addHeader(
  text: string,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const [, name = "", value = ""] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  const trimmed = value.trim();
  // Not an InvalidArgumentError: its message would show the value.
  if (!isHeader(name.trim(), trimmed)) throw new UsageError("--header is written 'Name: value'");
  return { ...before, [name.trim()]: trimmed };
}

/** Whether a request may have such a header. */
export function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\x20-\x7e\x80-\xff]+$/.test(value);
}

/** Names on the command line: a style, or an override `{namespace}Name=NewName`. */
export interface NamingArgument {
  readonly style?: "contract" | "typescript";
  readonly types: Readonly<Record<string, string>>;
}

/** Adds a style or an override to the names. */
export function addNaming(text: string, before: NamingArgument | undefined): NamingArgument {
  const types = before?.types ?? {};
  const at = text.lastIndexOf("=");
  if (at > 0) return { ...before, types: { ...types, [text.slice(0, at)]: text.slice(at + 1) } };
  return { style: oneOf("contract", "typescript")(text), types };
}
