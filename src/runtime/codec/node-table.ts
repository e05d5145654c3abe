/** A key-sequence: what two of them are compared by, and where the first element with it stands. */
export interface Entry {
  readonly offset: number;
  readonly text: string;
}

/** The key-sequences of one key that are in scope of an element (XSD part 1, 3.11.5); of those that several have, none can be referred to. */
export class NodeTable {
  #entries = new Map<string, Entry | "several">();
  #several = 0;

  /** Whether an element can be referred to by a key: exactly one has it. */
  has(key: string): boolean {
    const found = this.#entries.get(key);
    return found !== undefined && found !== "several";
  }

  /** An element's own keys count before those of its descendants. */
  override(own: ReadonlyMap<string, Entry>): void {
    for (const [key, entry] of own) {
      if (this.#entries.get(key) === "several") this.#several--;
      this.#entries.set(key, entry);
    }
  }

  /** Adds the table of a child, which is not used any more. What several children have is a key of none of them. */
  merge(child: NodeTable): void {
    // The smaller one goes into the larger one: a table goes up many levels, and most of them add nothing.
    if (child.#several === 0 && child.#entries.size > this.#entries.size) {
      const own = this.#entries;
      this.#entries = child.#entries;
      this.#several = 0;
      for (const [key, entry] of own) this.#put(key, this.#entries.has(key) ? "several" : entry);
      return;
    }
    for (const [key, entry] of child.#entries) {
      if (entry !== "several") this.#put(key, this.#entries.has(key) ? "several" : entry);
    }
  }

  #put(key: string, entry: Entry | "several"): void {
    if (entry === "several" && this.#entries.get(key) !== "several") this.#several++;
    this.#entries.set(key, entry);
  }
}
