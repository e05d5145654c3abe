/** Takes document type declarations out of documents of the suite, apart from the processor's own code for it. */

const misc = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;
const piece = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|"[^"]*"|'[^']*'|[[\]>]|<!|[^"'[\]<>]+|</y;

/** Where a declaration stands: from its `<` to behind its `>`; the end of the text where it does not end. */
export function doctypeIn(text: string): { readonly start: number; readonly end: number } | undefined {
  misc.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  misc.exec(text);
  const start = misc.lastIndex;
  if (!text.startsWith("<!DOCTYPE", start)) return undefined;
  let open = 0;
  for (piece.lastIndex = start; ;) {
    const found = piece.exec(text)?.[0];
    if (found === undefined) return { start, end: text.length };
    if (found === "<!" || found === "[") open++;
    else if (found === "]" || found === ">") open--;
    if (open === 0) return { start, end: piece.lastIndex };
  }
}

/**
 * The document without its declaration, where that leaves a document on its own: no entity but the predefined ones is referred to.
 * What the declaration gives attributes by default goes with it.
 */
export function stripped(text: string): string | undefined {
  const found = doctypeIn(text);
  const rest = found === undefined ? text : text.slice(0, found.start) + text.slice(found.end);
  const content = rest.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, "");
  return /&(?!(?:amp|lt|gt|quot|apos);|#)/.test(content) ? undefined : rest;
}
