/** Messages of operations: the elements that stand in the body, the header and the detail of a fault. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { claimKey } from "../model/keys.ts";
import type { FieldDef } from "../model/model.ts";
import { keyOf, type Documented, type ElementDeclaration, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import type { BindingMessageSyntax, MessageSyntax } from "./syntax.ts";

/** Finds the elements of messages; what is not there, or not carried, is reported. */
export class Messages {
  readonly #messages: ReadonlyMap<string, MessageSyntax>;
  readonly #set: SchemaSet;
  readonly #diagnostics: Diagnostics;

  constructor(messages: ReadonlyMap<string, MessageSyntax>, set: SchemaSet, diagnostics: Diagnostics) {
    this.#messages = messages;
    this.#set = set;
    this.#diagnostics = diagnostics;
  }

  /**
   * The element in the body: document/literal has one (WS-I Basic Profile 1.1, 4.4.1). Of several parts it is the one that the
   * binding names, or the one that is no header entry.
   */
  body(name: Name, binding: BindingMessageSyntax, from: Documented): ElementDeclaration | undefined {
    const inHeader = new Set(
      binding.headers.filter(({ message }) => keyOf(message) === keyOf(name)).map(({ part }) => part),
    );
    return this.#element(name, from, (part, { parts }) =>
      binding.parts === undefined ? parts.length === 1 || !inHeader.has(part) : binding.parts.includes(part),
    );
  }

  /** The element in a fault's detail. */
  fault(name: Name, from: Documented): ElementDeclaration | undefined {
    return this.#element(name, from, () => true);
  }

  /** The header entries of a message as fields. All are optional: what a service insists on is not in the contract. */
  headers(binding: BindingMessageSyntax, lowering: Lowering): readonly FieldDef[] {
    const taken = new Set<string>();
    return binding.headers.flatMap((header): FieldDef[] => {
      if (header.use === "encoded") {
        this.#diagnostics.report("wsdl.unsupported", header.at, "an encoded header is not carried yet");
        return [];
      }
      const element = this.#element(header.message, header, (part) => part === header.part);
      if (element === undefined) return [];
      const { name, at, doc, nillable } = element;
      const key = claimKey(name[1], taken, "Header");
      const type = lowering.elementType(element, name[1]);
      const said = doc === undefined ? { at } : { at, doc };
      return [{ kind: "element", key, name, count: "?", nil: nillable, type, ...said }];
    });
  }

  #element(
    name: Name,
    from: Documented,
    wanted: (part: string, message: MessageSyntax) => boolean,
  ): ElementDeclaration | undefined {
    const message = this.#messages.get(keyOf(name));
    if (message === undefined) {
      this.#report("wsdl.resolve", from, `there is no message ${described(name)}`);
      return undefined;
    }
    const [part, ...others] = message.parts.filter((candidate) => wanted(candidate.name, message));
    if (part === undefined || others.length > 0) {
      const found = part === undefined ? "no part" : `${others.length + 1} parts`;
      this.#report(
        "wsdl.unsupported",
        from,
        `the message ${name[1]} has ${found} here: one with an element is expected`,
      );
      return undefined;
    }
    if (part.element === undefined) {
      const what = `the part ${part.name} of ${name[1]} has a type and no element`;
      this.#report("wsdl.unsupported", part, `${what}: that is not carried yet`);
      return undefined;
    }
    const element = this.#set.elements.get(keyOf(part.element));
    if (element === undefined) this.#report("wsdl.resolve", part, `there is no element ${described(part.element)}`);
    return element;
  }

  #report(code: "wsdl.resolve" | "wsdl.unsupported", { at }: Documented, message: string): void {
    this.#diagnostics.report(code, at, message);
  }
}

/** A name for people. */
export function described([namespace, localName]: Name): string {
  return `${localName} in ${namespace === "" ? "no namespace" : namespace}`;
}
