/**
 * The patterns that a pattern over a whole list has for its items (XSD part 2, 4.3.4): it is parted at the spaces that stand for
 * themselves, outside of groups and classes. One answer for each alternative that can be parted; none where none can.
 */
export function itemPatterns(pattern: RegExp): readonly (readonly RegExp[])[] {
  const parts =
    partsOf(/^\^\(\?:(.*)\)\$$/s.exec(pattern.source)?.[1]) ?? partsOf(/^\^(.*)\$$/s.exec(pattern.source)?.[1]);
  return (parts ?? []).map((items) => items.map((item) => new RegExp(`^(?:${item})$`, pattern.flags)));
}

/** Alternatives, each as the sources of its items; undefined where brackets do not match. */
function partsOf(source: string | undefined): readonly (readonly string[])[] | undefined {
  if (source === undefined) return undefined;
  const alternatives: string[][] = [[""]];
  let depth = 0;
  for (const [token] of source.matchAll(tokens)) {
    if (token === "(") depth++;
    else if (token === ")" && --depth < 0) return undefined;
    const items = alternatives.at(-1) ?? [];
    if (depth === 0 && token === "|") alternatives.push([""]);
    else if (depth === 0 && token === " ") items.push("");
    else items.push((items.pop() ?? "") + token);
  }
  return depth === 0 ? alternatives : undefined;
}

/** An escape, a class, a space that is counted, or one character. */
const tokens = /\\.|\[(?:\\.|[^\]\\])*\]| (?:[?*+]|\{[^}]*\})|[^]/gsu;
