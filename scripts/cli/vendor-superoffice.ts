/** SuperOffice on the command line. */
import type { JobHandle } from "../../src/jobs/model.ts";
import { taskStates } from "../../src/superoffice/search.ts";
import { superOffice, type SuperOffice, type TaskFields } from "../../src/superoffice.ts";
import { given, type Values } from "./values.ts";
import type { CommandVerbs, SubmitInput } from "./verbs.ts";

/** What a request has. */
export const superOfficeValues: readonly string[] = [
  'Name=…, Description, Request, Context; and in --request: {"ParameterObject": {"name": "value"}}',
];

/** Connects to a customer. */
export function superOfficeVerbs(options: Parameters<typeof superOffice>[0]): CommandVerbs {
  const facade = superOffice(options);
  const task = ({ id, submission }: JobHandle): Parameters<SuperOffice["cancel"]>[0] => {
    return { ...facade.task(id), ...given({ submission }) };
  };
  return {
    source: facade,
    submit: (input, submitOptions) => facade.submit(fieldsOf(input), submitOptions),
    resume: (handle, input, submitOptions) => facade.resume(task(handle), fieldsOf(input), submitOptions),
    list: (values, verbOptions) => facade.list(queryOf(values), verbOptions),
    cancel: (handle, { force, ...verbOptions }) => {
      return facade.cancel(task(handle), { ...verbOptions, despiteWarning: force });
    },
    results: (handle, verbOptions) => facade.results(task(handle), verbOptions),
  };
}

const states = ["All", ...taskStates] as const;

function queryOf(values: Values): Parameters<SuperOffice["list"]>[0] {
  const filter = values.text("filter");
  if (filter === undefined) return { state: values.choice("state", states) ?? "All" };
  return {
    filter,
    ...given({ select: values.text("select"), orderBy: values.text("orderBy"), top: values.number("top") }),
  };
}

function fieldsOf({ values }: SubmitInput): TaskFields {
  const parameters = values.below("ParameterObject")?.all();
  const fields = {
    Name: values.required("Name"),
    ...given({
      Description: values.text("Description"),
      Request: values.text("Request"),
      Context: values.text("Context"),
    }),
    ...(parameters === undefined
      ? {}
      : { ParameterObject: Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, String(one)])) }),
  };
  values.end();
  return fields;
}
