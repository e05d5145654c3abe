/** Faults of the Bulk service as node-soap has to be told them: it writes no namespaces into a fault's detail by itself. */

import { field, type Field } from "./fields.ts";

/** Namespaces of the Bulk service, as node-soap's attributes and the reader need them. */
export const bulkNamespace = "https://bingads.microsoft.com/CampaignManagement/v13";
const adapiNamespace = "https://adapi.microsoft.com";
const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/** The attribute by which an element says that it is nil. */
export const nilAttribute: string = `{${instanceNamespace}}nil`;

/** A value in node-soap's own form: elements by name, `attributes` and `$value` beside them. */
type SoapValue = string | number | SoapObject | readonly SoapValue[];

/** An element with content in node-soap's own form. */
export interface SoapObject {
  readonly [name: string]: SoapValue | Readonly<Record<string, string>>;
}

/** Nil as the service writes it. node-soap's own way (null) uses a prefix that it never declares. */
export const nil: SoapObject = { attributes: { "i:nil": "true", "xmlns:i": instanceNamespace } };

/** An error of the service: number, symbol and text. */
export interface BulkError {
  readonly code: number;
  readonly symbol: string;
  readonly message: string;
}

const clientData = "Invalid client data. Check the SOAP fault details for more information";

/** A fault on its way to node-soap, which takes thrown objects with a `Fault`. */
export class BulkFault extends Error {
  readonly Fault: SoapObject;

  private constructor(detail: SoapObject) {
    super(clientData);
    const faultstring = { attributes: { "xml:lang": "en-US" }, $value: clientData };
    // The prefix is the envelope's: node-soap is told to use it.
    this.Fault = { faultcode: "s:Server", faultstring, detail };
  }

  /** Refused before the operation began: credentials. */
  static adApi(error: BulkError, trackingId: string, turned: boolean): BulkFault {
    const { code, symbol, message } = error;
    const entry = oriented({ Code: code, Detail: nil, ErrorCode: symbol, Message: message }, turned);
    const content = oriented({ TrackingId: trackingId, Errors: { AdApiError: [entry] } }, turned);
    return new BulkFault({
      AdApiFaultDetail: { attributes: { xmlns: adapiNamespace }, ...content },
    });
  }

  /** Refused by the operation. The detail extends a type of another namespace, so that TrackingId is in that one. */
  static api(error: BulkError, trackingId: string, turned: boolean): BulkFault {
    const tracking = { attributes: { xmlns: adapiNamespace }, $value: trackingId };
    const errors = { OperationError: [operationError(error, turned)] };
    const content = oriented({ TrackingId: tracking, BatchErrors: {}, OperationErrors: errors }, turned);
    return new BulkFault({
      ApiFaultDetail: { attributes: { xmlns: bulkNamespace }, ...content },
    });
  }
}

/** Why the SOAP framework itself refuses a message: the prefix, namespace and name of its fault code. */
export const frameworkFaults = {
  action: { code: "ActionNotSupported", namespace: "http://schemas.microsoft.com/ws/2005/05/addressing/none" },
  deserialization: {
    code: "DeserializationFailed",
    namespace: "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher",
  },
} as const;

/** A message that the SOAP framework refuses before the service sees it. */
export class FrameworkFault extends Error {
  readonly reason: keyof typeof frameworkFaults;

  constructor(reason: keyof typeof frameworkFaults, message: string) {
    super(message);
    this.reason = reason;
  }

  /** The envelope. Written here: node-soap cannot answer for an operation that its WSDL does not have. */
  envelope(): Field {
    const { code, namespace } = frameworkFaults[this.reason];
    const fault = field("s:Fault", [
      field("faultcode", `a:${code}`, { "xmlns:a": namespace }),
      field("faultstring", this.message, { "xml:lang": "en-US" }),
    ]);
    const envelope = { "xmlns:s": "http://schemas.xmlsoap.org/soap/envelope/" };
    return field("s:Envelope", [field("s:Body", [fault])], envelope);
  }
}

/** An OperationError: `Details` here, `Detail` in the other namespace. */
export function operationError(error: BulkError, turned: boolean): SoapObject {
  const { code, symbol, message } = error;
  return oriented({ Code: code, Details: nil, ErrorCode: symbol, Message: message }, turned);
}

/** An object with its members in order, or turned around: the contract's order is alphabetical here already. */
export function oriented(value: SoapObject, turned: boolean): SoapObject {
  return turned ? Object.fromEntries(Object.entries(value).toReversed()) : value;
}
