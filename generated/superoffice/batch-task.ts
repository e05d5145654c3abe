// Generated from specs/superoffice/batch-task.openapi.yaml
// sha256 4ab7ffcd8e041507c2c7fe5abb4b3b2094c504f990648da00bcc6cdc2c29d478
// Do not edit: change the contract and generate again.

import { rest, type RestService, type Unrecognized } from "../../src/runtime/index.ts";

export interface paths {
  readonly "/BatchTask": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Searches tasks.
     * @description An OData search. Rows have the columns of the search, not the members of BatchTaskInfo: other names, and the
     *     state as a number (New 1, Aquired 2, Started 3, Succeeded 4, Failed 5, SucceededManualCleanup 6).
     */
    readonly get: operations["listBatchTasks"];
    readonly put?: never;
    /** Starts a task. */
    readonly post: operations["startBatchTask"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/BatchTask/Unknown": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/New": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/Aquired": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/Started": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/Succeeded": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/Failed": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/SucceededManualCleanup": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/All": components["pathItems"]["BatchTasksByState"];
  readonly "/BatchTask/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the task. */
        readonly id: number;
      };
      readonly cookie?: never;
    };
    /** How a task stands. */
    readonly get: operations["getBatchTask"];
    /**
     * Changes a task.
     * @description Only State, Description, Response and Request are changed.
     */
    readonly put: operations["updateBatchTask"];
    readonly post?: never;
    /** Deletes a task from the database. */
    readonly delete: operations["deleteBatchTask"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/BatchTask/{id}/Stop": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Asks a task to stop.
     * @description Whether a task can be stopped, its CancellationBehaviour says.
     */
    readonly post: operations["stopBatchTask"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}

export interface components {
  schemas: {
    /**
     * @description A task, in an answer. FileName and CancellationBehaviour are newer than the rest; rights and properties are not
     *     in every answer.
     */
    readonly BatchTaskInfo: WithRequired<components["schemas"]["BatchTaskFields"], "Id" | "Name" | "AssociateId" | "DetailsTable" | "DetailsRecord" | "IsSystemTask" | "IsInternalTask" | "ParameterObject" | "LastStarted" | "Created" | "StartCount" | "DatabaseSerialNumber" | "Context" | "Result" | "State" | "Description" | "Response" | "Request" | "ProgressDescription" | "ProgressPercent">;
    /** @description The members of a task. A request has those that it needs. */
    readonly BatchTaskFields: {
      /**
       * Format: int32
       * @description Id of the task.
       */
      readonly Id?: number;
      /** @description Name of the task. */
      readonly Name?: string | null;
      /**
       * Format: int32
       * @description User who owns the task; 0 for a task of the system.
       */
      readonly AssociateId?: number;
      /**
       * Format: int32
       * @description Number of the database table with more about the task.
       */
      readonly DetailsTable?: number;
      /**
       * Format: int32
       * @description Id of the row in that table.
       */
      readonly DetailsRecord?: number;
      /** @description Whether the system started the task, not a user. */
      readonly IsSystemTask?: boolean;
      /** @description Whether the task leaves no trace in the database. */
      readonly IsInternalTask?: boolean;
      /** @description Parameters of the task by name. The service stores them apart; DetailsTable and DetailsRecord lead there. */
      readonly ParameterObject?: {
        readonly [key: string]: string | null;
      } | null;
      /**
       * Format: date-time
       * @description When the task was started last; the year 0001 stands for never. Has no zone unless SO-TimeZone asks for one,
       *     so it is not always a date-time of RFC 3339.
       */
      readonly LastStarted?: string;
      /**
       * Format: date-time
       * @description When the task was created. Written like LastStarted.
       */
      readonly Created?: string;
      /**
       * Format: int32
       * @description How often the task was started.
       */
      readonly StartCount?: number;
      /** @description Serial number of the database that the task works on. */
      readonly DatabaseSerialNumber?: string | null;
      /** @description Context that the task runs in. */
      readonly Context?: string | null;
      /** @description Result of the task as text, at most 254 characters. */
      readonly Result?: string | null;
      readonly State?: components["schemas"]["BatchTaskState"];
      /** @description Description of the task, at most 254 characters. */
      readonly Description?: string | null;
      /** @description What the task answered, as text. The place to look when it has failed. */
      readonly Response?: string | null;
      /** @description What the task was asked for, as text. */
      readonly Request?: string | null;
      /** @description What the task is doing at present. */
      readonly ProgressDescription?: string | null;
      /**
       * Format: int32
       * @description How much of the task is done, from 0 to 100, as far as the service can tell.
       */
      readonly ProgressPercent?: number;
      /** @description Name of the file that belongs to the task. */
      readonly FileName?: string | null;
      readonly CancellationBehaviour?: components["schemas"]["CancellationBehaviour"];
      /** @description What the user may do with tasks. */
      readonly TableRight?: components["schemas"]["TableRight"] | null;
      /** @description Rights and properties of members by name. */
      readonly FieldProperties?: {
        readonly [key: string]: components["schemas"]["FieldProperty"];
      } | null;
    };
    /**
     * @description How far a task is. The service may know more values than are listed here.
     *
     *     - Unknown: the service does not know.
     *     - New: the task waits for its turn.
     *     - Aquired: a server has taken the task. The spelling is SuperOffice's.
     *     - Started: the task runs.
     *     - Succeeded: the task has ended well.
     *     - Failed: the task has ended badly. What a stopped task ends as is not documented.
     *     - SucceededManualCleanup: the task has ended well and left something to be cleaned up by hand.
     *     - All: a wildcard for searches, no state of a task. The documentation's sample answers have it nevertheless.
     * @enum {string}
     */
    readonly BatchTaskState: "Unknown" | "New" | "Aquired" | "Started" | "Succeeded" | "Failed" | "SucceededManualCleanup" | "All" | Unrecognized;
    /**
     * @description Whether a task can be stopped.
     *
     *     - CanCancel: at any time.
     *     - CancelWithWarning: the user should be asked first.
     *     - CannotCancel: not at all.
     * @enum {string}
     */
    readonly CancellationBehaviour: "CanCancel" | "CancelWithWarning" | "CannotCancel" | Unrecognized;
    /** @description A right to a table, and why it is no wider. */
    readonly TableRight: {
      /** @description Names of rights, separated by commas (`Select, Update, Delete`), or one that stands for several (`FULL`). */
      readonly Mask?: string | null;
      /** @description Why the right is no wider. */
      readonly Reason?: string | null;
    };
    /** @description Rights and properties of one member. */
    readonly FieldProperty: {
      /** @description What the user may do with the member. */
      readonly FieldRight?: components["schemas"]["FieldRight"] | null;
      /** @description Type of the member in .NET: `System.Int32`. */
      readonly FieldType?: string | null;
      /**
       * Format: int32
       * @description Characters that the member may have.
       */
      readonly FieldLength?: number;
    };
    /** @description A right to a member, and why it is no wider. */
    readonly FieldRight: {
      /** @description Names of rights, separated by commas, or one that stands for several. */
      readonly Mask?: string | null;
      /** @description Why the right is no wider. */
      readonly Reason?: string | null;
    };
    /** @description Rows of a search. */
    readonly ODataSlimResponse: {
      /** @description Where the columns are described. */
      readonly "odata.metadata"?: string | null;
      /** @description Address of the next page; null or absent on the last. */
      readonly "odata.nextLink"?: string | null;
      /** @description The rows. Which columns they have, the search says; names can have dots and slashes. */
      readonly value: readonly {
        readonly [key: string]: unknown;
      }[];
    };
    /**
     * @description How much a search says of each value: Slim only what is displayed, Full raw values and hints too, Wide what is
     *     between.
     * @enum {string}
     */
    readonly ODataMode: "Slim" | "Wide" | "Full" | Unrecognized;
    /**
     * @description How a search writes values in the mode Slim: Logical as true and false, Display as hints for icons. Dates are
     *     ISO 8601 in both.
     * @enum {string}
     */
    readonly ODataOutput: "Logical" | "Display" | Unrecognized;
    /** @description Why a call failed. */
    readonly ErrorInfo: {
      /** @description Always true. */
      readonly Error: boolean;
      /** @description Kind of error, a name of .NET: `SoNotFoundException`. */
      readonly ErrorType: string | null;
      /** @description What went wrong, for people. */
      readonly ErrorMessage: string | null;
      /** @description Part of the server that the error is from. */
      readonly ErrorSource: string | null;
    };
  };
  responses: {
    /** @description There is no such task, or none any more. */
    readonly NotFound: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["ErrorInfo"];
      };
    };
    /**
     * @description The customer lives on another host now. Ask https://{env}.superoffice.com/api/state/{custId} for the address and
     *     repeat the call there. What the body is, is not documented.
     */
    readonly Moved: {
      headers: {
        readonly [name: string]: unknown;
      };
      content?: never;
    };
    /** @description Any other failure. */
    readonly Problem: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/json": components["schemas"]["ErrorInfo"];
      };
    };
  };
  parameters: {
    /** @description Language of texts in the answer: a code of two letters. */
    readonly AcceptLanguage: string;
    /** @description Language of texts in the answer, before Accept-Language. */
    readonly Language: string;
    /** @description How numbers and dates are formatted. Without effect where no language is set. */
    readonly Culture: string;
    /**
     * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
     *     `-0500`. Where the header is absent dates have no zone.
     */
    readonly TimeZone: string;
    /** @description Token of the application. Needed when a server calls SuperOffice Online. */
    readonly AppToken: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: {
    readonly BatchTasksByState: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      /** The tasks of one state. */
      readonly get: {
        readonly parameters: {
          readonly query?: never;
          readonly header?: {
            /** @description Language of texts in the answer: a code of two letters. */
            readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            /** @description Language of texts in the answer, before Accept-Language. */
            readonly "SO-Language"?: components["parameters"]["Language"];
            /** @description How numbers and dates are formatted. Without effect where no language is set. */
            readonly "SO-Culture"?: components["parameters"]["Culture"];
            /**
             * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
             *     `-0500`. Where the header is absent dates have no zone.
             */
            readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
            /** @description Token of the application. Needed when a server calls SuperOffice Online. */
            readonly "SO-AppToken"?: components["parameters"]["AppToken"];
          };
          readonly path?: never;
          readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
          /** @description The tasks. */
          readonly 200: {
            headers: {
              readonly [name: string]: unknown;
            };
            content: {
              readonly "application/json": readonly components["schemas"]["BatchTaskInfo"][];
            };
          };
          readonly 421: components["responses"]["Moved"];
          readonly default: components["responses"]["Problem"];
        };
      };
      readonly put?: never;
      readonly post?: never;
      readonly delete?: never;
      readonly options?: never;
      readonly head?: never;
      readonly patch?: never;
      readonly trace?: never;
    };
  };
}

export interface operations {
  readonly listBatchTasks: {
    readonly parameters: {
      readonly query?: {
        /** @description Columns to return, separated by commas: `name,created`. Aggregations are possible: `Count(category):Footer`. */
        readonly $select?: string;
        /** @description Which rows to return: `name begins 'Export'`. */
        readonly $filter?: string;
        /** @description Columns to sort by, with an optional direction: `name asc,category desc`. */
        readonly $orderBy?: string;
        /** @description Entities to search, separated by commas. None where it is absent. */
        readonly $entities?: string;
        /** @description How many rows to return. */
        readonly $top?: number;
        /** @description How many rows to leave out before the first. */
        readonly $skip?: number;
        /** @description How much is said of each value. */
        readonly $mode?: components["schemas"]["ODataMode"];
        /** @description Options of the search: `GrandTotal=true`. */
        readonly $options?: string;
        /** @description A parameter of the search. */
        readonly $context?: string;
        /** @description Format of the answer, `JSON` or `XML`, whatever the header Accept asks for. */
        readonly $format?: string;
        /** @description Whether characters of column names that are awkward in JSON, such as dots and slashes, become underscores. */
        readonly $jsonSafe?: boolean;
        /** @description How values are written in the mode Slim. */
        readonly $output?: components["schemas"]["ODataOutput"];
      };
      readonly header?: {
        /** @description Language of texts in the answer: a code of two letters. */
        readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
        /** @description Language of texts in the answer, before Accept-Language. */
        readonly "SO-Language"?: components["parameters"]["Language"];
        /** @description How numbers and dates are formatted. Without effect where no language is set. */
        readonly "SO-Culture"?: components["parameters"]["Culture"];
        /**
         * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
         *     `-0500`. Where the header is absent dates have no zone.
         */
        readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Rows that were found. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ODataSlimResponse"];
        };
      };
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
  readonly startBatchTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Language of texts in the answer: a code of two letters. */
        readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
        /** @description Language of texts in the answer, before Accept-Language. */
        readonly "SO-Language"?: components["parameters"]["Language"];
        /** @description How numbers and dates are formatted. Without effect where no language is set. */
        readonly "SO-Culture"?: components["parameters"]["Culture"];
        /**
         * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
         *     `-0500`. Where the header is absent dates have no zone.
         */
        readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    /** @description The task. Its name and parameters say what it does; the service sets the rest. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BatchTaskFields"];
      };
    };
    readonly responses: {
      /** @description Id of the new task, a number by itself. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": number;
        };
      };
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
  readonly getBatchTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Language of texts in the answer: a code of two letters. */
        readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
        /** @description Language of texts in the answer, before Accept-Language. */
        readonly "SO-Language"?: components["parameters"]["Language"];
        /** @description How numbers and dates are formatted. Without effect where no language is set. */
        readonly "SO-Culture"?: components["parameters"]["Culture"];
        /**
         * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
         *     `-0500`. Where the header is absent dates have no zone.
         */
        readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path: {
        /** @description Id of the task. */
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The task. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["BatchTaskInfo"];
        };
      };
      readonly 404: components["responses"]["NotFound"];
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
  readonly updateBatchTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Language of texts in the answer: a code of two letters. */
        readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
        /** @description Language of texts in the answer, before Accept-Language. */
        readonly "SO-Language"?: components["parameters"]["Language"];
        /** @description How numbers and dates are formatted. Without effect where no language is set. */
        readonly "SO-Culture"?: components["parameters"]["Culture"];
        /**
         * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
         *     `-0500`. Where the header is absent dates have no zone.
         */
        readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path: {
        /** @description Id of the task. */
        readonly id: number;
      };
      readonly cookie?: never;
    };
    /** @description The task as it shall be. */
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BatchTaskFields"];
      };
    };
    readonly responses: {
      /** @description The task as it is now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["BatchTaskInfo"];
        };
      };
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
  readonly deleteBatchTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path: {
        /** @description Id of the task. */
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The task is deleted. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
  readonly stopBatchTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Language of texts in the answer: a code of two letters. */
        readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
        /** @description Language of texts in the answer, before Accept-Language. */
        readonly "SO-Language"?: components["parameters"]["Language"];
        /** @description How numbers and dates are formatted. Without effect where no language is set. */
        readonly "SO-Culture"?: components["parameters"]["Culture"];
        /**
         * @description Time zone of dates in the answer: `UTC`. With `, includeTZOffset` after it dates have an offset, written
         *     `-0500`. Where the header is absent dates have no zone.
         */
        readonly "SO-TimeZone"?: components["parameters"]["TimeZone"];
        /** @description Token of the application. Needed when a server calls SuperOffice Online. */
        readonly "SO-AppToken"?: components["parameters"]["AppToken"];
      };
      readonly path: {
        /** @description Id of the task. */
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Whether the task will stop, true or false by itself. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": boolean;
        };
      };
      /** @description The request cannot be carried out. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ErrorInfo"];
        };
      };
      readonly 421: components["responses"]["Moved"];
      readonly default: components["responses"]["Problem"];
    };
  };
}

type WithRequired<T, K extends keyof T> = T & {
  [P in K]-?: T[P];
};

/**
 * A task, in an answer. FileName and CancellationBehaviour are newer than the rest; rights and properties are not
 * in every answer.
 */
export type BatchTaskInfo = components["schemas"]["BatchTaskInfo"];

/** The members of a task. A request has those that it needs. */
export type BatchTaskFields = components["schemas"]["BatchTaskFields"];

/**
 * How far a task is. The service may know more values than are listed here.
 *
 * - Unknown: the service does not know.
 * - New: the task waits for its turn.
 * - Aquired: a server has taken the task. The spelling is SuperOffice's.
 * - Started: the task runs.
 * - Succeeded: the task has ended well.
 * - Failed: the task has ended badly. What a stopped task ends as is not documented.
 * - SucceededManualCleanup: the task has ended well and left something to be cleaned up by hand.
 * - All: a wildcard for searches, no state of a task. The documentation's sample answers have it nevertheless.
 */
export type BatchTaskState = components["schemas"]["BatchTaskState"];

/**
 * Whether a task can be stopped.
 *
 * - CanCancel: at any time.
 * - CancelWithWarning: the user should be asked first.
 * - CannotCancel: not at all.
 */
export type CancellationBehaviour = components["schemas"]["CancellationBehaviour"];

/** A right to a table, and why it is no wider. */
export type TableRight = components["schemas"]["TableRight"];

/** Rights and properties of one member. */
export type FieldProperty = components["schemas"]["FieldProperty"];

/** A right to a member, and why it is no wider. */
export type FieldRight = components["schemas"]["FieldRight"];

/** Rows of a search. */
export type ODataSlimResponse = components["schemas"]["ODataSlimResponse"];

/**
 * How much a search says of each value: Slim only what is displayed, Full raw values and hints too, Wide what is
 * between.
 */
export type ODataMode = components["schemas"]["ODataMode"];

/**
 * How a search writes values in the mode Slim: Logical as true and false, Display as hints for icons. Dates are
 * ISO 8601 in both.
 */
export type ODataOutput = components["schemas"]["ODataOutput"];

/** Why a call failed. */
export type ErrorInfo = components["schemas"]["ErrorInfo"];

/**
 * Batch tasks are jobs that the server of a SuperOffice installation runs in the background: exports, mailings,
 * imports.
 *
 * Tasks are removed some time after their end; asking for one that is gone gives 404. A running task reports once a
 * minute, so there is no use in asking more often.
 *
 * Answers are JSON here; the service also speaks XML.
 */
export const BatchTaskApi: RestService<paths> = {
  protocol: rest,
  name: "BatchTaskApi",
  endpoint: "https://{env}.superoffice.com/{custId}/api/v1",
  errors: {
    "GET /BatchTask": ["default"],
    "POST /BatchTask": ["default"],
    "GET /BatchTask/Unknown": ["default"],
    "GET /BatchTask/New": ["default"],
    "GET /BatchTask/Aquired": ["default"],
    "GET /BatchTask/Started": ["default"],
    "GET /BatchTask/Succeeded": ["default"],
    "GET /BatchTask/Failed": ["default"],
    "GET /BatchTask/SucceededManualCleanup": ["default"],
    "GET /BatchTask/All": ["default"],
    "GET /BatchTask/{id}": ["404", "default"],
    "PUT /BatchTask/{id}": ["default"],
    "DELETE /BatchTask/{id}": ["default"],
    "POST /BatchTask/{id}/Stop": ["400", "default"],
  },
};
