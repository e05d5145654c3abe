/** WSDL services to the model: a descriptor for each port that speaks SOAP. */
import type { Diagnostics } from "../diagnostics.ts";
import type { ServiceDef, SoapServiceDef } from "../model/model.ts";
import { keyOf, type Documented, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { definitionsOf, described, type Definitions } from "./definitions.ts";
import { LeftOut } from "./left-out.ts";
import { Messages } from "./messages.ts";
import { matchedOperations } from "./operations.ts";
import { boundPorts, type BoundPort } from "./ports.ts";
import { SoapOperations } from "./soap.ts";
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
): readonly ServiceDef[] {
  const definitions = definitionsOf(documents, diagnostics);
  const [entry] = documents;
  const ports = boundPorts(definitions, diagnostics);
  if (definitions.services.length + definitions.bindings.size === 0 && entry !== undefined) {
    diagnostics.report("wsdl.ignored", entry.at, "there is no service: only elements and types are carried");
    lowering.everything();
    return [];
  }
  const lowerer = new WsdlLowering(definitions, set, lowering, diagnostics);
  const services = ports.flatMap((port) => lowerer.port(port));
  if (services.every(({ operations }) => operations.length === 0) && entry !== undefined) {
    const message = "nothing of this contract can be carried: no operation of any port remains";
    diagnostics.report("wsdl.unsupported", entry.at, message);
  }
  return services;
}

class WsdlLowering {
  readonly #diagnostics: Diagnostics;
  readonly #definitions: Definitions;
  readonly #soap: SoapOperations;

  constructor(definitions: Definitions, set: SchemaSet, lowering: Lowering, diagnostics: Diagnostics) {
    this.#definitions = definitions;
    this.#diagnostics = diagnostics;
    this.#soap = new SoapOperations(new Messages(definitions.messages, set), lowering, diagnostics);
  }

  port(bound: BoundPort): readonly ServiceDef[] {
    const { binding, at } = bound;
    const portType = this.#definitions.portTypes.get(keyOf(binding.portType));
    if (portType === undefined) {
      const message = `the port ${bound.port} is left out: there is no port type ${described(binding.portType)}`;
      this.#diagnostics.report("wsdl.resolve", binding.at, message);
      return [];
    }
    if (bound.address === "") {
      const message = `the port ${bound.port} has no address: clients need the option endpoint`;
      this.#diagnostics.report("wsdl.ignored", at, message);
    }
    return [this.#soapService(bound, portType)];
  }

  #soapService(bound: BoundPort, portType: PortTypeSyntax): SoapServiceDef {
    const { binding, name, address } = bound;
    const operations = matchedOperations(binding, portType).flatMap(({ key, operation, declared }) => {
      if (declared === undefined) {
        const message = `the operation ${operation.name} is left out: the port type ${portType.name[1]} has none of that name`;
        this.#diagnostics.report("wsdl.resolve", operation.at, message);
        return [];
      }
      try {
        return [this.#soap.lower({ key, service: bound.service, binding, operation, declared })];
      } catch (error) {
        if (!(error instanceof LeftOut)) throw error;
        const message = `the operation ${operation.name} of ${bound.port} is left out: ${error.message}`;
        this.#diagnostics.report("wsdl.skipped", error.at, message);
        return [];
      }
    });
    const version = binding.protocol === "soap12" ? "1.2" : "1.1";
    return { kind: "soap", name, version, endpoint: address, operations, ...documented(bound, portType) };
  }
}

function documented({ at, doc = "" }: BoundPort, portType: PortTypeSyntax): Documented {
  const said = doc === "" ? portType.doc : doc;
  return said === undefined ? { at } : { at, doc: said };
}
