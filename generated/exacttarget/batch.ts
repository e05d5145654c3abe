// Generated from specs/exacttarget/batch.xsd
// sha256 daf0ab9a74b3881992fa4f69499e9487b8c0b9e3e96058d94cac9cf2125b8254
// Generated from specs/exacttarget/batch.operations.yaml
// sha256 cfee4f272531749e97da5c0d9fdd4bcfacc261459b7fe8c411f0ea4923253b0e
// Do not edit: change the contract and generate again.
import {
  int,
  string,
  xml,
  type ElementCodec,
  type EnumCodec,
  type Int,
  type StructCodec,
  type Unrecognized,
  type XmlService,
} from "../../src/runtime/index.ts";

/** Credentials of an API user. They are part of the document, so the document is a secret. */
export interface Authorization {
  /** Name of the API user. */
  readonly username: string;
  /** Password of the API user. */
  readonly password: string;
}
export const Authorization: StructCodec<Authorization> = {
  kind: "struct",
  name: ["", "Authorization"],
  fields: {
    username: { el: "username", count: "1", type: string },
    password: { el: "password", count: "1", type: string },
  },
};

/** A span of days. Dates are written month/day/year without leading zeros: `8/31/2010`. */
export interface DateRange {
  /** First day. */
  readonly startdate: string;
  /** Last day. */
  readonly enddate: string;
}
export const DateRange: StructCodec<DateRange> = {
  kind: "struct",
  name: ["", "DateRange"],
  fields: {
    startdate: { el: "startdate", count: "1", type: string },
    enddate: { el: "enddate", count: "1", type: string },
  },
};

/** Status of a batch. */
export type BatchStatus =
  /** The export is recorded and waits for its turn. */
  | "Scheduled"
  /** The export is being made. */
  | "Processing"
  /** The export is done; its file can be fetched. */
  | "Complete"
  /** Means the same as `Complete`: not in the API's documentation, but in recorded answers. */
  | "Completed"
  /** The export failed. Repeating the call does not help; the vendor's support has to look. */
  | "Error"
  | Unrecognized;
export const BatchStatus: EnumCodec<BatchStatus> = {
  kind: "enum",
  name: ["", "BatchStatus"],
  values: { Scheduled: true, Processing: true, Complete: true, Completed: true, Error: true },
  facets: { space: "collapse" },
};

/** How a batch stands, or why that cannot be said. */
export type BatchAnswer =
  | {
      /**
       * Id of the batch: digits. A recorded answer has another id than the one that was asked for, so do not match
       * answers to requests by it. The acknowledgement spells it `batchID`.
       */
      readonly batchid: string;
      /** How far the batch is. */
      readonly status: BatchStatus;
      /**
       * Name of the ZIP file on the account's FTP site, where it is kept for 72 hours. Empty where there is no file,
       * which has been seen for a batch that is done.
       */
      readonly filename?: string;
      readonly error?: never;
      readonly error_description?: never;
    }
  | {
      readonly batchid?: never;
      readonly status?: never;
      readonly filename?: never;
      /**
       * Number of the error. There is no public list; known are 1 (not found), 14 (subscriber exists already), 39
       * (unusable XML), 68 (file does not exist), 111 (no attributes).
       */
      readonly error: Int;
      /** What went wrong, for people. */
      readonly error_description: string;
    };
export const BatchAnswer: StructCodec<BatchAnswer> = {
  kind: "struct",
  name: ["", "BatchAnswer"],
  fields: {
    batchid: { el: "batchid", count: "?", type: string },
    status: { el: "status", count: "?", type: BatchStatus },
    filename: { el: "filename", count: "?", type: string },
    error: { el: "error", count: "?", type: int },
    error_description: { el: "error_description", count: "?", type: string },
  },
  content: {
    choice: [
      { sequence: [{ key: "batchid" }, { key: "status" }, "filename"] },
      { sequence: [{ key: "error" }, { key: "error_description" }] },
    ],
  },
};

/** The acknowledgement of an export, or why it was refused. */
export type ExportAnswer =
  | {
      /** A sentence for people: that the request is recorded. */
      readonly info: string;
      /** Id of the batch that was started: digits. Goes into `search_value` of an inquiry. */
      readonly batchID: string;
      readonly error?: never;
      readonly error_description?: never;
    }
  | {
      readonly info?: never;
      readonly batchID?: never;
      /**
       * Number of the error. There is no public list; known are 1 (not found), 14 (subscriber exists already), 39
       * (unusable XML), 68 (file does not exist), 111 (no attributes).
       */
      readonly error: Int;
      /** What went wrong, for people. */
      readonly error_description: string;
    };
export const ExportAnswer: StructCodec<ExportAnswer> = {
  kind: "struct",
  name: ["", "ExportAnswer"],
  fields: {
    info: { el: "info", count: "?", type: string },
    batchID: { el: "batchID", count: "?", type: string },
    error: { el: "error", count: "?", type: int },
    error_description: { el: "error_description", count: "?", type: string },
  },
  content: {
    choice: [
      { sequence: [{ key: "info" }, { key: "batchID" }] },
      { sequence: [{ key: "error" }, { key: "error_description" }] },
    ],
  },
};

/** Whether the API is up. */
export type DiagnosticsAnswer =
  | {
      /** `Running` when it is. */
      readonly Ping: string;
      readonly error?: never;
      readonly error_description?: never;
    }
  | {
      readonly Ping?: never;
      /**
       * Number of the error. There is no public list; known are 1 (not found), 14 (subscriber exists already), 39
       * (unusable XML), 68 (file does not exist), 111 (no attributes).
       */
      readonly error: Int;
      /** What went wrong, for people. */
      readonly error_description: string;
    };
export const DiagnosticsAnswer: StructCodec<DiagnosticsAnswer> = {
  kind: "struct",
  name: ["", "DiagnosticsAnswer"],
  fields: {
    Ping: { el: "Ping", count: "?", type: string },
    error: { el: "error", count: "?", type: int },
    error_description: { el: "error_description", count: "?", type: string },
  },
  content: { choice: ["Ping", { sequence: [{ key: "error" }, { key: "error_description" }] }] },
};

/**
 * In a request: the system that is called, what it shall do and on what. In an answer: one element named after a
 * system, which need not be the one that was called when the call failed.
 */
export type System =
  | {
      /**
       * The system that is called: `batch` for the status of an export; `tracking`, `subscriber` or `list` for an
       * export of their data; `diagnostics` for a sign of life.
       */
      readonly system_name: string;
      /**
       * What the system shall do: `inquire` (batch); `BulkAsync`, `BulkAsyncEnterprise` or `Sent_BulkAsync` (exports;
       * the system `list` spells it `bulkasync`); `Ping` (diagnostics).
       */
      readonly action: string;
      /**
       * Which data an export has: `all_jobs_ToFTP`, `all_ToFTP`, `all_attributes_ToFTP`, `SubsStatus_ToFTP`,
       * `Subs_ToFTP` and others. Empty or absent when a batch is inquired.
       */
      readonly sub_action?: string;
      /**
       * What `search_value` is: `batchid` when a batch is inquired; `jobID`, `lid`, `listid` or nothing in an export.
       * Absent from a ping.
       */
      readonly search_type?: string;
      /** The id that is looked for: that of the batch, as the acknowledgement of the export gave it. */
      readonly search_value?: string;
      /** A second value for searches that need one. Clients send it empty when they inquire a batch. */
      readonly search_value2?: string;
      /** The days whose data an export has. */
      readonly daterange?: DateRange;
      /** The days of the jobs whose data an export has. */
      readonly jobdaterange?: DateRange;
      readonly Batch?: never;
      readonly tracking?: never;
      readonly subscriber?: never;
      readonly list?: never;
      readonly diagnostics?: never;
    }
  | {
      readonly system_name?: never;
      readonly action?: never;
      readonly sub_action?: never;
      readonly search_type?: never;
      readonly search_value?: never;
      readonly search_value2?: never;
      readonly daterange?: never;
      readonly jobdaterange?: never;
      /** Answer of the system `batch`: how an export stands. The capital letter is the API's. */
      readonly Batch: BatchAnswer;
      readonly tracking?: never;
      readonly subscriber?: never;
      readonly list?: never;
      readonly diagnostics?: never;
    }
  | {
      readonly system_name?: never;
      readonly action?: never;
      readonly sub_action?: never;
      readonly search_type?: never;
      readonly search_value?: never;
      readonly search_value2?: never;
      readonly daterange?: never;
      readonly jobdaterange?: never;
      readonly Batch?: never;
      /** Answer of the system `tracking`. */
      readonly tracking: ExportAnswer;
      readonly subscriber?: never;
      readonly list?: never;
      readonly diagnostics?: never;
    }
  | {
      readonly system_name?: never;
      readonly action?: never;
      readonly sub_action?: never;
      readonly search_type?: never;
      readonly search_value?: never;
      readonly search_value2?: never;
      readonly daterange?: never;
      readonly jobdaterange?: never;
      readonly Batch?: never;
      readonly tracking?: never;
      /** Answer of the system `subscriber`. */
      readonly subscriber: ExportAnswer;
      readonly list?: never;
      readonly diagnostics?: never;
    }
  | {
      readonly system_name?: never;
      readonly action?: never;
      readonly sub_action?: never;
      readonly search_type?: never;
      readonly search_value?: never;
      readonly search_value2?: never;
      readonly daterange?: never;
      readonly jobdaterange?: never;
      readonly Batch?: never;
      readonly tracking?: never;
      readonly subscriber?: never;
      /** Answer of the system `list`; errors of other systems have been seen here too. */
      readonly list: ExportAnswer;
      readonly diagnostics?: never;
    }
  | {
      readonly system_name?: never;
      readonly action?: never;
      readonly sub_action?: never;
      readonly search_type?: never;
      readonly search_value?: never;
      readonly search_value2?: never;
      readonly daterange?: never;
      readonly jobdaterange?: never;
      readonly Batch?: never;
      readonly tracking?: never;
      readonly subscriber?: never;
      readonly list?: never;
      /** Answer of the system `diagnostics`. */
      readonly diagnostics: DiagnosticsAnswer;
    };
export const System: StructCodec<System> = {
  kind: "struct",
  name: ["", "System"],
  fields: {
    system_name: { el: "system_name", count: "?", type: string },
    action: { el: "action", count: "?", type: string },
    sub_action: { el: "sub_action", count: "?", type: string },
    search_type: { el: "search_type", count: "?", type: string },
    search_value: { el: "search_value", count: "?", type: string },
    search_value2: { el: "search_value2", count: "?", type: string },
    daterange: { el: "daterange", count: "?", type: DateRange },
    jobdaterange: { el: "jobdaterange", count: "?", type: DateRange },
    Batch: { el: "Batch", count: "?", type: BatchAnswer },
    tracking: { el: "tracking", count: "?", type: ExportAnswer },
    subscriber: { el: "subscriber", count: "?", type: ExportAnswer },
    list: { el: "list", count: "?", type: ExportAnswer },
    diagnostics: { el: "diagnostics", count: "?", type: DiagnosticsAnswer },
  },
  content: {
    choice: [
      {
        sequence: [
          { key: "system_name" },
          { key: "action" },
          "sub_action",
          "search_type",
          "search_value",
          "search_value2",
          "daterange",
          "jobdaterange",
        ],
      },
      "Batch",
      "tracking",
      "subscriber",
      "list",
      "diagnostics",
    ],
  },
};

/** A request with its credentials, or an answer. */
export interface Message {
  /** Who calls. Every request has it, no answer does. */
  readonly authorization?: Authorization;
  /**
   * The call, or its result. The API's documentation prints requests as a bare `system`; on the wire it always travels
   * inside of `exacttarget`.
   */
  readonly system: System;
}
export const Message: StructCodec<Message> = {
  kind: "struct",
  name: ["", "Message"],
  fields: {
    authorization: { el: "authorization", count: "?", type: Authorization },
    system: { el: "system", count: "1", type: System },
  },
};

/** Root of every request and of every answer. */
export const exacttarget: ElementCodec<Message> = { kind: "element", name: ["", "exacttarget"], type: Message };

/**
 * The call, or its result. The API's documentation prints requests as a bare `system`; on the wire it always travels
 * inside of `exacttarget`.
 */
export const system: ElementCodec<System> = { kind: "element", name: ["", "system"], type: System };

/**
 * ExactTarget's XML API, as far as batch file exports need it.
 *
 * Calls are to be made one after the other, and a call that fails at most three times again: more can lock the API
 * user. The answer to every call comes with HTTP status 200; an error is in the message.
 */
export interface XmlApi {
  /**
   * Asks how a batch file export stands: system `batch`, action `inquire`, search type `batchid`, the id as search
   * value. The answer is in `system.Batch`. Credentials are part of the request message.
   */
  readonly inquireBatch: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: Message;
    readonly output: Message;
    readonly errors: {};
  };
  /**
   * Starts a batch file export. The answer is in an element named after the system that was called and has the id to
   * inquire with. At most five exports of an account run at a time.
   */
  readonly startExport: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: Message;
    readonly output: Message;
    readonly errors: {};
  };
  /** Asks whether the API is up: system `diagnostics`, action `Ping`. The answer is in `system.diagnostics`. */
  readonly ping: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: Message;
    readonly output: Message;
    readonly errors: {};
  };
}
export const XmlApi: XmlService<XmlApi> = {
  protocol: xml,
  name: "XmlApi",
  endpoint: "https://api.dc1.exacttarget.com/integrate.aspx",
  operations: {
    inquireBatch: {
      method: "POST",
      path: "",
      input: exacttarget,
      form: { field: "xml", fields: { qf: "xml" } },
      output: exacttarget,
      errors: {},
    },
    startExport: {
      method: "POST",
      path: "",
      input: exacttarget,
      form: { field: "xml", fields: { qf: "xml" } },
      output: exacttarget,
      errors: {},
    },
    ping: {
      method: "POST",
      path: "",
      input: exacttarget,
      form: { field: "xml", fields: { qf: "xml" } },
      output: exacttarget,
      errors: {},
    },
  },
};
