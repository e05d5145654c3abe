/** Starts exports. The API has no list of them, and nothing that would keep a call from being carried out twice. */
import type { Message, System } from "../../generated/exacttarget/batch.ts";
import type { JobHandle } from "../jobs/model.ts";
import { brokenOff, fateOf, type SubmitOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import { failureIn } from "./states.ts";

type Handle = JobHandle<"exacttarget", "batch">;

/** Days, both included, as the API writes them: `8/31/2010`, or as `YYYY-MM-DD`. */
export interface ExportDays {
  readonly start: string;
  readonly end: string;
}

/** An export to start. */
export interface ExactTargetExport {
  /** Whose data is exported. */
  readonly system: "tracking" | "subscriber" | "list";
  /** `BulkAsync` where absent. The system `list` spells it in lower case, which is seen to. */
  readonly action?: "BulkAsync" | "BulkAsyncEnterprise" | "Sent_BulkAsync";
  /** Which data: `all_jobs_ToFTP`, `all_ToFTP`, `all_attributes_ToFTP`, `SubsStatus_ToFTP`, `Subs_ToFTP`, … */
  readonly subAction: string;
  /** What `searchValue` is; nothing where absent. */
  readonly searchType?: "jobID" | "lid" | "listid";
  readonly searchValue?: string;
  readonly searchValue2?: string;
  /** Days whose data is exported. */
  readonly days?: ExportDays;
  /** Days of the jobs whose data is exported. */
  readonly jobDays?: ExportDays;
}

/** Makes the call. */
export type Send = (system: System, options: SubmitOptions<Handle>) => Promise<Message>;

/** Starts an export. See `JobSubmitter`. */
export async function startExport(
  send: Send,
  request: ExactTargetExport,
  options: SubmitOptions<Handle>,
  redact: (text: string) => string,
): Promise<Handle> {
  const system = systemOf(request);
  const pending: Handle = {
    vendor: "exacttarget",
    kind: "batch",
    id: "",
    submission: { stage: "creating", marks: { system: request.system, subAction: request.subAction } },
  };
  await options.onHandle?.(pending);
  let answer: Message;
  try {
    answer = await send(system, options);
  } catch (error) {
    if (fateOf(error) !== "unknown") throw error;
    throw brokenOff("job.submit-unknown", pending, UNKNOWN, error);
  }
  const failure = failureIn(answer, redact);
  if (failure !== undefined) throw failure;
  const done: Handle = { vendor: "exacttarget", kind: "batch", id: batchIdIn(answer) };
  await options.onHandle?.(done);
  return done;
}

/** Where starting broke off, nobody can say whether it was carried out. */
export function resumeExport(handle: Handle): Handle {
  if (handle.submission === undefined) return handle;
  throw brokenOff("job.submit-unknown", handle, UNKNOWN, undefined);
}

const UNKNOWN =
  "whether the export was started is unknown, and ExactTarget has no list of exports to look in; a second one would only " +
  "make a second file";

function systemOf(request: ExactTargetExport): System {
  const { system: name, action = "BulkAsync", subAction, searchType, searchValue, searchValue2 } = request;
  if (subAction.trim() === "") throw new JobError("job.request", "The export has no subAction, which says what it has");
  const { days, jobDays } = request;
  return {
    system_name: name,
    action: name === "list" ? action.toLowerCase() : action,
    sub_action: subAction.trim(),
    search_type: searchType ?? "",
    ...(searchValue === undefined ? {} : { search_value: searchValue }),
    ...(searchValue2 === undefined ? {} : { search_value2: searchValue2 }),
    ...(days === undefined ? {} : { daterange: rangeOf(days) }),
    ...(jobDays === undefined ? {} : { jobdaterange: rangeOf(jobDays) }),
  };
}

function rangeOf({ start, end }: ExportDays): { readonly startdate: string; readonly enddate: string } {
  return { startdate: dayOf(start), enddate: dayOf(end) };
}

/** M/D/YYYY. */
function dayOf(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year !== undefined) return `${Number(month)}/${Number(day)}/${year}`;
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return text;
  throw new JobError("job.request", `Not a day: ${text}; expected YYYY-MM-DD, or M/D/YYYY`);
}

function batchIdIn({ system: { tracking, subscriber, list } }: Message): string {
  const id = [tracking, subscriber, list].find((one) => one?.batchID !== undefined)?.batchID;
  if (id !== undefined && id.trim() !== "") return id.trim();
  throw new JobError("job.refused", "ExactTarget's answer names no batch");
}
