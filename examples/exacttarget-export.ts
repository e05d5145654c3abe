/**
 * Starts an export of tracking data and says where its file is to be fetched.
 *
 *     SPECWIRE_EXACTTARGET_USERNAME=… SPECWIRE_EXACTTARGET_PASSWORD=… node exacttarget-export.ts
 */
import { exactTarget } from "specwire/exacttarget";

const endpoint = process.env["SPECWIRE_EXACTTARGET_ENDPOINT"];
const et = exactTarget({
  ...(endpoint === undefined ? {} : { endpoint }),
  username: process.env["SPECWIRE_EXACTTARGET_USERNAME"] ?? "",
  password: process.env["SPECWIRE_EXACTTARGET_PASSWORD"] ?? "",
});

const batch = await et.submit({
  system: "tracking",
  subAction: "all_jobs_ToFTP",
  days: { start: "2026-01-01", end: "2026-01-31" },
});
const outcome = await et.wait(batch, { deadline: 7_200_000 });
if (outcome.kind === "still-running") throw new Error(`Not ended; ask again for ${batch.id}`);

const { host, name, keptHours } = await et.locate(batch);
console.log(`sftp://${host}/${name}, kept for ${keptHours} hours`);
