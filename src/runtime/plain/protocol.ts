import { runCall, type Call, type Connection, type Outcome } from "../call.ts";
import { endpointOf } from "../endpoint.ts";
import type { CallOptions, Protocol, XmlClientOptions, XmlParameter } from "../service.ts";
import { transportOf } from "../transport.ts";
import { answerOf } from "./answer.ts";
import { outgoing, type Operation, type Request, type Target } from "./request.ts";

/** Plain XML over HTTP, as an operations table describes it. */
export const xml: Protocol<"xml"> = { kind: "xml", connect };

/** A service's descriptor without the types of its messages. */
interface Service {
  readonly name: string;
  readonly endpoint: string;
  readonly parameters?: Readonly<Record<string, XmlParameter>>;
  readonly operations: Readonly<Record<string, Operation>>;
}

type Method = (request?: Request, options?: CallOptions) => Promise<Outcome>;

function connect(service: Service, options: XmlClientOptions): Readonly<Record<string, Method>> {
  const endpoint = endpointOf(service.name, options.endpoint ?? service.endpoint);
  const target: Target = { endpoint, parameters: service.parameters ?? {}, options };
  const connection: Connection = { service: service.name, options, transport: transportOf(options) };
  const methodOf =
    (name: string, operation: Operation): Method =>
    (request = {}, callOptions = {}) =>
      runCall(connection, name, callOptions, (call) => invoke(call, operation, request, target, callOptions));
  return Object.fromEntries(
    Object.entries(service.operations).map(([name, operation]) => [name, methodOf(name, operation)]),
  );
}

async function invoke(
  call: Call,
  operation: Operation,
  request: Request,
  target: Target,
  callOptions: CallOptions,
): Promise<Outcome> {
  const { options } = target;
  // A raw body is the caller's file: nothing in it stands under a name.
  if (operation.input !== "raw") call.secrets.addFrom(request);
  const response = await call.send(await outgoing(call, operation, request, target));
  const mode = callOptions.mode ?? options.mode ?? "tolerant";
  const { onUnexpected } = options;
  const decoding = onUnexpected === undefined ? { mode } : { mode, onUnexpected };
  return { data: await answerOf(call, operation, response, decoding), headers: undefined, response };
}
