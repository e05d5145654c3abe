/** Operations of SOAP bindings to the model: bodies, header entries and faults (WSDL 1.1, 3). */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { claimKey } from "../model/keys.ts";
import type { AttachmentDef, RootRef, SoapOperationDef } from "../model/model.ts";
import type { ElementDeclaration } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { requestAction } from "./addressing.ts";
import { LeftOut } from "./left-out.ts";
import { partFields, type Messages, type PartElement } from "./messages.ts";
import type {
  BindingMessageSyntax,
  BindingOperationSyntax,
  BindingSyntax,
  HeaderSyntax,
  OperationMessageSyntax,
  OperationSyntax,
} from "./syntax.ts";

/** One operation: as the binding and as the port type say it, and its key in the service. */
export interface BoundOperation {
  readonly key: string;
  /** Name of the service, which the structs of header entries are called after. */
  readonly service: string;
  readonly binding: BindingSyntax;
  /** Name of the port type. */
  readonly portType: Name;
  readonly operation: BindingOperationSyntax;
  readonly declared: OperationSyntax;
}

/** How the body of a message is made of its parts. */
type Body =
  | { readonly kind: "empty" }
  | { readonly kind: "element"; readonly element: ElementDeclaration }
  /** Rpc: the parts stand in an element of the operation's name. */
  | { readonly kind: "wrapped"; readonly name: Name; readonly parts: readonly PartElement[] }
  /** Several parts, one after the other. */
  | { readonly kind: "parts"; readonly parts: readonly PartElement[] };

/** Lowers operations. What cannot be carried is thrown as `LeftOut` before anything of it is in the model. */
export class SoapOperations {
  readonly #messages: Messages;
  readonly #lowering: Lowering;
  readonly #diagnostics: Diagnostics;

  constructor(messages: Messages, lowering: Lowering, diagnostics: Diagnostics) {
    this.#messages = messages;
    this.#lowering = lowering;
    this.#diagnostics = diagnostics;
  }

  lower(bound: BoundOperation): SoapOperationDef {
    const { declared, operation, key } = bound;
    if (declared.input === undefined) throw new LeftOut(declared.at, "it is a notification, without an input");
    const encoded = [operation.input.use, operation.output.use].includes("encoded");
    const input = this.#body(bound, declared.input, operation.input, "");
    const output =
      declared.output === undefined ? undefined : this.#body(bound, declared.output, operation.output, "Response");
    const inputHeaders = this.#headerParts(operation.input.headers);
    // Header faults stand in the Header of the answer that has the fault (WSDL 1.1, 3.8).
    const headerFaults = [...operation.input.headers, ...operation.output.headers].flatMap((header) => header.faults);
    const outputHeaders = distinct(this.#headerParts([...operation.output.headers, ...headerFaults]));
    const faults = this.#faultElements(declared);
    const attachments = this.#attachments(declared.input, operation.input);
    const outputAttachments = declared.output === undefined ? [] : this.#attachments(declared.output, operation.output);
    const doc = declared.doc ?? operation.doc;
    // In this order: messages are declared before the headers that go with them.
    const roots = {
      input: this.#root(input, key, operation.at, encoded),
      output: output === undefined ? undefined : this.#root(output, `${key}Response`, operation.at, encoded),
    };
    return {
      name: key,
      wireName: operation.name,
      action: operation.action,
      addressingAction: requestAction(bound.portType, declared, operation.action),
      rpc: (operation.style ?? bound.binding.style) === "rpc",
      encoded,
      oneWay: declared.output === undefined,
      ...roots,
      headers: this.#headers(bound, "Request", inputHeaders),
      outputHeaders: this.#headers(bound, "Response", outputHeaders),
      faults: this.#faults(faults),
      attachments,
      outputAttachments,
      at: declared.at,
      ...(doc === undefined ? {} : { doc }),
    };
  }

  /** Parts that travel beside the envelope (WSDL 1.1, 5). What is said of one part several times are alternatives. */
  #attachments({ message, at }: OperationMessageSyntax, said: BindingMessageSyntax): readonly AttachmentDef[] {
    const found = new Map<string, AttachmentDef>();
    if (said.attachments.length === 0) return [];
    const { parts } = this.#messages.message(message, at);
    for (const { part: name, type, at: place } of said.attachments) {
      const part = parts.find((candidate) => candidate.name === name);
      if (part === undefined || said.parts?.includes(part.name) === true) {
        const why = part === undefined ? `is no part of ${message[1]}` : "stands in the body";
        this.#diagnostics.report("wsdl.ignored", place, `the attachment ${name ?? "without a name"} ${why}`);
        continue;
      }
      const types = [...(found.get(part.name)?.types ?? []), ...(type === undefined ? [] : [type.trim()])];
      found.set(part.name, { name: part.name, types, doc: part.doc });
    }
    return [...found.values()];
  }

  #body(
    { binding, operation }: BoundOperation,
    { message, at }: OperationMessageSyntax,
    said: BindingMessageSyntax,
    suffix: string,
  ): Body {
    const parts = this.#messages.bodyParts(message, said, at);
    if ((operation.style ?? binding.style) === "rpc") {
      return { kind: "wrapped", name: [said.namespace ?? binding.name[0], `${operation.name}${suffix}`], parts };
    }
    for (const { part } of parts) {
      if (part.element !== undefined) continue;
      const what = `the part ${part.name} of ${message[1]} is of a type, in document style`;
      this.#diagnostics.report("wsdl.style", part.at, `${what}: its element is ${part.name} in no namespace`);
    }
    const [only, ...others] = parts;
    if (only === undefined) return { kind: "empty" };
    return others.length === 0 ? { kind: "element", element: only.element } : { kind: "parts", parts };
  }

  /** Any value of an encoded message may be null (SOAP 1.1, 5.1). */
  #root(body: Body, hint: string, at: Place, nil: boolean): RootRef | undefined {
    switch (body.kind) {
      case "empty":
        return undefined;
      case "element":
        return this.#lowering.root(body.element);
      case "wrapped": {
        const fields = partFields(body.parts, this.#lowering, { count: "1", nil, suffix: "Part" });
        return this.#lowering.message(body.name, hint, fields, { at });
      }
      case "parts": {
        const fields = partFields(body.parts, this.#lowering, { count: "1", nil, suffix: "Part" });
        const doc = "Parts of a message that stand in the body one after the other.";
        return { kind: "struct", id: this.#lowering.struct(`${hint}Parts`, `${hint}Parts`, fields, { at, doc }) };
      }
    }
  }

  #headerParts(headers: readonly HeaderSyntax[]): readonly PartElement[] {
    return headers.flatMap((header) => {
      try {
        return [this.#messages.header(header)];
      } catch (error) {
        if (!(error instanceof LeftOut)) throw error;
        this.#diagnostics.report("wsdl.skipped", error.at, `a header entry is left out: ${error.message}`);
        return [];
      }
    });
  }

  /** The header entries of a message as fields. All are optional: what a service insists on is not in the contract. */
  #headers(
    { service, operation, key }: BoundOperation,
    side: "Request" | "Response",
    parts: readonly PartElement[],
  ): number | undefined {
    if (parts.length === 0) return undefined;
    const fields = partFields(parts, this.#lowering, { count: "?", suffix: "Header" });
    const doc = side === "Request" ? "Header entries of requests." : "Header entries of answers.";
    return this.#lowering.struct(`${service}${side}Headers`, `${key}${side}Headers`, fields, { at: operation.at, doc });
  }

  /** Elements in the detail of faults; a fault that cannot be typed still arrives, as a fault without a typed detail. */
  #faultElements({ faults }: OperationSyntax): readonly ElementDeclaration[] {
    return faults.flatMap((fault) => {
      try {
        return this.#messages.parts(fault.message, fault.at).map(({ element }) => element);
      } catch (error) {
        if (!(error instanceof LeftOut)) throw error;
        const name = fault.name === "" ? fault.message[1] : fault.name;
        this.#diagnostics.report("wsdl.skipped", error.at, `the fault ${name} is left out: ${error.message}`);
        return [];
      }
    });
  }

  /** Faults by the names of their elements, each once. */
  #faults(elements: readonly ElementDeclaration[]): SoapOperationDef["faults"] {
    const known = new Map(elements.map((element) => [element.global ? element : element.name[1], element]));
    const taken = new Set<string>();
    return [...known.values()].map((element) => {
      const name = claimKey(element.name[1], taken, "Fault");
      return { name, root: this.#lowering.root(element, "never") };
    });
  }
}

/** Each element once: several headers of an operation commonly have one fault. */
function distinct(parts: readonly PartElement[]): readonly PartElement[] {
  return [...new Map(parts.map((part) => [part.element.global ? part.element : part.part, part])).values()];
}
