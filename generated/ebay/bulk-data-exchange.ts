// Generated from specs/ebay/bulk-data-exchange.xsd
// sha256 a933309cc5bc41402d078ee53d545150c8497533b422c8e5bd0169a6c1c0e8e8
// Generated from specs/ebay/bulk-data-exchange.operations.yaml
// sha256 7a78b7a9a76150aa1f8c87a224b95943f6bd8780c82952d536e5eaf9e19e3610
// Do not edit: change the contract and generate again.
import {
  boolean,
  dateTime,
  double,
  int,
  long,
  string,
  time,
  token,
  xml,
  type DateTime,
  type ElementCodec,
  type EnumCodec,
  type Int,
  type Long,
  type Nilled,
  type StructCodec,
  type Time,
  type Token,
  type Unrecognized,
  type XmlElement,
  type XmlService,
} from "../../src/runtime/index.ts";

const tns = "http://www.ebay.com/marketplace/services";

/** Format of an upload's file. */
export type FileType =
  /** The only one. How the file is compressed is said in uploadFile. */
  | "XML"
  | Unrecognized;
export const FileType: EnumCodec<FileType> = { kind: "enum", name: [tns, "FileType"], values: { XML: true } };

/** Request of createUploadJob. */
export interface CreateUploadJobRequest {
  /**
   * What the file has: the name of the call that it repeats, one kind a file. AddFixedPriceItem, AddItem,
   * EndFixedPriceItem, EndItem, OrderAck, RelistFixedPriceItem, RelistItem, ReviseFixedPriceItem,
   * ReviseInventoryStatus, ReviseItem, SetShipmentTrackingInfo, UploadSiteHostedPictures, VerifyAddFixedPriceItem,
   * VerifyAddItem. At most one job of a type may be under way.
   */
  readonly uploadJobType: Token;
  /** A value of the caller's that no other request of his has, so that a repeated request makes no second job. */
  readonly UUID: string;
  /** Format of the file. */
  readonly fileType?: FileType;
}
export const CreateUploadJobRequest: StructCodec<CreateUploadJobRequest> = {
  kind: "struct",
  name: [tns, "CreateUploadJobRequest"],
  fields: {
    uploadJobType: { el: "uploadJobType", count: "1", type: token },
    UUID: { el: "UUID", count: "1", type: string },
    fileType: { el: "fileType", count: "?", type: FileType },
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

/** Answer of createUploadJob. */
export interface CreateUploadJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** Id of the job; the File Transfer service calls it taskReferenceId. */
  readonly jobId?: string;
  /** Id under which the file is to be uploaded. */
  readonly fileReferenceId?: string;
  /** Bytes that the file may have: `15728640`. Text, not a number. */
  readonly maxFileSize?: string;
}
export const CreateUploadJobResponse: StructCodec<CreateUploadJobResponse> = {
  kind: "struct",
  name: [tns, "CreateUploadJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobId: { el: "jobId", count: "?", type: string },
    fileReferenceId: { el: "fileReferenceId", count: "?", type: string },
    maxFileSize: { el: "maxFileSize", count: "?", type: string },
  },
};

/** Request of startUploadJob. The file has to be uploaded before. */
export interface StartUploadJobRequest {
  /** Id of the job, from createUploadJob, startDownloadJob or getJobs. */
  readonly jobId: string;
}
export const StartUploadJobRequest: StructCodec<StartUploadJobRequest> = {
  kind: "struct",
  name: [tns, "StartUploadJobRequest"],
  fields: { jobId: { el: "jobId", count: "1", type: string } },
};

/** Answer of startUploadJob. */
export interface StartUploadJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const StartUploadJobResponse: StructCodec<StartUploadJobResponse> = {
  kind: "struct",
  name: [tns, "StartUploadJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Request of abortJob. What a job has done by then is not undone. */
export interface AbortJobRequest {
  /** Id of the job, from createUploadJob, startDownloadJob or getJobs. */
  readonly jobId: string;
}
export const AbortJobRequest: StructCodec<AbortJobRequest> = {
  kind: "struct",
  name: [tns, "AbortJobRequest"],
  fields: { jobId: { el: "jobId", count: "1", type: string } },
};

/** Answer of abortJob. */
export interface AbortJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const AbortJobResponse: StructCodec<AbortJobResponse> = {
  kind: "struct",
  name: [tns, "AbortJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** How far a job is. */
export type JobStatus =
  /** The job exists and was not started: an upload waits for its file and for startUploadJob. */
  | "Created"
  /** The job waits for its turn. */
  | "Scheduled"
  /** The job is being processed. */
  | "InProcess"
  /** The job was processed; its result can be downloaded. */
  | "Completed"
  /** The job was aborted. */
  | "Aborted"
  /** The job could not be processed. */
  | "Failed"
  | Unrecognized;
export const JobStatus: EnumCodec<JobStatus> = {
  kind: "enum",
  name: [tns, "JobStatus"],
  values: { Created: true, Scheduled: true, InProcess: true, Completed: true, Aborted: true, Failed: true },
};

/** Request of getJobs. Without any field: all jobs of the last 30 days. */
export interface GetJobsRequest {
  /** Only jobs created then or later. */
  readonly creationTimeFrom?: DateTime;
  /** Only jobs created then or earlier. */
  readonly creationTimeTo?: DateTime;
  /** Only jobs of these types. */
  readonly jobType: readonly Token[];
  /** Only jobs with these states. */
  readonly jobStatus: readonly JobStatus[];
}
export const GetJobsRequest: StructCodec<GetJobsRequest> = {
  kind: "struct",
  name: [tns, "GetJobsRequest"],
  fields: {
    creationTimeFrom: { el: "creationTimeFrom", count: "?", type: dateTime },
    creationTimeTo: { el: "creationTimeTo", count: "?", type: dateTime },
    jobType: { el: "jobType", count: "*", type: token },
    jobStatus: { el: "jobStatus", count: "*", type: JobStatus },
  },
};

/** How a job stands. It tells of the job, not of the items in its file: those are in the file that the job makes. */
export interface JobProfile {
  /** Id of the job. */
  readonly jobId: string;
  /** What the job does: the upload's or the report's type. */
  readonly jobType: Token;
  /** How far the job is. */
  readonly jobStatus: JobStatus;
  /** When the job was created. */
  readonly creationTime: DateTime;
  /** When the job ended; absent until then. */
  readonly completionTime?: DateTime;
  /** Errors that did not stop the job. Zero does not mean that every item was accepted. */
  readonly errorCount?: Int;
  /** How much of the job is done, from 0 to 100. */
  readonly percentComplete?: number;
  /** Id under which the result is to be downloaded, once the job is completed. Not the id of the upload. */
  readonly fileReferenceId?: string;
  /** Id under which the file was uploaded. */
  readonly inputFileReferenceId?: string;
  /** When processing began. */
  readonly startTime?: DateTime;
}
export const JobProfile: StructCodec<JobProfile> = {
  kind: "struct",
  name: [tns, "JobProfile"],
  fields: {
    jobId: { el: "jobId", count: "1", type: string },
    jobType: { el: "jobType", count: "1", type: token },
    jobStatus: { el: "jobStatus", count: "1", type: JobStatus },
    creationTime: { el: "creationTime", count: "1", type: dateTime },
    completionTime: { el: "completionTime", count: "?", type: dateTime },
    errorCount: { el: "errorCount", count: "?", type: int },
    percentComplete: { el: "percentComplete", count: "?", type: double },
    fileReferenceId: { el: "fileReferenceId", count: "?", type: string },
    inputFileReferenceId: { el: "inputFileReferenceId", count: "?", type: string },
    startTime: { el: "startTime", count: "?", type: dateTime },
  },
};

/** Answer of getJobs. */
export interface GetJobsResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** A job that was found. */
  readonly jobProfile: readonly JobProfile[];
}
export const GetJobsResponse: StructCodec<GetJobsResponse> = {
  kind: "struct",
  name: [tns, "GetJobsResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobProfile: { el: "jobProfile", count: "*", type: JobProfile },
  },
};

/** Request of getJobStatus. */
export interface GetJobStatusRequest {
  /** Id of the job, from createUploadJob, startDownloadJob or getJobs. */
  readonly jobId: string;
}
export const GetJobStatusRequest: StructCodec<GetJobStatusRequest> = {
  kind: "struct",
  name: [tns, "GetJobStatusRequest"],
  fields: { jobId: { el: "jobId", count: "1", type: string } },
};

/** Answer of getJobStatus. */
export interface GetJobStatusResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** The job: one, although the contract allows for more. */
  readonly jobProfile: readonly JobProfile[];
}
export const GetJobStatusResponse: StructCodec<GetJobStatusResponse> = {
  kind: "struct",
  name: [tns, "GetJobStatusResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobProfile: { el: "jobProfile", count: "*", type: JobProfile },
  },
};

/** What a FeeSettlementReport shall have. */
export interface FeeSettlementReportFilter {
  /** The report begins with this moment. */
  readonly startTime: DateTime;
  /** Elements that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const FeeSettlementReportFilter: StructCodec<FeeSettlementReportFilter> = {
  kind: "struct",
  name: [tns, "FeeSettlementReportFilter"],
  fields: {
    startTime: { el: "startTime", count: "1", type: dateTime },
    $any: { any: "##any", count: "*", process: "lax" },
  },
};

/** What to do with a job of changed items. */
export interface GetItemJobActionType {
  /** The action. */
  readonly action?: Token;
  /** Id of the job. */
  readonly jobId: string;
}
export const GetItemJobActionType: StructCodec<GetItemJobActionType> = {
  kind: "struct",
  name: [tns, "GetItemJobActionType"],
  fields: { action: { el: "action", count: "?", type: token }, jobId: { el: "jobId", count: "1", type: string } },
};

/** What happened to an item. */
export type ItemEventType =
  /** It was listed. */
  | "New"
  /** It was changed. */
  | "Changed"
  | Unrecognized;
export const ItemEventType: EnumCodec<ItemEventType> = {
  kind: "enum",
  name: [tns, "ItemEventType"],
  values: { New: true, Changed: true },
  facets: { space: "collapse" },
};

/** Reserved for eBay's own use, with all that it has; the meanings are read from the names. */
export interface GetItemInfoReportFilter {
  /** What to do with the job. */
  readonly jobAction: GetItemJobActionType;
  /** Which items. */
  readonly filterType: ItemEventType;
  /** Whether to give the attributes of items. */
  readonly includeAttributes?: boolean;
  /** Whether to give the description of items. */
  readonly includeDescription?: boolean;
  /** Beginning of the span that the report is about. */
  readonly reportDateFrom?: DateTime;
  /** End of the span that the report is about. */
  readonly reportDateTo?: DateTime;
  /** A span given by name. */
  readonly timeFrame: readonly Token[];
  /** Only items in which this field has changed. */
  readonly changedFieldSelector: readonly Token[];
}
export const GetItemInfoReportFilter: StructCodec<GetItemInfoReportFilter> = {
  kind: "struct",
  name: [tns, "GetItemInfoReportFilter"],
  fields: {
    jobAction: { el: "jobAction", count: "1", type: GetItemJobActionType },
    filterType: { el: "filterType", count: "1", type: ItemEventType },
    includeAttributes: { el: "includeAttributes", count: "?", type: boolean },
    includeDescription: { el: "includeDescription", count: "?", type: boolean },
    reportDateFrom: { el: "reportDateFrom", count: "?", type: dateTime },
    reportDateTo: { el: "reportDateTo", count: "?", type: dateTime },
    timeFrame: { el: "timeFrame", count: "*", type: token },
    changedFieldSelector: { el: "changedFieldSelector", count: "*", type: token },
  },
};

/** Sites that a report is about. Reserved for eBay's own use. */
export interface SiteFilter {
  /** Id of a site. */
  readonly globalId: readonly Token[];
  /** Elements of other namespaces that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const SiteFilter: StructCodec<SiteFilter> = {
  kind: "struct",
  name: [tns, "SiteFilter"],
  fields: {
    globalId: { el: "globalId", count: "+", type: token },
    $any: { any: { not: tns }, count: "*", process: "lax" },
  },
};

/** A kind of listing. */
export type IncludeListingType =
  /** Auctions. */
  | "Auction"
  /** Listings with a fixed price. */
  | "FixedPrice"
  /** Both. */
  | "AuctionAndFixedPrice"
  | Unrecognized;
export const IncludeListingType: EnumCodec<IncludeListingType> = {
  kind: "enum",
  name: [tns, "IncludeListingType"],
  values: { Auction: true, FixedPrice: true, AuctionAndFixedPrice: true },
  facets: { space: "collapse" },
};

/** What an ActiveInventoryReport says of listings with a fixed price. */
export interface FixedPriceItemDetails {
  /** Whether to list the variations of a listing. */
  readonly includeVariations?: boolean;
}
export const FixedPriceItemDetails: StructCodec<FixedPriceItemDetails> = {
  kind: "struct",
  name: [tns, "FixedPriceItemDetails"],
  fields: { includeVariations: { el: "includeVariations", count: "?", type: boolean } },
};

/** What an ActiveInventoryReport says of auctions. */
export interface AuctionItemDetails {
  /** Whether to say how many bids there are. */
  readonly includeBidCount?: boolean;
  /** Whether to say if the reserve price is met. */
  readonly includeReservePriceMet?: boolean;
}
export const AuctionItemDetails: StructCodec<AuctionItemDetails> = {
  kind: "struct",
  name: [tns, "AuctionItemDetails"],
  fields: {
    includeBidCount: { el: "includeBidCount", count: "?", type: boolean },
    includeReservePriceMet: { el: "includeReservePriceMet", count: "?", type: boolean },
  },
};

/** What an ActiveInventoryReport shall have. */
export interface ActiveInventoryReportFilter {
  /** Only listings of this kind. */
  readonly includeListingType?: IncludeListingType;
  /** What to say of listings with a fixed price. */
  readonly fixedPriceItemDetails?: FixedPriceItemDetails;
  /** What to say of auctions. */
  readonly auctionItemDetails?: AuctionItemDetails;
}
export const ActiveInventoryReportFilter: StructCodec<ActiveInventoryReportFilter> = {
  kind: "struct",
  name: [tns, "ActiveInventoryReportFilter"],
  fields: {
    includeListingType: { el: "includeListingType", count: "?", type: IncludeListingType },
    fixedPriceItemDetails: { el: "fixedPriceItemDetails", count: "?", type: FixedPriceItemDetails },
    auctionItemDetails: { el: "auctionItemDetails", count: "?", type: AuctionItemDetails },
  },
};

/** A span of time. */
export interface DateFilter {
  /** Its beginning. */
  readonly startTime?: DateTime;
  /** Its end. */
  readonly endTime?: DateTime;
}
export const DateFilter: StructCodec<DateFilter> = {
  kind: "struct",
  name: [tns, "DateFilter"],
  fields: {
    startTime: { el: "startTime", count: "?", type: dateTime },
    endTime: { el: "endTime", count: "?", type: dateTime },
  },
};

/** When a SoldReport gives the buyer's address. */
export type IncludeShippingAddressType =
  /** Always. */
  | "Always"
  /** When the buyer has completed the checkout. */
  | "CheckoutComplete"
  | Unrecognized;
export const IncludeShippingAddressType: EnumCodec<IncludeShippingAddressType> = {
  kind: "enum",
  name: [tns, "IncludeShippingAddressType"],
  values: { Always: true, CheckoutComplete: true },
  facets: { space: "collapse" },
};

/** What a SoldReport shall have. */
export interface SoldReportFilter {
  /** When to give the buyer's address. */
  readonly includeShippingAddress: IncludeShippingAddressType;
  /** Elements that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const SoldReportFilter: StructCodec<SoldReportFilter> = {
  kind: "struct",
  name: [tns, "SoldReportFilter"],
  fields: {
    includeShippingAddress: { el: "includeShippingAddress", count: "1", type: IncludeShippingAddressType },
    $any: { any: "##any", count: "*", process: "lax" },
  },
};

/** A kind of listing whose orders are reported apart. */
export type ListingType =
  /** Listings on Half.com. */
  | "Half"
  | Unrecognized;
export const ListingType: EnumCodec<ListingType> = {
  kind: "enum",
  name: [tns, "ListingType"],
  values: { Half: true },
  facets: { space: "collapse" },
};

/** State of an order. */
export type OrderStatusTypes =
  /** The buyer's payment has not cleared yet. */
  | "Active"
  /** Orders of every state. The default. */
  | "All"
  /** Checkout is complete and the payment has cleared. */
  | "Completed"
  /** The order is cancelled. Half.com only. */
  | "Cancelled"
  /** The order is sent. */
  | "Shipped"
  | Unrecognized;
export const OrderStatusTypes: EnumCodec<OrderStatusTypes> = {
  kind: "enum",
  name: [tns, "OrderStatusTypes"],
  values: { Active: true, All: true, Completed: true, Cancelled: true, Shipped: true },
  facets: { space: "collapse" },
};

/** What an OrderReport shall have. */
export interface OrderReportFilter {
  /** Only orders created then or later. */
  readonly createTimeFrom?: DateTime;
  /** Only orders created then or earlier. */
  readonly createTimeTo?: DateTime;
  /** Only orders changed then or later. */
  readonly modTimeFrom?: DateTime;
  /** Only orders changed then or earlier. */
  readonly modTimeTo?: DateTime;
  /** Whether to give the final value fee of each line. */
  readonly includeFinalValueFee?: boolean;
  /** Given for orders of Half.com, absent for orders of eBay. */
  readonly listingType?: ListingType;
  /** Only orders with this state. */
  readonly orderStatus?: OrderStatusTypes;
  /** Version of the Trading API that the report is made with; 841 or later. */
  readonly version: Int;
}
export const OrderReportFilter: StructCodec<OrderReportFilter> = {
  kind: "struct",
  name: [tns, "OrderReportFilter"],
  fields: {
    createTimeFrom: { el: "createTimeFrom", count: "?", type: dateTime },
    createTimeTo: { el: "createTimeTo", count: "?", type: dateTime },
    modTimeFrom: { el: "modTimeFrom", count: "?", type: dateTime },
    modTimeTo: { el: "modTimeTo", count: "?", type: dateTime },
    includeFinalValueFee: { el: "includeFinalValueFee", count: "?", type: boolean },
    listingType: { el: "listingType", count: "?", type: ListingType },
    orderStatus: { el: "orderStatus", count: "?", type: OrderStatusTypes },
    version: { el: "version", count: "1", type: int },
  },
};

/** What a report shall have: the filter of that report, and the sites. */
export interface DownloadRequestFilter {
  /** For a FeeSettlementReport. */
  readonly feeSettlementReportFilter?: FeeSettlementReportFilter;
  /** Reserved for eBay's own use. */
  readonly getItemInfoReportFilter?: GetItemInfoReportFilter;
  /** Reserved for eBay's own use. */
  readonly siteFilter?: SiteFilter;
  /** For an ActiveInventoryReport. */
  readonly activeInventoryReportFilter?: ActiveInventoryReportFilter;
  /** Only this span of time. */
  readonly dateFilter?: DateFilter;
  /** For a SoldReport. */
  readonly soldReportFilter?: SoldReportFilter;
  /** For an OrderReport. */
  readonly orderReportFilter?: OrderReportFilter;
}
export const DownloadRequestFilter: StructCodec<DownloadRequestFilter> = {
  kind: "struct",
  name: [tns, "DownloadRequestFilter"],
  fields: {
    feeSettlementReportFilter: { el: "feeSettlementReportFilter", count: "?", type: FeeSettlementReportFilter },
    getItemInfoReportFilter: { el: "getItemInfoReportFilter", count: "?", type: GetItemInfoReportFilter },
    siteFilter: { el: "siteFilter", count: "?", type: SiteFilter },
    activeInventoryReportFilter: { el: "activeInventoryReportFilter", count: "?", type: ActiveInventoryReportFilter },
    dateFilter: { el: "dateFilter", count: "?", type: DateFilter },
    soldReportFilter: { el: "soldReportFilter", count: "?", type: SoldReportFilter },
    orderReportFilter: { el: "orderReportFilter", count: "?", type: OrderReportFilter },
  },
};

/** Request of startDownloadJob. */
export interface StartDownloadJobRequest {
  /** The report: ActiveInventoryReport, FeeSettlementReport, SoldReport, OrderReport. */
  readonly downloadJobType: Token;
  /** A value of the caller's that no other request of his has, so that a repeated request makes no second job. */
  readonly UUID: string;
  /** What the report shall have. */
  readonly downloadRequestFilter?: DownloadRequestFilter;
  /** For eBay's own use: id of the recurring job. */
  readonly sgfAppRecurringGUID?: Long;
  /** For eBay's own use: whether a recurring job started this one. */
  readonly recurringJob?: boolean;
}
export const StartDownloadJobRequest: StructCodec<StartDownloadJobRequest> = {
  kind: "struct",
  name: [tns, "StartDownloadJobRequest"],
  fields: {
    downloadJobType: { el: "downloadJobType", count: "1", type: token },
    UUID: { el: "UUID", count: "1", type: string },
    downloadRequestFilter: { el: "downloadRequestFilter", count: "?", type: DownloadRequestFilter },
    sgfAppRecurringGUID: { el: "sgfAppRecurringGUID", count: "?", type: long },
    recurringJob: { el: "recurringJob", count: "?", type: boolean },
  },
};

/** Answer of startDownloadJob. */
export interface StartDownloadJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** Id of the job; the File Transfer service calls it taskReferenceId. */
  readonly jobId?: string;
}
export const StartDownloadJobResponse: StructCodec<StartDownloadJobResponse> = {
  kind: "struct",
  name: [tns, "StartDownloadJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobId: { el: "jobId", count: "?", type: string },
  },
};

/** What recurring OrderReports shall have. */
export interface OrderReportRecurringFilter {
  /** Only unacknowledged orders created in so many minutes before the run. */
  readonly createTimeRange?: Int;
  /** Only unacknowledged orders changed in so many minutes before the run. */
  readonly modTimeRange?: Int;
  /** Given for orders of Half.com, absent for orders of eBay. */
  readonly listingType?: ListingType;
  /** Version of the Trading API that the report is made with; 841 or later. */
  readonly version: Int;
}
export const OrderReportRecurringFilter: StructCodec<OrderReportRecurringFilter> = {
  kind: "struct",
  name: [tns, "OrderReportRecurringFilter"],
  fields: {
    createTimeRange: { el: "createTimeRange", count: "?", type: int },
    modTimeRange: { el: "modTimeRange", count: "?", type: int },
    listingType: { el: "listingType", count: "?", type: ListingType },
    version: { el: "version", count: "1", type: int },
  },
};

/** What the reports of a recurring job shall have. That it extends a request is eBay's choice. */
export interface DownloadJobRecurringFilter {
  /** For OrderReports. */
  readonly orderReportRecurringFilter?: OrderReportRecurringFilter;
}
export const DownloadJobRecurringFilter: StructCodec<DownloadJobRecurringFilter> = {
  kind: "struct",
  name: [tns, "DownloadJobRecurringFilter"],
  fields: {
    orderReportRecurringFilter: { el: "orderReportRecurringFilter", count: "?", type: OrderReportRecurringFilter },
  },
};

/** A run a month. */
export interface MonthlyRecurrence {
  /** The day: `Day_1` to `Day_28`, or `Day_Last`. */
  readonly dayOfMonth: Token;
  /** The time of day. */
  readonly timeOfDay: Time;
  /** Elements that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const MonthlyRecurrence: StructCodec<MonthlyRecurrence> = {
  kind: "struct",
  name: [tns, "MonthlyRecurrence"],
  fields: {
    dayOfMonth: { el: "dayOfMonth", count: "1", type: token },
    timeOfDay: { el: "timeOfDay", count: "1", type: time },
    $any: { any: "##any", count: "*", process: "lax" },
  },
};

/** A run a week. */
export interface WeeklyRecurrence {
  /** The day, in English: `Monday`. */
  readonly dayOfWeek: Token;
  /** The time of day. */
  readonly timeOfDay: Time;
  /** Elements that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const WeeklyRecurrence: StructCodec<WeeklyRecurrence> = {
  kind: "struct",
  name: [tns, "WeeklyRecurrence"],
  fields: {
    dayOfWeek: { el: "dayOfWeek", count: "1", type: token },
    timeOfDay: { el: "timeOfDay", count: "1", type: time },
    $any: { any: "##any", count: "*", process: "lax" },
  },
};

/** A run a day. */
export interface DailyRecurrence {
  /** The time of day. */
  readonly timeOfDay: Time;
  /** Elements that a later version may add. */
  readonly $any: readonly XmlElement[];
}
export const DailyRecurrence: StructCodec<DailyRecurrence> = {
  kind: "struct",
  name: [tns, "DailyRecurrence"],
  fields: {
    timeOfDay: { el: "timeOfDay", count: "1", type: time },
    $any: { any: "##any", count: "*", process: "lax" },
  },
};

/** Request of createRecurringJob. A frequency or one of the recurrences says when to run. */
export interface CreateRecurringJobRequest {
  /** A value of the caller's that no other request of his has, so that a repeated request makes no second job. */
  readonly UUID: string;
  /** What the reports shall have. Version 1.5.0 asks for it, 1.4.1 does not know it. */
  readonly downloadJobRecurringFilter?: DownloadJobRecurringFilter;
  /** Minutes from one run to the next, for more than one run a day; not together with a recurrence. */
  readonly frequencyInMinutes?: Int;
  /** The report: ActiveInventoryReport, SoldReport, OrderReport. */
  readonly downloadJobType: Token;
  /** Runs once a month. */
  readonly monthlyRecurrence?: MonthlyRecurrence;
  /** Runs once a week. */
  readonly weeklyRecurrence?: WeeklyRecurrence;
  /** Runs once a day. */
  readonly dailyRecurrence?: DailyRecurrence;
}
export const CreateRecurringJobRequest: StructCodec<CreateRecurringJobRequest> = {
  kind: "struct",
  name: [tns, "CreateRecurringJobRequest"],
  fields: {
    UUID: { el: "UUID", count: "1", type: string },
    downloadJobRecurringFilter: { el: "downloadJobRecurringFilter", count: "?", type: DownloadJobRecurringFilter },
    frequencyInMinutes: { el: "frequencyInMinutes", count: "?", type: int },
    downloadJobType: { el: "downloadJobType", count: "1", type: token },
    monthlyRecurrence: { el: "monthlyRecurrence", count: "?", type: MonthlyRecurrence },
    weeklyRecurrence: { el: "weeklyRecurrence", count: "?", type: WeeklyRecurrence },
    dailyRecurrence: { el: "dailyRecurrence", count: "?", type: DailyRecurrence },
  },
};

/** Answer of createRecurringJob. */
export interface CreateRecurringJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** Id of the recurring job. */
  readonly recurringJobId?: string;
}
export const CreateRecurringJobResponse: StructCodec<CreateRecurringJobResponse> = {
  kind: "struct",
  name: [tns, "CreateRecurringJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    recurringJobId: { el: "recurringJobId", count: "?", type: string },
  },
};

/** Request of deleteRecurringJob. */
export interface DeleteRecurringJobRequest {
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
}
export const DeleteRecurringJobRequest: StructCodec<DeleteRecurringJobRequest> = {
  kind: "struct",
  name: [tns, "DeleteRecurringJobRequest"],
  fields: { recurringJobId: { el: "recurringJobId", count: "1", type: string } },
};

/** Answer of deleteRecurringJob. */
export interface DeleteRecurringJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const DeleteRecurringJobResponse: StructCodec<DeleteRecurringJobResponse> = {
  kind: "struct",
  name: [tns, "DeleteRecurringJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Request of getRecurringJobs: empty. */
export interface GetRecurringJobsRequest {}
export const GetRecurringJobsRequest: StructCodec<GetRecurringJobsRequest> = {
  kind: "struct",
  name: [tns, "GetRecurringJobsRequest"],
  fields: {},
};

/** Whether a recurring job runs. */
export type RecurringJobStatus =
  /** It does. */
  | "Active"
  /** It does not, until it is activated. */
  | "Suspended"
  | Unrecognized;
export const RecurringJobStatus: EnumCodec<RecurringJobStatus> = {
  kind: "enum",
  name: [tns, "RecurringJobStatus"],
  values: { Active: true, Suspended: true },
};

/** A recurring job. */
export interface RecurringJobDetail {
  /** Id of the recurring job. */
  readonly recurringJobId: string;
  /** When it was set up. */
  readonly creationTime: DateTime;
  /** Minutes from one run to the next, for more than one run a day; not together with a recurrence. */
  readonly frequencyInMinutes?: Int;
  /** The report. */
  readonly downloadJobType: Token;
  /** Whether it runs. */
  readonly jobStatus: RecurringJobStatus;
  /** Runs once a month. */
  readonly monthlyRecurrence?: MonthlyRecurrence;
  /** Runs once a week. */
  readonly weeklyRecurrence?: WeeklyRecurrence;
  /** Runs once a day. */
  readonly dailyRecurrence?: DailyRecurrence;
}
export const RecurringJobDetail: StructCodec<RecurringJobDetail> = {
  kind: "struct",
  name: [tns, "RecurringJobDetail"],
  fields: {
    recurringJobId: { el: "recurringJobId", count: "1", type: string },
    creationTime: { el: "creationTime", count: "1", type: dateTime },
    frequencyInMinutes: { el: "frequencyInMinutes", count: "?", type: int },
    downloadJobType: { el: "downloadJobType", count: "1", type: token },
    jobStatus: { el: "jobStatus", count: "1", type: RecurringJobStatus },
    monthlyRecurrence: { el: "monthlyRecurrence", count: "?", type: MonthlyRecurrence },
    weeklyRecurrence: { el: "weeklyRecurrence", count: "?", type: WeeklyRecurrence },
    dailyRecurrence: { el: "dailyRecurrence", count: "?", type: DailyRecurrence },
  },
};

/** Answer of getRecurringJobs. */
export interface GetRecurringJobsResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** A recurring job. */
  readonly recurringJobDetail: readonly RecurringJobDetail[];
}
export const GetRecurringJobsResponse: StructCodec<GetRecurringJobsResponse> = {
  kind: "struct",
  name: [tns, "GetRecurringJobsResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    recurringJobDetail: { el: "recurringJobDetail", count: "*", type: RecurringJobDetail },
  },
};

/** Request of getRecurringJobExecutionStatus. */
export interface GetRecurringJobExecutionStatusRequest {
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
}
export const GetRecurringJobExecutionStatusRequest: StructCodec<GetRecurringJobExecutionStatusRequest> = {
  kind: "struct",
  name: [tns, "GetRecurringJobExecutionStatusRequest"],
  fields: { recurringJobId: { el: "recurringJobId", count: "1", type: string } },
};

/** Answer of getRecurringJobExecutionStatus. */
export interface GetRecurringJobExecutionStatusResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** The run. One at most, unlike the answer of getJobStatus. */
  readonly jobProfile?: JobProfile;
}
export const GetRecurringJobExecutionStatusResponse: StructCodec<GetRecurringJobExecutionStatusResponse> = {
  kind: "struct",
  name: [tns, "GetRecurringJobExecutionStatusResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobProfile: { el: "jobProfile", count: "?", type: JobProfile },
  },
};

/** Request of getRecurringJobExecutionHistory. */
export interface GetRecurringJobExecutionHistoryRequest {
  /** Only runs since then. */
  readonly startTime?: DateTime;
  /** Only runs until then. */
  readonly endTime?: DateTime;
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
  /** Only runs with these states. */
  readonly jobStatus: readonly JobStatus[];
}
export const GetRecurringJobExecutionHistoryRequest: StructCodec<GetRecurringJobExecutionHistoryRequest> = {
  kind: "struct",
  name: [tns, "GetRecurringJobExecutionHistoryRequest"],
  fields: {
    startTime: { el: "startTime", count: "?", type: dateTime },
    endTime: { el: "endTime", count: "?", type: dateTime },
    recurringJobId: { el: "recurringJobId", count: "1", type: string },
    jobStatus: { el: "jobStatus", count: "*", type: JobStatus },
  },
};

/** Answer of getRecurringJobExecutionHistory. */
export interface GetRecurringJobExecutionHistoryResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
  /** A run that was found. */
  readonly jobProfile: readonly JobProfile[];
}
export const GetRecurringJobExecutionHistoryResponse: StructCodec<GetRecurringJobExecutionHistoryResponse> = {
  kind: "struct",
  name: [tns, "GetRecurringJobExecutionHistoryResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
    jobProfile: { el: "jobProfile", count: "*", type: JobProfile },
  },
};

/** Request of activateRecurringJob. */
export interface ActivateRecurringJobRequest {
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
}
export const ActivateRecurringJobRequest: StructCodec<ActivateRecurringJobRequest> = {
  kind: "struct",
  name: [tns, "ActivateRecurringJobRequest"],
  fields: { recurringJobId: { el: "recurringJobId", count: "1", type: string } },
};

/** Answer of activateRecurringJob. */
export interface ActivateRecurringJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const ActivateRecurringJobResponse: StructCodec<ActivateRecurringJobResponse> = {
  kind: "struct",
  name: [tns, "ActivateRecurringJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Request of suspendRecurringJob. */
export interface SuspendRecurringJobRequest {
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
}
export const SuspendRecurringJobRequest: StructCodec<SuspendRecurringJobRequest> = {
  kind: "struct",
  name: [tns, "SuspendRecurringJobRequest"],
  fields: { recurringJobId: { el: "recurringJobId", count: "1", type: string } },
};

/** Answer of suspendRecurringJob. */
export interface SuspendRecurringJobResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const SuspendRecurringJobResponse: StructCodec<SuspendRecurringJobResponse> = {
  kind: "struct",
  name: [tns, "SuspendRecurringJobResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Request of abortRecurringJobExecution. */
export interface AbortRecurringJobExecutionRequest {
  /** Id of the recurring job, from createRecurringJob or getRecurringJobs. */
  readonly recurringJobId: string;
}
export const AbortRecurringJobExecutionRequest: StructCodec<AbortRecurringJobExecutionRequest> = {
  kind: "struct",
  name: [tns, "AbortRecurringJobExecutionRequest"],
  fields: { recurringJobId: { el: "recurringJobId", count: "1", type: string } },
};

/** Answer of abortRecurringJobExecution. */
export interface AbortRecurringJobExecutionResponse {
  /** Whether the call succeeded. */
  readonly ack: AckValue;
  /** What went wrong; absent when nothing did. */
  readonly errorMessage?: ErrorMessage;
  /** Release of the service that answered. Say it when you ask eBay for support. */
  readonly version?: string;
  /** When eBay answered, in UTC with milliseconds. */
  readonly timestamp?: DateTime;
}
export const AbortRecurringJobExecutionResponse: StructCodec<AbortRecurringJobExecutionResponse> = {
  kind: "struct",
  name: [tns, "AbortRecurringJobExecutionResponse"],
  fields: {
    ack: { el: "ack", count: "1", type: AckValue },
    errorMessage: { el: "errorMessage", count: "?", type: ErrorMessage },
    version: { el: "version", count: "?", type: string },
    timestamp: { el: "timestamp", count: "?", type: dateTime },
  },
};

/** Creates a job that will process a file of requests. */
export const createUploadJobRequest: ElementCodec<CreateUploadJobRequest | null> = {
  kind: "element",
  name: [tns, "createUploadJobRequest"],
  nil: true,
  type: CreateUploadJobRequest,
};

/** The ids of the new job and of its file. */
export const createUploadJobResponse: ElementCodec<CreateUploadJobResponse | null> = {
  kind: "element",
  name: [tns, "createUploadJobResponse"],
  nil: true,
  type: CreateUploadJobResponse,
};

/** Lets a job process the file that was uploaded for it. */
export const startUploadJobRequest: ElementCodec<StartUploadJobRequest | null> = {
  kind: "element",
  name: [tns, "startUploadJobRequest"],
  nil: true,
  type: StartUploadJobRequest,
};

/** Whether the job was started. */
export const startUploadJobResponse: ElementCodec<StartUploadJobResponse | null> = {
  kind: "element",
  name: [tns, "startUploadJobResponse"],
  nil: true,
  type: StartUploadJobResponse,
};

/** Aborts a job. */
export const abortJobRequest: ElementCodec<AbortJobRequest | null> = {
  kind: "element",
  name: [tns, "abortJobRequest"],
  nil: true,
  type: AbortJobRequest,
};

/** Whether the job is aborted. */
export const abortJobResponse: ElementCodec<AbortJobResponse | null> = {
  kind: "element",
  name: [tns, "abortJobResponse"],
  nil: true,
  type: AbortJobResponse,
};

/** Finds jobs of the last 30 days, or of another span. */
export const getJobsRequest: ElementCodec<GetJobsRequest | null> = {
  kind: "element",
  name: [tns, "getJobsRequest"],
  nil: true,
  type: GetJobsRequest,
};

/** The jobs that were found. */
export const getJobsResponse: ElementCodec<GetJobsResponse | null> = {
  kind: "element",
  name: [tns, "getJobsResponse"],
  nil: true,
  type: GetJobsResponse,
};

/** Asks how a job stands. */
export const getJobStatusRequest: ElementCodec<GetJobStatusRequest | null> = {
  kind: "element",
  name: [tns, "getJobStatusRequest"],
  nil: true,
  type: GetJobStatusRequest,
};

/** How the job stands. */
export const getJobStatusResponse: ElementCodec<GetJobStatusResponse | null> = {
  kind: "element",
  name: [tns, "getJobStatusResponse"],
  nil: true,
  type: GetJobStatusResponse,
};

/** Starts a job that makes a report. */
export const startDownloadJobRequest: ElementCodec<StartDownloadJobRequest | null> = {
  kind: "element",
  name: [tns, "startDownloadJobRequest"],
  nil: true,
  type: StartDownloadJobRequest,
};

/** The id of the new job. */
export const startDownloadJobResponse: ElementCodec<StartDownloadJobResponse | null> = {
  kind: "element",
  name: [tns, "startDownloadJobResponse"],
  nil: true,
  type: StartDownloadJobResponse,
};

/** Sets up a report that is made again and again. */
export const createRecurringJobRequest: ElementCodec<CreateRecurringJobRequest | null> = {
  kind: "element",
  name: [tns, "createRecurringJobRequest"],
  nil: true,
  type: CreateRecurringJobRequest,
};

/** The id of the recurring job. */
export const createRecurringJobResponse: ElementCodec<CreateRecurringJobResponse | null> = {
  kind: "element",
  name: [tns, "createRecurringJobResponse"],
  nil: true,
  type: CreateRecurringJobResponse,
};

/** Deletes a recurring job. */
export const deleteRecurringJobRequest: ElementCodec<DeleteRecurringJobRequest | null> = {
  kind: "element",
  name: [tns, "deleteRecurringJobRequest"],
  nil: true,
  type: DeleteRecurringJobRequest,
};

/** Whether the recurring job is deleted. */
export const deleteRecurringJobResponse: ElementCodec<DeleteRecurringJobResponse | null> = {
  kind: "element",
  name: [tns, "deleteRecurringJobResponse"],
  nil: true,
  type: DeleteRecurringJobResponse,
};

/** Asks for all recurring jobs. */
export const getRecurringJobsRequest: ElementCodec<GetRecurringJobsRequest | null> = {
  kind: "element",
  name: [tns, "getRecurringJobsRequest"],
  nil: true,
  type: GetRecurringJobsRequest,
};

/** All recurring jobs. */
export const getRecurringJobsResponse: ElementCodec<GetRecurringJobsResponse | null> = {
  kind: "element",
  name: [tns, "getRecurringJobsResponse"],
  nil: true,
  type: GetRecurringJobsResponse,
};

/** Asks how the present run of a recurring job stands. */
export const getRecurringJobExecutionStatusRequest: ElementCodec<GetRecurringJobExecutionStatusRequest | null> = {
  kind: "element",
  name: [tns, "getRecurringJobExecutionStatusRequest"],
  nil: true,
  type: GetRecurringJobExecutionStatusRequest,
};

/** How the run stands. */
export const getRecurringJobExecutionStatusResponse: ElementCodec<GetRecurringJobExecutionStatusResponse | null> = {
  kind: "element",
  name: [tns, "getRecurringJobExecutionStatusResponse"],
  nil: true,
  type: GetRecurringJobExecutionStatusResponse,
};

/** Asks for the runs of a recurring job. */
export const getRecurringJobExecutionHistoryRequest: ElementCodec<GetRecurringJobExecutionHistoryRequest | null> = {
  kind: "element",
  name: [tns, "getRecurringJobExecutionHistoryRequest"],
  nil: true,
  type: GetRecurringJobExecutionHistoryRequest,
};

/** The runs that were found. */
export const getRecurringJobExecutionHistoryResponse: ElementCodec<GetRecurringJobExecutionHistoryResponse | null> = {
  kind: "element",
  name: [tns, "getRecurringJobExecutionHistoryResponse"],
  nil: true,
  type: GetRecurringJobExecutionHistoryResponse,
};

/** Lets a suspended recurring job run again. */
export const activateRecurringJobRequest: ElementCodec<ActivateRecurringJobRequest | null> = {
  kind: "element",
  name: [tns, "activateRecurringJobRequest"],
  nil: true,
  type: ActivateRecurringJobRequest,
};

/** Whether the recurring job is active. */
export const activateRecurringJobResponse: ElementCodec<ActivateRecurringJobResponse | null> = {
  kind: "element",
  name: [tns, "activateRecurringJobResponse"],
  nil: true,
  type: ActivateRecurringJobResponse,
};

/** Suspends a recurring job. */
export const suspendRecurringJobRequest: ElementCodec<SuspendRecurringJobRequest | null> = {
  kind: "element",
  name: [tns, "suspendRecurringJobRequest"],
  nil: true,
  type: SuspendRecurringJobRequest,
};

/** Whether the recurring job is suspended. */
export const suspendRecurringJobResponse: ElementCodec<SuspendRecurringJobResponse | null> = {
  kind: "element",
  name: [tns, "suspendRecurringJobResponse"],
  nil: true,
  type: SuspendRecurringJobResponse,
};

/** Aborts the present run of a recurring job. */
export const abortRecurringJobExecutionRequest: ElementCodec<AbortRecurringJobExecutionRequest | null> = {
  kind: "element",
  name: [tns, "abortRecurringJobExecutionRequest"],
  nil: true,
  type: AbortRecurringJobExecutionRequest,
};

/** Whether the run is aborted. */
export const abortRecurringJobExecutionResponse: ElementCodec<AbortRecurringJobExecutionResponse | null> = {
  kind: "element",
  name: [tns, "abortRecurringJobExecutionResponse"],
  nil: true,
  type: AbortRecurringJobExecutionResponse,
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
 * eBay's Bulk Data Exchange service: jobs that process uploaded files or make reports.
 *
 * All calls go to one address; a header names the operation. A call that fails answers with HTTP status 200, the ack
 * `Failure` and an errorMessage; one that does not reach the service answers with a bare errorMessage and status 500.
 * eBay took the service out of use in 2022.
 *
 * Parameter `token` of every call: The seller's Auth'n'Auth token. OAuth tokens are refused with the error 11002.
 *
 * Parameter `serviceVersion` of every call, optional: Version of the service that the call is made for: `1.5.0`.
 */
export interface BulkDataExchangeService {
  /** Creates a job for a file of requests. Upload the file with uploadFile, then call startUploadJob. */
  readonly createUploadJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: CreateUploadJobRequest | null;
    readonly output: CreateUploadJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Lets a job process its uploaded file. */
  readonly startUploadJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: StartUploadJobRequest | null;
    readonly output: StartUploadJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Aborts a job that is created, scheduled or in process. */
  readonly abortJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: AbortJobRequest | null;
    readonly output: AbortJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Finds jobs, those of the last 30 days unless the request says otherwise. */
  readonly getJobs: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: GetJobsRequest | null;
    readonly output: GetJobsResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** How a job stands. */
  readonly getJobStatus: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: GetJobStatusRequest | null;
    readonly output: GetJobStatusResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Starts a job that makes a report. */
  readonly startDownloadJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: StartDownloadJobRequest | null;
    readonly output: StartDownloadJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Sets up a report that is made again and again. */
  readonly createRecurringJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: CreateRecurringJobRequest | null;
    readonly output: CreateRecurringJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Deletes a recurring job. */
  readonly deleteRecurringJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: DeleteRecurringJobRequest | null;
    readonly output: DeleteRecurringJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** All recurring jobs. */
  readonly getRecurringJobs: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: GetRecurringJobsRequest | null;
    readonly output: GetRecurringJobsResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** How the present run of a recurring job stands. */
  readonly getRecurringJobExecutionStatus: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: GetRecurringJobExecutionStatusRequest | null;
    readonly output: GetRecurringJobExecutionStatusResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** The runs of a recurring job. */
  readonly getRecurringJobExecutionHistory: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: GetRecurringJobExecutionHistoryRequest | null;
    readonly output: GetRecurringJobExecutionHistoryResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Lets a suspended recurring job run again. */
  readonly activateRecurringJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: ActivateRecurringJobRequest | null;
    readonly output: ActivateRecurringJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Suspends a recurring job. */
  readonly suspendRecurringJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: SuspendRecurringJobRequest | null;
    readonly output: SuspendRecurringJobResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
  /** Aborts the present run of a recurring job. */
  readonly abortRecurringJobExecution: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: AbortRecurringJobExecutionRequest | null;
    readonly output: AbortRecurringJobExecutionResponse | null;
    readonly errors: { readonly errorMessage: ErrorMessage };
  };
}
export const BulkDataExchangeService: XmlService<BulkDataExchangeService> = {
  protocol: xml,
  name: "BulkDataExchangeService",
  endpoint: "https://webservices.ebay.com/BulkDataExchangeService",
  parameters: {
    token: { in: "header", name: "X-EBAY-SOA-SECURITY-TOKEN", required: true, secret: true },
    serviceVersion: { in: "header", name: "X-EBAY-SOA-SERVICE-VERSION" },
  },
  operations: {
    createUploadJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "createUploadJob",
      },
      input: createUploadJobRequest,
      output: createUploadJobResponse,
      errors: { errorMessage },
    },
    startUploadJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "startUploadJob",
      },
      input: startUploadJobRequest,
      output: startUploadJobResponse,
      errors: { errorMessage },
    },
    abortJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "abortJob",
      },
      input: abortJobRequest,
      output: abortJobResponse,
      errors: { errorMessage },
    },
    getJobs: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "getJobs",
      },
      input: getJobsRequest,
      output: getJobsResponse,
      errors: { errorMessage },
    },
    getJobStatus: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "getJobStatus",
      },
      input: getJobStatusRequest,
      output: getJobStatusResponse,
      errors: { errorMessage },
    },
    startDownloadJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "startDownloadJob",
      },
      input: startDownloadJobRequest,
      output: startDownloadJobResponse,
      errors: { errorMessage },
    },
    createRecurringJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "createRecurringJob",
      },
      input: createRecurringJobRequest,
      output: createRecurringJobResponse,
      errors: { errorMessage },
    },
    deleteRecurringJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "deleteRecurringJob",
      },
      input: deleteRecurringJobRequest,
      output: deleteRecurringJobResponse,
      errors: { errorMessage },
    },
    getRecurringJobs: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "getRecurringJobs",
      },
      input: getRecurringJobsRequest,
      output: getRecurringJobsResponse,
      errors: { errorMessage },
    },
    getRecurringJobExecutionStatus: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "getRecurringJobExecutionStatus",
      },
      input: getRecurringJobExecutionStatusRequest,
      output: getRecurringJobExecutionStatusResponse,
      errors: { errorMessage },
    },
    getRecurringJobExecutionHistory: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "getRecurringJobExecutionHistory",
      },
      input: getRecurringJobExecutionHistoryRequest,
      output: getRecurringJobExecutionHistoryResponse,
      errors: { errorMessage },
    },
    activateRecurringJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "activateRecurringJob",
      },
      input: activateRecurringJobRequest,
      output: activateRecurringJobResponse,
      errors: { errorMessage },
    },
    suspendRecurringJob: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "suspendRecurringJob",
      },
      input: suspendRecurringJobRequest,
      output: suspendRecurringJobResponse,
      errors: { errorMessage },
    },
    abortRecurringJobExecution: {
      method: "POST",
      path: "",
      headers: {
        "Content-Type": "text/xml",
        "X-EBAY-SOA-SERVICE-NAME": "BulkDataExchangeService",
        "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
        "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
        "X-EBAY-SOA-OPERATION-NAME": "abortRecurringJobExecution",
      },
      input: abortRecurringJobExecutionRequest,
      output: abortRecurringJobExecutionResponse,
      errors: { errorMessage },
    },
  },
};
