import { isSpace } from "./characters.ts";
import { PLAIN, surplusOf, textClass, widthOf } from "./classes.ts";
import { Scanner } from "./scanner.ts";

/** A line feed and as many spaces: what stands between most tags. */
const indentations: readonly string[] = Array.from({ length: 64 }, (_, count) => `\n${" ".repeat(count)}`);

/** Reads what stands between tags: character data, CDATA sections, comments, processing instructions, the XML declaration. */
export class MarkupReader extends Scanner {
  /** The XML declaration (production 23). */
  protected declaration(): void {
    const start = this.at;
    if (!this.stands(start, "<?xml") || !isSpace(this.bytes[start + 5] ?? 0)) return;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) this.exhausted("the XML declaration does not end", start, "?>");
    if (this.bytes[end - 1] !== 0x3f) this.malformed("the XML declaration is not well-formed", start);
    const declared = this.cut(start + 5, end - 1, this.shift, this.shift);
    const grammar =
      /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/;
    if (!grammar.test(declared)) this.malformed("the XML declaration is not well-formed", start);
    this.later = /version[ \t\r\n]*=[ \t\r\n]*["']1\.1["']/.test(declared);
    // All that the grammar has is ASCII.
    this.at = end + 1;
    if (this.later) this.restrictedIn(end);
  }

  /** Markup that begins and does not end: what it is says which error that is. */
  protected truncated(at: number): never {
    const next = this.bytes[at + 1];
    if (next === 0x3f) return this.exhausted("a processing instruction does not end", at, "?>");
    if (this.stands(at, "<!--")) return this.exhausted("a comment does not end", at, "-->");
    if (this.stands(at, "<![CDATA[")) {
      return this.exhausted("a CDATA section does not end", at, "]]>");
    }
    if (this.depth > 0 && (next === undefined || next === 0x2f)) return this.unclosed();
    return this.exhausted("the document ends inside a tag", this.bytes.length, ">");
  }

  protected unclosed(): never {
    const open = this.open[this.depth - 1]?.text ?? "";
    return this.exhausted(`the document ends inside <${open}>`, this.bytes.length, `</${open}>`);
  }

  protected longText(): never {
    return this.fail("xml.limit", `a text has more than ${this.limits.text} characters`, {
      expected: `at most ${this.limits.text} characters`,
    });
  }

  /** Character data (production 14) with references resolved and line ends normalised. */
  protected characters(): string {
    const { bytes, last, shift } = this;
    const start = this.at;
    let at = start;
    if (bytes[at] === 0x0a) {
      at++;
      while (bytes[at] === 0x20) at++;
      const indentation = bytes[at] === 0x3c && at <= last ? indentations[at - start - 1] : undefined;
      if (indentation !== undefined) {
        this.at = at;
        return indentation;
      }
    }
    let surplus = 0;
    let returns = this.later;
    // What references have been resolved in, what comes behind it, and the first that is none.
    let text = "";
    let from = start;
    let fromShift = shift;
    let broken = -1;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (textClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
      if (at > last) {
        this.at = at;
        this.unclosed();
      }
      if (byte === 0x3c) break;
      if (byte >= 0x80) {
        do {
          if (byte === 0xef) this.checkCharacter(at);
          surplus += surplusOf(byte);
          byte = bytes[(at += widthOf(byte))] ?? 0;
        } while (byte >= 0x80);
      } else if (byte === 0x26) {
        const value = this.reference(at);
        if (value === undefined) {
          if (broken < 0) broken = at;
          at++;
        } else {
          const toShift = shift + surplus;
          const piece = this.cut(from, at, fromShift, toShift);
          text += (returns ? this.lines(piece) : piece) + value;
          from = at = this.referenceEnd;
          fromShift = toShift;
        }
      } else if (byte === 0x0d) {
        returns = true;
        at++;
      } else if (byte !== 0x3e) this.notCharacter(at, byte);
      else {
        if (at - start >= 2 && bytes[at - 1] === 0x5d && bytes[at - 2] === 0x5d) {
          this.malformed("]]> in text", at - 2, "]]&gt;");
        }
        at++;
      }
    }
    this.at = at;
    this.shift = shift + surplus;
    if (broken >= 0) this.noReference(broken);
    const piece = this.cut(from, at, fromShift, this.shift);
    const rest = returns ? this.lines(piece) : piece;
    return from === start ? rest : text + rest;
  }

  protected cdata(): string {
    const start = this.at;
    if (!this.stands(start, "<![CDATA[")) {
      if (start + 9 > this.last) this.truncated(start);
      this.malformed("not a CDATA section", start, "<![CDATA[");
    }
    const { shift } = this;
    let at = start + 9;
    for (;;) {
      at = this.pass(at, 0x3e, start, "a CDATA section", "]]>");
      if (at - start >= 11 && this.bytes[at - 1] === 0x5d && this.bytes[at - 2] === 0x5d) break;
      at++;
    }
    this.at = at + 1;
    return this.lines(this.cut(start + 9, at - 2, shift, this.shift));
  }

  /** A comment (production 15); a document type declaration ends here too. */
  protected comment(): void {
    const { bytes } = this;
    const start = this.at;
    if (bytes[start + 2] !== 0x2d || bytes[start + 3] !== 0x2d) {
      if (start + 9 > this.last && !this.final) this.truncated(start);
      if (/^<!doctype/i.test(this.excerpt(start, 9))) this.#doctype(start);
      this.malformed("not a comment", start, this.depth === 0 ? "an element" : "content");
    }
    let at = start + 4;
    for (;;) {
      at = this.pass(at, 0x2d, start, "a comment", "-->");
      if (bytes[at + 1] === 0x2d) break;
      at++;
    }
    if (bytes[at + 2] !== 0x3e) {
      if (at + 2 > this.last) this.exhausted("a comment does not end", start, "-->");
      this.malformed("-- inside a comment", at, "-->");
    }
    this.at = at + 3;
  }

  #doctype(start: number): never {
    this.offset = start;
    const head = this.excerpt(start, 40);
    const html = /^<!doctype\s+html/i.test(head);
    return this.fail(
      "xml.doctype",
      html ? "this is an HTML page, not XML" : "a document type declaration is not accepted",
      { offset: start, received: head, expected: "an element" },
    );
  }

  /** A processing instruction (production 16). */
  protected instruction(): void {
    const { bytes } = this;
    const start = this.at;
    this.at = start + 2;
    const target = this.name().text;
    if (target.toLowerCase() === "xml") this.malformed("an XML declaration is only allowed at the start", start);
    if (target.includes(":")) this.malformed("a colon in the target of a processing instruction", start);
    const from = this.at;
    let at = from;
    for (;;) {
      at = this.pass(at, 0x3e, start, "a processing instruction", "?>");
      if (bytes[at - 1] === 0x3f && at > from) break;
      at++;
    }
    if (at - 1 > from && !isSpace(bytes[from] ?? 0)) {
      this.malformed("a space is missing after the target of a processing instruction", from);
    }
    this.at = at + 1;
  }
}
