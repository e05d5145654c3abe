import type { XmlWriter } from "../xml/writer.ts";

/** Characters that are kept until they are taken: the root declares the namespaces that were needed so far. */
const enough = 16_384;

/**
 * A document that leaves part by part. What has left cannot be changed: a namespace that is needed for the first time later is declared
 * on the element that needs it.
 */
export class Parts {
  readonly writer: XmlWriter;
  /** The root's start tag as far as its name, until it leaves. */
  #head: string | undefined;
  #text = "";
  /** The element begun last has nothing in it yet. */
  #bare = false;
  /** How many namespaces are declared here; undefined while the root can still declare more. */
  #declared: number | undefined;
  /** The same, for the elements around. */
  readonly #outer: (number | undefined)[] = [];

  constructor(writer: XmlWriter) {
    this.writer = writer;
  }

  /** Whether there is enough to be taken. */
  get isFull(): boolean {
    return this.#text.length >= enough;
  }

  /** Begins an element; `attached` are its attributes. */
  open(name: string, attached: string): void {
    this.#begin(name, attached);
    this.#outer.push(this.#declared);
    if (this.#declared !== undefined) this.#declared = this.writer.size;
    this.#bare = true;
  }

  /** Ends the element that was begun last. */
  close(name: string): void {
    this.#text += this.#bare ? "/>" : `</${name}>`;
    this.#bare = false;
    this.#restore(this.#outer.pop());
  }

  /** Adds a whole element: its name, and what follows the name. */
  whole(name: string, rest: string): void {
    this.#begin(name, rest);
    this.#restore(this.#declared);
  }

  /** Adds the text of a whole element; nothing where it is empty. */
  add(element: string): void {
    if (element === "") return;
    if (this.#declared === undefined || this.writer.size === this.#declared) {
      this.#closeTag();
      this.#text += element;
      this.#restore(this.#declared);
    } else {
      const end = element.search(/[ />]/);
      this.whole(element.slice(1, end), element.slice(end));
    }
  }

  /** All that has not left yet. */
  take(): string {
    const text = this.#head === undefined ? this.#text : this.#head + this.writer.declarations() + this.#text;
    this.#declared ??= this.writer.size;
    this.#head = undefined;
    this.#text = "";
    return text;
  }

  #begin(name: string, rest: string): void {
    this.#closeTag();
    if (this.#head === undefined && this.#declared === undefined) this.#head = `<${name}`;
    else this.#text += `<${name}${this.#declared === undefined ? "" : this.writer.declarations(this.#declared)}`;
    this.#text += rest;
  }

  #restore(declared: number | undefined): void {
    if (declared === undefined) return;
    this.writer.forget(declared);
    this.#declared = declared;
  }

  #closeTag(): void {
    if (this.#bare) this.#text += ">";
    this.#bare = false;
  }
}
