/** ExactTarget on the command line. */
import { exactTarget, type ExactTargetExport, type ExportDays } from "../../src/exacttarget.ts";
import type { JobHandle } from "../../src/jobs/model.ts";
import { UsageError } from "./errors.ts";
import { given, type Values } from "./values.ts";
import type { CommandVerbs, SubmitInput } from "./verbs.ts";

/** What a request has. */
export const exactTargetValues: readonly string[] = [
  "system=tracking|subscriber|list, subAction=all_jobs_ToFTP, action, searchType, searchValue, searchValue2",
  "  start=YYYY-MM-DD, end=YYYY-MM-DD; jobStart, jobEnd",
];

/** Connects to the API. */
export function exactTargetVerbs(options: Parameters<typeof exactTarget>[0]): CommandVerbs {
  const facade = exactTarget(options);
  const batch = ({ id, submission }: JobHandle): JobHandle<"exacttarget", "batch"> => {
    return { ...facade.batch(id), ...given({ submission }) };
  };
  return {
    source: facade,
    submit: (input, submitOptions) => facade.submit(exportOf(input), submitOptions),
    resume: (handle, input, submitOptions) => facade.resume(batch(handle), exportOf(input), submitOptions),
    locate: (handle, verbOptions) => facade.locate(batch(handle), verbOptions),
  };
}

function exportOf({ values }: SubmitInput): ExactTargetExport {
  const system = values.choice("system", ["tracking", "subscriber", "list"]);
  if (system === undefined) throw new UsageError("The request lacks system: --set system=tracking");
  const request = {
    system,
    subAction: values.required("subAction"),
    ...given({
      action: values.choice("action", ["BulkAsync", "BulkAsyncEnterprise", "Sent_BulkAsync"]),
      searchType: values.choice("searchType", ["jobID", "lid", "listid"]),
      searchValue: values.text("searchValue"),
      searchValue2: values.text("searchValue2"),
      days: daysOf(values, "start", "end"),
      jobDays: daysOf(values, "jobStart", "jobEnd"),
    }),
  };
  values.end();
  return request;
}

function daysOf(values: Values, first: string, last: string): ExportDays | undefined {
  const [start, end] = [values.text(first), values.text(last)];
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined || end === undefined) throw new UsageError(`${first} and ${last} belong together`);
  return { start, end };
}
