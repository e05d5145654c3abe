/** Names in the ways that TypeScript writes them. */

/** `order_line-item` as OrderLineItem. Capitals inside of a word stay. */
export function pascalCase(name: string): string {
  const words = wordsOf(name);
  return words.length === 0 ? name : words.map(capitalised).join("");
}

/** `OrderLine` as orderLine, `ID` as id, `URLPath` as urlPath. */
export function camelCase(name: string): string {
  const [first, ...others] = wordsOf(name);
  return first === undefined ? name : lowered(first) + others.map(capitalised).join("");
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{M}\p{N}$]+/u).filter((word) => word !== "");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The last of several capitals begins the next word, unless nothing or a number follows. */
function lowered(word: string): string {
  const [capitals = ""] = /^\p{Lu}*/u.exec(word) ?? [];
  const begins = capitals.length > 1 && /^\p{Ll}/u.test(word.slice(capitals.length));
  const length = capitals.length - (begins ? 1 : 0);
  return word.slice(0, length).toLowerCase() + word.slice(length);
}
