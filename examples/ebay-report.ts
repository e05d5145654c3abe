/**
 * Starts a report of what is on sale, and reads it line by line.
 *
 *     SPECWIRE_EBAY_TOKEN=… node ebay-report.ts
 */
import { ebay } from "specwire/ebay";

const { SPECWIRE_EBAY_ENDPOINT: endpoint, SPECWIRE_EBAY_FILES_ENDPOINT: filesEndpoint } = process.env;

const shop = ebay({
  token: process.env["SPECWIRE_EBAY_TOKEN"] ?? "",
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(filesEndpoint === undefined ? {} : { filesEndpoint }),
});

const filter = { activeInventoryReportFilter: { includeListingType: "FixedPrice" } } as const;
const job = await shop.submit({ kind: "download", type: "ActiveInventoryReport", filter, whenOpen: "abort" });
await shop.wait(job);

let quantity = 0;
const { files } = await shop.results(job);
for (const file of files) {
  for await (const { row } of file.rows()) quantity += Number(row["Quantity"]);
}
console.log(`${quantity} pieces are on sale`);
