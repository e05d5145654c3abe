/**
 * Stand-ins for all five vendors on 127.0.0.1: they speak the real wire formats, walk jobs through their states and deviate
 * from their contracts where they are told to. Built apart from the library's own codecs, so that they can catch their
 * mistakes. For Node only; needs the packages `soap` and `fast-xml-parser`.
 */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { Context } from "./context.ts";
import { credentials, environmentOf } from "./credentials.ts";
import { DriftSwitch } from "./drift.ts";
import { bulkDataExchangePath, Ebay } from "./ebay.ts";
import { fileTransferPath } from "./ebay-files.ts";
import { ExactTarget, exactTargetPath } from "./exacttarget.ts";
import { FaultSwitch } from "./faults.ts";
import type { StandIn } from "./http.ts";
import { bulkServicePath, MicrosoftAdvertising } from "./microsoft-advertising.ts";
import type { RecordedRequest, Sandbox, SandboxEndpoints, SandboxJob, SandboxOptions } from "./options.ts";
import { loadPackages } from "./packages.ts";
import { Salesforce } from "./salesforce.ts";
import { salesforceVersion } from "./salesforce-store.ts";
import { close, listen } from "./server.ts";
import { SuperOffice, superOfficePath } from "./superoffice.ts";
import { Xml } from "./xml.ts";

export type { SandboxCredentials } from "./credentials.ts";
export { drifts, type Drift, type DriftDescription } from "./drift.ts";
export { faultKinds, type Fault, type FaultKind } from "./faults.ts";
export type {
  RecordedRequest,
  Sandbox,
  SandboxEndpoints,
  SandboxJob,
  SandboxOptions,
  SandboxOutcome,
} from "./options.ts";

/**
 * Starts the stand-ins on one port of 127.0.0.1. Rejects where a package is missing (the message says what to install), a
 * drift is not known or the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const drift = new DriftSwitch();
  drift.set(options.drift ?? []);
  const faults = new FaultSwitch();
  faults.set(options.faults ?? []);
  const packages = await loadPackages();
  const requests: RecordedRequest[] = [];
  const standIns: StandIn[] = [];
  const slowness = options.slowness ?? 30_000;
  const server = await listen(options.port ?? 0, { drift, faults, slowness, requests, standIns: () => standIns });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const url = `http://127.0.0.1:${port}`;
  const context: Context = { url, step: options.step ?? 0, drift, faults, packages, xml: new Xml(packages.xml) };
  try {
    standIns.push(await MicrosoftAdvertising.start(context));
  } catch (error) {
    await close(server);
    throw error;
  }
  standIns.push(new Ebay(context), new Salesforce(context), new SuperOffice(context), new ExactTarget(context));
  const endpoints = endpointsAt(url);
  return {
    url,
    endpoints,
    credentials,
    requests,
    addJob: (job) => standInOf(job.vendor, standIns).addJob(job),
    drift: (names, vendor) => drift.set(names, vendor),
    fault: (wanted, vendor) => faults.set(wanted, vendor),
    environment: () => environmentOf(endpoints),
    close: () => close(server),
    [Symbol.asyncDispose]: () => close(server),
  };
}

function endpointsAt(url: string): SandboxEndpoints {
  return {
    microsoftAdvertising: url + bulkServicePath,
    ebay: url + bulkDataExchangePath,
    ebayFiles: url + fileTransferPath,
    salesforce: `${url}/services/async/${salesforceVersion}`,
    superOffice: url + superOfficePath,
    exactTarget: url + exactTargetPath,
  };
}

function standInOf(vendor: Vendor, standIns: readonly StandIn[]): { addJob(job: SandboxJob): JobHandle } {
  const found = standIns.find((one) => one.vendor === vendor);
  if (found === undefined) throw new RangeError(`The sandbox has no vendor ${vendor}`);
  return found;
}
