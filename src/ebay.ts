/**
 * Jobs of eBay's Large Merchant Services: Bulk Data Exchange 1.5.0 and File Transfer 1.1.0, plain XML over HTTP.
 *
 * eBay has taken both services out of use in 2022; the Sell Feed API came in their place. The facade is for archives, for
 * proxies that still speak the protocol, and for tests.
 */
import { BulkDataExchangeService, type GetJobStatusResponse } from "../generated/ebay/bulk-data-exchange.ts";
import { FileTransferService } from "../generated/ebay/file-transfer.ts";
import { jobRetryDelay, refusalIn, refusalOf } from "./ebay/refusal.ts";
import { jobReading } from "./ebay/states.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import { Credentials } from "./jobs/credentials.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import type { ClientOptions, Secret, XmlClient } from "./runtime/service.ts";

/** What the facade takes, beside the options of every client. */
export interface EbayOptions extends ClientOptions {
  /** The seller's Auth'n'Auth token. OAuth tokens are refused. */
  readonly token: Secret;
  /** Default `production`. Endpoints go before it. */
  readonly environment?: "production" | "sandbox";
  /** Address of the File Transfer service; `endpoint` is that of Bulk Data Exchange. */
  readonly filesEndpoint?: string | URL;
}

/** What the service answers. */
export interface EbayRaws {
  readonly job: GetJobStatusResponse;
}

/** Jobs of eBay's Bulk Data Exchange service. */
export interface Ebay extends Jobs<typeof vendor, EbayRaws> {
  /** The generated client of Bulk Data Exchange, its credentials set. */
  readonly client: XmlClient<BulkDataExchangeService>;
  /** The generated client of File Transfer, its credentials set. */
  readonly files: XmlClient<FileTransferService>;
  /** A job by its jobId, upload or download. */
  job(jobId: string): JobHandle<typeof vendor, "job">;
}

const vendor = "ebay";

const endpoints = {
  production: { jobs: BulkDataExchangeService.endpoint, files: FileTransferService.endpoint },
  sandbox: {
    jobs: "https://webservices.sandbox.ebay.com/BulkDataExchangeService",
    files: "https://storage.sandbox.ebay.com/FileTransferService",
  },
} as const;

/** eBay names no pace; jobs take minutes. */
const pace: Pace = { first: 2000, most: 60_000 };

/** Connects to both services. */
export function ebay(options: EbayOptions): Ebay {
  const { token, environment = "production", filesEndpoint, endpoint, ...common } = options;
  const { jobs: jobsEndpoint, files: defaultFiles } = endpoints[environment];
  const credentials = new Credentials(BulkDataExchangeService.name);
  const parameters = { token: credentials.learning(token, "token") };
  const client = createClient(BulkDataExchangeService, { ...common, endpoint: endpoint ?? jobsEndpoint, parameters });
  const files = createClient(FileTransferService, { ...common, endpoint: filesEndpoint ?? defaultFiles, parameters });
  const jobs = jobsOf<typeof vendor, EbayRaws>(
    vendor,
    {
      job: async (handle, asked) => {
        const result = await client.getJobStatus({ body: { jobId: handle.id } }, callOptions(asked));
        const answer = dataOf(result, refusalOf);
        if (answer === null) throw new JobError("job.unknown", `eBay said nothing about the job ${handle.id}`);
        const refusal = refusalIn(answer, credentials.redact);
        if (refusal !== undefined) throw refusal;
        return snapshotOf(handle, jobReading(answer, handle.id), asked);
      },
    },
    pace,
    jobRetryDelay,
  );
  return { ...jobs, client, files, job: (id) => ({ vendor, kind: "job", id }) };
}
