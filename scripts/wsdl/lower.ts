/** WSDL services to the model: a descriptor for each port that speaks SOAP or plain HTTP. */
import type { Diagnostics } from "../diagnostics.ts";
import type { ServiceDef } from "../model/model.ts";
import type { Documented, SchemaSet } from "../xsd/components.ts";
import { Selection } from "../model/selection.ts";
import type { Lowering } from "../xsd/lower.ts";
import { addressingIn } from "./addressing.ts";
import { definitionsOf, described, found, type Definitions } from "./definitions.ts";
import { LeftOut } from "./left-out.ts";
import { HttpOperations } from "./http.ts";
import { Messages } from "./messages.ts";
import { matchedOperations, type MatchedOperation } from "./operations.ts";
import { policiesOf, policyDoc } from "./policies.ts";
import { boundPorts, type BoundPort } from "./ports.ts";
import { SoapOperations, type BoundOperation } from "./soap.ts";
import type { PortTypeSyntax, WsdlSyntax } from "./syntax.ts";

/**
 * Lowers all services of a set of documents, the entry document first. What cannot be carried is left out with a warning that names
 * it; only where nothing remains is that an error.
 */
export function lowerWsdl(
  documents: readonly WsdlSyntax[],
  set: SchemaSet,
  lowering: Lowering,
  diagnostics: Diagnostics,
  selected?: readonly string[],
): readonly ServiceDef[] {
  const definitions = definitionsOf(documents, diagnostics);
  const [entry] = documents;
  const selection = new Selection(selected);
  const messages = new Messages(definitions, set, diagnostics);
  const lowerer = new WsdlLowering(definitions, messages, lowering, diagnostics, selection);
  const ports = boundPorts(definitions, diagnostics);
  const services = ports.flatMap((port) => lowerer.port(port)).filter(({ operations }) => operations.length > 0);
  if (entry === undefined) return services;
  selection.report(entry.at, diagnostics);
  const [first, ...others] = lowerer.withPolicies;
  if (first !== undefined) {
    const also = others.length === 0 ? "" : ` (and of ${others.map(({ port }) => port).join(", ")})`;
    const message = `the policies of ${first.port}${also} are not enforced: the comments of the services name them`;
    diagnostics.report("wsdl.policy", first.at, message);
  }
  if (services.length > 0 || selected !== undefined) return services;
  const isService = definitions.services.length + definitions.bindings.size > 0;
  const why = isService ? "no operation of any port can be carried" : "there is no service";
  for (const namespace of messages.absent) {
    const message = `${why}: no schema of ${namespace} is at hand, which messages are made of`;
    diagnostics.report("source.missing", entry.at, message);
  }
  if (set.elements.size + set.types.size === 0) {
    // What is left out is an error, where nothing remains; what was never there is nothing to lose.
    const code = isEmpty(definitions, ports, diagnostics) ? "wsdl.empty" : "wsdl.unsupported";
    // Where documents are missing, that says it all.
    const isMissing = messages.absent.size + set.incomplete.size > 0 && !diagnostics.allowsMissing;
    const message = `${why}, and there are no elements and types: nothing is to be generated`;
    if (!isMissing) diagnostics.report(code, entry.at, message);
  } else {
    diagnostics.report("wsdl.ignored", entry.at, `${why}: only elements and types are carried`);
    lowering.everything();
  }
  return [];
}

/**
 * Whether nothing is left out of a WSDL that has no operation: none is declared, no port lacks its binding, no name is misspelt; or all
 * of it is in documents that may be absent.
 */
function isEmpty({ services, bindings }: Definitions, ports: readonly BoundPort[], diagnostics: Diagnostics): boolean {
  if (diagnostics.allowsMissing && diagnostics.all.some(({ code }) => code === "source.missing")) return true;
  const places = services.length > 0 ? services.flatMap((service) => service.ports).length : bindings.size;
  return (
    ports.length === places &&
    [...bindings.values()].every(({ operations }) => operations.length === 0) &&
    diagnostics.all.every(({ code }) => code !== "wsdl.element")
  );
}

class WsdlLowering {
  /** Ports that have policies. */
  readonly withPolicies: BoundPort[] = [];
  readonly #diagnostics: Diagnostics;
  readonly #definitions: Definitions;
  readonly #soap: SoapOperations;
  readonly #http: HttpOperations;

  readonly #selection: Selection;

  constructor(
    definitions: Definitions,
    messages: Messages,
    lowering: Lowering,
    diagnostics: Diagnostics,
    selection: Selection,
  ) {
    this.#definitions = definitions;
    this.#diagnostics = diagnostics;
    this.#selection = selection;
    this.#soap = new SoapOperations(messages, lowering, diagnostics);
    this.#http = new HttpOperations(messages, lowering);
  }

  port(bound: BoundPort): readonly ServiceDef[] {
    const { binding, at } = bound;
    const portType = found("port type", binding.portType, this.#definitions.portTypes, binding.at, this.#diagnostics);
    if (portType === undefined) {
      const message = `the port ${bound.port} is left out: there is no port type ${described(binding.portType)}`;
      this.#diagnostics.report("wsdl.resolve", binding.at, message);
      return [];
    }
    const selected = matchedOperations(binding, portType).filter(({ key, operation }) =>
      this.#selection.takes(bound.name, key, operation.name),
    );
    if (selected.length === 0) return [];
    if (bound.address === "") {
      const message = `the port ${bound.port} has no address: clients need the option endpoint`;
      this.#diagnostics.report("wsdl.ignored", at, message);
    }
    const policies = policiesOf(bound, this.#definitions.policies);
    const policy = policyDoc(policies);
    if (policy !== undefined) this.withPolicies.push(bound);
    const shared = { name: bound.name, endpoint: bound.address, ...documented(bound, portType, policy) };
    if (binding.protocol === "http") {
      const operations = this.#operations(bound, portType, selected, (operation) => this.#http.lower(operation));
      return [{ kind: "xml", ...shared, parameters: [], operations }];
    }
    const operations = this.#operations(bound, portType, selected, (operation) => this.#soap.lower(operation));
    const version = binding.protocol === "soap12" ? "1.2" : "1.1";
    return [{ kind: "soap", ...shared, version, addressing: addressingIn(policies.assertions), operations }];
  }

  /** The operations that can be lowered; the others are left out, by name. */
  #operations<T>(
    bound: BoundPort,
    portType: PortTypeSyntax,
    selected: readonly MatchedOperation[],
    lower: (operation: BoundOperation) => T,
  ): readonly T[] {
    const { binding } = bound;
    return selected.flatMap(({ key, operation, declared }) => {
      if (declared === undefined) {
        const message = `the operation ${operation.name} is left out: the port type ${portType.name[1]} has none of that name`;
        this.#diagnostics.report("wsdl.resolve", operation.at, message);
        return [];
      }
      try {
        return [lower({ key, service: bound.service, binding, portType: portType.name, operation, declared })];
      } catch (error) {
        if (!(error instanceof LeftOut)) throw error;
        const message = `the operation ${operation.name} of ${bound.port} is left out: ${error.message}`;
        this.#diagnostics.report("wsdl.skipped", error.at, message);
        return [];
      }
    });
  }
}

function documented({ at, doc = "" }: BoundPort, portType: PortTypeSyntax, policy: string | undefined): Documented {
  const said = [doc === "" ? portType.doc : doc, policy].filter((part) => part !== undefined);
  return said.length === 0 ? { at } : { at, doc: said.join("\n\n") };
}
