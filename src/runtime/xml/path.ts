/** Tags, and what may hold things that look like tags. */
const markup: RegExp =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*(\/?)>/g;

/**
 * Path of the element that is open at an offset: `/Envelope/Body/Item[3]/Code`, with a position where siblings of the same name
 * come before. Only errors ask for it, so it is worked out from the text, not kept while reading.
 *
 * @param names qualified names of the open elements, outermost first; the text before the offset is well-formed.
 */
export function pathAt(xml: string, offset: number, names: readonly string[]): string {
  const open: Map<string, number>[] = [new Map()];
  for (const match of xml.slice(0, offset).matchAll(markup)) {
    const [, closing, name, empty] = match;
    if (name === undefined) continue;
    if (closing === "/") {
      open.pop();
      continue;
    }
    const siblings = open.at(-1);
    siblings?.set(name, (siblings.get(name) ?? 0) + 1);
    if (empty !== "/") open.push(new Map());
  }
  return names
    .map((name, level) => {
      const before = open[level]?.get(name) ?? 0;
      // The element whose start tag is the current token is not counted yet.
      const position = level >= open.length - 1 && level === names.length - 1 ? before + 1 : before;
      const local = name.slice(name.indexOf(":") + 1);
      return position > 1 ? `/${local}[${position}]` : `/${local}`;
    })
    .join("");
}
