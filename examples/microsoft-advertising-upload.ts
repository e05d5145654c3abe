/**
 * Uploads a bulk file, and tells the rows that failed.
 *
 *     SPECWIRE_MICROSOFT_ADVERTISING_TOKEN=… SPECWIRE_MICROSOFT_ADVERTISING_DEVELOPER_TOKEN=… …_CUSTOMER_ID=… …_ACCOUNT_ID=… \
 *       node --max-semi-space-size=8 microsoft-advertising-upload.ts campaigns.csv
 *
 * The flag keeps a process that reads hundreds of thousands of rows below 200 MB; a small file needs none.
 */
import { openAsBlob } from "node:fs";
import { submissionOf } from "specwire/jobs";
import { microsoftAdvertising } from "specwire/microsoft-advertising";

const [path = "campaigns.csv"] = process.argv.slice(2);
const prefix = "SPECWIRE_MICROSOFT_ADVERTISING_";
const endpoint = process.env[`${prefix}ENDPOINT`];

const bulk = microsoftAdvertising({
  // A function is asked again when the service says that the token has expired.
  token: () => process.env[`${prefix}TOKEN`] ?? "",
  developerToken: process.env[`${prefix}DEVELOPER_TOKEN`] ?? "",
  customerId: process.env[`${prefix}CUSTOMER_ID`] ?? "",
  accountId: process.env[`${prefix}ACCOUNT_ID`] ?? "",
  ...(endpoint === undefined ? {} : { endpoint }),
});

try {
  const upload = await bulk.submit(
    { kind: "upload", file: await openAsBlob(path), compression: "zip" },
    { onProgress: ({ bytes, total }) => console.log(`${bytes} of ${total ?? "?"} bytes`) },
  );
  const outcome = await bulk.wait(upload, { deadline: 3_600_000 });
  if (outcome.kind === "still-running") throw new Error("Not ended after an hour");
  console.log(`The upload has ${outcome.snapshot.state}`);
  const { files } = await bulk.results(upload);
  for (const file of files) {
    for await (const { number, row, errors } of file.rows()) {
      if (errors.length === 0) continue;
      console.log(`row ${number}, ${row["Type"]} ${row["Client Id"]}:`, errors);
      process.exitCode = 68;
    }
  }
} catch (error) {
  // What is known of an upload that broke off: `resume` takes it, with the same file.
  console.error(String(error), submissionOf(error));
  process.exitCode = 69;
}
