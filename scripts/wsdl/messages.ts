/** Messages and their parts as elements: what stands in the body, the header and the detail of a fault. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { claimKey } from "../model/keys.ts";
import type { ElementField } from "../model/model.ts";
import { anyType, builtinElement, builtinNamed, undeclaredNamed } from "../xsd/builtins.ts";
import { keyOf, type Documented, type ElementDeclaration, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { absentElement } from "../xsd/resolve.ts";
import { described, found, type Definitions } from "./definitions.ts";
import { LeftOut } from "./left-out.ts";
import type { BindingMessageSyntax, HeaderSyntax, MessageSyntax, PartSyntax } from "./syntax.ts";

/** A part and the element that it is on the wire. */
export interface PartElement {
  readonly part: PartSyntax;
  readonly element: ElementDeclaration;
}

/** Finds messages and the elements of their parts. What is not there is thrown as `LeftOut`. */
export class Messages {
  /** Namespaces that parts are of, and no schema is at hand of. */
  readonly absent: Set<string> = new Set();
  readonly #definitions: Definitions;
  readonly #set: SchemaSet;
  readonly #diagnostics: Diagnostics;

  constructor(definitions: Definitions, set: SchemaSet, diagnostics: Diagnostics) {
    this.#definitions = definitions;
    this.#set = set;
    this.#diagnostics = diagnostics;
  }

  message(name: Name, at: Place): MessageSyntax {
    const message = found("message", name, this.#definitions.messages, at, this.#diagnostics);
    if (message === undefined) throw new LeftOut(at, `there is no message ${described(name)}`);
    return message;
  }

  /**
   * The parts that stand in the body (WSDL 1.1, 3.5): those that the binding lists, or all but the header entries and the
   * attachments.
   */
  bodyParts(name: Name, binding: BindingMessageSyntax, at: Place): readonly PartElement[] {
    const { parts } = this.message(name, at);
    const elsewhere = new Set(binding.attachments.flatMap(({ part }) => part ?? []));
    for (const header of binding.headers) if (keyOf(header.message) === keyOf(name)) elsewhere.add(header.part);
    const listed = binding.parts;
    const unknown = listed?.find((wanted) => !parts.some((part) => part.name === wanted));
    if (unknown !== undefined) throw new LeftOut(at, `the message ${name[1]} has no part ${unknown}`);
    // One part alone is the body, whatever else it is said to be.
    const [only, ...others] = parts;
    const chosen = parts.filter((part) =>
      listed === undefined ? !elsewhere.has(part.name) : listed.includes(part.name),
    );
    const asDefault =
      only !== undefined && others.length === 0 && listed === undefined && binding.attachments.length === 0;
    return (asDefault ? parts : chosen).map((part) => this.element(part));
  }

  /** The parts of a fault's message. */
  parts(name: Name, at: Place): readonly PartElement[] {
    return this.message(name, at).parts.map((part) => this.element(part));
  }

  /** The element that a header entry is. */
  header({ message, part, at }: HeaderSyntax): PartElement {
    const named = this.message(message, at).parts.find((candidate) => candidate.name === part);
    if (named === undefined) throw new LeftOut(at, `the message ${message[1]} has no part ${part} for the header`);
    return this.element(named);
  }

  /** A name that nothing has: an obstacle, unless the document that would declare it is absent and that is allowed. */
  #missing(name: Name, what: "element" | "type", at: Place): void {
    const isOpen = this.#isLeftOpen(name);
    // Of a namespace that is known, it has been said which document is missing.
    const isAbsent = isOpen && !this.#set.namespaces.includes(name[0]);
    if (isAbsent && !this.absent.has(name[0])) {
      this.absent.add(name[0]);
      if (this.#diagnostics.allowsMissing) {
        const message = `there is no ${what} ${described(name)}: no schema of that namespace is at hand`;
        this.#diagnostics.report("source.missing", at, message);
      }
    }
    if (isOpen && this.#diagnostics.allowsMissing) return;
    throw new LeftOut(at, `there is no ${what} ${described(name)}`);
  }

  /** Whether a name is of a document that is absent: what that declares is anybody's guess. */
  #isLeftOpen([namespace]: Name): boolean {
    return !this.#set.namespaces.includes(namespace) || this.#set.incomplete.has(namespace);
  }

  /** The element that a part is: the global one that it names, or one of its own name and its type, in no namespace. */
  element(part: PartSyntax): PartElement {
    const { name, element, type, at } = part;
    if (element !== undefined) {
      const global =
        builtinElement(element) ??
        (this.#isLeftOpen(element)
          ? this.#set.elements.get(keyOf(element))
          : found("element", element, this.#set.elements, at, this.#diagnostics));
      if (global !== undefined) return { part, element: global };
      this.#missing(element, "element", at);
      return { part, element: absentElement(element, at) };
    }
    if (type === undefined) throw new LeftOut(at, `the part ${name} has neither an element nor a type`);
    const named =
      builtinNamed(type) ??
      undeclaredNamed(type) ??
      (this.#isLeftOpen(type)
        ? this.#set.types.get(keyOf(type))
        : found("type", type, this.#set.types, at, this.#diagnostics));
    if (named === undefined) this.#missing(type, "type", at);
    const flags = { global: false, nillable: false, abstract: false, block: new Set<never>(), identity: [] };
    const own: ElementDeclaration = { kind: "element", ...flags, name: ["", name], type: named ?? anyType, at };
    return { part, element: { ...own, ...documented(part) } };
  }
}

/** Parts as fields of a struct, in their order. `nil` makes them nillable, whatever their declaration says. */
export function partFields(
  parts: readonly PartElement[],
  lowering: Lowering,
  { count, nil = false, suffix }: { readonly count: "1" | "?"; readonly nil?: boolean; readonly suffix: string },
): readonly ElementField[] {
  const taken = new Set<string>();
  return parts.map(({ element }) => ({
    kind: "element",
    key: claimKey(element.name[1], taken, suffix),
    name: element.name,
    count,
    nil: nil || element.nillable,
    type: lowering.elementType(element, element.name[1]),
    ...documented(element),
  }));
}

function documented({ at, doc }: Documented): Documented {
  return doc === undefined ? { at } : { at, doc };
}
