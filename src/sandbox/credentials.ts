/** The credentials that the stand-ins accept, and the environment that hands them to a client. Made up, worth nothing. */
import type { SandboxEndpoints } from "./options.ts";

/** What each stand-in accepts. */
export interface SandboxCredentials {
  readonly microsoftAdvertising: {
    readonly authenticationToken: string;
    /** Refused as expired (error 109); other wrong tokens are refused as invalid (105). */
    readonly expiredAuthenticationToken: string;
    readonly developerToken: string;
    readonly customerId: string;
    readonly accountId: string;
  };
  readonly ebay: { readonly token: string };
  readonly salesforce: { readonly sessionId: string };
  /** `SoTicket` wants the application token beside it; the same token is accepted as `Bearer` without. */
  readonly superOffice: { readonly scheme: "SoTicket"; readonly token: string; readonly appToken: string };
  readonly exactTarget: { readonly username: string; readonly password: string };
}

/** The one set of credentials; long enough not to occur in a message by chance, so that they can be masked by value. */
export const credentials: SandboxCredentials = {
  microsoftAdvertising: {
    authenticationToken: "sandbox-microsoft-access-token",
    expiredAuthenticationToken: "sandbox-microsoft-expired-token",
    developerToken: "SANDBOXDEVELOPERTOKEN",
    customerId: "21025739",
    accountId: "8505101",
  },
  ebay: { token: "AgAAAA**sandbox-ebay-token" },
  salesforce: { sessionId: "00D000000000001!sandbox-salesforce-session" },
  superOffice: {
    scheme: "SoTicket",
    token: "7T:sandbox-superoffice-ticket",
    appToken: "sandbox-superoffice-app-token",
  },
  exactTarget: { username: "sandbox-user", password: "sandbox & exacttarget <password>" },
};

/** Every value that must not appear in a recorded request. */
export const secrets: readonly string[] = [
  credentials.microsoftAdvertising.authenticationToken,
  credentials.microsoftAdvertising.expiredAuthenticationToken,
  credentials.microsoftAdvertising.developerToken,
  credentials.ebay.token,
  credentials.salesforce.sessionId,
  credentials.superOffice.token,
  credentials.superOffice.appToken,
  credentials.exactTarget.password,
];

/** Endpoints and credentials under the names that the command line reads. */
export function environmentOf(endpoints: SandboxEndpoints): Record<string, string> {
  const { microsoftAdvertising, ebay, salesforce, superOffice, exactTarget } = credentials;
  return {
    SPECWIRE_MICROSOFT_ADVERTISING_ENDPOINT: endpoints.microsoftAdvertising,
    SPECWIRE_MICROSOFT_ADVERTISING_TOKEN: microsoftAdvertising.authenticationToken,
    SPECWIRE_MICROSOFT_ADVERTISING_DEVELOPER_TOKEN: microsoftAdvertising.developerToken,
    SPECWIRE_MICROSOFT_ADVERTISING_CUSTOMER_ID: microsoftAdvertising.customerId,
    SPECWIRE_MICROSOFT_ADVERTISING_ACCOUNT_ID: microsoftAdvertising.accountId,
    SPECWIRE_EBAY_ENDPOINT: endpoints.ebay,
    SPECWIRE_EBAY_FILES_ENDPOINT: endpoints.ebayFiles,
    SPECWIRE_EBAY_TOKEN: ebay.token,
    SPECWIRE_SALESFORCE_ENDPOINT: endpoints.salesforce,
    SPECWIRE_SALESFORCE_TOKEN: salesforce.sessionId,
    SPECWIRE_SUPEROFFICE_ENDPOINT: endpoints.superOffice,
    SPECWIRE_SUPEROFFICE_TOKEN: superOffice.token,
    SPECWIRE_SUPEROFFICE_SCHEME: superOffice.scheme,
    SPECWIRE_SUPEROFFICE_APP_TOKEN: superOffice.appToken,
    SPECWIRE_EXACTTARGET_ENDPOINT: endpoints.exactTarget,
    SPECWIRE_EXACTTARGET_USERNAME: exactTarget.username,
    SPECWIRE_EXACTTARGET_PASSWORD: exactTarget.password,
  };
}
