/** Calls to the sandbox as another client would make them: by hand, over fetch, without this library. */
import type { Sandbox } from "../../src/sandbox/index.ts";

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

async function reply(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

const bulk = "https://bingads.microsoft.com/CampaignManagement/v13";

/** Which SOAP headers to send in place of the accepted ones; undefined leaves one out. */
export type BulkHeaders = Readonly<Record<string, string | undefined>>;

/** A call to Microsoft Advertising's Bulk service. */
export function bulkCall(
  sandbox: Sandbox,
  operation: string,
  content: string,
  other: BulkHeaders = {},
  init: RequestInit = {},
): Promise<Reply> {
  const { authenticationToken, developerToken, customerId, accountId } = sandbox.credentials.microsoftAdvertising;
  const headers = {
    AuthenticationToken: authenticationToken,
    CustomerAccountId: accountId,
    CustomerId: customerId,
    DeveloperToken: developerToken,
    ...other,
  };
  const entries = Object.entries(headers).map(([name, value]) =>
    value === undefined ? "" : `<${name}>${value}</${name}>`,
  );
  const body =
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header xmlns="${bulk}">${entries.join("")}</s:Header>` +
    `<s:Body><q:${operation}Request xmlns:q="${bulk}" xmlns="${bulk}">${content}</q:${operation}Request></s:Body></s:Envelope>`;
  return reply(sandbox.endpoints.microsoftAdvertising, {
    method: "POST",
    body,
    ...init,
    headers: { "content-type": "text/xml; charset=utf-8", soapaction: `"${operation}"`, ...init.headers },
  });
}

/** A call to eBay's Bulk Data Exchange service, or to its File Transfer service. */
export function ebayCall(
  sandbox: Sandbox,
  operation: string,
  content: string,
  headers: Readonly<Record<string, string>> = {},
  service: "ebay" | "ebayFiles" = "ebay",
): Promise<Reply> {
  return reply(sandbox.endpoints[service], {
    method: "POST",
    body: `<?xml version="1.0"?><${operation}Request xmlns="http://www.ebay.com/marketplace/services">${content}</${operation}Request>`,
    headers: {
      "content-type": "text/xml",
      "x-ebay-soa-operation-name": operation,
      "x-ebay-soa-security-token": sandbox.credentials.ebay.token,
      ...headers,
    },
  });
}

/** A call to Salesforce's Bulk API. */
export function salesforceCall(sandbox: Sandbox, path: string, init: RequestInit = {}): Promise<Reply> {
  const headers = { "x-sfdc-session": sandbox.credentials.salesforce.sessionId, ...init.headers };
  return reply(sandbox.endpoints.salesforce + path, { ...init, headers });
}

/** A POST of a document to Salesforce's Bulk API. */
export function salesforcePost(sandbox: Sandbox, path: string, body: string, type = "application/xml"): Promise<Reply> {
  return salesforceCall(sandbox, path, { method: "POST", body, headers: { "content-type": type } });
}

/** A call to SuperOffice's API. */
export function superOfficeCall(sandbox: Sandbox, path: string, init: RequestInit = {}): Promise<Reply> {
  const { scheme, token, appToken } = sandbox.credentials.superOffice;
  const headers = { authorization: `${scheme} ${token}`, "so-apptoken": appToken, ...init.headers };
  return reply(sandbox.endpoints.superOffice + path, { ...init, headers });
}

/** A document for ExactTarget's XML API. */
export function targetDocument(sandbox: Sandbox, system: string, password?: string): string {
  const { username, password: accepted } = sandbox.credentials.exactTarget;
  const secret = `<![CDATA[${password ?? accepted}]]>`;
  return (
    `<?xml version="1.0"?><exacttarget><authorization><username>${username}</username><password>${secret}</password>` +
    `</authorization><system>${system}</system></exacttarget>`
  );
}

/** A call to ExactTarget's XML API. */
export function targetCall(sandbox: Sandbox, system: string, password?: string): Promise<Reply> {
  const xml = targetDocument(sandbox, system, password);
  return reply(sandbox.endpoints.exactTarget, { method: "POST", body: new URLSearchParams({ qf: "xml", xml }) });
}

/** The inquiry about a batch of ExactTarget. */
export function inquiry(id: string): string {
  return (
    "<system_name>batch</system_name><action>inquire</action><search_type>batchid</search_type>" +
    `<search_value>${id}</search_value>`
  );
}

/** The text of the first element of that local name. */
export function elementText(xml: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
}

/** A member of a JSON object. */
export function member(json: string, name: string): unknown {
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === "object" && parsed !== null
    ? new Map<string, unknown>(Object.entries(parsed)).get(name)
    : undefined;
}
