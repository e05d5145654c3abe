/**
 * Every error that specwire raises at run time. One base class with a `code` to switch on; the cause is kept. No error carries
 * a credential: requests are redacted where they are built.
 */
import type { QName, XmlElement } from "./codec/values.ts";

/** Base of all run-time errors. `code` is stable; the message is for people. */
export class SpecwireError<Code extends string = string> extends Error {
  /** Stable and machine-readable: `xml.malformed`, `soap.fault`, `transport.deadline`, … */
  readonly code: Code;
  /** Milliseconds after which the service wants to be asked again: set where a job was asked for and Retry-After said so. */
  declare readonly retryAfter?: number;

  constructor(code: Code, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** What can be wrong with a document or a value. */
export type XmlErrorCode =
  /** Not well-formed (XML 1.0 or Namespaces in XML 1.0). */
  | "xml.malformed"
  /** A document type declaration: refused. */
  | "xml.doctype"
  /** The bytes are not in the declared or detected encoding, or the encoding is not supported. */
  | "xml.encoding"
  /** A limit on depth, size, attributes or text was reached. */
  | "xml.limit"
  /** Another root element than the message's, HTML and empty bodies included. */
  | "xml.root"
  /** An element or attribute that the contract does not have there. */
  | "xml.unexpected"
  /** A required element, attribute or xsi:type is missing. */
  | "xml.missing"
  /** A value outside its type's lexical or value space, a facet included. */
  | "xml.invalid"
  /** A value handed to encode that the contract does not allow. */
  | "xml.encode";

/** Where something is: an element path, and line and column where there was a document. */
export interface XmlPlace {
  /** Element path with positions where a name repeats: `/Envelope/Body/Fault/detail`. */
  readonly path: string;
  /** Counted from 1; absent when a value is encoded. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 code units; absent when a value is encoded. */
  readonly column?: number;
}

/** A document that cannot be read, or a value that cannot be written. */
export class XmlError extends SpecwireError implements XmlPlace {
  declare readonly code: XmlErrorCode;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** What the contract or the XML grammar wants here. */
  readonly expected?: string;
  /** What was found, cut to a readable length. */
  readonly received?: string;

  constructor(
    code: XmlErrorCode,
    message: string,
    place: XmlPlace & { readonly expected?: string; readonly received?: string },
    options?: { cause?: unknown },
  ) {
    const at = place.line === undefined ? "" : ` (line ${place.line}, column ${place.column ?? 1})`;
    super(code, `${message} at ${place.path || "/"}${at}`, options);
    this.path = place.path;
    if (place.line !== undefined) this.line = place.line;
    if (place.column !== undefined) this.column = place.column;
    if (place.expected !== undefined) this.expected = place.expected;
    if (place.received !== undefined) this.received = place.received;
  }
}

/**
 * A SOAP fault (SOAP 1.1, 4.4; SOAP 1.2 part 1, 5.4), under whatever HTTP status it came. `Detail` is the union of the operation's declared faults, `Headers` are the header entries
 * that its answers may have, those of header faults included.
 */
export class SoapFault<Detail = unknown, Headers = unknown> extends SpecwireError {
  declare readonly code: "soap.fault";
  /** The fault code, its prefix resolved: faultcode, or the value of Code in SOAP 1.2. */
  readonly faultCode: QName;
  /** Subcodes, from the outermost on: SOAP 1.2 only. */
  readonly faultSubcodes?: readonly QName[];
  /** faultstring, or the reason in SOAP 1.2: the English one where there are several. */
  readonly faultString: string;
  /** faultactor, or the role in SOAP 1.2. */
  readonly faultActor?: string;
  /** The node that the fault happened at: SOAP 1.2 only. */
  readonly faultNode?: string;
  /** The declared fault that the detail carries, told apart by `name`; absent where it carries none that is declared. */
  readonly detail?: Detail;
  /** All entries of the detail as they came. */
  readonly detailEntries: readonly XmlElement[];
  /** Header entries that came with the fault (SOAP 1.1, 4.2): where something is wrong with a header, they say what. */
  readonly headers?: Headers;
  /** HTTP status that the fault came under. */
  readonly status: number;

  constructor(fault: {
    readonly faultCode: QName;
    readonly faultSubcodes?: readonly QName[];
    readonly faultString: string;
    readonly faultActor?: string;
    readonly faultNode?: string;
    readonly detail?: Detail;
    readonly detailEntries?: readonly XmlElement[];
    readonly headers?: Headers;
    readonly status: number;
    /** Why a declared detail could not be decoded. */
    readonly cause?: unknown;
  }) {
    const options = fault.cause === undefined ? undefined : { cause: fault.cause };
    super("soap.fault", `SOAP fault ${fault.faultCode.localName}: ${fault.faultString}`, options);
    this.faultCode = fault.faultCode;
    this.faultString = fault.faultString;
    if (fault.faultSubcodes !== undefined) this.faultSubcodes = fault.faultSubcodes;
    if (fault.faultActor !== undefined) this.faultActor = fault.faultActor;
    if (fault.faultNode !== undefined) this.faultNode = fault.faultNode;
    if (fault.detail !== undefined) this.detail = fault.detail;
    this.detailEntries = fault.detailEntries ?? [];
    if (fault.headers !== undefined) this.headers = fault.headers;
    this.status = fault.status;
  }
}

/** The service answered with one of the error messages that its contract declares (plain XML and REST). */
export class ServiceError<Detail = unknown> extends SpecwireError {
  declare readonly code: "service.error";
  readonly detail: Detail;
  readonly status: number;

  constructor(message: string, detail: Detail, status: number) {
    super("service.error", message);
    this.detail = detail;
    this.status = status;
  }
}

/** An HTTP answer that is none of the contract's: an error page, a gateway's text, a status without a body. */
export class HttpError extends SpecwireError {
  declare readonly code: "http.status" | "http.content";
  readonly status: number;
  readonly contentType: string;
  /** The beginning of the body, cut and redacted. */
  readonly excerpt: string;

  constructor(
    code: "http.status" | "http.content",
    message: string,
    answer: { readonly status: number; readonly contentType: string; readonly excerpt: string },
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
    this.status = answer.status;
    this.contentType = answer.contentType;
    this.excerpt = answer.excerpt;
  }
}

/** Why no usable answer arrived. */
export type TransportErrorCode =
  /** The connection could not be made, or broke. */
  | "transport.connection"
  /** The deadline passed. */
  | "transport.deadline"
  /** The caller's AbortSignal fired. */
  | "transport.aborted"
  /** The answer is larger than the limit. */
  | "transport.size"
  /** A credential could not be obtained. */
  | "transport.credentials"
  /** An interceptor or a callback of the caller threw an error of its own; it is the cause. */
  | "transport.interceptor";

/** No usable answer arrived. */
export class TransportError extends SpecwireError<TransportErrorCode> {}

/** Something is wrong with a job, not with a call. */
export class JobError extends SpecwireError {
  declare readonly code:
    /** The vendor does not know the job (any more). */
    | "job.unknown"
    /** The handle is not one that this facade can follow. */
    | "job.handle"
    /** The vendor answered the call and refused it (an error in its own shape). */
    | "job.refused"
    /** What was to be sent is beyond a documented limit of the vendor: nothing was sent. */
    | "job.limit"
    /** What was to be sent cannot be used: a file without a header, a request that lacks something. Nothing was sent. */
    | "job.request"
    /** A call that must not be made twice broke off, and the vendor cannot tell whether it was carried out. */
    | "job.submit-unknown"
    /** Submitting broke off where it can go on: `resume` with the handle that `submissionOf` finds in the error. */
    | "job.submit-stopped"
    /** There are no results (any more), or the job has not ended. */
    | "job.no-results"
    /** Results that are damaged, cut short, or not in the vendor's form. */
    | "job.results"
    /** An optional package is not installed. */
    | "job.package";
  /** Whether the vendor says, or its documentation, that the same call may succeed later. */
  readonly retryable: boolean;
  /** The vendor's own code, where it gave one. */
  readonly vendorCode?: string;

  constructor(
    code: JobError["code"],
    message: string,
    options?: { cause?: unknown; retryable?: boolean; vendorCode?: string },
  ) {
    super(code, message, options);
    this.retryable = options?.retryable ?? false;
    if (options?.vendorCode !== undefined) this.vendorCode = options.vendorCode;
  }
}
