/**
 * Work (a): answers of GetBulkUploadStatus in their SOAP envelopes, indented and with xsi:nil="false" all over as the service's
 * documentation shows them.
 */
import type {
  BulkServiceResponseHeaders,
  GetBulkUploadStatusResponse,
  KeyValuePairOfstringstring,
  OperationError,
} from "../../../generated/microsoft-advertising/bulk-service.ts";
import type { Envelope } from "../../../src/runtime/index.ts";
import { characters, escaped, pick, randomFrom, whole, type Random } from "./random.ts";

/** A decoded answer. */
export type StatusResponse = Envelope<GetBulkUploadStatusResponse, BulkServiceResponseHeaders>;

/** How many different answers there are. */
export const statusResponseCount = 64;

/** The values. */
export function statusResponses(): readonly StatusResponse[] {
  const random = randomFrom(3);
  return Array.from({ length: statusResponseCount }, () => statusResponse(random));
}

type Failure = readonly [code: number, name: string, message: string];

const failures: readonly Failure[] = [
  [3022, "BulkServiceFormatVersionNotSupported", "The format version of the file is not supported."],
  [
    1001,
    "InvalidCredentials",
    "Authentication failed: either supplied credentials are invalid or the account is inactive.",
  ],
  [4100, "CampaignServiceInvalidBudget", "The budget is < the least amount & has to be raised."],
  [207, "ConcurrentRequestOverLimit", "You have exceeded the number of concurrent requests that are permitted."],
];

function statusResponse(random: Random): StatusResponse {
  const status = pick(random, ["Completed", "CompletedWithErrors", "Failed", "FileUploaded", "InProgress"]);
  const done = status.startsWith("Completed");
  const body: GetBulkUploadStatusResponse = {
    Errors: status === "Completed" || status === "FileUploaded" ? [] : [failure(random)],
    ForwardCompatibilityMap: random() < 0.75 ? [entry(random)] : [],
    PercentComplete: done ? 100 : whole(random, 0, 99),
    RequestStatus: status,
    ResultFileUrl: done ? url(random) : null,
  };
  return { headers: { TrackingId: identifier(random) }, body };
}

function failure(random: Random): OperationError {
  const [Code, ErrorCode, Message] = pick(random, failures);
  const Details = `Row ${whole(random, 2, 400_000)}: ${characters(random, 24)}`;
  return { Code, Details, ErrorCode, Message };
}

function entry(random: Random): KeyValuePairOfstringstring {
  return { key: `Feature${whole(random, 1, 99)}`, value: characters(random, whole(random, 8, 24)) };
}

function url(random: Random): string {
  const file = `${identifier(random)}/${whole(random, 1, 9)}.zip`;
  return `https://results.example.com/bulk/${file}?sv=2024-11-04&sr=b&sig=${characters(random, 43)}%3D`;
}

function identifier(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => characters(random, length).toLowerCase()).join("-");
}

const nil = 'xmlns:d4p1="http://www.w3.org/2001/XMLSchema-instance"';
const pairs = "http://schemas.datacontract.org/2004/07/System.Collections.Generic";

/** An answer as the service writes it. */
export function statusResponseXml({ headers, body }: StatusResponse): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Header xmlns="https://bingads.microsoft.com/CampaignManagement/v13">
    <TrackingId d3p1:nil="false" ${nil.replace("d4p1", "d3p1")}>${escaped(headers.TrackingId ?? "")}</TrackingId>
  </s:Header>
  <s:Body>
    <GetBulkUploadStatusResponse xmlns="https://bingads.microsoft.com/CampaignManagement/v13">
      ${block(`Errors d4p1:nil="false" ${nil}`, (body.Errors ?? []).map(errorXml))}
      ${block(
        `ForwardCompatibilityMap xmlns:e216="${pairs}" d4p1:nil="false" ${nil}`,
        (body.ForwardCompatibilityMap ?? []).map(pairXml),
      )}
      <PercentComplete>${body.PercentComplete}</PercentComplete>
      ${nillable("RequestStatus", body.RequestStatus)}
      ${nillable("ResultFileUrl", body.ResultFileUrl)}
    </GetBulkUploadStatusResponse>
  </s:Body>
</s:Envelope>
`;
}

/** An element around its children, a line each; an empty one where there are none. */
function block(tag: string, children: readonly string[]): string {
  if (children.length === 0) return `<${tag}/>`;
  return [`<${tag}>`, ...children, `</${tag.split(" ", 1)[0]}>`].join("\n      ");
}

function errorXml(error: OperationError | null): string {
  return `  <OperationError>
          <Code>${error?.Code}</Code>
          <Details d4p1:nil="false">${escaped(error?.Details ?? "")}</Details>
          <ErrorCode d4p1:nil="false">${escaped(error?.ErrorCode ?? "")}</ErrorCode>
          <Message d4p1:nil="false">${escaped(error?.Message ?? "")}</Message>
        </OperationError>`;
}

function pairXml(pair: KeyValuePairOfstringstring): string {
  return `  <e216:KeyValuePairOfstringstring>
          <e216:key d4p1:nil="false">${escaped(pair.key ?? "")}</e216:key>
          <e216:value d4p1:nil="false">${escaped(pair.value ?? "")}</e216:value>
        </e216:KeyValuePairOfstringstring>`;
}

function nillable(name: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return `<${name} d4p1:nil="true" ${nil}/>`;
  return `<${name} d4p1:nil="false" ${nil}>${escaped(value)}</${name}>`;
}
