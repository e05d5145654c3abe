/** Masks credentials in requests before they are kept. */
import { createHash } from "node:crypto";
import { secrets } from "./credentials.ts";
import type { Call } from "./http.ts";
import type { RecordedRequest } from "./options.ts";
import type { Vendor } from "../jobs/model.ts";

const mask = "***";

/** Headers that carry credentials, whatever their value. */
const secretHeaders: ReadonlySet<string> = new Set([
  "x-sfdc-session",
  "x-ebay-soa-security-token",
  "so-apptoken",
  "authenticationtoken",
  "developertoken",
  "cookie",
  "x-xsrf-token",
]);

/** Elements that carry credentials, whatever their value. */
const secretElements =
  /(<((?:[\w-]+:)?(?:AuthenticationToken|DeveloperToken|Password|password))(?:\s[^>]*)?>)[\s\S]*?(<\/\2\s*>)/g;

/** What went by of a body. */
export interface Passed {
  readonly bytes: number;
  /** In hexadecimal; asked for once. */
  digest(): string;
}

/** Counts and digests a body that goes by. */
export function watched(pieces: AsyncIterable<Uint8Array>): readonly [AsyncIterable<Uint8Array>, Passed] {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* through(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  }
  return [
    through(),
    {
      get bytes() {
        return bytes;
      },
      digest: () => hash.digest("hex"),
    },
  ];
}

/** A request as it is kept: credentials masked in headers, path and body. */
export function recorded(vendor: Vendor, operation: string, call: Call, passed: Passed): RecordedRequest {
  const headers = Object.entries(call.headers).map(([name, value]) => [name, maskedHeader(name, value)]);
  const query = maskedForm(call.query);
  return {
    vendor,
    operation,
    method: call.method,
    path: query === "" ? call.path : `${call.path}?${query}`,
    headers: Object.fromEntries(headers),
    body: maskedBody(call),
    bytes: passed.bytes,
    ...(call.content === undefined ? {} : { sha256: passed.digest() }),
  };
}

function maskedHeader(name: string, value: string): string {
  if (secretHeaders.has(name)) return mask;
  // The scheme is of use to whoever reads the record; the rest is the credential.
  return name === "authorization" ? value.replace(/^(\S+)\s.*$/s, `$1 ${mask}`) : maskedText(value);
}

function maskedBody(call: Call): string {
  const form = call.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return form ? maskedForm(new URLSearchParams(call.text)) : maskedText(call.text);
}

function maskedForm(form: URLSearchParams): string {
  return new URLSearchParams([...form].map(([name, value]) => [name, maskedText(value)])).toString();
}

function maskedText(text: string): string {
  const byName = text.replace(secretElements, `$1${mask}$3`);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), byName);
}
