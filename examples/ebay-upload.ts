/**
 * Uploads a file of requests, and tells what eBay answered to each.
 *
 *     SPECWIRE_EBAY_TOKEN=… node ebay-upload.ts AddItem items.xml
 */
import { openAsBlob } from "node:fs";
import { ebay } from "specwire/ebay";

const [type = "AddItem", path = "items.xml"] = process.argv.slice(2);
const { SPECWIRE_EBAY_ENDPOINT: endpoint, SPECWIRE_EBAY_FILES_ENDPOINT: filesEndpoint } = process.env;

const shop = ebay({
  token: process.env["SPECWIRE_EBAY_TOKEN"] ?? "",
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(filesEndpoint === undefined ? {} : { filesEndpoint }),
});

// eBay takes one job of a type at a time: an older one makes room.
const job = await shop.submit({ kind: "upload", type, file: await openAsBlob(path), whenOpen: "abort" });
for await (const { rawState, progress = 0 } of shop.watch(job))
  console.log(rawState, `${Math.round(progress * 100)} %`);

const { files } = await shop.results(job);
for (const file of files) {
  for await (const { number, outcome, id, errors } of file.rows()) {
    console.log(number, outcome, id ?? "", ...errors.map(({ code, message }) => `${code}: ${message}`));
    if (outcome === "failed") process.exitCode = 68;
  }
}
