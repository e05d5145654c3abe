/** The generated table of a list of batches, with another codec for its numbers of 64 bits. */
import { BatchInfo, batchInfoList, BatchInfoList } from "../../../generated/salesforce/async-api.ts";
import { longAsNumber, type ElementCodec, type LongAsNumber, type StructCodec } from "../../../src/runtime/index.ts";

type Times = "totalProcessingTime" | "apiActiveProcessingTime" | "apexProcessingTime";

interface Batch extends Omit<BatchInfo, Times> {
  readonly totalProcessingTime?: LongAsNumber;
  readonly apiActiveProcessingTime?: LongAsNumber;
  readonly apexProcessingTime?: LongAsNumber;
}

const time = { count: "?", type: longAsNumber } as const;
const batch: StructCodec<Batch> = {
  kind: "struct",
  name: BatchInfo.name,
  fields: {
    ...BatchInfo.fields,
    totalProcessingTime: { el: "totalProcessingTime", ...time },
    apiActiveProcessingTime: { el: "apiActiveProcessingTime", ...time },
    apexProcessingTime: { el: "apexProcessingTime", ...time },
  },
};

const list: StructCodec<{ readonly batchInfo: readonly Batch[] }> = {
  kind: "struct",
  name: BatchInfoList.name,
  fields: { batchInfo: { el: "batchInfo", count: "*", type: batch } },
};

/** The element. */
export const batchesAsNumbers: ElementCodec<{ readonly batchInfo: readonly Batch[] }> = {
  kind: "element",
  name: batchInfoList.name,
  type: list,
};
