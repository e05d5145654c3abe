/** Deviations of the vendors from their own contracts, each to be switched on: what a client has to live with. */
import type { Vendor } from "../jobs/model.ts";

/** Name of a deviation; `drifts` says what each does. */
export type Drift =
  | "fault-200"
  | "out-of-order"
  | "unknown-value"
  | "missing-fields"
  | "extra-fields"
  | "completed-word"
  | "offset-dates"
  | "gone"
  | "html-error"
  | "slow";

/** What a deviation does, and whose answers it touches. */
export interface DriftDescription {
  readonly what: string;
  readonly vendors: readonly Vendor[];
}

/** All vendors that the sandbox stands in for. */
const vendors: readonly Vendor[] = ["microsoft-advertising", "ebay", "salesforce", "superoffice", "exacttarget"];

/** The deviations that the sandbox knows. */
export const drifts: Readonly<Record<Drift, DriftDescription>> = {
  "fault-200": { what: "SOAP faults come with HTTP status 200", vendors: ["microsoft-advertising"] },
  "out-of-order": {
    what: "elements come in alphabetical order; where the contract's order is alphabetical, in the reverse",
    vendors: ["microsoft-advertising", "ebay", "salesforce", "exacttarget"],
  },
  "unknown-value": { what: "every job shows, once, a state that no contract lists", vendors },
  "missing-fields": { what: "what the contract has optional is left out, all but a job's id and state", vendors },
  "extra-fields": { what: "messages carry an element or member that the contract does not have", vendors },
  "completed-word": {
    what: "a batch that is done is `Completed` and names no file, where the documentation has `Complete`",
    vendors: ["exacttarget"],
  },
  "offset-dates": {
    what: "dates have seven fractional digits and an offset, the null date included",
    vendors: ["superoffice"],
  },
  gone: { what: "a task that has ended is removed: 404 in place of its last state", vendors: ["superoffice"] },
  "html-error": { what: "every answer is a gateway's HTML page with status 503", vendors },
  slow: { what: "every answer is held back", vendors },
};

/** Which deviations are on, for whom. */
export class DriftSwitch {
  readonly #active = new Map<Vendor, ReadonlySet<Drift>>();

  /** Replaces what is on for one vendor, or for all. Throws a RangeError for an unknown name or an untouched vendor. */
  set(names: readonly Drift[], vendor?: Vendor): void {
    for (const name of names) {
      if (!Object.hasOwn(drifts, name)) {
        throw new RangeError(`No drift is called ${name}; there are ${Object.keys(drifts).join(", ")}`);
      }
      if (vendor !== undefined && !drifts[name].vendors.includes(vendor)) {
        throw new RangeError(`The drift ${name} does not touch ${vendor}`);
      }
    }
    for (const one of vendor === undefined ? vendors : [vendor]) {
      this.#active.set(one, new Set(names.filter((name) => drifts[name].vendors.includes(one))));
    }
  }

  /** Whether a deviation is on for a vendor. */
  has(name: Drift, vendor: Vendor): boolean {
    return this.#active.get(vendor)?.has(name) ?? false;
  }
}
