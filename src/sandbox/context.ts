/** What every stand-in of a sandbox shares. */
import type { Vendor } from "../jobs/model.ts";
import type { DriftSwitch } from "./drift.ts";
import type { FaultSwitch } from "./faults.ts";
import type { FieldDrift } from "./fields.ts";
import type { Packages } from "./packages.ts";
import type { Xml } from "./xml.ts";

/** Handed to each stand-in when the sandbox starts. */
export interface Context {
  /** Where the sandbox listens; known before the first request. */
  readonly url: string;
  /** Milliseconds in each state; 0: by call. */
  readonly step: number;
  readonly drift: DriftSwitch;
  readonly faults: FaultSwitch;
  readonly xml: Xml;
  readonly packages: Packages;
}

/** The deviations of messages that are on for a vendor. */
export function fieldDrift(context: Context, vendor: Vendor): FieldDrift {
  return {
    outOfOrder: context.drift.has("out-of-order", vendor),
    missingFields: context.drift.has("missing-fields", vendor),
    extraFields: context.drift.has("extra-fields", vendor),
  };
}

/** The state to show once where a vendor is to show one that no contract lists. */
export function strangeWord(context: Context, vendor: Vendor): string | undefined {
  return context.drift.has("unknown-value", vendor) ? strangeWords[vendor] : undefined;
}

const strangeWords: Readonly<Record<Vendor, string>> = {
  "microsoft-advertising": "Throttled",
  ebay: "Paused",
  salesforce: "Deferred",
  superoffice: "Paused",
  exacttarget: "Waiting",
};
