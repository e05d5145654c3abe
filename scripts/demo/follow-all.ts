/** Follows one job at each of the five vendors' stand-ins, all at once. */
import { ebay } from "../../src/ebay.ts";
import { exactTarget } from "../../src/exacttarget.ts";
import type { JobSnapshot, JobSource, Vendor } from "../../src/jobs/model.ts";
import { waitForJob } from "../../src/jobs/wait.ts";
import { microsoftAdvertising } from "../../src/microsoft-advertising.ts";
import { salesforce } from "../../src/salesforce.ts";
import { startSandbox, type Sandbox, type SandboxJob } from "../../src/sandbox/index.ts";
import { superOffice } from "../../src/superoffice.ts";
import { progressOn, type Output } from "../cli/progress.ts";
import { countsText, cut, percentText, resultText } from "../cli/snapshot-text.ts";
import { table } from "./table.ts";

/** Milliseconds that a job stays in each of its states. */
const STEP = 900;
/** Much faster than any vendor would want to be asked. */
const pace = { first: 150, most: 400 } as const;
/** Milliseconds after which something is wrong with the stand-ins. */
const DEADLINE = 60_000;

/** Addresses and long ids are cut: the table is for eyes. */
const LONGEST_CELL = 30;

const jobs: readonly SandboxJob[] = [
  { vendor: "microsoft-advertising", kind: "upload", records: 2500 },
  { vendor: "ebay", outcome: "partially-failed", records: 120 },
  { vendor: "salesforce", kind: "job", outcome: "partially-failed", batches: 3, records: 30_000, failedRecords: 42 },
  { vendor: "superoffice" },
  { vendor: "exacttarget" },
];

/** Follows the jobs and prints the table. Rejects where one does not come to its end. */
export async function followAll(output: Output, errors: Output): Promise<void> {
  await using sandbox = await startSandbox({ step: STEP });
  output.write(`Stand-ins for the vendors at ${sandbox.url}, a job at each\n`);
  const handles = jobs.map((job) => sandbox.addJob(job));
  const sources = connect(sandbox);
  const progress = progressOn(handles, output, errors);
  try {
    const ended = await Promise.all(
      handles.map(async (handle) => {
        const outcome = await waitForJob(sources[handle.vendor], handle, {
          pace,
          deadline: DEADLINE,
          onSnapshot: progress.show,
          onRetry: (error, delay) => progress.retry(handle, error, delay),
        });
        if (outcome.kind === "finished") return outcome.snapshot;
        throw new Error(`the job at ${handle.vendor} has not ended within ${DEADLINE} ms`);
      }),
    );
    progress.done();
    output.write(`\n${table(header, ended.map(cells))}\n`);
  } catch (error) {
    progress.done();
    throw error;
  }
}

function connect({ endpoints, credentials }: Sandbox): Readonly<Record<Vendor, JobSource>> {
  const bing = credentials.microsoftAdvertising;
  return {
    "microsoft-advertising": microsoftAdvertising({
      endpoint: endpoints.microsoftAdvertising,
      token: async () => bing.authenticationToken,
      developerToken: bing.developerToken,
      customerId: bing.customerId,
      accountId: bing.accountId,
    }),
    ebay: ebay({ endpoint: endpoints.ebay, filesEndpoint: endpoints.ebayFiles, token: credentials.ebay.token }),
    salesforce: salesforce({ endpoint: endpoints.salesforce, session: credentials.salesforce.sessionId }),
    superoffice: superOffice({ endpoint: endpoints.superOffice, ...credentials.superOffice }),
    exacttarget: exactTarget({ endpoint: endpoints.exactTarget, ...credentials.exactTarget }),
  };
}

const header = ["vendor", "job", "state", "vendor's word", "progress", "records", "problems", "result"] as const;

function cells(snapshot: JobSnapshot): readonly string[] {
  const { handle, state, rawState, problems, results } = snapshot;
  const [first, ...more] = results.map((result) => cut(resultText(result), LONGEST_CELL));
  return [
    handle.vendor,
    `${handle.kind} ${cut(handle.id, LONGEST_CELL)}`,
    state,
    rawState,
    percentText(snapshot),
    countsText(snapshot),
    problems.map(({ message }) => cut(message, LONGEST_CELL)).join("; "),
    [first ?? "", ...(more.length > 0 ? [`+${more.length}`] : [])].join(" "),
  ].map((cell) => cell || "–");
}
