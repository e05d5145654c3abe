/** The ports of a contract: which are carried, and what their descriptors are called. */
import type { Diagnostics } from "../diagnostics.ts";
import type { Documented } from "../xsd/components.ts";
import { described, found, type Definitions } from "./definitions.ts";
import type { BindingProtocol, BindingSyntax, PolicySyntax, PortSyntax, ServiceSyntax } from "./syntax.ts";

/** A port with its binding. */
export interface BoundPort extends Documented {
  /** Name of the descriptor. */
  readonly name: string;
  /** Name of the port in the contract. */
  readonly port: string;
  readonly service: string;
  readonly address: string;
  readonly binding: BindingSyntax;
  /** Those of the port and those of its binding. */
  readonly policies: readonly PolicySyntax[];
}

const overHttp = new Set([
  "",
  "http://schemas.xmlsoap.org/soap/http",
  "http://schemas.xmlsoap.org/soap/http/",
  "http://www.w3.org/2003/05/soap/bindings/HTTP/",
  "http://schemas.xmlsoap.org/wsdl/soap/http",
  "http://schemas.xmlsoap.org/wsdl/http/",
]);

/** The first of these in a service has the service's name, the others the names of their ports. */
const preference: readonly BindingProtocol[] = ["soap11", "soap12", "http", "other"];

/** The ports of all services; where there is no service, the bindings, whose address a client has to be told. */
export function boundPorts(definitions: Definitions, diagnostics: Diagnostics): readonly BoundPort[] {
  if (definitions.services.length > 0) {
    return definitions.services.flatMap((service) => portsOf(service, definitions, diagnostics));
  }
  return [...definitions.bindings.values()]
    .filter((binding) => isCarried(binding, binding.name[1], diagnostics))
    .map((binding) => {
      const [, name] = binding.name;
      const at = binding.doc === undefined ? { at: binding.at } : { at: binding.at, doc: binding.doc };
      return { name, port: name, service: name, address: "", binding, policies: binding.policies, ...at };
    });
}

function portsOf(service: ServiceSyntax, definitions: Definitions, diagnostics: Diagnostics): readonly BoundPort[] {
  const bounds = service.ports.flatMap((port): readonly { port: PortSyntax; binding: BindingSyntax }[] => {
    const binding = found("binding", port.binding, definitions.bindings, port.at, diagnostics);
    if (binding === undefined) {
      const message = `the port ${port.name} is left out: there is no binding ${described(port.binding)}`;
      diagnostics.report("wsdl.resolve", port.at, message);
      return [];
    }
    return isCarried(binding, port.name, diagnostics, port) ? [{ port, binding }] : [];
  });
  const best = preference.find((protocol) => bounds.some(({ binding }) => binding.protocol === protocol));
  const first = bounds.find(({ binding }) => binding.protocol === best);
  return bounds.map((bound) => {
    const { port, binding } = bound;
    const doc = service.doc ?? port.doc;
    const said = doc === undefined ? { at: port.at } : { at: port.at, doc };
    const name = bound === first ? service.name : port.name;
    const policies = [...port.policies, ...binding.policies];
    return { name, port: port.name, service: service.name, address: port.address, binding, policies, ...said };
  });
}

function isCarried(
  binding: BindingSyntax,
  name: string,
  diagnostics: Diagnostics,
  { at }: Documented = binding,
): boolean {
  const { protocol, transport } = binding;
  if (protocol === "other") {
    diagnostics.report("wsdl.skipped", at, `the port ${name} is left out: its binding is neither of SOAP nor of HTTP`);
    return false;
  }
  if (!overHttp.has(transport)) {
    const message = `the port ${name} has the transport ${transport}: its client speaks HTTP unless it is given another`;
    diagnostics.report("wsdl.ignored", at, message);
  }
  return true;
}
