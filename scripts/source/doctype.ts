/**
 * Document type declarations of contracts (XML 1.0, 2.8): schemas of the W3C and of others have one. Internal general entities are
 * expanded; nothing is fetched, validated or given a default. Messages are another matter: the runtime refuses declarations.
 */

/** Characters that expansion may add, and entities inside of entities: a contract that wants more wants to exhaust somebody. */
const limits = { added: 1_000_000, depth: 16 } as const;

/** What became of a text: the declaration is blank, so that places in the rest stay what they are, as far as no entity stands before. */
export type Undeclared = { readonly text: string } | { readonly reason: string; readonly offset: number };

/** Removes the document type declaration of an XML document. A web page keeps its own, to be recognised. */
export function withoutDoctype(text: string): Undeclared {
  const start = startOf(text);
  if (start === undefined || /^<!doctype\s+html/i.test(text.slice(start, start + 40))) return { text };
  const end = endOf(text, start);
  if (end === undefined) return { reason: "the document type declaration does not end", offset: start };
  const declaration = text.slice(start, end);
  const blank = declaration.replace(/[^\n\r]/g, " ");
  const expanded = expand(text.slice(end), entitiesIn(declaration));
  if (expanded === undefined)
    return { reason: "entities are expanded without end, or to more than a contract has", offset: start };
  return { text: text.slice(0, start) + blank + expanded };
}

/** Where the declaration starts: behind the XML declaration, comments and processing instructions. */
function startOf(text: string): number | undefined {
  const misc = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; ; at = misc.lastIndex) {
    if (text.startsWith("<!DOCTYPE", at)) return at;
    misc.lastIndex = at;
    if (!misc.test(text)) return undefined;
  }
}

/** Behind the `>` that ends the declaration; undefined where there is none. */
function endOf(text: string, start: number): number | undefined {
  const piece = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|"[^"]*"|'[^']*'|[[\]>]|<!(?!--)|[^"'[\]<>]+/y;
  let inside = 0;
  // The declaration itself is open; `<!ENTITY … >` in the internal subset opens and closes.
  for (piece.lastIndex = start + 2; ;) {
    const [found] = piece.exec(text) ?? [];
    if (found === undefined) return undefined;
    if (found === "[" || found === "<!") inside += 1;
    else if (found === "]" || (found === ">" && inside > 0)) inside -= 1;
    else if (found === ">") return piece.lastIndex;
    if (inside < 0) return undefined;
  }
}

const predefined: ReadonlySet<string> = new Set(["amp", "lt", "gt", "apos", "quot"]);

/** Internal general entities; the first declaration of a name counts (4.2). */
function entitiesIn(declaration: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  // What declares no entity is passed literal by literal: comments in a literal are none.
  const pattern =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>|"[^"]*"|'[^']*'/g;
  for (const [, name, double, single] of declaration.matchAll(pattern)) {
    const value = double ?? single;
    // The predefined ones mean what they mean, whatever a declaration says (4.6).
    if (name === undefined || value === undefined || entities.has(name) || predefined.has(name)) continue;
    // Line ends would move the places of what follows, and are white space wherever contracts use entities.
    entities.set(name, value.replace(/&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));/g, character).replace(/[\r\n]/g, " "));
  }
  return entities;
}

function character(reference: string, hexadecimal: string | undefined, decimal: string | undefined): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code > 0x10ffff ? reference : String.fromCodePoint(code);
}

/** Replaces references outside of comments and CDATA sections; undefined where that does not end. */
function expand(text: string, entities: ReadonlyMap<string, string>): string | undefined {
  if (entities.size === 0) return text;
  const most = text.length + limits.added;
  // What does not end goes on to the end: it is looked at once.
  const pattern = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&([^;\s&#<>"']+);/g;
  let current = text;
  for (let depth = 0; depth <= limits.depth; depth++) {
    let length = current.length;
    let replaced = false;
    const next = current.replace(pattern, (whole: string, name: string | undefined) => {
      const value = name === undefined ? undefined : entities.get(name);
      if (value === undefined || length > most) return whole;
      length += value.length;
      replaced = true;
      return value;
    });
    if (length > most) return undefined;
    if (!replaced) return next;
    current = next;
  }
  return undefined;
}
