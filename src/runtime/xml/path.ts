/** Tags, and what may hold things that look like tags. */
const markup: RegExp =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*(\/?)>/g;

/**
 * Finds paths of elements: `/Envelope/Body/Item[3]/Code`, with a position where siblings of the same name come before. Only errors
 * and reports ask for them, so they are worked out from the text, not kept while reading. Each question goes on where the last one
 * ended: a document with many reports is gone through once.
 */
export class PathFinder {
  #at = 0;
  #open: Map<string, number>[] = [new Map()];

  /** Begins another document. */
  reset(): void {
    if (this.#at === 0) return;
    this.#at = 0;
    this.#open = [new Map()];
  }

  /**
   * Path of the element that is open at an offset.
   *
   * @param names qualified names of the open elements, outermost first; what is before the offset is well-formed.
   */
  pathAt(bytes: Uint8Array, offset: number, names: readonly string[]): string {
    if (offset < this.#at) this.reset();
    this.#advance(bytes, offset);
    const open = this.#open;
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

  #advance(bytes: Uint8Array, offset: number): void {
    // What follows may be anything, a comment without an end for instance: it is not looked at.
    const passed = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(this.#at, offset));
    let end = 0;
    markup.lastIndex = 0;
    for (let match = markup.exec(passed); match !== null; match = markup.exec(passed)) {
      end = markup.lastIndex;
      const [, closing, name, empty] = match;
      if (name === undefined) continue;
      if (closing === "/") {
        this.#open.pop();
        continue;
      }
      const siblings = this.#open.at(-1);
      siblings?.set(name, (siblings.get(name) ?? 0) + 1);
      if (empty !== "/") this.#open.push(new Map());
    }
    this.#at += new TextEncoder().encode(passed.slice(0, end)).length;
  }
}
