/** The subset of XPath that selectors and fields of identity constraints are written in (part 1, 3.11.6). */
import { isNCName } from "../../src/runtime/codec/scalars/names.ts";
import { collapse } from "./value-forms.ts";
import type { KeyPath, KeyStep } from "../../src/runtime/codec/identity-table.ts";

/** What a path cannot be read for; `message` says what was expected. */
export class PathError extends Error {}

/** Expands a prefix; undefined where it is not declared. */
type Prefixes = (prefix: string) => string | undefined;

/** A character of a name, and one that a name can begin with, as far as they end what stands before: names are checked later. */
const [inName, first] = [String.raw`[^\s/|@:*()[\]'"=,$<>!+]`, String.raw`[^\s/|@:*.()[\]'"=,$<>!+]`];
const token = new RegExp(` ?(?:(//|::|[/.|@*])|(${first}${inName}*(?::(?:\\*|${first}${inName}*))?))`, "y");

function tokensOf(written: string): readonly string[] {
  const text = collapse(written);
  const tokens: string[] = [];
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const [, sign, name] = token.exec(text) ?? [];
    const found = sign ?? name;
    if (found === undefined) throw new PathError(`${JSON.stringify(text.slice(at).trim())} is not of the subset`);
    tokens.push(found);
  }
  return tokens;
}

/**
 * Reads the paths of a selector or, with `attributes`, of a field. A name without a prefix is in no namespace.
 *
 * @throws PathError where the text is not of the subset, or a prefix not declared.
 */
export function readPaths(text: string, attributes: boolean, namespaceOf: Prefixes): readonly KeyPath[] {
  const paths: KeyPath[] = [];
  let part: string[] = [];
  for (const one of [...tokensOf(text), "|"]) {
    if (one !== "|") part.push(one);
    else {
      paths.push(readPath(part, attributes, namespaceOf));
      part = [];
    }
  }
  return paths;
}

function readPath(tokens: readonly string[], attributes: boolean, namespaceOf: Prefixes): KeyPath {
  const anywhere = tokens[0] === "." && tokens[1] === "//";
  const steps: KeyStep[] = [];
  let at = anywhere ? 2 : 0;
  for (;;) {
    let current = tokens[at++];
    const axis = tokens[at] === "::" ? current : undefined;
    if (axis !== undefined) current = tokens[at + 1];
    if (axis !== undefined) at += 2;
    if (attributes && (axis === "attribute" || (axis === undefined && current === "@"))) {
      const name = axis === undefined ? tokens[at++] : current;
      if (at < tokens.length) throw new PathError(`nothing follows an attribute: ${tokens[at]}`);
      return { ...(anywhere ? { anywhere } : {}), steps, attribute: readTest(name, namespaceOf) };
    }
    if (axis !== undefined && axis !== "child") throw new PathError(`there is no axis ${axis} here`);
    if (current !== "." || axis !== undefined) steps.push(readTest(current, namespaceOf));
    if (at >= tokens.length) return { ...(anywhere ? { anywhere } : {}), steps };
    if (tokens[at++] !== "/") throw new PathError(`/ was expected instead of ${tokens[at - 1]}`);
  }
}

function readTest(test: string | undefined, namespaceOf: Prefixes): KeyStep {
  if (test === "*") return "*";
  const [first, second] = test?.split(":") ?? [];
  if (test === undefined || first === undefined || !isNCName(first)) {
    throw new PathError(`a name was expected${test === undefined ? "" : ` instead of ${test}`}`);
  }
  if (second === undefined) return ["", first];
  if (second !== "*" && !isNCName(second)) throw new PathError(`${test} is no name`);
  const namespace = namespaceOf(first);
  if (namespace === undefined) throw new PathError(`the prefix ${first} is not declared`);
  return [namespace, second];
}
