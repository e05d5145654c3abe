/** Facades whose `fetch` is a test's own, with credentials that must never be shown. */
import { ebay, type Ebay } from "../../src/ebay.ts";
import { exactTarget, type ExactTarget } from "../../src/exacttarget.ts";
import { microsoftAdvertising, type MicrosoftAdvertising } from "../../src/microsoft-advertising.ts";
import { salesforce, type Salesforce } from "../../src/salesforce.ts";
import { superOffice, type SuperOffice } from "../../src/superoffice.ts";

type Fetch = typeof globalThis.fetch;
type Secret = string | (() => Promise<string>);

export const planted = "planted-Secret&<1>";

export function microsoftWith(fetch: Fetch, token: Secret = planted): MicrosoftAdvertising {
  return microsoftAdvertising({ fetch, token, developerToken: planted, customerId: "21025739", accountId: "8505101" });
}

export function ebayWith(fetch: Fetch, token: Secret = planted): Ebay {
  return ebay({ fetch, token });
}

export function salesforceWith(fetch: Fetch, session: Secret = planted, version = "67.0"): Salesforce {
  return salesforce({ fetch, session, instance: "https://example.my.salesforce.com", version });
}

export function superOfficeWith(fetch: Fetch, token: Secret = planted): SuperOffice {
  return superOffice({ fetch, token, endpoint: "https://online.superoffice.com/Cust12345/api/v1" });
}

export function exactTargetWith(fetch: Fetch, password: Secret = planted): ExactTarget {
  return exactTarget({ fetch, username: "planted-user", password });
}
