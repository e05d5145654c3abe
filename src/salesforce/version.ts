/** Versions of Salesforce's API: which address they make, and how long they are served. */
import type { JobProblem } from "../jobs/model.ts";

/** The version that is current in summer 2026. */
const CURRENT = "67.0";
/** Versions before this one are not served any more. */
const OLDEST = 31;
/** Versions before this one are removed in summer 2028. */
const OLDEST_SUPPORTED = 41;

/**
 * The address of the API.
 *
 * @throws RangeError where it cannot be told
 */
export function endpointOf(options: {
  readonly endpoint: string | URL | undefined;
  readonly instance: string | URL | undefined;
  readonly version: string | undefined;
}): string {
  const { endpoint, instance, version = CURRENT } = options;
  if (endpoint !== undefined) return String(endpoint);
  if (instance === undefined) throw new RangeError("salesforce() needs an endpoint, or an instance");
  return `${String(instance).replace(/\/+$/, "")}/services/async/${version}`;
}

/**
 * The version in an address; undefined where it has none, as behind a proxy.
 *
 * @throws RangeError for a version that Salesforce has removed
 */
export function checkedVersion(endpoint: string): number | undefined {
  const [, text] = /\/services\/async\/(\d+(?:\.\d+)?)\/?$/.exec(endpoint) ?? [];
  if (text === undefined) return undefined;
  if (Number(text) >= OLDEST) return Number(text);
  throw new RangeError(`Salesforce has removed version ${text} of its API: versions from ${OLDEST}.0 on are served`);
}

/** What every snapshot says of a version that is about to go. */
export function versionWarning(version: number | undefined): readonly JobProblem[] {
  if (version === undefined || version >= OLDEST_SUPPORTED) return [];
  const message = `Version ${version}.0 of Salesforce's API is unsupported from summer 2027 on and removed in summer 2028`;
  return [{ code: "api-version", message, severity: "warning" }];
}
