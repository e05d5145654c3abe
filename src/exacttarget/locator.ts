/** Where the file of an export is: ExactTarget's FTP site, which is fetched from by other means. */
import type { JobSnapshot } from "../jobs/model.ts";
import { JobError } from "../runtime/errors.ts";

/** A file at ExactTarget's FTP site. */
export interface ExportLocator {
  readonly kind: "sftp";
  /** FTP over SSL and SFTP both lead there. */
  readonly host: string;
  /** In the root folder of the account, or in that of the member who started the export. */
  readonly name: string;
  /** XML in a ZIP archive. */
  readonly contentType: "application/zip";
  /** Hours that the file is kept after the export has ended. */
  readonly keptHours: number;
}

/**
 * The file of an export.
 *
 * @throws JobError `job.no-results` where the export has not ended, or has exported nothing
 */
export function locatorOf({ handle, results, rawState }: JobSnapshot): ExportLocator {
  const file = results.find((one) => one.kind === "file");
  if (file !== undefined) {
    return {
      kind: "sftp",
      host: "ftp1.exacttarget.com",
      name: file.name,
      contentType: "application/zip",
      keptHours: 72,
    };
  }
  throw new JobError("job.no-results", `The export ${handle.id} names no file (${rawState})`);
}
