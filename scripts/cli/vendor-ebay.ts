/** eBay on the command line. */
import { ebay, type Ebay, type EbayDownload, type EbayJobQuery, type EbayUpload } from "../../src/ebay.ts";
import type { JobHandle } from "../../src/jobs/model.ts";
import { given, type Values } from "./values.ts";
import type { CommandVerbs, SubmitInput } from "./verbs.ts";

/** What a request has. */
export const ebayValues: readonly string[] = [
  "type=AddFixedPriceItem|…, --file requests.xml|.gz|.zip, transfer=attachment|inline, whenOpen=refuse|abort",
  "type=ActiveInventoryReport|SoldReport|…, without a file, whenOpen=refuse|abort",
];

/** Connects to a seller. */
export function ebayVerbs(options: Parameters<typeof ebay>[0]): CommandVerbs {
  const facade = ebay(options);
  return {
    source: facade,
    submit: (input, submitOptions) => facade.submit(requestOf(input), submitOptions),
    resume: (handle, input, submitOptions) => facade.resume(jobOf(facade, handle), requestOf(input), submitOptions),
    list: (values, verbOptions) => facade.list(queryOf(values), verbOptions),
    cancel: (handle, verbOptions) => facade.cancel(jobOf(facade, handle), verbOptions),
    results: (handle, verbOptions) => facade.results(jobOf(facade, handle), verbOptions),
  };
}

function jobOf(facade: Ebay, { id, submission }: JobHandle): Parameters<Ebay["cancel"]>[0] {
  return { ...facade.job(id), ...given({ submission }) };
}

/** A job with a file is an upload, any other one a report. */
function requestOf({ values, file }: SubmitInput): EbayUpload | EbayDownload {
  const common = {
    type: values.required("type"),
    ...given({ whenOpen: values.choice("whenOpen", ["refuse", "abort"]) }),
  };
  const request: EbayUpload | EbayDownload =
    file === undefined
      ? { kind: "download", ...common }
      : {
          kind: "upload",
          ...common,
          file,
          ...given({ transfer: values.choice("transfer", ["attachment", "inline"]) }),
        };
  values.end();
  return request;
}

const states = ["Created", "Scheduled", "InProcess", "Completed", "Aborted", "Failed"] as const;

function queryOf(values: Values): EbayJobQuery {
  const [type, status] = [values.text("type"), values.choice("status", states)];
  return {
    ...(type === undefined ? {} : { types: [type] }),
    ...(status === undefined ? {} : { states: [status] }),
    ...given({ from: values.text("from"), to: values.text("to") }),
  };
}
