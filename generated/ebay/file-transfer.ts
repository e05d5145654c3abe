// Generated from specs/ebay/file-transfer.xsd
// sha256 910880415b165a233e2858773ea4a426d6009b7a65bc4e67ad1a96d84a6af942
// Generated from specs/ebay/file-transfer.operations.yaml
// sha256 2884585c85726d3472b60c668abb819b6f9544463755a8d48dd66f4d2c549411
// Do not edit: change the contract and generate again.
import {
  base64Binary,
  dateTime,
  long,
  string,
  token,
  xml,
  type Base64Binary,
  type DateTime,
  type ElementCodec,
  type EnumCodec,
  type Long,
  type Nilled,
  type StructCodec,
  type Token,
  type Unrecognized,
  type XmlElement,
  type XmlService,
} from "../../src/runtime/index.ts";

const tns = "http://www.ebay.com/marketplace/services";

/** A file. */
export interface FileAttachment {
  /** Bytes of the file. Clients that send the data as text give the length of that text. */
  readonly Size?: Long;
  /** The file's bytes: as base64, or as a part of its own that an xop:Include refers to. */
  readonly Data?: Base64Binary;
  /** Elements of other namespaces that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const FileAttachment: StructCodec<FileAttachment> = {
  kind: "struct",
  name: [tns, "FileAttachment"],
  fields: {
    Size: { el: "Size", count: "?", type: long },
    Data: { el: "Data", count: "?", type: base64Binary },
    $any: { any: { not: tns }, count: "*", process: "lax" },
  },
};

/** Request of uploadFile. */
export interface UploadFileRequest {
  /** Id of the job: its jobId in the Bulk Data Exchange service. */
  readonly taskReferenceId: string;
  /** Id under which the file is uploaded, from createUploadJob. */
  readonly fileReferenceId: string;
  /** How the file is compressed: `gzip` or `zip`. */
  readonly fileFormat: Token;
  /** The file. */
  readonly fileAttachment: FileAttachment;
}
export const UploadFileRequest: StructCodec<UploadFileRequest> = {
  kind: "struct",
  name: [tns, "UploadFileRequest"],
  fields: {
    taskReferenceId: { el: "taskReferenceId", count: "1", type: string },
    fileReferenceId: { el: "fileReferenceId", count: "1", type: string },
    fileFormat: { el: "fileFormat", count: "1", type: token },
    fileAttachment: { el: "fileAttachment", count: "1", type: FileAttachment },
  },
};

/** Whether a call succeeded. */
export type AckValue =
  /** The call did what it should. */
  | "Success"
  /** The call did nothing; `errorMessage` says why. The HTTP status is 200 all the same. */
  | "Failure"
  /** The call did what it should, and `errorMessage` has something to say about it. */
  | "Warning"
  /** Part of the call failed. Reserved: eBay does not send it. */
  | "PartialFailure"
  | Unrecognized;
export const AckValue: EnumCodec<AckValue> = {
  kind: "enum",
  name: [tns, "AckValue"],
  values: { Success: true, Failure: true, Warning: true, PartialFailure: true },
};

/** Whether an error made the call fail. */
export type ErrorSeverity =
  /** It did. */
  | "Error"
  /** It did not; do not repeat the call. */
  | "Warning"
  | Unrecognized;
export const ErrorSeverity: EnumCodec<ErrorSeverity> = {
  kind: "enum",
  name: [tns, "ErrorSeverity"],
  values: { Error: true, Warning: true },
};

/** Whose error it is. */
export type ErrorCategory =
  /**
   * eBay's: repeating the call as it is can help, twice at most. Failed authentication (11002) has this category too,
   * and repeating does not help there.
   */
  | "System"
  /** The calling program's: it has to be changed. */
  | "Application"
  /** That of the data in the request: they have to be corrected. */
  | "Request"
  | Unrecognized;
export const ErrorCategory: EnumCodec<ErrorCategory> = {
  kind: "enum",
  name: [tns, "ErrorCategory"],
  values: { System: true, Application: true, Request: true },
};

/** A value that an error is about. */
export interface ErrorParameter {
  /** What the value is. */
  readonly name?: string;
  readonly $value: string;
}
export const ErrorParameter: StructCodec<ErrorParameter> = {
  kind: "struct",
  name: [tns, "ErrorParameter"],
  fields: { name: { at: "name", count: "?", type: string }, $value: { text: true, type: string } },
};

/** An error or a warning. */
export interface ErrorData {
  /**
   * Number of the error. It is unique only together with domain and subdomain: 7 is one thing in the Bulk Data Exchange
   * service and another in the File Transfer service.
   */
  readonly errorId: Long;
  /** Part of eBay that the error is from: `Marketplace` for errors of the call's content, `Security`, `CoreRuntime`. */
  readonly domain: string;
  /** Whether the call failed because of it. */
  readonly severity: ErrorSeverity;
  /** Whose error it is, and so whether to try again. */
  readonly category: ErrorCategory;
  /** What went wrong, for people. */
  readonly message: string;
  /** Part of the domain: `Authentication`, `Inbound_Meta_Data`. */
  readonly subdomain?: string;
  /** Id of the exception inside of eBay. */
  readonly exceptionId?: Token;
  /** A value that the error is about. Can be empty. */
  readonly parameter: readonly (ErrorParameter | Nilled<ErrorParameter, "name"> | null)[];
}
export const ErrorData: StructCodec<ErrorData> = {
  kind: "struct",
  name: [tns, "ErrorData"],
  fields: {
    errorId: { el: "errorId", count: "1", type: long },
    domain: { el: "domain", count: "1", type: string },
    severity: { el: "severity", count: "1", type: ErrorSeverity },
    category: { el: "category", count: "1", type: ErrorCategory },
    message: { el: "message", count: "1", type: string },
    subdomain: { el: "subdomain", count: "?", type: string },
    exceptionId: { el: "exceptionId", count: "?", type: token },
    parameter: { el: "parameter", count: "*", nil: true, type: ErrorParameter },
  },
};

/** The errors and warnings of a call. */
export interface ErrorMessage {
  /** One error or warning. */
  readonly error: readonly (ErrorData | null)[];
}
export const ErrorMessage: StructCodec<ErrorMessage> = {
  kind: "struct",
  name: [tns, "ErrorMessage"],
  fields: { error: { el: "error", count: "*", nil: true, type: ErrorData } },
};

/** Answer of uploadFile. */
export interface UploadFileResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const UploadFileResponse: StructCodec<UploadFileResponse> = {
  kind: "struct",
  name: [tns, "UploadFileResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Request of downloadFile. */
export interface DownloadFileRequest {
  /** Id of the job: its jobId in the Bulk Data Exchange service. */
  readonly taskReferenceId: string;
  /** Id of the file: the fileReferenceId of the completed job, not that of the upload. */
  readonly fileReferenceId: string;
}
export const DownloadFileRequest: StructCodec<DownloadFileRequest> = {
  kind: "struct",
  name: [tns, "DownloadFileRequest"],
  fields: {
    taskReferenceId: { el: "taskReferenceId", count: "1", type: string },
    fileReferenceId: { el: "fileReferenceId", count: "1", type: string },
  },
};

/** Answer of downloadFile. */
export interface DownloadFileResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** The file, always a ZIP archive; absent when the call failed. */
  readonly fileAttachment?: FileAttachment;
}
export const DownloadFileResponse: StructCodec<DownloadFileResponse> = {
  kind: "struct",
  name: [tns, "DownloadFileResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    fileAttachment: { el: "fileAttachment", count: "?", type: FileAttachment },
  },
};

/** Uploads the file of a job. */
export const uploadFileRequest: ElementCodec<UploadFileRequest | null> = {
  kind: "element",
  name: [tns, "uploadFileRequest"],
  nil: true,
  type: UploadFileRequest,
};

/** Whether the file was uploaded. */
export const uploadFileResponse: ElementCodec<UploadFileResponse | null> = {
  kind: "element",
  name: [tns, "uploadFileResponse"],
  nil: true,
  type: UploadFileResponse,
};

/** Downloads the file that a job has made. */
export const downloadFileRequest: ElementCodec<DownloadFileRequest | null> = {
  kind: "element",
  name: [tns, "downloadFileRequest"],
  nil: true,
  type: DownloadFileRequest,
};

/** The file. */
export const downloadFileResponse: ElementCodec<DownloadFileResponse | null> = {
  kind: "element",
  name: [tns, "downloadFileResponse"],
  nil: true,
  type: DownloadFileResponse,
};

/**
 * Answer to a call that did not reach the service (unknown operation, failed authentication), with HTTP status 500. The
 * vendor's own contract does not declare it as a message.
 */
export const errorMessage: ElementCodec<ErrorMessage> = {
  kind: "element",
  name: [tns, "errorMessage"],
  type: ErrorMessage,
};

/**
 * eBay's File Transfer service: uploads and downloads the files of Bulk Data Exchange jobs.
 *
 * A request may be plain XML with the data as base64, or multipart/related with the data as a part of its own; an
 * answer with a file is the latter. Chunked transfer encoding is not understood. eBay took the service out of use in
 * 2022.
 *
 * Parameter `token` of every call: The seller's Auth'n'Auth token. OAuth tokens are refused with the error 11002.
 *
 * Parameter `serviceVersion` of every call, optional: Version of the service that the call is made for: `1.1.0`.
 */
export interface FileTransferService {
  /** Uploads the file of a job, compressed, at most 15 MB. */
  readonly uploadFile: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: UploadFileRequest | null;
    readonly output: UploadFileResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Downloads the file that a job has made, as a ZIP archive. */
  readonly downloadFile: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: DownloadFileRequest | null;
    readonly output: DownloadFileResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
}
export const FileTransferService: XmlService<FileTransferService> = {
  protocol: xml,
  name: "FileTransferService",
  endpoint: "https://storage.ebay.com/FileTransferService",
  parameters: {
    token: { in: "header", name: "X-EBAY-SOA-SECURITY-TOKEN", required: true, secret: true },
    serviceVersion: { in: "header", name: "X-EBAY-SOA-SERVICE-VERSION" },
  },
  operations: {
    uploadFile: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "FileTransferService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "uploadFile",
      },
      input: uploadFileRequest,
      output: uploadFileResponse,
      errors: { errorMessage },
    },
    downloadFile: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "FileTransferService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "downloadFile",
      },
      input: downloadFileRequest,
      output: downloadFileResponse,
      errors: { errorMessage },
    },
  },
};
