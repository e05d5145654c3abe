import { PLAIN, surplusOf, textClass, widthOf } from "./classes.ts";
import { TagReader } from "./tag-reader.ts";

/** Reads elements that have nothing but character data in them, at once. */
export class LeafReader extends TagReader {
  /** Start of the text that `leaf` has read. */
  textOffset = 0;
  /** The text that `leaf` has read has no references, and no line ends that are not XML's own. */
  leafPlain = true;

  protected textEnd = 0;
  protected textShift = 0;
  protected textSurplus = 0;

  /**
   * At a start tag: reads an element that has nothing but character data in it; the reader is at its end then. False, and nothing is
   * read, where there is anything else.
   */
  leaf(): boolean {
    if (this.pendingEnd) {
      this.endEmpty();
      this.textOffset = this.textEnd = this.offset;
      this.leafPlain = true;
      return true;
    }
    const { bytes } = this;
    const start = this.at;
    if (start > this.last) return false;
    let at = start;
    let byte = bytes[at] ?? 0;
    while (textClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
    this.textSurplus = 0;
    this.leafPlain = !this.later;
    if (byte !== 0x3c) {
      at = this.textEndFrom(at);
      if (at < 0) return false;
    }
    const { shift } = this;
    if (bytes[at + 1] !== 0x2f || at - start > this.limits.text || !this.ends(at)) return false;
    this.shift += this.textSurplus;
    this.textOffset = start;
    this.textEnd = at;
    this.textShift = shift;
    return true;
  }

  /** Goes on to the next markup where a text is more than plain ASCII; -1 where it is not for `leaf`. */
  protected textEndFrom(from: number): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x3c) return at;
      if (byte >= 0x80) {
        // U+FFFE and U+FFFF are no characters.
        if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return -1;
        this.textSurplus += surplusOf(byte);
        at += widthOf(byte);
      } else if (byte === 0x26 || byte === 0x0d) {
        this.leafPlain = false;
        at++;
      } else if (byte === 0x3e && at < this.last && bytes[at - 1] !== 0x5d) at++;
      else return -1;
      while (textClass[bytes[at] ?? 0] === PLAIN) at++;
    }
  }

  /** The text that `leaf` has read. */
  leafText(): string {
    const start = this.textOffset;
    const end = this.textEnd;
    const shift = this.textShift;
    if (start === end) return "";
    const endShift = shift + this.textSurplus;
    return this.leafPlain ? this.cut(start, end, shift, endShift) : this.resolved(start, end, shift, endShift);
  }

  /** What something makes of the bytes of the text that `leaf` has read; they are its characters where it is plain. */
  leafBytes<T>(scan: (bytes: Uint8Array, start: number, end: number) => T): T {
    return scan(this.bytes, this.textOffset, this.textEnd);
  }

  /** Whether `leaf` has read no text at all. */
  get leafEmpty(): boolean {
    return this.textOffset === this.textEnd;
  }
}
