import type { RestClient } from "./rest/client-types.ts";
import type {
  ClientOptions,
  Protocol,
  RestService,
  SoapClient,
  SoapClientOptions,
  SoapHeaderName,
  SoapOperationTypes,
  SoapService,
  XmlClient,
  XmlClientOptions,
  XmlOperationTypes,
  XmlService,
} from "./service.ts";

/**
 * Makes a client for a service. Every call answers `{ data, response, headers }` or `{ error, response }`; none rejects.
 *
 * @throws TypeError where the endpoint is no absolute URL
 */
export function createClient<T extends { readonly [K in keyof T]: SoapOperationTypes }>(
  service: SoapService<T>,
  options?: SoapClientOptions<SoapHeaderName<T>>,
): SoapClient<T>;
export function createClient<T extends { readonly [K in keyof T]: XmlOperationTypes }>(
  service: XmlService<T>,
  options?: XmlClientOptions,
): XmlClient<T>;
export function createClient<Paths extends {}>(service: RestService<Paths>, options?: ClientOptions): RestClient<Paths>;
export function createClient(
  service: { readonly protocol: Protocol<"soap" | "xml" | "rest"> },
  options: ClientOptions = {},
): unknown {
  // The overloads pair each kind of service with its options; a protocol module takes the kind that names it.
  return service.protocol.connect(service as never, options as never);
}
