/** What a reader makes of a document, in a form in which the readings of different readers can be compared. */

/** A verdict, and the document's content where it is well-formed. */
export type Reading =
  | { readonly verdict: "read"; readonly infoset: string }
  | { readonly verdict: "refused"; readonly reason: string; readonly code?: string };

/** A reader that is tried. Adding one to a list of these is all it takes. */
export interface ReaderUnderTest {
  readonly name: string;
  /** Whether it passes over white space between tags: such texts are left out of a comparison. */
  readonly ignorable?: boolean;
  /** Reads a document to its end. What it throws counts as a crash: refusals are readings. */
  readonly read: (document: string | Uint8Array) => Reading;
}

/** Whether a reading is what it should be: the same verdict, the same content. */
export function agrees(reader: ReaderUnderTest, reading: Reading, expected: Reading): boolean {
  if (reading.verdict !== "read" || expected.verdict !== "read") return reading.verdict === expected.verdict;
  if (reading.infoset === expected.infoset) return true;
  return reader.ignorable === true && withoutBlanks(reading.infoset) === withoutBlanks(expected.infoset);
}

function withoutBlanks(infoset: string): string {
  return infoset
    .split("\n")
    .filter((line) => !/^"(?:[ ]|\\[trn])*"$/.test(line))
    .join("\n");
}

/**
 * Writes down the content of a document (XML Information Set): a line for each start tag with its expanded name, namespace
 * declarations and attributes in a fixed order, a line for each text, a line for each end. Comments, processing instructions and
 * where CDATA sections begin are left out: they say nothing in a message. Prefixes stand in the declarations alone.
 */
export class Infoset {
  readonly #lines: string[] = [];
  #text = "";

  start(namespace: string, localName: string, attributes: readonly string[]): void {
    this.#flush();
    this.#lines.push([`<${expanded(namespace, localName)}`, ...attributes.toSorted()].join(" "));
  }

  /** Adjacent texts are one. */
  text(value: string): void {
    this.#text += value;
  }

  end(): void {
    this.#flush();
    this.#lines.push("/");
  }

  finish(): string {
    this.#flush();
    return this.#lines.join("\n");
  }

  #flush(): void {
    if (this.#text !== "") this.#lines.push(JSON.stringify(this.#text));
    this.#text = "";
  }
}

/** An attribute as `Infoset.start` takes it. */
export function attributeOf(namespace: string, localName: string, value: string): string {
  return `${expanded(namespace, localName)}=${JSON.stringify(value)}`;
}

/** A namespace declaration as `Infoset.start` takes it; the prefix "" declares the default namespace. */
export function declarationOf(prefix: string, namespace: string): string {
  return `xmlns:${prefix}=${JSON.stringify(namespace)}`;
}

function expanded(namespace: string, localName: string): string {
  return namespace === "" ? localName : `{${namespace}}${localName}`;
}
