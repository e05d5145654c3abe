/** The generated types of the five documents that the project started from: what a change of a contract must not alter unseen. */
import { expectTypeOf } from "vitest";
import type {
  BulkService,
  GetBulkUploadStatusRequest,
  GetBulkUploadStatusResponse,
  OperationError,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import type {
  GetJobStatusRequest,
  GetJobStatusResponse,
  JobProfile,
  JobStatus,
} from "../../generated/ebay/bulk-data-exchange.ts";
import type { BatchInfo, BatchInfoList, BatchStateEnum } from "../../generated/salesforce/async-api.ts";
import type { BatchTaskInfo, BatchTaskState } from "../../generated/superoffice/batch-task.ts";
import type { BatchAnswer, BatchStatus } from "../../generated/exacttarget/batch.ts";
import type { DateTime, Int, Long, Unrecognized } from "../../src/runtime/index.ts";

// Microsoft Advertising: GetBulkUploadStatus. Everything is optional; strings may be nil, the percentage may not.
expectTypeOf<GetBulkUploadStatusRequest>().toEqualTypeOf<{ readonly RequestId?: string | null }>();
expectTypeOf<GetBulkUploadStatusResponse["PercentComplete"]>().toEqualTypeOf<Int | undefined>();
expectTypeOf<number>().toExtend<NonNullable<GetBulkUploadStatusResponse["PercentComplete"]>>();
expectTypeOf<GetBulkUploadStatusResponse["RequestStatus"]>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<GetBulkUploadStatusResponse["Errors"]>().toEqualTypeOf<
  readonly (OperationError | null)[] | null | undefined
>();
expectTypeOf<BulkService["GetBulkUploadStatus"]["input"]>().toEqualTypeOf<GetBulkUploadStatusRequest>();
expectTypeOf<keyof BulkService["GetBulkUploadStatus"]["faults"]>().toEqualTypeOf<
  "AdApiFaultDetail" | "ApiFaultDetail"
>();
expectTypeOf<keyof BulkService["GetBulkUploadStatus"]["headers"]>().toEqualTypeOf<
  | "ApplicationToken"
  | "AuthenticationToken"
  | "CustomerAccountId"
  | "CustomerId"
  | "DeveloperToken"
  | "Password"
  | "UserName"
>();
expectTypeOf<keyof BulkService["GetBulkUploadStatus"]["outputHeaders"]>().toEqualTypeOf<"TrackingId">();

// eBay: getJobStatus. The profile is a list; what the schema requires is required.
expectTypeOf<GetJobStatusRequest>().toEqualTypeOf<{ readonly jobId: string }>();
expectTypeOf<GetJobStatusResponse["jobProfile"]>().toEqualTypeOf<readonly JobProfile[]>();
expectTypeOf<JobProfile["creationTime"]>().toEqualTypeOf<DateTime>();
expectTypeOf<JobProfile["errorCount"]>().toEqualTypeOf<Int | undefined>();
expectTypeOf<JobProfile["percentComplete"]>().toEqualTypeOf<number | undefined>();
expectTypeOf<JobProfile["jobStatus"]>().toEqualTypeOf<JobStatus>();
expectTypeOf<JobStatus>().toEqualTypeOf<
  "Created" | "Scheduled" | "InProcess" | "Completed" | "Aborted" | "Failed" | Unrecognized
>();

// Salesforce: batchInfoList. Processing times have 64 bits.
expectTypeOf<BatchInfoList>().toEqualTypeOf<{ readonly batchInfo: readonly BatchInfo[] }>();
expectTypeOf<BatchInfo["numberRecordsProcessed"]>().toEqualTypeOf<Int>();
expectTypeOf<BatchInfo["totalProcessingTime"]>().toEqualTypeOf<Long | undefined>();
expectTypeOf<BatchStateEnum>().toEqualTypeOf<
  "Queued" | "InProgress" | "Completed" | "Failed" | "NotProcessed" | Unrecognized
>();

// SuperOffice: BatchTask/{id}. Null is common and typed; the misspelt state is the API's.
expectTypeOf<"Aquired">().toExtend<BatchTaskState>();
expectTypeOf<null>().toExtend<BatchTaskInfo["TableRight"]>();
expectTypeOf<BatchTaskInfo["Id"]>().toExtend<number>();

// ExactTarget: batch inquiry. An answer is a batch or an error, never both.
expectTypeOf<BatchStatus>().toEqualTypeOf<
  "Scheduled" | "Processing" | "Complete" | "Completed" | "Error" | Unrecognized
>();
expectTypeOf<Extract<BatchAnswer, { readonly status: unknown }>["error"]>().toEqualTypeOf<undefined>();
expectTypeOf<Extract<BatchAnswer, { readonly error: unknown }>["batchid"]>().toEqualTypeOf<undefined>();

/** A switch over an open enumeration has to handle what no contract lists. */
export function wordOf(status: BatchStatus): string {
  switch (status) {
    case "Scheduled":
    case "Processing":
      return "open";
    case "Complete":
    case "Completed":
      return "done";
    case "Error":
      return "failed";
    default:
      expectTypeOf(status).toEqualTypeOf<Unrecognized>();
      return status;
  }
}
