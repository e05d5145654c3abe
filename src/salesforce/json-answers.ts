/** Answers in JSON, as jobs of that content type have them, as the XML that the contract knows. */
import { TransportError } from "../runtime/errors.ts";
import type { Interceptor } from "../runtime/service.ts";

const namespace = "http://www.force.com/2009/06/asyncapi/dataload";

/** Root elements of the answers that are messages. Files come as they are. */
const roots: Readonly<Record<string, string>> = {
  createJob: "jobInfo",
  getJob: "jobInfo",
  updateJob: "jobInfo",
  addBatch: "batchInfo",
  createBatch: "batchInfo",
  getBatch: "batchInfo",
  listBatches: "batchInfoList",
  getQueryResultList: "result-list",
};

/** Turns messages in JSON into the XML of the contract; everything else passes. */
export const jsonAnswers: Interceptor = (next) => async (call) => {
  const response = await next(call);
  const type = response.headers.get("content-type") ?? "";
  const root = response.ok ? roots[call.operation] : "error";
  if (root === undefined || !/^application\/json\b/i.test(type)) return response;
  const text = await bodyOf(response, `${call.service}.${call.operation}`, call.signal);
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/xml; charset=UTF-8");
  headers.delete("content-length");
  headers.delete("content-encoding");
  const body = xmlOf(root, text);
  // What is not the API's JSON is passed on, and refused as what it is.
  return body === undefined
    ? new Response(text, { status: response.status, headers: { "content-type": type } })
    : new Response(body, { status: response.status, headers });
};

async function bodyOf(response: Response, name: string, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new TransportError("transport.connection", `${name}: the connection broke before the answer was complete`, {
      cause,
    });
  }
}

function xmlOf(root: string, text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // The list of result sets is a bare array.
  const content = Array.isArray(value) ? { result: value } : value;
  if (typeof content !== "object" || content === null) return undefined;
  return `<${root} xmlns="${namespace}">${members(content, 0)}</${root}>`;
}

/** Levels that the messages have, and some more. */
const DEPTH = 8;

function members(value: object, depth: number): string {
  if (depth > DEPTH) return "";
  return Object.entries(value)
    .flatMap(([name, member]: [string, unknown]) => (Array.isArray(member) ? member : [member]).map(pair(name, depth)))
    .join("");
}

function pair(name: string, depth: number): (value: unknown) => string {
  return (value) => {
    // A member that no element can be called by is none of the contract's.
    if (value === null || value === undefined || !/^[A-Za-z_][\w.-]*$/.test(name)) return "";
    return `<${name}>${typeof value === "object" ? members(value, depth + 1) : scalar(name, value)}</${name}>`;
  };
}

/** Dates lack the colon in their offset; versions are numbers. */
function scalar(name: string, value: unknown): string {
  const text = String(value);
  if (name === "apiVersion" && /^\d+$/.test(text)) return `${text}.0`;
  return text
    .replace(/^(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d)(\d\d)$/, "$1:$2")
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
