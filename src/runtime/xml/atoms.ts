import { startsName } from "./characters.ts";
import { patternOf, type Pattern } from "./pattern.ts";
import type { Scope } from "./scope.ts";
import type { TagShape } from "./shapes.ts";

/** A name or a namespace as a document writes it, kept so that it is made into a string once. */
export class Atom {
  readonly bytes: Uint8Array;
  readonly hash: number;
  readonly text: string;
  /** Prefix of a qualified name, "" for none. */
  readonly prefix: string;
  /** Local name of a qualified name. */
  readonly local: string;
  /** Whether it has a prefix. */
  readonly prefixed: boolean;
  /** The prefix that an attribute of this name declares, "" for the default namespace; undefined where it is no declaration. */
  readonly declares: string | undefined;
  /** Whether it is a qualified name (Namespaces, productions 7 to 11), if it is a name at all. */
  readonly qualified: boolean;
  /** Bytes that it has more than it has units of a string. */
  readonly surplus: number;
  #start: Pattern | undefined;
  #tag: Pattern | undefined;
  #end: Pattern | undefined;
  /** The element that began next, the last time that this one had begun or ended. */
  follower: Atom | undefined = undefined;
  /** The attribute that came next in a start tag, behind this one or behind the name of the element. */
  attribute: Atom | undefined = undefined;
  /** What stood behind it in the last start tag, where that is likely to come again. */
  shape: TagShape | undefined = undefined;
  /** The scope in which the prefix was looked up the last time, and what it was bound to there. */
  scope: Scope | undefined = undefined;
  namespace = "";
  /** How often other things may still come instead, before no more shapes are kept. */
  patience = 32;

  constructor(bytes: Uint8Array, hash: number) {
    this.bytes = bytes;
    this.hash = hash;
    this.text = utf8.decode(bytes);
    this.surplus = bytes.length - this.text.length;
    const colon = this.text.indexOf(":");
    this.prefix = colon < 0 ? "" : this.text.slice(0, colon);
    this.local = colon < 0 ? this.text : this.text.slice(colon + 1);
    this.prefixed = this.prefix !== "";
    this.declares = this.text === "xmlns" ? "" : this.prefix === "xmlns" ? this.local : undefined;
    this.qualified =
      colon < 0 || (colon > 0 && !this.local.includes(":") && startsName(this.local.codePointAt(0) ?? 0));
  }

  /** The beginning of a start tag of this name; undefined where that is shorter than a pattern. */
  get start(): Pattern | undefined {
    if (this.#start === undefined && this.bytes.length > 2) {
      this.#start = patternOf(Uint8Array.of(0x3c, ...this.bytes));
    }
    return this.#start;
  }

  /** A start tag of this name without attributes; undefined where that is shorter than a pattern. */
  get tag(): Pattern | undefined {
    if (this.#tag === undefined && this.bytes.length > 1) {
      this.#tag = patternOf(Uint8Array.of(0x3c, ...this.bytes, 0x3e));
    }
    return this.#tag;
  }

  /** The end tag of this name, as it is mostly written. */
  get end(): Pattern {
    return (this.#end ??= patternOf(Uint8Array.of(0x3c, 0x2f, ...this.bytes, 0x3e)));
  }
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

const slots = 2048;

/**
 * The atoms that were met last. Each has one slot by its hash and gives way to the next one there: that costs a little time, and no
 * document makes it grow.
 */
const table: (Atom | undefined)[] = Array.from<undefined>({ length: slots });

/** The atom of some bytes, whose hash is known. */
export function atomAt(bytes: Uint8Array, start: number, end: number, hash: number): Atom {
  const slot = (hash ^ (hash >>> 15)) & (slots - 1);
  const found = table[slot];
  if (found !== undefined && found.hash === hash && stands(found.bytes, bytes, start, end)) return found;
  const made = new Atom(bytes.slice(start, end), hash);
  table[slot] = made;
  return made;
}

function stands(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}

/** The atom of some bytes. */
export function atomOf(bytes: Uint8Array, start: number, end: number): Atom {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  return atomAt(bytes, start, end, hash);
}
