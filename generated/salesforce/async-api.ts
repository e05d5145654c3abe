// Generated from specs/salesforce/async-api.xsd
// sha256 1d27049743bc26d834c8f5ea0c3a9df1bfdf6d8b54fa4e0329a2f6e323e559f5
// Generated from specs/salesforce/async-api.operations.yaml
// sha256 f7a52d03bfd063785a3eae79290c243b302a932dc8108d9dc1fa6346deb73370
// Do not edit: change the contract and generate again.
import {
  boolean,
  dateTime,
  int,
  long,
  string,
  xml,
  type DateTime,
  type ElementCodec,
  type EnumCodec,
  type Flavored,
  type Int,
  type Long,
  type RawBody,
  type RestrictionCodec,
  type StructCodec,
  type Unrecognized,
  type XmlElement,
  type XmlService,
} from "../../src/runtime/index.ts";

const tns = "http://www.force.com/2009/06/asyncapi/dataload";

/** What a job does with its records. Lower case counts. */
export type OperationEnum =
  /** Creates records. */
  | "insert"
  /** Changes the records that an external id finds, creates the others. */
  | "upsert"
  /** Changes records. */
  | "update"
  /** Moves records to the recycle bin. */
  | "delete"
  /** Deletes records for good. Needs a permission of its own. */
  | "hardDelete"
  /** Reads records. */
  | "query"
  /** Reads records, deleted and archived ones included. Newer versions only. */
  | "queryAll"
  | Unrecognized;
export const OperationEnum: EnumCodec<OperationEnum> = {
  kind: "enum",
  name: [tns, "OperationEnum"],
  values: { insert: true, upsert: true, update: true, delete: true, hardDelete: true, query: true, queryAll: true },
};

/** How far a job is. */
export type JobStateEnum =
  /** Batches can be added. Those that were added may be running already. */
  | "Open"
  /** No more batches are taken. The job is done only when no batch is queued or in progress any more. */
  | "Closed"
  /** The job was aborted. Batches that were in progress still run to their end. */
  | "Aborted"
  /** The job failed; batches that had ended stay as they are. */
  | "Failed"
  /** Bulk API 2.0: all data is uploaded, the job waits for its turn. */
  | "UploadComplete"
  /** Bulk API 2.0: the job is being processed. */
  | "InProgress"
  /** Bulk API 2.0: the job was processed, whatever became of its records. */
  | "JobComplete"
  | Unrecognized;
export const JobStateEnum: EnumCodec<JobStateEnum> = {
  kind: "enum",
  name: [tns, "JobStateEnum"],
  values: {
    Open: true,
    Closed: true,
    Aborted: true,
    Failed: true,
    UploadComplete: true,
    InProgress: true,
    JobComplete: true,
  },
};

/** Whether the batches of a job run side by side. */
export type ConcurrencyModeEnum =
  /** They do. Records that share a parent can then lock each other out. */
  | "Parallel"
  /** One after the other. */
  | "Serial"
  | Unrecognized;
export const ConcurrencyModeEnum: EnumCodec<ConcurrencyModeEnum> = {
  kind: "enum",
  name: [tns, "ConcurrencyModeEnum"],
  values: { Parallel: true, Serial: true },
};

/** Format of a job's batches. */
export type ContentType =
  /** Records as `sObjects`. */
  | "XML"
  /** Rows of comma-separated values with a header. */
  | "CSV"
  /** A ZIP file with XML and binary attachments. */
  | "ZIP_XML"
  /** A ZIP file with CSV and binary attachments. */
  | "ZIP_CSV"
  /** An array of records. Newer versions only. */
  | "JSON"
  /** A ZIP file with JSON and binary attachments. Newer versions only. */
  | "ZIP_JSON"
  | Unrecognized;
export const ContentType: EnumCodec<ContentType> = {
  kind: "enum",
  name: [tns, "ContentType"],
  values: { XML: true, CSV: true, ZIP_XML: true, ZIP_CSV: true, JSON: true, ZIP_JSON: true },
};

/** A job. Which fields a message has depends on its use: few in a request, all that have a value in an answer. */
export interface JobInfo {
  /** Id of the job, 18 characters. */
  readonly id?: string;
  /** What the job does with its records. */
  readonly operation?: OperationEnum;
  /** API name of the object whose records are processed: `Account`, `Order__c`. */
  readonly object?: string;
  /** Id of the user who created the job. */
  readonly createdById?: string;
  /** When the job was created. */
  readonly createdDate?: DateTime;
  /** When the job changed last. */
  readonly systemModstamp?: DateTime;
  /** How far the job is. In a request: `Closed` or `Aborted`. */
  readonly state?: JobStateEnum;
  /** Field by which an upsert recognizes records. Required for `upsert`. */
  readonly externalIdFieldName?: string;
  /** Whether batches run side by side. Parallel where it is absent. */
  readonly concurrencyMode?: ConcurrencyModeEnum;
  /** Format of the batches and of their results. */
  readonly contentType?: ContentType;
  /** Batches that wait. */
  readonly numberBatchesQueued?: Int;
  /** Batches that are being processed. */
  readonly numberBatchesInProgress?: Int;
  /** Batches that were processed, whatever became of their records. */
  readonly numberBatchesCompleted?: Int;
  /** Batches that could not be processed. */
  readonly numberBatchesFailed?: Int;
  /** All batches of the job. Grows while batches are added, by PK chunking too. */
  readonly numberBatchesTotal?: Int;
  /** Records that were processed, failed ones among them. Is not brought up to date when a whole batch fails. */
  readonly numberRecordsProcessed?: Int;
  /** How often batches were tried again. */
  readonly numberRetries?: Int;
  /** API version of the job, `67.0`. A number in JSON. The addresses of its batches have to name the same version. */
  readonly apiVersion?: string;
  /** Id of the assignment rule that cases or leads are put through. */
  readonly assignmentRuleId?: string;
  /** Records that failed. */
  readonly numberRecordsFailed?: Int;
  /** Milliseconds that processing took. */
  readonly totalProcessingTime?: Long;
  /** Milliseconds of it that went into the records themselves. */
  readonly apiActiveProcessingTime?: Long;
  /** Milliseconds of it that went into triggers and other Apex code. */
  readonly apexProcessingTime?: Long;
  /** Whether the job takes a faster way through Salesforce. Newer versions only. */
  readonly fastPathEnabled?: boolean;
}
export const JobInfo: StructCodec<JobInfo> = {
  kind: "struct",
  name: [tns, "JobInfo"],
  fields: {
    id: { el: "id", count: "?", type: string },
    operation: { el: "operation", count: "?", type: OperationEnum },
    object: { el: "object", count: "?", type: string },
    createdById: { el: "createdById", count: "?", type: string },
    createdDate: { el: "createdDate", count: "?", type: dateTime },
    systemModstamp: { el: "systemModstamp", count: "?", type: dateTime },
    state: { el: "state", count: "?", type: JobStateEnum },
    externalIdFieldName: { el: "externalIdFieldName", count: "?", type: string },
    concurrencyMode: { el: "concurrencyMode", count: "?", type: ConcurrencyModeEnum },
    contentType: { el: "contentType", count: "?", type: ContentType },
    numberBatchesQueued: { el: "numberBatchesQueued", count: "?", type: int },
    numberBatchesInProgress: { el: "numberBatchesInProgress", count: "?", type: int },
    numberBatchesCompleted: { el: "numberBatchesCompleted", count: "?", type: int },
    numberBatchesFailed: { el: "numberBatchesFailed", count: "?", type: int },
    numberBatchesTotal: { el: "numberBatchesTotal", count: "?", type: int },
    numberRecordsProcessed: { el: "numberRecordsProcessed", count: "?", type: int },
    numberRetries: { el: "numberRetries", count: "?", type: int },
    apiVersion: { el: "apiVersion", count: "?", type: string },
    assignmentRuleId: { el: "assignmentRuleId", count: "?", type: string },
    numberRecordsFailed: { el: "numberRecordsFailed", count: "?", type: int },
    totalProcessingTime: { el: "totalProcessingTime", count: "?", type: long },
    apiActiveProcessingTime: { el: "apiActiveProcessingTime", count: "?", type: long },
    apexProcessingTime: { el: "apexProcessingTime", count: "?", type: long },
    fastPathEnabled: { el: "fastPathEnabled", count: "?", type: boolean },
  },
};

/** How far a batch is. */
export type BatchStateEnum =
  /** The batch waits for its turn. */
  | "Queued"
  /** The batch is being processed. */
  | "InProgress"
  /** The batch was processed. Whether its records were, `numberRecordsFailed` and the results say. */
  | "Completed"
  /** The batch could not be processed to its end; `stateMessage` says why. Some of its records may have been. */
  | "Failed"
  /** The batch will not be processed: its job was aborted, or PK chunking has put other batches in its place. */
  | "NotProcessed"
  | Unrecognized;
export const BatchStateEnum: EnumCodec<BatchStateEnum> = {
  kind: "enum",
  name: [tns, "BatchStateEnum"],
  values: { Queued: true, InProgress: true, Completed: true, Failed: true, NotProcessed: true },
};

/** A batch of a job. */
export interface BatchInfo {
  /** Id of the batch, 18 characters. */
  readonly id: string;
  /** Id of its job. */
  readonly jobId: string;
  /** How far the batch is. */
  readonly state: BatchStateEnum;
  /**
   * Why the batch is in its state, a code and a text in one: `InvalidBatch : Field name not found : Nmae`. A completed
   * batch can have one too.
   */
  readonly stateMessage?: string;
  /** When the batch was added. */
  readonly createdDate: DateTime;
  /** When the batch changed last: when processing ended, for a batch that has ended. */
  readonly systemModstamp?: DateTime;
  /** Records that were processed, failed ones among them. */
  readonly numberRecordsProcessed: Int;
  /** Records that failed. A completed batch can have all of its records here. */
  readonly numberRecordsFailed?: Int;
  /** Milliseconds that processing took. */
  readonly totalProcessingTime?: Long;
  /** Milliseconds of it that went into the records themselves. */
  readonly apiActiveProcessingTime?: Long;
  /** Milliseconds of it that went into triggers and other Apex code. */
  readonly apexProcessingTime?: Long;
}
export const BatchInfo: StructCodec<BatchInfo> = {
  kind: "struct",
  name: [tns, "BatchInfo"],
  fields: {
    id: { el: "id", count: "1", type: string },
    jobId: { el: "jobId", count: "1", type: string },
    state: { el: "state", count: "1", type: BatchStateEnum },
    stateMessage: { el: "stateMessage", count: "?", type: string },
    createdDate: { el: "createdDate", count: "1", type: dateTime },
    systemModstamp: { el: "systemModstamp", count: "?", type: dateTime },
    numberRecordsProcessed: { el: "numberRecordsProcessed", count: "1", type: int },
    numberRecordsFailed: { el: "numberRecordsFailed", count: "?", type: int },
    totalProcessingTime: { el: "totalProcessingTime", count: "?", type: long },
    apiActiveProcessingTime: { el: "apiActiveProcessingTime", count: "?", type: long },
    apexProcessingTime: { el: "apexProcessingTime", count: "?", type: long },
  },
};

/** Batches of a job. */
export interface BatchInfoList {
  /** A batch. */
  readonly batchInfo: readonly BatchInfo[];
}
export const BatchInfoList: StructCodec<BatchInfoList> = {
  kind: "struct",
  name: [tns, "BatchInfoList"],
  fields: { batchInfo: { el: "batchInfo", count: "*", type: BatchInfo } },
};

/** Why a record failed. Salesforce adds values over time; these are the documented ones. */
export type StatusCode =
  /** Another record of an all-or-none call failed; this one was rolled back. */
  | "ALL_OR_NONE_OPERATION_ROLLED_BACK"
  /** The record is in an approval process already. */
  | "ALREADY_IN_PROCESS"
  /** An approver needs a type: user or queue. */
  | "ASSIGNEE_TYPE_REQUIRED"
  /** The parent of a master-detail relationship cannot be changed this way. */
  | "BAD_CUSTOM_ENTITY_PARENT_DOMAIN"
  /** Blind copies are refused while compliance copies are on. */
  | "BCC_NOT_ALLOWED_IF_BCC_COMPLIANCE_ENABLED"
  /** A change of a product's activity cannot be carried over to its price book entries. */
  | "CANNOT_CASCADE_PRODUCT_ACTIVE"
  /** Apex code refers to the field; its type is fixed. */
  | "CANNOT_CHANGE_FIELD_TYPE_OF_APEX_REFERENCED_FIELD"
  /** The organization has its one managed package. */
  | "CANNOT_CREATE_ANOTHER_MANAGED_PACKAGE"
  /** The division is in use. */
  | "CANNOT_DEACTIVATE_DIVISION"
  /** The last dated conversion rate has to stay. */
  | "CANNOT_DELETE_LAST_DATED_CONVERSION_RATE"
  /** Components of a managed package cannot be deleted. */
  | "CANNOT_DELETE_MANAGED_OBJECT"
  /** One active administrator has to remain. */
  | "CANNOT_DISABLE_LAST_ADMIN"
  /** Requests cannot be restricted by address while too many ranges are set. */
  | "CANNOT_ENABLE_IP_RESTRICT_REQUESTS"
  /** A trigger or a workflow stopped the change; the message says which. */
  | "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"
  /** Components of a managed package cannot be changed. */
  | "CANNOT_MODIFY_MANAGED_OBJECT"
  /** Apex code refers to the field; its name is fixed. */
  | "CANNOT_RENAME_APEX_REFERENCED_FIELD"
  /** Apex code refers to the object; its name is fixed. */
  | "CANNOT_RENAME_APEX_REFERENCED_OBJECT"
  /** The record's parent is fixed. */
  | "CANNOT_REPARENT_RECORD"
  /** A converted lead is read-only. */
  | "CANNOT_UPDATE_CONVERTED_LEAD"
  /** The corporate currency has to stay active. */
  | "CANT_DISABLE_CORP_CURRENCY"
  /** A corporate currency has to be set. */
  | "CANT_UNSET_CORP_CURRENCY"
  /** The owner of the child has no access to the parent. */
  | "CHILD_SHARE_FAILS_PARENT"
  /** The record would depend on itself. */
  | "CIRCULAR_DEPENDENCY"
  /** The record has too much long text. */
  | "CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED"
  /** The organization has no room for another custom object or field. */
  | "CUSTOM_ENTITY_OR_FIELD_LIMIT"
  /** The object has no room for another index. */
  | "CUSTOM_FIELD_INDEX_LIMIT_EXCEEDED"
  /** The field has its index already. */
  | "CUSTOM_INDEX_EXISTS"
  /** The organization has no room for another custom link. */
  | "CUSTOM_LINK_LIMIT_EXCEEDED"
  /** The organization has no room for another custom tab. */
  | "CUSTOM_TAB_LIMIT_EXCEEDED"
  /** Something that refers to the record kept it from being deleted. */
  | "DELETE_FAILED"
  /** The delete would reach records that the user may not delete. */
  | "DELETE_REQUIRED_ON_CASCADE"
  /** Another component depends on this one. */
  | "DEPENDENCY_EXISTS"
  /** The case has this solution already. */
  | "DUPLICATE_CASE_SOLUTION"
  /** Another user has this nickname. */
  | "DUPLICATE_COMM_NICKNAME"
  /** Another custom object or field has this name. */
  | "DUPLICATE_CUSTOM_ENTITY_DEFINITION"
  /** Another tab has this style. */
  | "DUPLICATE_CUSTOM_TAB_MOTIF"
  /** Another component has this developer name. */
  | "DUPLICATE_DEVELOPER_NAME"
  /** More than one record has this external id. */
  | "DUPLICATE_EXTERNAL_ID"
  /** Another component has this label. */
  | "DUPLICATE_MASTER_LABEL"
  /** Another sender has this display name. */
  | "DUPLICATE_SENDER_DISPLAY_NAME"
  /** Another user has this user name. */
  | "DUPLICATE_USERNAME"
  /** The value has to be unique and is taken. */
  | "DUPLICATE_VALUE"
  /** A duplicate rule found a record like this one. */
  | "DUPLICATES_DETECTED"
  /** An earlier message of the call failed, so this one was not sent. */
  | "EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR"
  /** The recipient does not want mail. */
  | "EMAIL_OPTED_OUT"
  /** A formula of the mail template is wrong. */
  | "EMAIL_TEMPLATE_FORMULA_ERROR"
  /** The user has no access to a field of the mail template. */
  | "EMAIL_TEMPLATE_MERGEFIELD_ACCESS_ERROR"
  /** A field of the mail template does not exist. */
  | "EMAIL_TEMPLATE_MERGEFIELD_ERROR"
  /** A field of the mail template has no value. */
  | "EMAIL_TEMPLATE_MERGEFIELD_VALUE_ERROR"
  /** The mail template could not be merged. */
  | "EMAIL_TEMPLATE_PROCESSING_ERROR"
  /** An s-control's file has no name. */
  | "EMPTY_SCONTROL_FILE_NAME"
  /** The record was changed since it was read. */
  | "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE"
  /** The record is archived. */
  | "ENTITY_IS_ARCHIVED"
  /** The record is deleted. */
  | "ENTITY_IS_DELETED"
  /** The record is locked, by an approval for example. Retrying later can help. */
  | "ENTITY_IS_LOCKED"
  /** A mail could not be sent. */
  | "ERROR_IN_MAILER"
  /** The activation failed. */
  | "FAILED_ACTIVATION"
  /** A validation rule refused the record. */
  | "FIELD_CUSTOM_VALIDATION_EXCEPTION"
  /** A lookup filter refused the value. */
  | "FIELD_FILTER_VALIDATION_EXCEPTION"
  /** The values of the record do not fit together. */
  | "FIELD_INTEGRITY_EXCEPTION"
  /** The object has no room for another lookup filter. */
  | "FILTERED_LOOKUP_LIMIT_EXCEEDED"
  /** The organization refuses HTML files. */
  | "HTML_FILE_UPLOAD_NOT_ALLOWED"
  /** The image is larger than allowed. */
  | "IMAGE_TOO_LARGE"
  /** The user or owner is not active. */
  | "INACTIVE_OWNER_OR_USER"
  /** The user may not use the record that is referred to. */
  | "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"
  /** The user may not change the record or the field. */
  | "INSUFFICIENT_ACCESS_OR_READONLY"
  /** The access level is not wider than the organization's default. */
  | "INVALID_ACCESS_LEVEL"
  /** The argument has the wrong type. */
  | "INVALID_ARGUMENT_TYPE"
  /** The type of approver is unknown. */
  | "INVALID_ASSIGNEE_TYPE"
  /** The assignment rule does not exist or is not active. */
  | "INVALID_ASSIGNMENT_RULE"
  /** The batch's operation is not possible. */
  | "INVALID_BATCH_OPERATION"
  /** The mail's content type is unknown. */
  | "INVALID_CONTENT_TYPE"
  /** The credit card is not valid. */
  | "INVALID_CREDIT_CARD_INFO"
  /** The id refers to a record that does not exist or cannot be used here. */
  | "INVALID_CROSS_REFERENCE_KEY"
  /** The id refers to a record of another object than the field takes. */
  | "INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD"
  /** The conversion rate has to be a positive number. */
  | "INVALID_CURRENCY_CONV_RATE"
  /** The rate of the corporate currency cannot be changed. */
  | "INVALID_CURRENCY_CORP_RATE"
  /** The currency is unknown or not active. */
  | "INVALID_CURRENCY_ISO"
  /** The data category group does not exist. */
  | "INVALID_DATA_CATEGORY_GROUP_REFERENCE"
  /** A data address is malformed. */
  | "INVALID_DATA_URI"
  /** The mail address is malformed. */
  | "INVALID_EMAIL_ADDRESS"
  /** A key needs an owner. */
  | "INVALID_EMPTY_KEY_OWNER"
  /** The field does not exist or is not visible. */
  | "INVALID_FIELD"
  /** The field cannot be set by this operation, or the record has an id where none may be. */
  | "INVALID_FIELD_FOR_INSERT_UPDATE"
  /** The field cannot be set together with a mail template. */
  | "INVALID_FIELD_WHEN_USING_TEMPLATE"
  /** The filter does not fit the object. */
  | "INVALID_FILTER_ACTION"
  /** The address is none of Google Docs. */
  | "INVALID_GOOGLE_DOCS_URL"
  /** The id is malformed or of another object. */
  | "INVALID_ID_FIELD"
  /** The network address is malformed. */
  | "INVALID_INET_ADDRESS"
  /** A clone cannot be in this state. */
  | "INVALID_LINEITEM_CLONE_STATE"
  /** The solution and its translation do not fit together. */
  | "INVALID_MASTER_OR_TRANSLATED_SOLUTION"
  /** The message that is referred to is not valid. */
  | "INVALID_MESSAGE_ID_REFERENCE"
  /** The operation is not possible in the record's present state. */
  | "INVALID_OPERATION"
  /** The operator does not fit the field. */
  | "INVALID_OPERATOR"
  /** The value is not among those of the restricted picklist. */
  | "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"
  /** The partner network's status does not allow this. */
  | "INVALID_PARTNER_NETWORK_STATUS"
  /** Person accounts do not allow this. */
  | "INVALID_PERSON_ACCOUNT_OPERATION"
  /** The organization is read-only at present. */
  | "INVALID_READ_ONLY_USER_DML"
  /** The flag to save the mail as an activity is not valid. */
  | "INVALID_SAVE_AS_ACTIVITY_FLAG"
  /** The session has ended; sign in again. */
  | "INVALID_SESSION_ID"
  /** The owner of a setting has to be the organization, a profile or a user. */
  | "INVALID_SETUP_OWNER"
  /** The status cannot be changed to this one. */
  | "INVALID_STATUS"
  /** The object is unknown. */
  | "INVALID_TYPE"
  /** The object does not take this operation. */
  | "INVALID_TYPE_FOR_OPERATION"
  /** The value has another type than the field. */
  | "INVALID_TYPE_ON_FIELD_IN_RECORD"
  /** The range of addresses is not allowed. */
  | "IP_RANGE_LIMIT_EXCEEDED"
  /** There is no licence left. */
  | "LICENSE_LIMIT_EXCEEDED"
  /** High-volume portal users do not allow this. */
  | "LIGHT_PORTAL_USER_EXCEPTION"
  /** A limit of the organization or of the record is reached. */
  | "LIMIT_EXCEEDED"
  /** The password has to be followed by the security token. */
  | "LOGIN_MUST_USE_SECURITY_TOKEN"
  /** The id is malformed. */
  | "MALFORMED_ID"
  /** The approval needs the user's manager, and there is none. */
  | "MANAGER_NOT_DEFINED"
  /** The mass mail was repeated too often. */
  | "MASSMAIL_RETRY_LIMIT_EXCEEDED"
  /** The day's limit of mass mail is reached. */
  | "MASS_MAIL_LIMIT_EXCEEDED"
  /** There are too many copies of the mail. */
  | "MAXIMUM_CCEMAILS_EXCEEDED"
  /** The dashboard has no room for another component. */
  | "MAXIMUM_DASHBOARD_COMPONENTS_EXCEEDED"
  /** The hierarchy is too deep. */
  | "MAXIMUM_HIERARCHY_LEVELS_REACHED"
  /** The attachment is larger than allowed. */
  | "MAXIMUM_SIZE_OF_ATTACHMENT"
  /** The document is larger than allowed. */
  | "MAXIMUM_SIZE_OF_DOCUMENT"
  /** The rule has no room for another action. */
  | "MAX_ACTIONS_PER_RULE_EXCEEDED"
  /** There are too many active rules. */
  | "MAX_ACTIVE_RULES_EXCEEDED"
  /** The approval process has no room for another step. */
  | "MAX_APPROVAL_STEPS_EXCEEDED"
  /** The rule has no room for another formula. */
  | "MAX_FORMULAS_PER_RULE_EXCEEDED"
  /** There is no room for another rule. */
  | "MAX_RULES_EXCEEDED"
  /** The rule has no room for another entry. */
  | "MAX_RULE_ENTRIES_EXCEEDED"
  /** The description of the task is too long. The third E is Salesforce's. */
  | "MAX_TASK_DESCRIPTION_EXCEEEDED"
  /** There is no room for another territory rule. */
  | "MAX_TM_RULES_EXCEEDED"
  /** The territory rule has no room for another criterion. */
  | "MAX_TM_RULE_ITEMS_EXCEEDED"
  /** The records could not be merged. */
  | "MERGE_FAILED"
  /** A required argument is absent. */
  | "MISSING_ARGUMENT"
  /** Setup objects and other objects cannot be changed in one transaction. */
  | "MIXED_DML_OPERATION"
  /** The order and its contract have different shipping addresses. */
  | "NONUNIQUE_SHIPPING_ADDRESS"
  /** No approval process fits the record. */
  | "NO_APPLICABLE_PROCESS"
  /** The user may not attach files. */
  | "NO_ATTACHMENT_PERMISSION"
  /** Members of a division have to be active. */
  | "NO_INACTIVE_DIVISION_MEMBERS"
  /** The user may not send mass mail. */
  | "NO_MASS_MAIL_PERMISSION"
  /** The number is too large or too small for the field. */
  | "NUMBER_OUTSIDE_VALID_RANGE"
  /** The object tracks as many fields as it can. */
  | "NUM_HISTORY_FIELDS_BY_SOBJECT_EXCEEDED"
  /** The recipient does not want mass mail. */
  | "OPTED_OUT_OF_MASS_MAIL"
  /** The user needs a licence of the package. */
  | "PACKAGE_LICENSE_REQUIRED"
  /** The contact has its portal user already. */
  | "PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT"
  /** An asset cannot have a private contact. */
  | "PRIVATE_CONTACT_ON_ASSET"
  /** A workflow or an approval uses the record. */
  | "RECORD_IN_USE_BY_WORKFLOW"
  /** The request took too long and was ended. */
  | "REQUEST_RUNNING_TOO_LONG"
  /** A required field has no value. */
  | "REQUIRED_FIELD_MISSING"
  /** A trigger changed the record that it was called for. */
  | "SELF_REFERENCE_FROM_TRIGGER"
  /** The owner of a child needs access to the parent. */
  | "SHARE_NEEDED_FOR_CHILD_OWNER"
  /** The product has no standard price in this currency. */
  | "STANDARD_PRICE_NOT_DEFINED"
  /** The organization's storage is full. */
  | "STORAGE_LIMIT_EXCEEDED"
  /** The text is longer than the field. */
  | "STRING_TOO_LONG"
  /** There are too many tabs. */
  | "TABSET_LIMIT_EXCEEDED"
  /** The mail template is not active. */
  | "TEMPLATE_NOT_ACTIVE"
  /** Territories are being realigned; try again later. */
  | "TERRITORY_REALIGN_IN_PROGRESS"
  /** The text has characters that are not supported. */
  | "TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET"
  /** Too many Apex requests run at the same time; try again later. */
  | "TOO_MANY_APEX_REQUESTS"
  /** There are too many values for a multi-select picklist. */
  | "TOO_MANY_ENUM_VALUE"
  /** The new owner may not read the record. */
  | "TRANSFER_REQUIRES_READ"
  /** Another process holds the record; try again, in serial mode if it keeps happening. */
  | "UNABLE_TO_LOCK_ROW"
  /** There is no record type that fits. */
  | "UNAVAILABLE_RECORDTYPE_EXCEPTION"
  /** The record could not be restored. */
  | "UNDELETE_FAILED"
  /** An error of Salesforce's own. */
  | "UNKNOWN_EXCEPTION"
  /** The user has no mail address. */
  | "UNSPECIFIED_EMAIL_ADDRESS"
  /** Apex triggers do not allow this. The missing I is Salesforce's. */
  | "UNSUPPORTED_APEX_TRIGGER_OPERATON"
  /** The sender's address is not verified. */
  | "UNVERIFIED_SENDER_ADDRESS"
  /** The user owns accounts with portal users. */
  | "USER_OWNS_PORTAL_ACCOUNT_EXCEPTION"
  /** Apex shares records with the user. */
  | "USER_WITH_APEX_SHARES_EXCEPTION"
  /** The link is too long. */
  | "WEBLINK_SIZE_LIMIT_EXCEEDED"
  /** The page's controller has another type than its template. */
  | "WRONG_CONTROLLER_TYPE"
  | Unrecognized;
export const StatusCode: EnumCodec<StatusCode> = {
  kind: "enum",
  name: [tns, "StatusCode"],
  values: {
    ALL_OR_NONE_OPERATION_ROLLED_BACK: true,
    ALREADY_IN_PROCESS: true,
    ASSIGNEE_TYPE_REQUIRED: true,
    BAD_CUSTOM_ENTITY_PARENT_DOMAIN: true,
    BCC_NOT_ALLOWED_IF_BCC_COMPLIANCE_ENABLED: true,
    CANNOT_CASCADE_PRODUCT_ACTIVE: true,
    CANNOT_CHANGE_FIELD_TYPE_OF_APEX_REFERENCED_FIELD: true,
    CANNOT_CREATE_ANOTHER_MANAGED_PACKAGE: true,
    CANNOT_DEACTIVATE_DIVISION: true,
    CANNOT_DELETE_LAST_DATED_CONVERSION_RATE: true,
    CANNOT_DELETE_MANAGED_OBJECT: true,
    CANNOT_DISABLE_LAST_ADMIN: true,
    CANNOT_ENABLE_IP_RESTRICT_REQUESTS: true,
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: true,
    CANNOT_MODIFY_MANAGED_OBJECT: true,
    CANNOT_RENAME_APEX_REFERENCED_FIELD: true,
    CANNOT_RENAME_APEX_REFERENCED_OBJECT: true,
    CANNOT_REPARENT_RECORD: true,
    CANNOT_UPDATE_CONVERTED_LEAD: true,
    CANT_DISABLE_CORP_CURRENCY: true,
    CANT_UNSET_CORP_CURRENCY: true,
    CHILD_SHARE_FAILS_PARENT: true,
    CIRCULAR_DEPENDENCY: true,
    CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED: true,
    CUSTOM_ENTITY_OR_FIELD_LIMIT: true,
    CUSTOM_FIELD_INDEX_LIMIT_EXCEEDED: true,
    CUSTOM_INDEX_EXISTS: true,
    CUSTOM_LINK_LIMIT_EXCEEDED: true,
    CUSTOM_TAB_LIMIT_EXCEEDED: true,
    DELETE_FAILED: true,
    DELETE_REQUIRED_ON_CASCADE: true,
    DEPENDENCY_EXISTS: true,
    DUPLICATE_CASE_SOLUTION: true,
    DUPLICATE_COMM_NICKNAME: true,
    DUPLICATE_CUSTOM_ENTITY_DEFINITION: true,
    DUPLICATE_CUSTOM_TAB_MOTIF: true,
    DUPLICATE_DEVELOPER_NAME: true,
    DUPLICATE_EXTERNAL_ID: true,
    DUPLICATE_MASTER_LABEL: true,
    DUPLICATE_SENDER_DISPLAY_NAME: true,
    DUPLICATE_USERNAME: true,
    DUPLICATE_VALUE: true,
    DUPLICATES_DETECTED: true,
    EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR: true,
    EMAIL_OPTED_OUT: true,
    EMAIL_TEMPLATE_FORMULA_ERROR: true,
    EMAIL_TEMPLATE_MERGEFIELD_ACCESS_ERROR: true,
    EMAIL_TEMPLATE_MERGEFIELD_ERROR: true,
    EMAIL_TEMPLATE_MERGEFIELD_VALUE_ERROR: true,
    EMAIL_TEMPLATE_PROCESSING_ERROR: true,
    EMPTY_SCONTROL_FILE_NAME: true,
    ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE: true,
    ENTITY_IS_ARCHIVED: true,
    ENTITY_IS_DELETED: true,
    ENTITY_IS_LOCKED: true,
    ERROR_IN_MAILER: true,
    FAILED_ACTIVATION: true,
    FIELD_CUSTOM_VALIDATION_EXCEPTION: true,
    FIELD_FILTER_VALIDATION_EXCEPTION: true,
    FIELD_INTEGRITY_EXCEPTION: true,
    FILTERED_LOOKUP_LIMIT_EXCEEDED: true,
    HTML_FILE_UPLOAD_NOT_ALLOWED: true,
    IMAGE_TOO_LARGE: true,
    INACTIVE_OWNER_OR_USER: true,
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: true,
    INSUFFICIENT_ACCESS_OR_READONLY: true,
    INVALID_ACCESS_LEVEL: true,
    INVALID_ARGUMENT_TYPE: true,
    INVALID_ASSIGNEE_TYPE: true,
    INVALID_ASSIGNMENT_RULE: true,
    INVALID_BATCH_OPERATION: true,
    INVALID_CONTENT_TYPE: true,
    INVALID_CREDIT_CARD_INFO: true,
    INVALID_CROSS_REFERENCE_KEY: true,
    INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD: true,
    INVALID_CURRENCY_CONV_RATE: true,
    INVALID_CURRENCY_CORP_RATE: true,
    INVALID_CURRENCY_ISO: true,
    INVALID_DATA_CATEGORY_GROUP_REFERENCE: true,
    INVALID_DATA_URI: true,
    INVALID_EMAIL_ADDRESS: true,
    INVALID_EMPTY_KEY_OWNER: true,
    INVALID_FIELD: true,
    INVALID_FIELD_FOR_INSERT_UPDATE: true,
    INVALID_FIELD_WHEN_USING_TEMPLATE: true,
    INVALID_FILTER_ACTION: true,
    INVALID_GOOGLE_DOCS_URL: true,
    INVALID_ID_FIELD: true,
    INVALID_INET_ADDRESS: true,
    INVALID_LINEITEM_CLONE_STATE: true,
    INVALID_MASTER_OR_TRANSLATED_SOLUTION: true,
    INVALID_MESSAGE_ID_REFERENCE: true,
    INVALID_OPERATION: true,
    INVALID_OPERATOR: true,
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: true,
    INVALID_PARTNER_NETWORK_STATUS: true,
    INVALID_PERSON_ACCOUNT_OPERATION: true,
    INVALID_READ_ONLY_USER_DML: true,
    INVALID_SAVE_AS_ACTIVITY_FLAG: true,
    INVALID_SESSION_ID: true,
    INVALID_SETUP_OWNER: true,
    INVALID_STATUS: true,
    INVALID_TYPE: true,
    INVALID_TYPE_FOR_OPERATION: true,
    INVALID_TYPE_ON_FIELD_IN_RECORD: true,
    IP_RANGE_LIMIT_EXCEEDED: true,
    LICENSE_LIMIT_EXCEEDED: true,
    LIGHT_PORTAL_USER_EXCEPTION: true,
    LIMIT_EXCEEDED: true,
    LOGIN_MUST_USE_SECURITY_TOKEN: true,
    MALFORMED_ID: true,
    MANAGER_NOT_DEFINED: true,
    MASSMAIL_RETRY_LIMIT_EXCEEDED: true,
    MASS_MAIL_LIMIT_EXCEEDED: true,
    MAXIMUM_CCEMAILS_EXCEEDED: true,
    MAXIMUM_DASHBOARD_COMPONENTS_EXCEEDED: true,
    MAXIMUM_HIERARCHY_LEVELS_REACHED: true,
    MAXIMUM_SIZE_OF_ATTACHMENT: true,
    MAXIMUM_SIZE_OF_DOCUMENT: true,
    MAX_ACTIONS_PER_RULE_EXCEEDED: true,
    MAX_ACTIVE_RULES_EXCEEDED: true,
    MAX_APPROVAL_STEPS_EXCEEDED: true,
    MAX_FORMULAS_PER_RULE_EXCEEDED: true,
    MAX_RULES_EXCEEDED: true,
    MAX_RULE_ENTRIES_EXCEEDED: true,
    MAX_TASK_DESCRIPTION_EXCEEEDED: true,
    MAX_TM_RULES_EXCEEDED: true,
    MAX_TM_RULE_ITEMS_EXCEEDED: true,
    MERGE_FAILED: true,
    MISSING_ARGUMENT: true,
    MIXED_DML_OPERATION: true,
    NONUNIQUE_SHIPPING_ADDRESS: true,
    NO_APPLICABLE_PROCESS: true,
    NO_ATTACHMENT_PERMISSION: true,
    NO_INACTIVE_DIVISION_MEMBERS: true,
    NO_MASS_MAIL_PERMISSION: true,
    NUMBER_OUTSIDE_VALID_RANGE: true,
    NUM_HISTORY_FIELDS_BY_SOBJECT_EXCEEDED: true,
    OPTED_OUT_OF_MASS_MAIL: true,
    PACKAGE_LICENSE_REQUIRED: true,
    PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT: true,
    PRIVATE_CONTACT_ON_ASSET: true,
    RECORD_IN_USE_BY_WORKFLOW: true,
    REQUEST_RUNNING_TOO_LONG: true,
    REQUIRED_FIELD_MISSING: true,
    SELF_REFERENCE_FROM_TRIGGER: true,
    SHARE_NEEDED_FOR_CHILD_OWNER: true,
    STANDARD_PRICE_NOT_DEFINED: true,
    STORAGE_LIMIT_EXCEEDED: true,
    STRING_TOO_LONG: true,
    TABSET_LIMIT_EXCEEDED: true,
    TEMPLATE_NOT_ACTIVE: true,
    TERRITORY_REALIGN_IN_PROGRESS: true,
    TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET: true,
    TOO_MANY_APEX_REQUESTS: true,
    TOO_MANY_ENUM_VALUE: true,
    TRANSFER_REQUIRES_READ: true,
    UNABLE_TO_LOCK_ROW: true,
    UNAVAILABLE_RECORDTYPE_EXCEPTION: true,
    UNDELETE_FAILED: true,
    UNKNOWN_EXCEPTION: true,
    UNSPECIFIED_EMAIL_ADDRESS: true,
    UNSUPPORTED_APEX_TRIGGER_OPERATON: true,
    UNVERIFIED_SENDER_ADDRESS: true,
    USER_OWNS_PORTAL_ACCOUNT_EXCEPTION: true,
    USER_WITH_APEX_SHARES_EXCEPTION: true,
    WEBLINK_SIZE_LIMIT_EXCEEDED: true,
    WRONG_CONTROLLER_TYPE: true,
  },
};

/** Why a record failed. */
export interface ResultError {
  /** Fields that the error is about. */
  readonly fields: readonly (string | null)[];
  /** What went wrong, for people. */
  readonly message: string;
  /** What went wrong, for programs. */
  readonly statusCode: StatusCode;
}
export const ResultError: StructCodec<ResultError> = {
  kind: "struct",
  name: [tns, "ResultError"],
  fields: {
    fields: { el: "fields", count: "*", nil: true, type: string },
    message: { el: "message", count: "1", type: string },
    statusCode: { el: "statusCode", count: "1", type: StatusCode },
  },
};

/** What became of one record. */
export interface Result {
  /** Why the record failed. */
  readonly errors: readonly ResultError[];
  /** Id of the record, where there is one. */
  readonly id?: string;
  /** Whether the record was processed. */
  readonly success: boolean;
  /** Whether the record is a new one. */
  readonly created: boolean;
}
export const Result: StructCodec<Result> = {
  kind: "struct",
  name: [tns, "Result"],
  fields: {
    errors: { el: "errors", count: "*", type: ResultError },
    id: { el: "id", count: "?", type: string },
    success: { el: "success", count: "1", type: boolean },
    created: { el: "created", count: "1", type: boolean },
  },
};

/** Results of the records of a batch. */
export interface BatchResult {
  /** Result of one record, in the order of the batch. */
  readonly result: readonly Result[];
}
export const BatchResult: StructCodec<BatchResult> = {
  kind: "struct",
  name: [tns, "BatchResult"],
  fields: { result: { el: "result", count: "*", type: Result } },
};

/** Id of a record in its long form. */
export type ID = Flavored<string, "ID">;
export const ID: RestrictionCodec<ID, string> = {
  kind: "restriction",
  name: [tns, "ID"],
  base: string,
  facets: { pattern: [/^(?:[a-zA-Z0-9]{18})$/u] },
};

/** A record that a query found. */
export interface sObject {
  /** API name of the record's object. */
  readonly type: string;
  /** Id of the record; nil where the query did not ask for it. */
  readonly Id: ID | null;
  /** The fields that the query asked for, in its order. `Id` is among them again where it was asked for. */
  readonly $any: readonly XmlElement[];
}
export const sObject: StructCodec<sObject> = {
  kind: "struct",
  name: [tns, "sObject"],
  fields: {
    type: { el: "type", count: "1", type: string },
    Id: { el: "Id", count: "1", nil: true, type: ID },
    $any: { any: [tns], count: "*", process: "lax" },
  },
};

/** Rows of a query. */
export interface QueryResult {
  /** A row. The type is given on the wire as well: `xsi:type="sObject"`. */
  readonly records: readonly sObject[];
}
export const QueryResult: StructCodec<QueryResult> = {
  kind: "struct",
  name: [tns, "QueryResult"],
  fields: { records: { el: "records", count: "*", type: sObject } },
};

/** Result sets of a query's batch. */
export interface QueryResultList {
  /** Id of a result set, 15 characters. */
  readonly result: readonly string[];
}
export const QueryResultList: StructCodec<QueryResultList> = {
  kind: "struct",
  name: [tns, "QueryResultList"],
  fields: { result: { el: "result", count: "*", type: string } },
};

/** Why a call failed. */
export interface Error {
  /**
   * What went wrong, for programs: `InvalidSessionId` (sign in again), `ExceededQuota` (try much later),
   * `InternalServerError`, `ClientInputError`, `Timeout`, `TooManyLockFailure`, `Unknown` (try again), and, of no use
   * to try again, `InvalidOperation`, `InvalidUrl`, `InvalidUser`, `InvalidXml` or `InvalidXML`, `FeatureNotEnabled`,
   * `InvalidJob`, `InvalidJobState`, `InvalidBatch`, `InvalidVersion`, `HttpsRequired`, `UnsupportedContentType`,
   * `InvalidEntity`, `Gone` and others. The list is open, so the type is a string, as in the vendor's schema.
   */
  readonly exceptionCode: string;
  /** What went wrong, for people. */
  readonly exceptionMessage: string;
}
export const Error: StructCodec<Error> = {
  kind: "struct",
  name: [tns, "Error"],
  fields: {
    exceptionCode: { el: "exceptionCode", count: "1", type: string },
    exceptionMessage: { el: "exceptionMessage", count: "1", type: string },
  },
};

/**
 * The fields of a record, in any order: an element for each, named as the field is, its text the value.
 * `xsi:nil="true"` empties a field; a relationship holds an `sObject` with the fields that identify the other record.
 */
export interface RecordFields {
  /** A field. */
  readonly $any: readonly XmlElement[];
}
export const RecordFields: StructCodec<RecordFields> = {
  kind: "struct",
  name: [tns, "RecordFields"],
  fields: { $any: { any: [tns], count: "*", process: "skip" } },
};

/** Records of a batch. */
export interface Records {
  /** A record. */
  readonly sObject: readonly RecordFields[];
}
export const Records: StructCodec<Records> = {
  kind: "struct",
  name: [tns, "Records"],
  fields: { sObject: { el: "sObject", count: "*", type: RecordFields } },
};

/** A job: what is asked for when it is created or changed, and how it stands in every answer. */
export const jobInfo: ElementCodec<JobInfo> = { kind: "element", name: [tns, "jobInfo"], type: JobInfo };

/** A batch: the answer to its creation and to a question for its state. */
export const batchInfo: ElementCodec<BatchInfo> = { kind: "element", name: [tns, "batchInfo"], type: BatchInfo };

/** All batches of a job. */
export const batchInfoList: ElementCodec<BatchInfoList> = {
  kind: "element",
  name: [tns, "batchInfoList"],
  type: BatchInfoList,
};

/** What became of every record of a batch, in the order of the batch. */
export const results: ElementCodec<BatchResult> = { kind: "element", name: [tns, "results"], type: BatchResult };

/** Rows of a query, in the format XML. */
export const queryResult: ElementCodec<QueryResult> = {
  kind: "element",
  name: [tns, "queryResult"],
  type: QueryResult,
};

/** Ids of the result sets of a query's batch. */
export const resultList: ElementCodec<QueryResultList> = {
  kind: "element",
  name: [tns, "result-list"],
  type: QueryResultList,
};

/** Answer to a call that failed, with HTTP status 400 as a rule. It is XML for CSV jobs as well. */
export const error: ElementCodec<Error> = { kind: "element", name: [tns, "error"], type: Error };

/**
 * Records of a batch in the format XML: what is sent to add it, and what a question for the original request answers.
 * The vendor's own schema lacks this element.
 */
export const sObjects: ElementCodec<Records> = { kind: "element", name: [tns, "sObjects"], type: Records };

/**
 * Salesforce Bulk API 1.0: jobs, their batches, and what became of the records.
 *
 * There is no list of jobs, and jobs cannot be deleted; they are gone seven days after their end. Failed calls answer
 * with an `error`, with HTTP status 400 as a rule.
 *
 * Parameter `session` of every call: Id of the session, or an OAuth access token. No Authorization header is needed.
 */
export interface AsyncApi {
  /**
   * Creates a job; its answer has the id. Needs operation, object and contentType, and for an upsert
   * externalIdFieldName.
   */
  readonly createJob: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: {
      /**
       * Splits a query by primary key: `true`, or `chunkSize=N; parent=Object; startRow=Id` (100,000 rows a batch, at
       * most 250,000). The batch that was added becomes NotProcessed; batches that do the work join the job after a
       * while.
       */
      readonly pkChunking?: string;
      /** `TRUE` keeps Salesforce from putting a batch that took too long into the queue again. */
      readonly disableBatchRetry?: string;
      /** Line ends of long text in the data, `LF` or `CRLF`. */
      readonly lineEnding?: string;
    };
    readonly input: JobInfo;
    readonly output: JobInfo;
    readonly errors: { readonly error: Error };
  };
  /** How a job stands. */
  readonly getJob: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: JobInfo;
    readonly errors: { readonly error: Error };
  };
  /**
   * Closes a job (state Closed: no batches will follow) or aborts it (state Aborted). Only its creator may close a job;
   * others may abort it. Batches in progress run to their end even in an aborted job.
   */
  readonly updateJob: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: JobInfo;
    readonly output: JobInfo;
    readonly errors: { readonly error: Error };
  };
  /** Sets which columns of the job's CSV files go to which fields. The body is CSV. */
  readonly createMapping: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: RawBody;
    readonly output: undefined;
    readonly errors: { readonly error: Error };
  };
  /**
   * Adds a batch in the format of the job: CSV, a JSON array of records, a ZIP file, or the SOQL text of a query. At
   * most 10,000 records, 10,000,000 characters, 10 MB.
   */
  readonly addBatch: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: RawBody;
    readonly output: BatchInfo;
    readonly errors: { readonly error: Error };
  };
  /** Adds a batch of records to a job of the content type XML. */
  readonly createBatch: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: Records;
    readonly output: BatchInfo;
    readonly errors: { readonly error: Error };
  };
  /** All batches of a job. */
  readonly listBatches: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: BatchInfoList;
    readonly errors: { readonly error: Error };
  };
  /** How a batch stands. */
  readonly getBatch: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: BatchInfo;
    readonly errors: { readonly error: Error };
  };
  /** The batch as it was added, in its own format. */
  readonly getBatchRequest: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: { readonly error: Error };
  };
  /** What became of the records of a batch whose job has the content type XML. */
  readonly getBatchResult: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: BatchResult;
    readonly errors: { readonly error: Error };
  };
  /**
   * What became of the records of a batch, in the format of its job: CSV with the columns Id, Success, Created and
   * Error, or a JSON array. One row a record, in the order of the batch.
   */
  readonly getBatchResultFile: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: { readonly error: Error };
  };
  /** Ids of the result sets of a query's batch, for the content types XML and CSV. */
  readonly getQueryResultList: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: QueryResultList;
    readonly errors: { readonly error: Error };
  };
  /** Rows of a result set, for the content type XML. */
  readonly getQueryResult: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
      /** Id of the result set, from the result list of the batch. */
      readonly resultId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: QueryResult;
    readonly errors: { readonly error: Error };
  };
  /** Rows of a result set in the format of the job. */
  readonly getQueryResultFile: {
    readonly path: {
      /** Id of the job, 15 or 18 characters. */
      readonly jobId: string;
      /** Id of the batch, 15 or 18 characters. */
      readonly batchId: string;
      /** Id of the result set, from the result list of the batch. */
      readonly resultId: string;
    };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: { readonly error: Error };
  };
}
export const AsyncApi: XmlService<AsyncApi> = {
  protocol: xml,
  name: "AsyncApi",
  endpoint: "https://MyDomainName.my.salesforce.com/services/async/67.0",
  parameters: { session: { in: "header", name: "X-SFDC-Session", required: true, secret: true } },
  operations: {
    createJob: {
      method: "POST",
      path: "job",
      parameters: {
        pkChunking: { in: "header", name: "Sforce-Enable-PKChunking" },
        disableBatchRetry: { in: "header", name: "Sforce-Disable-Batch-Retry" },
        lineEnding: { in: "header", name: "Sforce-Line-Ending" },
      },
      headers: { "Content-Type": "application/xml; charset=UTF-8" },
      input: jobInfo,
      output: jobInfo,
      errors: { error },
    },
    getJob: {
      method: "GET",
      path: "job/{jobId}",
      parameters: { jobId: { in: "path", required: true } },
      output: jobInfo,
      errors: { error },
    },
    updateJob: {
      method: "POST",
      path: "job/{jobId}",
      parameters: { jobId: { in: "path", required: true } },
      headers: { "Content-Type": "application/xml; charset=UTF-8" },
      input: jobInfo,
      output: jobInfo,
      errors: { error },
    },
    createMapping: {
      method: "POST",
      path: "job/{jobId}/spec",
      parameters: { jobId: { in: "path", required: true } },
      input: "raw",
      errors: { error },
    },
    addBatch: {
      method: "POST",
      path: "job/{jobId}/batch",
      parameters: { jobId: { in: "path", required: true } },
      input: "raw",
      output: batchInfo,
      errors: { error },
    },
    createBatch: {
      method: "POST",
      path: "job/{jobId}/batch",
      parameters: { jobId: { in: "path", required: true } },
      headers: { "Content-Type": "application/xml; charset=UTF-8" },
      input: sObjects,
      output: batchInfo,
      errors: { error },
    },
    listBatches: {
      method: "GET",
      path: "job/{jobId}/batch",
      parameters: { jobId: { in: "path", required: true } },
      output: batchInfoList,
      errors: { error },
    },
    getBatch: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}",
      parameters: { jobId: { in: "path", required: true }, batchId: { in: "path", required: true } },
      output: batchInfo,
      errors: { error },
    },
    getBatchRequest: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/request",
      parameters: { jobId: { in: "path", required: true }, batchId: { in: "path", required: true } },
      output: "raw",
      errors: { error },
    },
    getBatchResult: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/result",
      parameters: { jobId: { in: "path", required: true }, batchId: { in: "path", required: true } },
      output: results,
      errors: { error },
    },
    getBatchResultFile: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/result",
      parameters: { jobId: { in: "path", required: true }, batchId: { in: "path", required: true } },
      output: "raw",
      errors: { error },
    },
    getQueryResultList: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/result",
      parameters: { jobId: { in: "path", required: true }, batchId: { in: "path", required: true } },
      output: resultList,
      errors: { error },
    },
    getQueryResult: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/result/{resultId}",
      parameters: {
        jobId: { in: "path", required: true },
        batchId: { in: "path", required: true },
        resultId: { in: "path", required: true },
      },
      output: queryResult,
      errors: { error },
    },
    getQueryResultFile: {
      method: "GET",
      path: "job/{jobId}/batch/{batchId}/result/{resultId}",
      parameters: {
        jobId: { in: "path", required: true },
        batchId: { in: "path", required: true },
        resultId: { in: "path", required: true },
      },
      output: "raw",
      errors: { error },
    },
  },
};
