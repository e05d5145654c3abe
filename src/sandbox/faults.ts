/** Faults on demand: what networks and overloaded services do to a call. Beside drifts, which are deviations from contracts. */
import type { Vendor } from "../jobs/model.ts";

/** A fault; `faultKinds` says what each does. */
export type FaultKind =
  | "cut-upload"
  | "cut-download"
  | "busy"
  | "answer-lost"
  | "expired-token"
  | "expired-url"
  | "failed-rows"
  | "vanished"
  | "clock-skew"
  | "tenant-moved"
  | "tenant-paused";

/** What each fault does. */
export const faultKinds: Readonly<Record<FaultKind, string>> = {
  "cut-upload": "the connection is cut when `at` bytes of the request's body have come; nothing is carried out",
  "cut-download": "the connection is cut when `at` bytes of the answer's body have been sent",
  busy: "the call is turned away with `status` and, where `retryAfter` is set, Retry-After",
  "answer-lost": "the request is carried out, and the connection cut before the answer",
  "expired-token": "the call is refused as one with an expired credential, in the vendor's own way",
  "expired-url": "the address of a file has expired",
  "failed-rows": "half of the rows or records that are sent fail",
  vanished: "the job is not there (any more)",
  "clock-skew": "the vendor's clock is an hour ahead",
  "tenant-moved": "the customer lives at another address from now on (SuperOffice)",
  "tenant-paused": "the customer's system is out of order, for `retryAfter` seconds (SuperOffice)",
};

/** A fault and when it is to happen. */
export interface Fault {
  readonly kind: FaultKind;
  /** The operation that it happens to, by its name in the record of requests; any where absent. */
  readonly operation?: string;
  /** Bytes after which a connection is cut; 0 where absent. */
  readonly at?: number;
  /** 429 or 503, which is the default. */
  readonly status?: 429 | 503;
  /** Seconds of the Retry-After header. */
  readonly retryAfter?: number;
  /** Calls that it happens to before it is over; once where absent, `Infinity` for all. */
  readonly times?: number;
  /** Calls of the kind that pass before the first one that it happens to. */
  readonly after?: number;
  /** Part of the calls that it happens to, from 0 to 1: all where absent. Which ones is the same in every run. */
  readonly share?: number;
}

interface Armed {
  readonly fault: Fault;
  readonly vendor: Vendor | undefined;
  left: number;
  pass: number;
}

/** The faults that are waiting to happen. */
export class FaultSwitch {
  #armed: Armed[] = [];
  #seed = 1;

  /** Replaces the faults of a vendor, or all. Throws a RangeError for an unknown kind. */
  set(faults: readonly Fault[], vendor?: Vendor): void {
    for (const { kind } of faults) {
      if (Object.hasOwn(faultKinds, kind)) continue;
      throw new RangeError(`No fault is called ${kind}; there are ${Object.keys(faultKinds).join(", ")}`);
    }
    const others = vendor === undefined ? [] : this.#armed.filter((one) => one.vendor !== vendor);
    const armed = faults.map((fault) => ({ fault, vendor, left: fault.times ?? 1, pass: fault.after ?? 0 }));
    this.#armed = [...others, ...armed];
  }

  /** The fault of that kind that happens to this call, if any: asking for it is what uses it up. */
  take(kind: FaultKind, vendor: Vendor, operation: string | undefined): Fault | undefined {
    for (const one of this.#armed) {
      const { fault } = one;
      const concerns =
        fault.kind === kind &&
        one.left > 0 &&
        (one.vendor ?? vendor) === vendor &&
        (fault.operation ?? operation) === operation;
      if (!concerns) continue;
      if (one.pass > 0) {
        one.pass -= 1;
        continue;
      }
      if (fault.share !== undefined && this.#chance() >= fault.share) continue;
      one.left -= 1;
      return fault;
    }
    return undefined;
  }

  /** A number from 0 to 1: a linear congruential generator, so that runs can be repeated. */
  #chance(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }
}
