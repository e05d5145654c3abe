import type { Decoding } from "./decoding.ts";
import { excerpt } from "./labels.ts";
import type { Simple } from "./simple.ts";

/** The identifiers of a document, and the references to them (XSD part 1, 3.15.4, cvc-id). */
export class Identities {
  #ids: Set<string> | undefined;
  #references: { readonly id: string; readonly offset: number }[] | undefined;
  /** Where the element begins that has the attribute with an identifier that was met last. */
  #element = -1;

  /** Takes a value of a type that has identifiers or references in it. */
  note(simple: Simple, value: unknown, context: Decoding): void {
    if (simple.item !== undefined && Array.isArray(value)) {
      for (const entry of value) this.note(simple.item, entry, context);
      return;
    }
    const member = simple.memberOf?.(value);
    if (member !== undefined) return this.note(member, value, context);
    if (typeof value !== "string" || simple.identity === undefined) return;
    if (simple.identity === "IDREF") (this.#references ??= []).push({ id: value, offset: context.textOffset });
    else this.#declare(value, context);
  }

  /** The document ends: each reference must have its identifier. */
  check(context: Decoding): void {
    const { id, offset } = this.#references?.find((reference) => this.#ids?.has(reference.id) !== true) ?? {};
    if (id === undefined) return;
    context.fail("xml.invalid", "A reference leads nowhere", "an identifier of the document", excerpt(id), offset);
  }

  #declare(id: string, context: Decoding): void {
    this.#ids ??= new Set();
    if (this.#ids.has(id)) {
      const { textOffset } = context;
      context.fail("xml.invalid", "An identifier stands twice", "another identifier", excerpt(id), textOffset);
    }
    this.#ids.add(id);
    if (context.attribute === "") return;
    const { offset } = context.reader;
    // An element has one identifier among its attributes (3.4.4, cvc-complex-type 5).
    if (this.#element === offset) {
      context.fail("xml.invalid", "A second attribute with an identifier", "one identifier", excerpt(id));
    }
    this.#element = offset;
  }
}
