/** Answers of the five vendors, written by hand, for facades whose `fetch` is a test's own. */

/** One HTTP answer. */
export interface Answer {
  readonly body: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A `fetch` that answers one after the other; the last one stays. An Error in place of an answer: no connection. */
export function answering(...answers: readonly (Answer | Error | ((request: Request) => Answer))[]): {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: Request[];
} {
  const requests: Request[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const next = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request.clone());
      if (next === undefined) throw new Error("no answer is left");
      if (next instanceof Error) throw next;
      const { body, status = 200, headers } = typeof next === "function" ? next(request) : next;
      return new Response(body, { status, headers: { "content-type": typeOf(body), ...headers } });
    },
  };
}

function typeOf(body: string): string {
  if (body.startsWith("{")) return "application/json; charset=utf-8";
  return body.startsWith("<!DOCTYPE html") ? "text/html" : "text/xml; charset=utf-8";
}

const bulk = "https://bingads.microsoft.com/CampaignManagement/v13";
const adapi = "https://adapi.microsoft.com";

function envelope(body: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><h:TrackingId xmlns:h="${bulk}">t-1</h:TrackingId></s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** Answer of GetBulkUploadStatus or GetBulkDownloadStatus; `inner` goes before the state, `url` behind it. */
export function bulkStatus(
  kind: "Upload" | "Download",
  state: string,
  more: { inner?: string; url?: string } = {},
): Answer {
  const url = more.url === undefined ? "" : `<ResultFileUrl>${more.url}</ResultFileUrl>`;
  return {
    body: envelope(
      `<GetBulk${kind}StatusResponse xmlns="${bulk}">${more.inner ?? ""}<RequestStatus>${state}</RequestStatus>${url}</GetBulk${kind}StatusResponse>`,
    ),
  };
}

/** A fault with an operation error, as the Bulk service refuses a request. */
export function apiFault(code: number, symbol: string, message: string): Answer {
  const error = `<OperationError><Code>${code}</Code><Details>for details</Details><ErrorCode>${symbol}</ErrorCode><Message>${message}</Message></OperationError>`;
  return fault(
    `<ApiFaultDetail xmlns="${bulk}"><TrackingId xmlns="${adapi}">t-1</TrackingId><BatchErrors/><OperationErrors>${error}</OperationErrors></ApiFaultDetail>`,
  );
}

/** A fault about credentials and the like. */
export function adApiFault(code: number, symbol: string, message: string): Answer {
  const error = `<AdApiError><Code>${code}</Code><Detail/><ErrorCode>${symbol}</ErrorCode><Message>${message}</Message></AdApiError>`;
  return fault(
    `<AdApiFaultDetail xmlns="${adapi}"><TrackingId>t-1</TrackingId><Errors>${error}</Errors></AdApiFaultDetail>`,
  );
}

function fault(detail: string): Answer {
  return {
    body: envelope(
      `<s:Fault><faultcode>s:Server</faultcode><faultstring>Invalid client data.</faultstring><detail>${detail}</detail></s:Fault>`,
    ),
    status: 500,
  };
}

const ebayNamespace = "http://www.ebay.com/marketplace/services";

/** Answer of getJobStatus with one profile; `more` goes behind the time of creation. */
export function ebayJob(state: string, more = "", ack = "<ack>Success</ack>"): Answer {
  return {
    body: `<?xml version='1.0' encoding='UTF-8'?><getJobStatusResponse xmlns="${ebayNamespace}">${ack}<version>1.5.0</version><timestamp>2012-06-02T21:04:00.000Z</timestamp><jobProfile><jobId>7</jobId><jobType>AddItem</jobType><jobStatus>${state}</jobStatus><creationTime>2012-06-02T21:03:56.000Z</creationTime>${more}</jobProfile></getJobStatusResponse>`,
  };
}

function ebayError(id: number, category: string, message: string): string {
  return `<error><errorId>${id}</errorId><domain>Marketplace</domain><severity>Error</severity><category>${category}</category><message>${message}</message></error>`;
}

/** Answer of getJobStatus that refuses the call. */
export function ebayRefusal(id: number, category: string, message: string): Answer {
  return {
    body: `<getJobStatusResponse xmlns="${ebayNamespace}"><ack>Failure</ack><errorMessage>${ebayError(id, category, message)}</errorMessage></getJobStatusResponse>`,
  };
}

/** The bare error message with HTTP status 500. */
export function ebayBareError(id: number, category: string, message: string): Answer {
  return {
    body: `<errorMessage xmlns="${ebayNamespace}">${ebayError(id, category, message)}</errorMessage>`,
    status: 500,
  };
}

const dataload = "http://www.force.com/2009/06/asyncapi/dataload";

/** What a batch has beside its state. */
export interface BatchFields {
  readonly id?: string;
  readonly message?: string;
  readonly created?: string;
  readonly processed?: number;
  readonly failed?: number;
}

function batchXml(state: string, { id = "751a", message, created, processed = 0, failed }: BatchFields): string {
  const text = message === undefined ? "" : `<stateMessage>${message}</stateMessage>`;
  const failures = failed === undefined ? "" : `<numberRecordsFailed>${failed}</numberRecordsFailed>`;
  return `<id>${id}</id><jobId>750a</jobId><state>${state}</state>${text}<createdDate>${created ?? "2012-06-02T21:03:56.000Z"}</createdDate><numberRecordsProcessed>${processed}</numberRecordsProcessed>${failures}`;
}

/** Answer of getBatch. */
export function batch(state: string, fields: BatchFields = {}): Answer {
  return { body: `<batchInfo xmlns="${dataload}">${batchXml(state, fields)}</batchInfo>` };
}

/** Answer of listBatches. */
export function batchList(...batches: readonly (readonly [state: string, fields?: BatchFields])[]): Answer {
  const items = batches.map(([state, fields = {}]) => `<batchInfo>${batchXml(state, fields)}</batchInfo>`);
  return { body: `<batchInfoList xmlns="${dataload}">${items.join("")}</batchInfoList>` };
}

/** Answer of getJob; `more` goes behind the state. */
export function salesforceJob(state: string, more = ""): Answer {
  return {
    body: `<jobInfo xmlns="${dataload}"><id>750a</id><operation>query</operation><object>Account</object><createdDate>2012-06-02T21:03:56.000Z</createdDate><state>${state}</state>${more}</jobInfo>`,
  };
}

/** An error of Salesforce's. */
export function salesforceError(code: string, message: string): Answer {
  return {
    body: `<?xml version="1.0" encoding="UTF-8"?><error\n   xmlns="${dataload}"><exceptionCode>${code}</exceptionCode><exceptionMessage>${message}</exceptionMessage></error>`,
    status: 400,
  };
}

/** Answer of GET /BatchTask/{id}. */
export function task(state: string, members: Readonly<Record<string, unknown>> = {}): Answer {
  return { body: JSON.stringify({ Id: 212, Name: "Export", State: state, ...members }) };
}

/** An error of SuperOffice's. */
export function taskError(status: number, type: string, message: string): Answer {
  return {
    body: JSON.stringify({ Error: true, ErrorType: type, ErrorMessage: message, ErrorSource: "SuperOffice" }),
    status,
  };
}

/** Answer of ExactTarget's; `inner` stands in the element of the system. */
export function exactTargetAnswer(inner: string, system = "Batch"): Answer {
  return {
    body: `<?xml version='1.0'?>\n<exacttarget>\n<system>\n<${system}>${inner}</${system}>\n</system>\n</exacttarget>`,
  };
}

/** A gateway's page. */
export function htmlPage(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { body: "<!DOCTYPE html><html><body>Service Unavailable</body></html>", status, headers };
}
