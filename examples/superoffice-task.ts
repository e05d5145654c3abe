/**
 * Starts a task, watches it, and stops it where it takes too long.
 *
 *     SPECWIRE_SUPEROFFICE_ENDPOINT=… SPECWIRE_SUPEROFFICE_TOKEN=… node superoffice-task.ts
 */
import { submissionOf } from "specwire/jobs";
import { superOffice } from "specwire/superoffice";

const so = superOffice({
  endpoint: process.env["SPECWIRE_SUPEROFFICE_ENDPOINT"] ?? "",
  token: () => process.env["SPECWIRE_SUPEROFFICE_TOKEN"] ?? "",
});

const task = await so
  .submit({ Name: "Export", Description: "All contacts", ParameterObject: { format: "csv" } })
  .catch((error: unknown) => {
    // SuperOffice cannot always say whether a task was started: then nobody starts a second one.
    if (submissionOf(error) !== undefined) console.error("Look for the task by hand:", error);
    throw error;
  });

const outcome = await so.wait(task, {
  deadline: 600_000,
  onSnapshot: ({ state, progress = 0 }) => console.log(state, `${Math.round(progress * 100)} %`),
});
if (outcome.kind === "still-running") console.log((await so.cancel(task)).state);
else {
  const { files } = await so.results(task);
  for (const file of files) console.log(file.name, await new Response(file.bytes()).text());
}

for await (const { raw } of so.list({ filter: "name begins 'Ex'", top: 10 })) console.log(raw["name"], raw["state"]);
