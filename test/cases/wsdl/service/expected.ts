// Generated from test/cases/wsdl/service/service.wsdl
// sha256 ddc58ecbd6c875867c94d0283322187c2f676b4b7d4c53f0415077e59f4c7f92
// Do not edit: change the contract and generate again.
import {
  int,
  long,
  soap,
  string,
  type ElementCodec,
  type Flavored,
  type Int,
  type Long,
  type PolyCodec,
  type RestrictionCodec,
  type SoapService,
  type StructCodec,
  type WrapperCodec,
} from "../../../../src/runtime/index.ts";

const dataNamespace = "urn:cases:data";
const tns = "urn:cases";

export type JobId = Flavored<string, "JobId">;
export const JobId: RestrictionCodec<JobId, string> = {
  kind: "restriction",
  name: [dataNamespace, "JobId"],
  base: string,
  facets: { minLength: 1 },
};

/** Asks for a job. */
export interface GetJob {
  readonly Id?: JobId | null;
}
export const GetJob: StructCodec<GetJob> = {
  kind: "struct",
  name: [tns, "GetJob"],
  element: true,
  fields: { Id: { el: "Id", count: "?", nil: true, type: JobId } },
};

export interface Error {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Error";
  readonly Text: string;
}
export const Error: StructCodec<Error> = {
  kind: "struct",
  name: [dataNamespace, "Error"],
  tag: "Error",
  fields: { Text: { el: "Text", count: "1", type: string } },
};

export interface RowError {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "RowError";
  readonly Text: string;
  readonly Row: Int;
}
export const RowError: StructCodec<RowError> = {
  kind: "struct",
  name: [dataNamespace, "RowError"],
  tag: "RowError",
  fields: { Text: { el: "Text", count: "1", type: string }, Row: { el: "Row", count: "1", type: int } },
};

/** Error, or a type derived from it: `$type` tells which. */
export type AnyError = Error | RowError;
export const AnyError: PolyCodec<AnyError> = {
  kind: "poly",
  name: [dataNamespace, "Error"],
  types: { Error, RowError },
};

export type ArrayOfError = readonly AnyError[];
export const ArrayOfError: WrapperCodec<ArrayOfError> = {
  kind: "wrapper",
  name: [dataNamespace, "ArrayOfError"],
  item: { el: "Error", count: "*", type: AnyError },
};

export interface Job {
  readonly Id: JobId;
  readonly Errors?: ArrayOfError | null;
}
export const Job: StructCodec<Job> = {
  kind: "struct",
  name: [dataNamespace, "Job"],
  fields: {
    Id: { el: "Id", count: "1", type: JobId },
    Errors: { el: "Errors", count: "?", nil: true, type: ArrayOfError },
  },
};

export interface GetJobResponse {
  readonly Job?: Job | null;
}
export const GetJobResponse: StructCodec<GetJobResponse> = {
  kind: "struct",
  name: [tns, "GetJobResponse"],
  element: true,
  fields: { Job: { el: "Job", count: "?", nil: true, type: Job } },
};

/** Header entries of requests. */
export interface JobServiceRequestHeaders {
  readonly Token?: string | null;
  readonly Trace?: string;
  readonly TraceHeader?: Int;
}
export const JobServiceRequestHeaders: StructCodec<JobServiceRequestHeaders> = {
  kind: "struct",
  name: [tns, "JobServiceRequestHeaders"],
  fields: {
    Token: { el: "Token", count: "?", nil: true, type: string },
    Trace: { el: "Trace", count: "?", type: string },
    TraceHeader: { el: "Trace", ns: dataNamespace, count: "?", type: int },
  },
};

/** Header entries of answers. */
export interface JobServiceResponseHeaders {
  readonly Trace?: string;
}
export const JobServiceResponseHeaders: StructCodec<JobServiceResponseHeaders> = {
  kind: "struct",
  name: [tns, "JobServiceResponseHeaders"],
  fields: { Trace: { el: "Trace", count: "?", type: string } },
};

export interface Fault {
  readonly Code: Int;
}
export const Fault: StructCodec<Fault> = {
  kind: "struct",
  name: [tns, "Fault"],
  element: true,
  fields: { Code: { el: "Code", count: "1", type: int } },
};

export interface StopJobResponse {}
export const StopJobResponse: StructCodec<StopJobResponse> = {
  kind: "struct",
  name: [tns, "StopJobResponse"],
  element: true,
  fields: {},
};

/** Header entries of requests. */
export interface StopJobRequestHeaders {
  readonly Account?: Long;
}
export const StopJobRequestHeaders: StructCodec<StopJobRequestHeaders> = {
  kind: "struct",
  name: [tns, "StopJobRequestHeaders"],
  fields: { Account: { el: "Account", count: "?", type: long } },
};

export const FaultElement: ElementCodec<AnyError> = { kind: "element", name: [dataNamespace, "Fault"], type: AnyError };

export const StopJob: ElementCodec<Job> = { kind: "element", name: [tns, "StopJob"], type: Job };

/** Looks after jobs. */
export interface JobService {
  /** What a job does. */
  readonly GetJob: {
    readonly input: GetJob;
    readonly headers: JobServiceRequestHeaders;
    readonly output: GetJobResponse;
    readonly outputHeaders: JobServiceResponseHeaders;
    readonly faults: { readonly Fault: Fault; readonly FaultFault: AnyError };
  };
  readonly ListJobs: {
    readonly input: GetJob;
    readonly headers: JobServiceRequestHeaders;
    readonly output: GetJobResponse;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly StopJob: {
    readonly input: Job;
    readonly headers: StopJobRequestHeaders;
    readonly output: StopJobResponse;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const JobService: SoapService<JobService> = {
  protocol: soap,
  name: "JobService",
  endpoint: "https://jobs.example/soap",
  operations: {
    GetJob: {
      action: "urn:GetJob",
      input: GetJob,
      headers: JobServiceRequestHeaders,
      output: GetJobResponse,
      outputHeaders: JobServiceResponseHeaders,
      faults: { Fault, FaultFault: FaultElement },
    },
    ListJobs: {
      action: "urn:ListJobs",
      input: GetJob,
      headers: JobServiceRequestHeaders,
      output: GetJobResponse,
      faults: {},
    },
    StopJob: { action: "", input: StopJob, headers: StopJobRequestHeaders, output: StopJobResponse, faults: {} },
  },
};
