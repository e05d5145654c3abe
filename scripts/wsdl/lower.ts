/** WSDL services to the model: the SOAP 1.1 document/literal port of each, its messages, headers and faults. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { FieldDef, RootRef, SoapOperationDef, SoapServiceDef } from "../model/model.ts";
import { keyOf, type Documented, type ElementDeclaration, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import type {
  BindingMessageSyntax,
  BindingOperationSyntax,
  BindingSyntax,
  MessageSyntax,
  PortTypeSyntax,
  ServiceSyntax,
  WsdlSyntax,
} from "./syntax.ts";

/** Lowers all services of a set of documents, the entry document first. */
export function lowerWsdl(
  documents: readonly WsdlSyntax[],
  set: SchemaSet,
  lowering: Lowering,
  diagnostics: Diagnostics,
): readonly SoapServiceDef[] {
  const lowerer = new WsdlLowering(documents, set, lowering, diagnostics);
  return documents.flatMap((document) => document.services.flatMap((service) => lowerer.service(service)));
}

class WsdlLowering {
  readonly #set: SchemaSet;
  readonly #lowering: Lowering;
  readonly #diagnostics: Diagnostics;
  readonly #messages: ReadonlyMap<string, MessageSyntax>;
  readonly #portTypes: ReadonlyMap<string, PortTypeSyntax>;
  readonly #bindings: ReadonlyMap<string, BindingSyntax>;

  constructor(documents: readonly WsdlSyntax[], set: SchemaSet, lowering: Lowering, diagnostics: Diagnostics) {
    this.#set = set;
    this.#lowering = lowering;
    this.#diagnostics = diagnostics;
    this.#messages = index(documents.flatMap((document) => document.messages));
    this.#portTypes = index(documents.flatMap((document) => document.portTypes));
    this.#bindings = index(documents.flatMap((document) => document.bindings));
  }

  service(service: ServiceSyntax): readonly SoapServiceDef[] {
    const ports = service.ports.flatMap((port) => {
      const binding = this.#bindings.get(keyOf(port.binding));
      if (binding === undefined) this.#unresolved("binding", port.binding, port);
      return binding === undefined ? [] : [{ port, binding }];
    });
    const usable = ports.find(({ binding }) => binding.protocol === "soap11" && binding.style === "document");
    for (const { port, binding } of ports) {
      if (usable?.port === port) continue;
      const kind = { soap11: `SOAP 1.1 ${binding.style}`, soap12: "SOAP 1.2", other: "non-SOAP" }[binding.protocol];
      const message = `the port ${port.name} has a ${kind} binding: only SOAP 1.1 document/literal is carried yet`;
      this.#diagnostics.report(usable === undefined ? "wsdl.unsupported" : "wsdl.ignored", port.at, message);
    }
    if (usable === undefined) return [];
    const portType = this.#portTypes.get(keyOf(usable.binding.portType));
    if (portType === undefined) {
      this.#unresolved("port type", usable.binding.portType, usable.binding);
      return [];
    }
    const names = usable.binding.operations.map((operation) => operation.name);
    const operations = usable.binding.operations.flatMap((operation, place) => {
      if (names.indexOf(operation.name) === place) return this.#operation(service.name, operation, portType);
      this.#diagnostics.report(
        "wsdl.unsupported",
        operation.at,
        `the overloaded operation ${operation.name} is not carried yet`,
      );
      return [];
    });
    const doc = service.doc ?? portType.doc;
    return [
      {
        kind: "soap",
        name: service.name,
        endpoint: usable.port.address,
        operations,
        at: service.at,
        ...(doc === undefined ? {} : { doc }),
      },
    ];
  }

  #operation(service: string, binding: BindingOperationSyntax, portType: PortTypeSyntax): SoapOperationDef[] {
    const operation = portType.operations.find((candidate) => candidate.name === binding.name);
    if (operation === undefined) {
      this.#diagnostics.report(
        "wsdl.resolve",
        binding.at,
        `the port type ${portType.name[1]} has no operation ${binding.name}`,
      );
      return [];
    }
    if (binding.style === "rpc" || binding.input.use === "encoded" || binding.output.use === "encoded") {
      this.#diagnostics.report(
        "wsdl.unsupported",
        binding.at,
        `${binding.name} is rpc or encoded: only document/literal is carried yet`,
      );
      return [];
    }
    if (operation.input === undefined || operation.output === undefined) {
      this.#diagnostics.report(
        "wsdl.unsupported",
        operation.at,
        `${operation.name} is one-way or a notification: that is not carried yet`,
      );
      return [];
    }
    const input = this.#message(operation.input, operation);
    const output = this.#message(operation.output, operation);
    if (input === undefined || output === undefined) return [];
    const doc = operation.doc ?? binding.doc;
    return [
      {
        name: operation.name,
        action: binding.action,
        input,
        headers: this.#headers(`${service}RequestHeaders`, "Header entries of requests.", binding.input, binding),
        output,
        outputHeaders: this.#headers(
          `${service}ResponseHeaders`,
          "Header entries of answers.",
          binding.output,
          binding,
        ),
        faults: operation.faults.flatMap(({ message, ...fault }) => {
          const element = this.#part(message, fault);
          return element === undefined ? [] : [{ name: element.name[1], root: this.#lowering.root(element, "never") }];
        }),
        at: operation.at,
        ...(doc === undefined ? {} : { doc }),
      },
    ];
  }

  #message(name: Name, from: Documented): RootRef | undefined {
    const element = this.#part(name, from);
    return element === undefined ? undefined : this.#lowering.root(element);
  }

  /** The element of a message's only part (document/literal, WS-I BP 4.4.1); of the named part where there are several. */
  #part(name: Name, from: Documented, partName?: string): ElementDeclaration | undefined {
    const message = this.#messages.get(keyOf(name));
    if (message === undefined) {
      this.#unresolved("message", name, from);
      return undefined;
    }
    const parts = partName === undefined ? message.parts : message.parts.filter((part) => part.name === partName);
    const [part] = parts;
    if (part === undefined || parts.length > 1) {
      const found = partName === undefined ? `${parts.length} parts` : `no part ${partName}`;
      this.#diagnostics.report(
        "wsdl.unsupported",
        message.at,
        `the message ${name[1]} has ${found}: one with an element is expected`,
      );
      return undefined;
    }
    if (part.element === undefined) {
      this.#diagnostics.report(
        "wsdl.unsupported",
        part.at,
        `the part ${part.name} has a type and no element: that is not carried yet`,
      );
      return undefined;
    }
    const element = this.#set.elements.get(keyOf(part.element));
    if (element === undefined) this.#unresolved("element", part.element, part);
    return element;
  }

  /** The header entries of a message as one struct. All are optional: what a service insists on is not in the contract. */
  #headers(hint: string, doc: string, message: BindingMessageSyntax, from: Documented): number | undefined {
    const fields = message.headers.flatMap((header): FieldDef[] => {
      const element = this.#part(header.message, header, header.part);
      if (element === undefined) return [];
      const [, localName] = element.name;
      const { at, doc: said } = element;
      return [
        {
          kind: "element",
          key: localName,
          name: element.name,
          count: "?",
          nil: element.nillable,
          type: this.#lowering.elementType(element, localName),
          at,
          ...(said === undefined ? {} : { doc: said }),
        },
      ];
    });
    return fields.length === 0 ? undefined : this.#lowering.struct(hint, fields, { at: from.at, doc });
  }

  #unresolved(what: string, name: Name, { at }: Documented): void {
    this.#diagnostics.report(
      "wsdl.resolve",
      at,
      `there is no ${what} ${name[1]} in ${name[0] === "" ? "no namespace" : name[0]}`,
    );
  }
}

function index<T extends { readonly name: Name }>(components: readonly T[]): ReadonlyMap<string, T> {
  return new Map(components.map((component) => [keyOf(component.name), component]));
}
