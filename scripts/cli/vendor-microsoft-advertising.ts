/** Microsoft Advertising on the command line. */
import { DownloadEntity } from "../../generated/microsoft-advertising/bulk-service.ts";
import type { JobHandle } from "../../src/jobs/model.ts";
import {
  microsoftAdvertising,
  type BulkDownload,
  type BulkUpload,
  type MicrosoftAdvertising,
} from "../../src/microsoft-advertising.ts";
import { UsageError } from "./errors.ts";
import { given } from "./values.ts";
import { requiredFile, type CommandVerbs, type SubmitInput } from "./verbs.ts";

/** What a request has. */
export const microsoftAdvertisingValues: readonly string[] = [
  "--kind upload: --file campaigns.csv|.zip, accountId, compression=none|zip, responseMode=ErrorsOnly|ErrorsAndResults",
  "--kind download: entities=Campaigns,AdGroups,… accountIds=1,2 compression=Zip|GZip, fileType=Csv|Tsv,",
  "  formatVersion, lastSyncTime",
];

/** Connects to a customer. */
export function microsoftAdvertisingVerbs(options: Parameters<typeof microsoftAdvertising>[0]): CommandVerbs {
  const facade = microsoftAdvertising(options);
  return {
    source: facade,
    submit: (input, submitOptions) =>
      input.kind === "download"
        ? facade.submit(downloadOf(input), submitOptions)
        : facade.submit(uploadOf(input), submitOptions),
    resume: (handle, input, submitOptions) =>
      handle.kind === "download"
        ? facade.resume(downloadHandle(facade, handle), downloadOf(input), submitOptions)
        : facade.resume(uploadHandle(facade, handle), uploadOf(input), submitOptions),
    results: (handle, verbOptions) =>
      facade.results(
        handle.kind === "download" ? downloadHandle(facade, handle) : uploadHandle(facade, handle),
        verbOptions,
      ),
  };
}

function uploadHandle(facade: MicrosoftAdvertising, { id, submission }: JobHandle) {
  return { ...facade.upload(id), ...given({ submission }) };
}

function downloadHandle(facade: MicrosoftAdvertising, { id, submission }: JobHandle) {
  return { ...facade.download(id), ...given({ submission }) };
}

function uploadOf(input: SubmitInput): BulkUpload {
  const { values } = input;
  const request: BulkUpload = {
    kind: "upload",
    file: requiredFile(input),
    ...given({
      accountId: values.text("accountId"),
      compression: values.choice("compression", ["none", "zip"]),
      responseMode: values.choice("responseMode", ["ErrorsOnly", "ErrorsAndResults"]),
    }),
  };
  values.end();
  return request;
}

function downloadOf({ values, file }: SubmitInput): BulkDownload {
  if (file !== undefined) throw new UsageError("A download takes no file");
  const request: BulkDownload = {
    kind: "download",
    entities: listOf(values.required("entities")).map(entityOf),
    ...given({
      accountIds: optionalList(values.text("accountIds")),
      compression: values.choice("compression", ["Zip", "GZip"]),
      fileType: values.choice("fileType", ["Csv", "Tsv"]),
      formatVersion: values.text("formatVersion"),
      lastSyncTime: values.text("lastSyncTime"),
    }),
  };
  values.end();
  return request;
}

function entityOf(name: string): DownloadEntity {
  if (isEntity(name)) return name;
  throw new UsageError(`There is no entity ${name}: Campaigns, AdGroups, Keywords and others are ones`);
}

function isEntity(name: string): name is Extract<DownloadEntity, string> {
  return Object.hasOwn(DownloadEntity.values, name);
}

function listOf(text: string): readonly string[] {
  return text.split(",").map((item) => item.trim());
}

function optionalList(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : listOf(text);
}
