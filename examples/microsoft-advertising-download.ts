/**
 * Downloads the campaigns of an account into a file, in memory that does not grow with it.
 *
 *     SPECWIRE_MICROSOFT_ADVERTISING_TOKEN=… SPECWIRE_MICROSOFT_ADVERTISING_DEVELOPER_TOKEN=… …_CUSTOMER_ID=… …_ACCOUNT_ID=… \
 *       node microsoft-advertising-download.ts
 */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { microsoftAdvertising } from "specwire/microsoft-advertising";

const prefix = "SPECWIRE_MICROSOFT_ADVERTISING_";
const endpoint = process.env[`${prefix}ENDPOINT`];

const bulk = microsoftAdvertising({
  token: () => process.env[`${prefix}TOKEN`] ?? "",
  developerToken: process.env[`${prefix}DEVELOPER_TOKEN`] ?? "",
  customerId: process.env[`${prefix}CUSTOMER_ID`] ?? "",
  accountId: process.env[`${prefix}ACCOUNT_ID`] ?? "",
  ...(endpoint === undefined ? {} : { endpoint }),
});

const download = await bulk.submit({ kind: "download", entities: ["Campaigns", "AdGroups"], compression: "GZip" });
await bulk.wait(download);

let carried = 0;
const { files } = await bulk.results(download);
for (const file of files) {
  await pipeline(
    file.bytes({
      onProgress: ({ bytes }) => {
        carried = bytes;
      },
    }),
    createWriteStream("campaigns-download.csv"),
  );
  console.log(`${file.name}: ${carried} bytes on the way`);
}
