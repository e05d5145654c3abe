/** Object literals as a person would lay them out: on one line where they fit, else a line a member. */

/** A piece of a literal: code as it is, a list, or an object of members. */
export type Literal = string | { readonly list: readonly Literal[] } | { readonly members: Members };

/** Members of an object literal. */
export type Members = readonly (readonly [key: string, value: Literal])[];

/** Widest line of generated code, while `withWidth` does not say otherwise. */
export let width = 120;

/** Prints with another widest line. */
export function withWidth<T>(columns: number, printed: () => T): T {
  const before = width;
  width = columns;
  try {
    return printed();
  } finally {
    width = before;
  }
}

/** Prints a literal behind `before` characters on its line, at an indentation. */
export function print(literal: Literal, indent: string, before: number): string {
  if (typeof literal === "string") return literal;
  const flat = isLongerThan(width, literal) ? undefined : oneLine(literal);
  if (flat !== undefined && before + flat.length + 1 <= width) return flat;
  const inner = `${indent}  `;
  if ("list" in literal) {
    const lines = literal.list.map((item) => `${inner}${print(item, inner, inner.length)},\n`);
    return `[\n${lines.join("")}${indent}]`;
  }
  const lines = literal.members.map(([key, value]) => {
    if (isShorthand(key, value)) return `${inner}${key},\n`;
    return `${inner}${key}: ${print(value, inner, inner.length + key.length + 2)},\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

/** Whether a literal has more characters than fit on a line anyway: the walk ends as soon as that is known. */
function isLongerThan(columns: number, literal: Literal): boolean {
  let left = columns;
  const takes = (part: Literal): boolean => {
    if (typeof part === "string") left -= part.length;
    else if ("list" in part) return part.list.every((item) => takes(item) && left >= 0);
    else
      return part.members.every(
        ([key, value]) => (left -= isShorthand(key, value) ? 0 : key.length) >= 0 && takes(value),
      );
    return left >= 0;
  };
  return !takes(literal);
}

/** Whether a member is its name alone: the words for values are no names. */
function isShorthand(key: string, value: Literal): boolean {
  return value === key && !/^(?:true|false|null)$/.test(key);
}

function oneLine(literal: Literal): string {
  if (typeof literal === "string") return literal;
  if ("list" in literal) return `[${literal.list.map(oneLine).join(", ")}]`;
  if (literal.members.length === 0) return "{}";
  return `{ ${literal.members.map(([key, value]) => (isShorthand(key, value) ? key : `${key}: ${oneLine(value)}`)).join(", ")} }`;
}

/** A string as a literal. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (separator) =>
    separator === "\u2028" ? "\\u2028" : "\\u2029",
  );
}

/** A property key, quoted where it has to be. `__proto__` in a literal would set the prototype: it is computed. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quoted(key);
}

/** Members of a union type behind `before` characters, with the space before them; a line a member where they do not fit. */
export function unionText(members: readonly string[], before: number): string {
  const flat = ` ${members.join(" | ")}`;
  return before + flat.length + 1 <= width ? flat : `\n${members.map((member) => `  | ${member}`).join("\n")}`;
}

/** A tuple type behind `before` characters; a line a member where they do not fit. */
export function tupleText(members: readonly string[], before: number): string {
  const flat = `[${members.join(", ")}]`;
  // `> = {` follows.
  return before + flat.length + 5 <= width ? flat : `[\n${members.map((member) => `  ${member},\n`).join("")}]`;
}
