/**
 * Reads all accounts, chunk by chunk, in memory that does not grow with their number.
 *
 *     SPECWIRE_SALESFORCE_ENDPOINT=… SPECWIRE_SALESFORCE_TOKEN=… node salesforce-query.ts
 */
import { salesforce } from "specwire/salesforce";

const sf = salesforce({
  endpoint: process.env["SPECWIRE_SALESFORCE_ENDPOINT"] ?? "",
  session: process.env["SPECWIRE_SALESFORCE_TOKEN"] ?? "",
});

const job = await sf.submit({
  operation: "query",
  object: "Account",
  query: "SELECT Id, Name FROM Account",
  pkChunking: { chunkSize: 100_000 },
});
await sf.wait(job);

let count = 0;
const { files } = await sf.results(job);
for (const file of files) {
  for await (const { row } of file.rows()) {
    count += 1;
    if (count <= 3) console.log(row["Id"], row["Name"]);
  }
}
console.log(`${count} accounts`);
