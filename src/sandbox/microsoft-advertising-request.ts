/** Reads requests of the Bulk service the way its framework does: namespaces and order count, what does not fit is ignored. */
import { bulkNamespace, FrameworkFault, nilAttribute } from "./microsoft-advertising-faults.ts";
import { childText, type Element } from "./xml.ts";

const soapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
const arraysNamespace = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

/** An operation of the Bulk service. */
export type BulkOperation =
  | "DownloadCampaignsByAccountIds"
  | "DownloadCampaignsByCampaignIds"
  | "GetBulkDownloadStatus"
  | "GetBulkUploadStatus"
  | "GetBulkUploadUrl"
  | "UploadEntityRecords";

const submission = ["CompressionType", "DataScope", "DownloadEntities", "DownloadFileType", "FormatVersion"];

/** The elements of each request in the contract's order. */
const requestOrder: Readonly<Record<BulkOperation, readonly string[]>> = {
  DownloadCampaignsByAccountIds: ["AccountIds", ...submission, "LastSyncTimeInUTC"],
  DownloadCampaignsByCampaignIds: ["Campaigns", ...submission, "LastSyncTimeInUTC"],
  GetBulkDownloadStatus: ["RequestId"],
  GetBulkUploadStatus: ["RequestId"],
  GetBulkUploadUrl: ["ResponseMode", "AccountId"],
  UploadEntityRecords: ["EntityRecords", "ResponseMode", "AccountId"],
};

/** The values of the enumerations; a list's items are told apart by white space. */
const enumerations: Readonly<Record<string, readonly string[]>> = {
  CompressionType: ["Zip", "GZip"],
  DataScope: ["EntityData", "QualityScoreData", "BidSuggestionsData"],
  DownloadFileType: ["Csv", "Tsv"],
  ResponseMode: ["ErrorsOnly", "ErrorsAndResults"],
};

/** A request to the Bulk service. */
export interface BulkRequest {
  readonly operation: BulkOperation;
  /** The SOAP headers of the service. */
  readonly headers: ReadonlyMap<string, string>;
  /** The elements that the service understood, nil ones left out; undefined where the body is not the operation's. */
  readonly parameters: ReadonlyMap<string, Element> | undefined;
}

/** Reads an envelope. Throws FrameworkFault. */
export function readBulkRequest(envelope: Element, soapAction: string | undefined): BulkRequest {
  const operation = operationOf(soapAction);
  const [header, body] = ["Header", "Body"].map((name) =>
    envelope.children.find((one) => one.name === name && one.namespace === soapNamespace),
  );
  const headers = new Map<string, string>();
  for (const one of header?.children ?? []) {
    if (one.namespace === bulkNamespace && !isNil(one)) headers.set(one.name, one.text);
  }
  const message = body?.children.find(
    (one) => one.name === `${operation}Request` && one.namespace === bulkNamespace && !isNil(one),
  );
  return { operation, headers, parameters: message && parametersOf(message, requestOrder[operation]) };
}

function operationOf(soapAction: string | undefined): BulkOperation {
  const action = (soapAction ?? "").replace(/^"(.*)"$/, "$1");
  const known = Object.keys(requestOrder).find((name): name is BulkOperation => name === action);
  if (known !== undefined) return known;
  throw new FrameworkFault("action", `The message with Action '${action}' cannot be processed at the receiver`);
}

function parametersOf(message: Element, order: readonly string[]): ReadonlyMap<string, Element> {
  const parameters = new Map<string, Element>();
  let from = 0;
  for (const one of message.children) {
    const at = one.namespace === bulkNamespace ? order.indexOf(one.name, from) : -1;
    if (at < 0) continue;
    from = at + 1;
    if (isNil(one)) continue;
    checkEnumeration(one);
    parameters.set(one.name, one);
  }
  return parameters;
}

function checkEnumeration(one: Element): void {
  const values = enumerations[one.name];
  const wrong = one.text.split(/\s+/).find((word) => word !== "" && values?.includes(word) === false);
  if (wrong !== undefined) {
    throw new FrameworkFault("deserialization", `Invalid enum value '${wrong}' cannot be deserialized (${one.name})`);
  }
}

function isNil(element: Element): boolean {
  const value = element.attributes.get(nilAttribute)?.trim();
  return value === "true" || value === "1";
}

/** The text of a parameter. */
export function textParameter(request: BulkRequest, name: string): string | undefined {
  return request.parameters?.get(name)?.text.trim();
}

/** The items of a parameter that is an array of numbers or strings. */
export function arrayParameter(request: BulkRequest, name: string): readonly string[] {
  const items = request.parameters?.get(name)?.children ?? [];
  return items.filter((one) => one.namespace === arraysNamespace && !isNil(one)).map((one) => one.text);
}

/** The ids of the campaigns that a request names. */
export function campaignParameter(request: BulkRequest): readonly string[] {
  const scopes = request.parameters?.get("Campaigns")?.children ?? [];
  return scopes.flatMap((scope) => childText(scope, "CampaignId") ?? []);
}
