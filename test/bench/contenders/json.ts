/** JSON.parse of the equal JSON: bare, and with the checks that decoding by the contract makes. */
import type { Contender } from "../work.ts";
import { dateTime, int, long, refuse, state, text } from "./checks.ts";

const decoder = new TextDecoder();

/** Parses, and checks nothing. */
export const parse: Contender<Uint8Array> = {
  name: "JSON.parse",
  takes: "json",
  load: async () => (bytes) => () => JSON.parse(decoder.decode(bytes)),
};

/** A list of batches with every check; numbers of 64 bits become bigint as in the generated types. */
export const parseBatches: Contender<Uint8Array> = batches("JSON.parse and checks", BigInt);

/** The same, but the numbers of 64 bits stay numbers. */
export const parseBatchesAsNumbers: Contender<Uint8Array> = batches("JSON.parse and checks, long as number", Number);

/** A SOAP answer with every check. */
export const parseStatus: Contender<Uint8Array> = {
  name: "JSON.parse and checks",
  takes: "json",
  checked: true,
  load: async () => (bytes) => () => {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    checkStatus(value);
    return value;
  },
};

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function batches(name: string, toLong: (value: number) => bigint | number): Contender<Uint8Array> {
  return {
    name,
    takes: "json",
    ...(toLong === BigInt ? { checked: true } : {}),
    load: async () => (bytes) => () => {
      const value: unknown = JSON.parse(decoder.decode(bytes));
      if (!isFields(value) || !Array.isArray(value["batchInfo"])) return refuse("no list");
      for (const key in value) if (key !== "batchInfo") refuse(`${key} is not known`);
      for (const item of value["batchInfo"]) checkBatch(item, toLong);
      return value;
    },
  };
}

function checkBatch(item: unknown, toLong: (value: number) => bigint | number): void {
  if (!isFields(item)) return refuse("no batch");
  text(item["id"], "id");
  text(item["jobId"], "jobId");
  state(item["state"]);
  dateTime(item["createdDate"], "createdDate");
  int(item["numberRecordsProcessed"], "numberRecordsProcessed");
  for (const key in item) {
    switch (key) {
      case "id":
      case "jobId":
      case "state":
      case "createdDate":
      case "numberRecordsProcessed":
        break;
      case "stateMessage":
        text(item[key], key);
        break;
      case "systemModstamp":
        dateTime(item[key], key);
        break;
      case "numberRecordsFailed":
        int(item[key], key);
        break;
      case "totalProcessingTime":
      case "apiActiveProcessingTime":
      case "apexProcessingTime":
        item[key] = toLong(long(item[key], key));
        break;
      default:
        refuse(`${key} is not known`);
    }
  }
}

function checkStatus(value: unknown): void {
  if (!isFields(value) || !isFields(value["headers"]) || !isFields(value["body"])) return refuse("no answer");
  for (const key in value) if (key !== "headers" && key !== "body") refuse(`${key} is not known`);
  optionalTexts(value["headers"], isTrackingId);
  const { body } = value;
  for (const key in body) {
    const field = body[key];
    switch (key) {
      case "Errors":
        items(field, checkError);
        break;
      case "ForwardCompatibilityMap":
        items(field, checkPair);
        break;
      case "PercentComplete":
        int(field, key);
        break;
      case "RequestStatus":
      case "ResultFileUrl":
        if (field !== null) text(field, key);
        break;
      default:
        refuse(`${key} is not known`);
    }
  }
}

function items(list: unknown, check: (item: Fields) => void): void {
  if (list === null) return;
  if (!Array.isArray(list)) return refuse("no list");
  for (const item of list) {
    if (item === null) continue;
    if (!isFields(item)) return refuse("no object in the list");
    check(item);
  }
}

function checkError(item: Fields): void {
  if (item["Code"] !== undefined) int(item["Code"], "Code");
  optionalTexts(item, isErrorField);
}

function checkPair(item: Fields): void {
  optionalTexts(item, isPairField);
}

/** Every field is a text or null, and one of the known ones. */
function optionalTexts(item: Fields, isKnown: (key: string) => boolean): void {
  for (const key in item) {
    if (!isKnown(key)) refuse(`${key} is not known`);
    if (key !== "Code" && item[key] !== null) text(item[key], key);
  }
}

const isTrackingId = (key: string): boolean => key === "TrackingId";
const isErrorField = (key: string): boolean =>
  key === "Code" || key === "Details" || key === "ErrorCode" || key === "Message";
const isPairField = (key: string): boolean => key === "key" || key === "value";
