/**
 * Inserts the records of a CSV file, and tells the rows that failed. Stop it at any moment and start it again: it goes on.
 *
 *     SPECWIRE_SALESFORCE_ENDPOINT=… SPECWIRE_SALESFORCE_TOKEN=… node salesforce-upload.ts accounts.csv
 */
import { existsSync, openAsBlob, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseHandle, stringifyHandle, type JobHandle } from "specwire/jobs";
import { salesforce, type SalesforceUpload } from "specwire/salesforce";

const [path = "accounts.csv"] = process.argv.slice(2);
const saved = `${path}.job`;

const sf = salesforce({
  endpoint: process.env["SPECWIRE_SALESFORCE_ENDPOINT"] ?? "",
  // A function is asked again when Salesforce says that the session has ended.
  session: () => process.env["SPECWIRE_SALESFORCE_TOKEN"] ?? "",
});

const request: SalesforceUpload = { operation: "insert", object: "Account", file: await openAsBlob(path) };
const options = { onHandle: (handle: JobHandle) => writeFileSync(saved, stringifyHandle(handle)) };

/** The job of an earlier run. */
function savedJob(): JobHandle<"salesforce", "job"> {
  const { id, submission } = parseHandle(readFileSync(saved, "utf8"));
  return { ...sf.job(id), ...(submission && { submission }) };
}

const job = existsSync(saved) ? await sf.resume(savedJob(), request, options) : await sf.submit(request, options);

const outcome = await sf.wait(job, { deadline: 3_600_000, onSnapshot: ({ counts }) => console.log(counts) });
if (outcome.kind === "still-running") {
  console.log("Not ended after an hour; start again to go on waiting");
  process.exit(69);
}

console.log(`The job has ${outcome.snapshot.state}`);
const { files } = await sf.results(job);
let failed = 0;
for (const file of files) {
  for await (const { number, row, outcome: what, errors } of file.rows()) {
    if (what === "succeeded") continue;
    failed += 1;
    console.log(`${file.name}, row ${number}: ${what}`, errors, row);
  }
}
rmSync(saved);
process.exitCode = failed > 0 ? 68 : 0;
