/** What a sandbox takes and offers: the public types of `specwire/sandbox`. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { SandboxCredentials } from "./credentials.ts";
import type { Drift } from "./drift.ts";
import type { Fault } from "./faults.ts";

/** How a sandbox is to behave. */
export interface SandboxOptions {
  /** Port on 127.0.0.1; any free one when absent or 0. */
  readonly port?: number;
  /** Milliseconds that a job stays in each state. 0 or absent: every status call after the first moves it on. */
  readonly step?: number;
  /** Deviations to start with, for all vendors that they touch. */
  readonly drift?: readonly Drift[];
  /** Faults to start with, for all vendors. */
  readonly faults?: readonly Fault[];
  /** Milliseconds that the drift `slow` holds an answer back; 30 000 when absent. */
  readonly slowness?: number;
}

/** How a job is to end. Not every vendor has a word for each: `addJob` throws a RangeError where there is none. */
export type SandboxOutcome = "succeeded" | "partially-failed" | "failed" | "aborted";

/** A job that is already at the vendor when the client comes to ask. */
export interface SandboxJob {
  readonly vendor: Vendor;
  /**
   * `upload` | `download` (microsoft-advertising), `job` (ebay), `job` | `batch` | `batch-list` (salesforce), `task`
   * (superoffice), `batch` (exacttarget); the first of each when absent.
   */
  readonly kind?: string;
  /** `succeeded` when absent. */
  readonly outcome?: SandboxOutcome;
  /** The vendor's own words, one after the other, in place of the usual walk. The last one stays. */
  readonly states?: readonly string[];
  /** Rows or records of the job; 100 when absent. */
  readonly records?: number;
  /** Those that fail; by outcome when absent: all of `failed`, a few of `partially-failed`, none of the others. */
  readonly failedRecords?: number;
  /** Batches of a Salesforce job; 1 when absent. */
  readonly batches?: number;
  /**
   * Rows of the job's result file, which is made while it is sent and so may be of any size (Salesforce: a query in CSV, its
   * batch finds that many rows).
   */
  readonly resultRows?: number;
  /** Bytes of each of these rows; as few as they need when absent. */
  readonly rowBytes?: number;
  /** Whether a task of SuperOffice can be stopped; `CanCancel` when absent. */
  readonly cancellation?: "CanCancel" | "CancelWithWarning" | "CannotCancel";
}

/** Where each vendor's stand-in listens: what to hand to a client as its endpoint. */
export interface SandboxEndpoints {
  readonly microsoftAdvertising: string;
  /** eBay's Bulk Data Exchange service. */
  readonly ebay: string;
  /** eBay's File Transfer service. */
  readonly ebayFiles: string;
  /** With `/services/async/` and the version. */
  readonly salesforce: string;
  /** With the customer's id and `/api/v1`. */
  readonly superOffice: string;
  readonly exactTarget: string;
}

/** A request that the sandbox answered. Credentials are masked in headers, path and body. */
export interface RecordedRequest {
  readonly vendor: Vendor;
  /** What was asked for: the vendor's name for the operation, `unknown` where it could not be told. */
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Bytes of the body, as they were on the wire. */
  readonly bytes: number;
  /** SHA-256 of a body that was handed on as it came and is not kept, in hexadecimal. */
  readonly sha256?: string;
}

/** The running stand-ins of all five vendors. */
export interface Sandbox {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string;
  readonly endpoints: SandboxEndpoints;
  /** What the stand-ins accept; everything else is refused in the vendor's own way. */
  readonly credentials: SandboxCredentials;
  /** Requests so far, in the order of their arrival at the stand-ins. */
  readonly requests: readonly RecordedRequest[];
  /** Puts a job at a vendor and says how it is called. Throws a RangeError for what the vendor does not have. */
  addJob(job: SandboxJob): JobHandle;
  /** Replaces the deviations of one vendor, or of all. */
  drift(drift: readonly Drift[], vendor?: Vendor): void;
  /** Replaces the faults that are waiting to happen to one vendor, or to all. */
  fault(faults: readonly Fault[], vendor?: Vendor): void;
  /** Endpoints and credentials by the names of the environment variables that the command line reads. */
  environment(): Record<string, string>;
  /** Stops listening and drops open connections, held-back answers included. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
