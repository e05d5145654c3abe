/** The sample messages of Microsoft Advertising: envelopes, faults, and the upload's own error. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  decodeEnvelope,
  requestOf,
  responseOf,
  SoapFault,
  XmlError,
  type Mode,
  type Unexpected,
} from "../src/runtime/index.ts";
import { BulkService } from "../generated/microsoft-advertising/bulk-service.ts";
import { readUploadError } from "../src/microsoft-advertising.ts";
import { sharedPath } from "./support/shared.ts";

const samples = sharedPath("samples", "microsoft-advertising");
const text = (file: string): string => readFileSync(`${samples}/${file}`, "utf8");
const { GetBulkDownloadStatus, GetBulkUploadStatus, GetBulkUploadUrl } = BulkService.operations;

/** What decoding throws. */
function thrown(decode: () => unknown): unknown {
  try {
    decode();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const headers = {
  AuthenticationToken: "ValueHere",
  CustomerAccountId: "ValueHere",
  CustomerId: "ValueHere",
  DeveloperToken: "ValueHere",
};

describe.skipIf(samples === undefined)("sample messages of Microsoft Advertising (skipped: no samples at hand)", () => {
  const requests = [
    ["doctemplate_v13_getbulkuploadstatus_request.xml", requestOf(GetBulkUploadStatus)],
    ["doctemplate_v13_getbulkdownloadstatus_request.xml", requestOf(GetBulkDownloadStatus)],
  ] as const;

  test.each(requests)("%s: Action is refused strictly and reported tolerantly", (file, codec) => {
    const error = thrown(() => decodeEnvelope(codec, text(file), { mode: "strict" }));
    expect(error).toBeInstanceOf(XmlError);
    expect(error).toMatchObject({ code: "xml.unexpected", path: "/Envelope/Header/Action", line: 3, column: 5 });
    const reported: Unexpected[] = [];
    const message = decodeEnvelope(codec, text(file), { onUnexpected: (unexpected) => reported.push(unexpected) });
    expect(message).toEqual({ body: { RequestId: "ValueHere" }, headers });
    expect(reported).toMatchObject([{ kind: "unknown-element", path: "/Envelope/Header/Action" }]);
  });

  test("doctemplate_v13_getbulkuploadurl_request: its ValueHere is no xs:long, and a number is never guessed", () => {
    const file = "doctemplate_v13_getbulkuploadurl_request.xml";
    expect(thrown(() => decodeEnvelope(requestOf(GetBulkUploadUrl), text(file), { mode: "strict" }))).toMatchObject({
      code: "xml.unexpected",
      path: "/Envelope/Header/Action",
    });
    expect(thrown(() => decodeEnvelope(requestOf(GetBulkUploadUrl), text(file)))).toMatchObject({
      code: "xml.invalid",
      path: "/Envelope/Body/GetBulkUploadUrlRequest/AccountId",
      received: expect.stringContaining("ValueHere"),
    });
    // With a number there, everything else is as in the template; the mode that no contract lists is reported.
    const numbered = text(file).replace("<AccountId>ValueHere<", "<AccountId>9007199254740993<");
    const reported: Unexpected[] = [];
    const message = decodeEnvelope(requestOf(GetBulkUploadUrl), numbered, {
      onUnexpected: (found) => reported.push(found),
    });
    expect(message).toEqual({ body: { ResponseMode: "ValueHere", AccountId: 9007199254740993n }, headers });
    expect(reported.map(({ kind }) => kind)).toEqual(["unknown-element", "unlisted-value"]);
  });

  const placeholders = [
    [
      "doctemplate_v13_getbulkuploadstatus_response.xml",
      "GetBulkUploadStatusResponse",
      responseOf(GetBulkUploadStatus),
    ],
    [
      "doctemplate_v13_getbulkdownloadstatus_response.xml",
      "GetBulkDownloadStatusResponse",
      responseOf(GetBulkDownloadStatus),
    ],
  ] as const;

  test.each(placeholders)("%s: the first placeholder in an xs:int is refused with its place", (file, root, codec) => {
    for (const mode of ["strict", "tolerant"] satisfies Mode[]) {
      const error = thrown(() => decodeEnvelope(codec, text(file), { mode }));
      expect(error).toBeInstanceOf(XmlError);
      expect(error).toMatchObject({
        code: "xml.invalid",
        path: `/Envelope/Body/${root}/Errors/OperationError/Code`,
        line: 9,
        expected: expect.stringContaining("int"),
        received: expect.stringContaining("ValueHere"),
      });
    }
  });

  test("the same answer with numbers is typed, namespaces and nil=false included", () => {
    const numbered = text("doctemplate_v13_getbulkuploadstatus_response.xml")
      .replace("<Code>ValueHere<", "<Code>3216<")
      .replace("<PercentComplete>ValueHere<", "<PercentComplete>40<");
    for (const mode of ["strict", "tolerant"] satisfies Mode[]) {
      expect(decodeEnvelope(responseOf(GetBulkUploadStatus), numbered, { mode })).toEqual({
        headers: { TrackingId: "ValueHere" },
        body: {
          Errors: [{ Code: 3216, Details: "ValueHere", ErrorCode: "ValueHere", Message: "ValueHere" }],
          ForwardCompatibilityMap: [{ key: "ValueHere", value: "ValueHere" }],
          PercentComplete: 40,
          RequestStatus: "ValueHere",
          ResultFileUrl: "ValueHere",
        },
      });
    }
  });

  test("doctemplate_v13_getbulkuploadurl_response", () => {
    for (const mode of ["strict", "tolerant"] satisfies Mode[]) {
      const file = "doctemplate_v13_getbulkuploadurl_response.xml";
      expect(decodeEnvelope(responseOf(GetBulkUploadUrl), text(file), { mode })).toEqual({
        headers: { TrackingId: "ValueHere" },
        body: { RequestId: "ValueHere", UploadUrl: "ValueHere" },
      });
    }
  });

  test("constructed_fault_api_117_per_wsdl: a typed fault, its TrackingId in the other namespace", () => {
    for (const mode of ["strict", "tolerant"] satisfies Mode[]) {
      const xml = text("constructed_fault_api_117_per_wsdl.xml");
      const error = thrown(() => decodeEnvelope(responseOf(GetBulkUploadStatus), xml, { mode, status: 200 }));
      expect(error).toBeInstanceOf(SoapFault);
      expect(error).toMatchObject({
        faultCode: { namespace: "http://schemas.xmlsoap.org/soap/envelope/", localName: "Server" },
        status: 200,
        detail: {
          name: "ApiFaultDetail",
          value: {
            TrackingId: "00000000-0000-0000-0000-000000000000",
            BatchErrors: [],
            OperationErrors: [{ Code: 117, Details: null, ErrorCode: "CallRateExceeded", Message: "constructed text" }],
          },
        },
      });
    }
    // In the service's own namespace the same element is not the one that is declared.
    const misplaced = text("constructed_fault_api_117_per_wsdl.xml").replace(
      '<TrackingId xmlns="https://adapi.microsoft.com">',
      "<TrackingId>",
    );
    const error = thrown(() => decodeEnvelope(responseOf(GetBulkUploadStatus), misplaced, { mode: "strict" }));
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({ detail: undefined, cause: expect.any(XmlError) });
  });

  test("upload_http400_error: the upload's own error, as JSON", () => {
    expect(readUploadError(text("upload_http400_error.json"))).toEqual({
      TrackingId: "16bd93cc-22fb-4d3c-94be-25adefd06fae",
      RequestId: "26c3fbf6-3e24-4569-ada3-d4e8b3d0aecc",
      Code: 3224,
      ErrorCode: "BulkServiceUrlAlreadyUsedForUpload",
      Message: "The URL has already been used for file upload.",
    });
    expect(thrown(() => readUploadError('{"Code":"many"}'))).toMatchObject({
      code: "xml.invalid",
      path: "/UploadError/Code",
    });
    expect(thrown(() => readUploadError("{}"))).toMatchObject({ code: "xml.missing" });
  });

  test("fault_adapi_109_phpfixture", () => {
    for (const mode of ["strict", "tolerant"] satisfies Mode[]) {
      const xml = text("fault_adapi_109_phpfixture.xml");
      expect(thrown(() => decodeEnvelope(responseOf(GetBulkDownloadStatus), xml, { mode }))).toMatchObject({
        code: "soap.fault",
        faultString: "borked",
        detail: {
          name: "AdApiFaultDetail",
          value: {
            TrackingId: "anid",
            Errors: [
              {
                Code: 109,
                Detail: null,
                ErrorCode: "AuthenticationTokenExpired",
                Message: "Authentication token expired",
              },
            ],
          },
        },
      });
    }
  });
});
