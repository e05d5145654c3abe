/** Which ports of a service are carried: the first SOAP 1.1 document/literal one of each port type. */
import type { Diagnostics } from "../diagnostics.ts";
import { keyOf } from "../xsd/components.ts";
import type { BindingSyntax, PortSyntax, ServiceSyntax } from "./syntax.ts";

/** A port with its binding. */
export interface BoundPort {
  readonly port: PortSyntax;
  readonly binding: BindingSyntax;
}

const http = "http://schemas.xmlsoap.org/soap/http";

/**
 * Chooses ports. One that is left out is a warning where another one of the service is carried: its operations are those of the
 * other as a rule.
 */
export function usablePorts(
  service: ServiceSyntax,
  ports: readonly BoundPort[],
  diagnostics: Diagnostics,
): readonly BoundPort[] {
  const usable = new Map<string, BoundPort>();
  for (const bound of ports) {
    const key = keyOf(bound.binding.portType);
    if (obstacleOf(bound.binding) === undefined && !usable.has(key)) usable.set(key, bound);
  }
  const carried = [...usable.values()];
  for (const bound of ports.filter((candidate) => !carried.includes(candidate))) {
    const obstacle = obstacleOf(bound.binding);
    const twin = usable.get(keyOf(bound.binding.portType));
    const instead = twin === undefined ? "" : `; ${twin.port.name} has the same operations`;
    const reason = obstacle === undefined ? "" : ` has ${obstacle}, which is not carried yet, and`;
    const message = `the port ${bound.port.name} of ${service.name}${reason} is left out${instead}`;
    diagnostics.report(carried.length === 0 ? "wsdl.unsupported" : "wsdl.ignored", bound.port.at, message);
  }
  return carried;
}

/** Why a binding cannot be carried; undefined where it can. */
function obstacleOf({ protocol, transport, style, operations }: BindingSyntax): string | undefined {
  if (protocol === "soap12") return "a SOAP 1.2 binding";
  if (protocol === "other") return "a binding other than SOAP";
  if (transport !== http) return `a transport other than HTTP (${transport})`;
  const isRpc = operations.length > 0 && operations.every((operation) => (operation.style ?? style) === "rpc");
  return isRpc ? "an rpc binding" : undefined;
}
