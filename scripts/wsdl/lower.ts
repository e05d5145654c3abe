/** WSDL services to the model: the SOAP 1.1 document/literal ports of each, their operations, headers and faults. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { claimKey } from "../model/keys.ts";
import type { SoapOperationDef, SoapServiceDef } from "../model/model.ts";
import { keyOf, type Documented, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { described, Messages } from "./messages.ts";
import { usablePorts, type BoundPort } from "./ports.ts";
import type {
  BindingMessageSyntax,
  BindingOperationSyntax,
  BindingSyntax,
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
  const services = documents.flatMap((document) => document.services);
  const [entry] = documents;
  if (services.length === 0 && entry !== undefined) {
    diagnostics.report("wsdl.ignored", entry.at, "there is no service: only elements and types are carried");
    lowering.everything();
  }
  return services.flatMap((service) => lowerer.service(service));
}

class WsdlLowering {
  readonly #lowering: Lowering;
  readonly #diagnostics: Diagnostics;
  readonly #messages: Messages;
  readonly #portTypes: ReadonlyMap<string, PortTypeSyntax>;
  readonly #bindings: ReadonlyMap<string, BindingSyntax>;

  constructor(documents: readonly WsdlSyntax[], set: SchemaSet, lowering: Lowering, diagnostics: Diagnostics) {
    this.#lowering = lowering;
    this.#diagnostics = diagnostics;
    const messages = this.#index("message", (document) => document.messages, documents);
    this.#messages = new Messages(messages, set, diagnostics);
    this.#portTypes = this.#index("port type", (document) => document.portTypes, documents);
    this.#bindings = this.#index("binding", (document) => document.bindings, documents);
  }

  /** One service for each port type: named as the contract's, the others as their ports. */
  service(service: ServiceSyntax): readonly SoapServiceDef[] {
    const ports = service.ports.flatMap((port) => {
      const binding = this.#bindings.get(keyOf(port.binding));
      if (binding !== undefined) return [{ port, binding }];
      this.#report("wsdl.resolve", port, `there is no binding ${described(port.binding)}`);
      return [];
    });
    return usablePorts(service, ports, this.#diagnostics).flatMap((bound, index) =>
      this.#port(service, bound, index === 0 ? service.name : bound.port.name),
    );
  }

  #port(service: ServiceSyntax, { port, binding }: BoundPort, name: string): SoapServiceDef[] {
    const portType = this.#portTypes.get(keyOf(binding.portType));
    if (portType === undefined) {
      this.#report("wsdl.resolve", binding, `there is no port type ${described(binding.portType)}`);
      return [];
    }
    if (port.address === "") {
      const message = `the port ${port.name} has no address: clients need the option endpoint`;
      this.#report("wsdl.ignored", port, message);
    }
    const names = binding.operations.map((operation) => operation.name);
    const operations = binding.operations.flatMap((operation, place) => {
      if (names.indexOf(operation.name) === place) return this.#operation(name, operation, binding, portType);
      const message = `the overloaded operation ${operation.name} is not carried yet`;
      this.#report("wsdl.unsupported", operation, message);
      return [];
    });
    const doc = service.doc ?? port.doc ?? portType.doc;
    const said = doc === undefined ? { at: service.at } : { at: service.at, doc };
    return [{ kind: "soap", name, endpoint: port.address, operations, ...said }];
  }

  #operation(
    service: string,
    operation: BindingOperationSyntax,
    binding: BindingSyntax,
    portType: PortTypeSyntax,
  ): SoapOperationDef[] {
    const { name, action } = operation;
    const declared = portType.operations.find((candidate) => candidate.name === name);
    if (declared === undefined) {
      this.#report("wsdl.resolve", operation, `the port type ${portType.name[1]} has no operation ${name}`);
      return [];
    }
    const uses = [operation.input.use, operation.output.use];
    if ((operation.style ?? binding.style) === "rpc" || uses.includes("encoded")) {
      const message = `${name} is rpc or encoded: only document/literal is carried yet`;
      this.#report("wsdl.unsupported", operation, message);
      return [];
    }
    if (declared.input === undefined || declared.output === undefined) {
      const message = `${name} is one-way or a notification: that is not carried yet`;
      this.#report("wsdl.unsupported", declared, message);
      return [];
    }
    const input = this.#messages.body(declared.input, operation.input, declared);
    const output = this.#messages.body(declared.output, operation.output, declared);
    if (input === undefined || output === undefined) return [];
    const doc = declared.doc ?? operation.doc;
    // In this order: messages are declared before the headers that go with them.
    const roots = { input: this.#lowering.root(input), output: this.#lowering.root(output) };
    return [
      {
        name,
        action,
        ...roots,
        headers: this.#headers(service, "Request", operation.input, operation),
        outputHeaders: this.#headers(service, "Response", operation.output, operation),
        faults: this.#faults(declared.faults),
        at: declared.at,
        ...(doc === undefined ? {} : { doc }),
      },
    ];
  }

  /** Faults by the names of their elements, each once. */
  #faults(faults: PortTypeSyntax["operations"][number]["faults"]): SoapOperationDef["faults"] {
    const elements = new Set(faults.flatMap((fault) => this.#messages.fault(fault.message, fault) ?? []));
    const taken = new Set<string>();
    return [...elements].map((element) => {
      const name = claimKey(element.name[1], taken, "Fault");
      return { name, root: this.#lowering.root(element, "never") };
    });
  }

  #headers(
    service: string,
    side: "Request" | "Response",
    binding: BindingMessageSyntax,
    operation: BindingOperationSyntax,
  ): number | undefined {
    const fields = this.#messages.headers(binding, this.#lowering);
    if (fields.length === 0) return undefined;
    const doc = side === "Request" ? "Header entries of requests." : "Header entries of answers.";
    const otherwise = `${operation.name}${side}Headers`;
    return this.#lowering.struct(`${service}${side}Headers`, otherwise, fields, { at: operation.at, doc });
  }

  #index<T extends Documented & { readonly name: Name }>(
    what: string,
    list: (document: WsdlSyntax) => readonly T[],
    documents: readonly WsdlSyntax[],
  ): ReadonlyMap<string, T> {
    const index = new Map<string, T>();
    for (const component of documents.flatMap(list)) {
      const key = keyOf(component.name);
      if (index.has(key)) this.#report("wsdl.element", component, `the ${what} ${component.name[1]} is declared twice`);
      else index.set(key, component);
    }
    return index;
  }

  #report(
    code: "wsdl.element" | "wsdl.resolve" | "wsdl.unsupported" | "wsdl.ignored",
    at: Documented,
    message: string,
  ): void {
    this.#diagnostics.report(code, at.at, message);
  }
}
