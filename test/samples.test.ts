/**
 * The sample messages: each decodes to the typed value that is promised for it, or is refused with an error that says where and
 * why. Every seed is here.
 */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decode, fromJson, parseJson, XmlError, type DecodeOptions, type RootCodec } from "../src/runtime/index.ts";
import { parseRelated } from "../src/runtime/xml/multipart.ts";
import * as bdx from "../generated/ebay/bulk-data-exchange.ts";
import * as fts from "../generated/ebay/file-transfer.ts";
import * as sf from "../generated/salesforce/async-api.ts";
import * as et from "../generated/exacttarget/batch.ts";
import { sharedPath } from "./support/shared.ts";

const samples = sharedPath("samples");
const text = (file: string): string => readFileSync(`${samples}/${file}`, "utf8");

/** Decodes strictly and tolerantly; both must agree and nothing may be reported. */
function typed<T>(codec: RootCodec<T>, file: string): T {
  const reported: unknown[] = [];
  const tolerant = decode(codec, text(file), { onUnexpected: (unexpected) => reported.push(unexpected) });
  expect(reported).toEqual([]);
  expect(decode(codec, text(file), { mode: "strict" })).toEqual(tolerant);
  return tolerant;
}

/** The error that decoding ends in. */
function refused<T>(codec: RootCodec<T>, file: string, options?: DecodeOptions): XmlError {
  try {
    decode(codec, text(file), options);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error(`${file} was accepted`);
}

describe.skipIf(samples === undefined)("sample messages (skipped: no samples at hand; set SPECWIRE_SHARED)", () => {
  describe("eBay", () => {
    test("seed_getJobStatus_request", () => {
      expect(typed(bdx.getJobStatusRequest, "ebay/seed_getJobStatus_request.xml")).toEqual({ jobId: "50000000266" });
    });

    test("seed_getJobStatus_response_completed", () => {
      expect(typed(bdx.getJobStatusResponse, "ebay/seed_getJobStatus_response_completed.xml")).toEqual({
        ack: "Success",
        version: "1.0.0",
        timestamp: "2008-11-05T03:37:19.304Z",
        jobProfile: [
          {
            jobId: "50000000266",
            jobType: "AddFixedPriceItem",
            jobStatus: "Completed",
            creationTime: "2008-11-04T21:58:04.000Z",
            completionTime: "2008-11-04T22:01:46.000Z",
            errorCount: 0,
            percentComplete: 100,
            fileReferenceId: "50000000506",
          },
        ],
      });
    });

    test("client_createUploadJob_request_as_sent", () => {
      expect(typed(bdx.createUploadJobRequest, "ebay/client_createUploadJob_request_as_sent.xml")).toEqual({
        uploadJobType: "AddFixedPriceItem",
        UUID: "1469635200.1234",
      });
    });

    test("reconstructed_createUploadJob_response_success", () => {
      expect(typed(bdx.createUploadJobResponse, "ebay/reconstructed_createUploadJob_response_success.xml")).toEqual({
        ack: "Success",
        version: "1.2.0",
        timestamp: "2011-11-03T18:44:21.554Z",
        jobId: "5026463323",
        fileReferenceId: "5019260493",
        maxFileSize: "15728640",
      });
    });

    test("reconstructed_startDownloadJob_response_success", () => {
      expect(typed(bdx.startDownloadJobResponse, "ebay/reconstructed_startDownloadJob_response_success.xml")).toEqual({
        ack: "Success",
        version: "1.3.0",
        timestamp: "2012-10-04T08:42:58.394Z",
        jobId: "5074278760",
      });
    });

    test("observed_errorMessage_root_auth_11002: the bare root is a message of its own", () => {
      expect(typed(bdx.errorMessage, "ebay/observed_errorMessage_root_auth_11002.xml")).toEqual({
        error: [
          {
            errorId: 11002n,
            domain: "Security",
            severity: "Error",
            category: "System",
            message: "Authentication failed : Validation of the authentication token in API request failed.",
            subdomain: "Authentication",
            parameter: [{ name: "Param1", $value: "Validation of the authentication token in API request failed." }],
          },
        ],
      });
    });

    test("constructed_downloadFile_multipart_response_body: the XOP part is the data, byte for byte", () => {
      const bytes = new Uint8Array(
        readFileSync(`${samples}/ebay/constructed_downloadFile_multipart_response_body.txt`),
      );
      const related = parseRelated(
        bytes,
        'multipart/related; boundary=MIMEBoundaryurn_uuid_DDCFA29B5D2D979058129856613287120445; type="application/xop+xml"; ' +
          'start="<0.urn:uuid:DDCFA29B5D2D979058129856613287120446>"; start-info="text/xml"',
      );
      const answer = decode(fts.downloadFileResponse, related.root, {
        mode: "strict",
        attachments: related.attachments,
      });
      expect(answer?.fileAttachment?.Size).toBe(6n);
      expect(new TextDecoder().decode(answer?.fileAttachment?.Data)).toBe("ABC123");
    });

    test("constructed_uploadFile_multipart_request_body", () => {
      const bytes = new Uint8Array(readFileSync(`${samples}/ebay/constructed_uploadFile_multipart_request_body.txt`));
      const related = parseRelated(
        bytes,
        'multipart/related; boundary="MIME_boundary"; type="application/xop+xml"; start="<request.xml@example.net>"',
      );
      const request = decode(fts.uploadFileRequest, related.root, { mode: "strict", attachments: related.attachments });
      expect(request?.fileFormat).toBe("gzip");
      expect(request?.fileAttachment?.Data).toEqual(new TextEncoder().encode("ABC123"));
    });
  });

  describe("Salesforce", () => {
    test("seed_batchInfoList_completed: the placeholder date is refused, with path and position", () => {
      for (const mode of ["strict", "tolerant"] as const) {
        const error = refused(sf.batchInfoList, "salesforce/seed_batchInfoList_completed.xml", { mode });
        expect(error).toMatchObject({ code: "xml.invalid", path: "/batchInfoList/batchInfo/createdDate", line: 8 });
        expect(error.expected).toContain("dateTime");
        expect(error.received).toContain("datetime");
        expect(error.column).toBeGreaterThan(1);
      }
    });

    test("the seed's list with real dates is typed", () => {
      const dated = text("salesforce/seed_batchInfoList_completed.xml").replaceAll(
        ">datetime<",
        ">2023-11-16T16:19:29.000Z<",
      );
      expect(decode(sf.batchInfoList, dated, { mode: "strict" }).batchInfo).toEqual([
        {
          id: "751...",
          jobId: "750...",
          state: "Completed",
          createdDate: "2023-11-16T16:19:29.000Z",
          systemModstamp: "2023-11-16T16:19:29.000Z",
          numberRecordsProcessed: 1,
          numberRecordsFailed: 0,
          totalProcessingTime: 403n,
          apiActiveProcessingTime: 225n,
          apexProcessingTime: 64n,
        },
      ]);
    });

    test("batchInfo, batchInfoList, jobInfo, error and results of documentation and recordings", () => {
      expect(typed(sf.batchInfo, "salesforce/doc_batchinfo_inprogress.xml")).toMatchObject({ state: "InProgress" });
      expect(typed(sf.batchInfo, "salesforce/javierjulio_batch_create_response.xml")).toMatchObject({
        state: "Queued",
      });
      expect(typed(sf.batchInfo, "salesforce/javierjulio_batch_info_response.xml")).toMatchObject({
        stateMessage: "Success",
      });
      const list = typed(sf.batchInfoList, "salesforce/javierjulio_batch_info_list_response.xml");
      expect(list.batchInfo.map((batch) => [batch.id, batch.totalProcessingTime])).toEqual([
        ["751E00000004ZRbIAM", 72n],
        ["751E00000004ZQsIAM", 72n],
      ]);
      expect(typed(sf.jobInfo, "salesforce/javierjulio_job_abort_request.xml")).toEqual({ state: "Aborted" });
      expect(typed(sf.jobInfo, "salesforce/javierjulio_job_close_request.xml")).toEqual({ state: "Closed" });
      expect(typed(sf.jobInfo, "salesforce/javierjulio_job_create_request.xml")).toEqual({
        operation: "upsert",
        object: "VideoEvent__c",
        externalIdFieldName: "Id__c",
        contentType: "CSV",
      });
      for (const file of ["job_abort", "job_close", "job_create", "job_info"]) {
        expect(typed(sf.jobInfo, `salesforce/javierjulio_${file}_response.xml`)).toMatchObject({
          operation: "upsert",
          apiVersion: "24.0",
          numberBatchesTotal: 0,
          apexProcessingTime: 0n,
        });
      }
      expect(typed(sf.error, "salesforce/javierjulio_invalid_session_error.xml")).toEqual({
        exceptionCode: "InvalidSessionId",
        exceptionMessage: "Invalid session id",
      });
      expect(typed(sf.results, "salesforce/doc_results.xml").result).toEqual([
        { errors: [], id: "001D000000ISUr3IAH", success: true, created: true },
        { errors: [], id: "001D000000ISUr4IAH", success: true, created: true },
      ]);
    });

    test("JSON: dates that end in +0000 and a bare array of results", () => {
      expect(fromJson(sf.batchInfo, parseJson(text("salesforce/doc_batchinfo_inprogress.json")))).toEqual({
        id: "751D00000004YGeIAM",
        jobId: "750D00000004SkVIAU",
        state: "InProgress",
        createdDate: "2015-12-15T22:52:49.000+00:00",
        systemModstamp: "2015-12-15T22:52:49.000+00:00",
        numberRecordsProcessed: 0,
        numberRecordsFailed: 0,
        totalProcessingTime: 0n,
        apiActiveProcessingTime: 0n,
        apexProcessingTime: 0n,
      });
      expect(fromJson(sf.results, parseJson(text("salesforce/doc_results.json")))).toEqual({
        result: [
          { errors: [], id: "001xx000003DHP0AAO", success: true, created: true },
          { errors: [], id: "001xx000003DHP1AAO", success: true, created: true },
        ],
      });
    });
  });

  describe("ExactTarget", () => {
    const file = (name: string) => `exacttarget/${name}`;

    test("seed_batch_inquire_response_complete", () => {
      expect(typed(et.exacttarget, file("seed_batch_inquire_response_complete.xml")).system.Batch).toEqual({
        batchid: "979804",
        status: "Complete",
        filename: "bulkasync_68652290_20051005141044465_1.zip",
      });
    });

    test("ePublishing_batch_inquire_response: Completed, and an empty file name is an empty string", () => {
      expect(typed(et.exacttarget, file("ePublishing_batch_inquire_response.xml")).system.Batch).toEqual({
        batchid: "40594104",
        status: "Completed",
        filename: "",
      });
    });

    test("seed_batch_inquire_request_system_fragment: a system alone is not a request, but a message", () => {
      expect(typed(et.system, file("seed_batch_inquire_request_system_fragment.xml"))).toEqual({
        system_name: "batch",
        action: "inquire",
        search_type: "batchid",
        search_value: "119792",
      });
      expect(refused(et.exacttarget, file("seed_batch_inquire_request_system_fragment.xml"))).toMatchObject({
        code: "xml.root",
        line: 1,
      });
    });

    test("ePublishing_batch_inquire_request", () => {
      expect(typed(et.exacttarget, file("ePublishing_batch_inquire_request.xml"))).toEqual({
        authorization: { username: "a_user", password: "a_pass" },
        system: {
          system_name: "batch",
          action: "inquire",
          sub_action: "",
          search_type: "batchid",
          search_value: "8912",
          search_value2: "",
        },
      });
    });

    test("acknowledgement, error and ping", () => {
      expect(typed(et.exacttarget, file("wiki_bulkasync_ack_response.xml")).system.tracking).toMatchObject({
        batchID: "979804",
        info: "Your request has been recorded",
      });
      expect(
        typed(et.exacttarget, file("dpickett_recorded_subscriber_notfound_response.xml")).system.subscriber,
      ).toMatchObject({
        error: expect.anything(),
        error_description: expect.stringContaining("Subscriber not found"),
      });
      expect(typed(et.exacttarget, file("wiki_diagnostics_ping_response.xml")).system.diagnostics).toEqual({
        Ping: "Running",
      });
    });
  });

  test("no sample is left out", () => {
    const files = ["samples", "samples-soap", "samples-rest", "salesforce-results"];
    const source = files.map((file) => readFileSync(`${import.meta.dirname}/${file}.test.ts`, "utf8")).join("");
    const names = readdirSync(samples ?? "", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(xml|json|csv|txt)$/.test(name))
      .map((name) => name.replace(/^.*\//, "").replace(/\.\w+$/, ""));
    expect(names.length).toBeGreaterThan(30);
    const missing = names.filter((name) => {
      const [, stem = name] = /^javierjulio_(job_(?:abort|close|create|info))_response$/.exec(name) ?? [];
      return !source.includes(stem);
    });
    expect(missing).toEqual([]);
  });
});
