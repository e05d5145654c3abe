/** Work (b): a list of batches as the Bulk API of Salesforce sends it, of any length. */
import type { BatchInfo, BatchInfoList, BatchStateEnum } from "../../../generated/salesforce/async-api.ts";
import { characters, escaped, instant, pick, randomFrom, whole, type Random } from "./random.ts";

/** Namespace of the list. */
export const batchNamespace = "http://www.force.com/2009/06/asyncapi/dataload";

/** Items of the list that is measured: 10 MB of XML. */
export const batchCount = 17_430;

/** The values. */
export function batchList(count: number): BatchInfoList {
  const random = randomFrom(2);
  return { batchInfo: Array.from({ length: count }, () => batchInfo(random)) };
}

function batchInfo(random: Random): BatchInfo {
  const state = pick<BatchStateEnum>(random, [
    "Completed",
    "Completed",
    "Completed",
    "Failed",
    "InProgress",
    "Queued",
    "NotProcessed",
  ]);
  const processed = state === "Completed" ? whole(random, 1, 10_000) : 0;
  const total = whole(random, 100, 900_000);
  const failed = state === "Failed";
  return {
    id: `751${characters(random, 15)}`,
    jobId: `750${characters(random, 15)}`,
    state,
    ...(failed ? { stateMessage: `InvalidBatch : Field name not found : ${characters(random, 12)}` } : {}),
    createdDate: instant(random),
    systemModstamp: instant(random),
    numberRecordsProcessed: processed,
    numberRecordsFailed: whole(random, 0, processed),
    totalProcessingTime: BigInt(total),
    apiActiveProcessingTime: BigInt(whole(random, 0, total)),
    apexProcessingTime: BigInt(whole(random, 0, 5000)),
  };
}

/** Begins a list. */
export const batchListStart: string = `<?xml version="1.0" encoding="UTF-8"?>\n<batchInfoList xmlns="${batchNamespace}">\n`;
/** Ends it. */
export const batchListEnd = "</batchInfoList>\n";

/** A list as the service writes it. */
export function batchListXml({ batchInfo }: BatchInfoList): string {
  return batchListStart + batchInfo.map(batchInfoXml).join("") + batchListEnd;
}

/** A batch within a list. */
export function batchInfoXml(batch: BatchInfo): string {
  let text = "    <batchInfo>\n";
  for (const [name, value] of Object.entries(batch)) text += `        <${name}>${escaped(String(value))}</${name}>\n`;
  return `${text}    </batchInfo>\n`;
}
