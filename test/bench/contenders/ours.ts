/** Ours: the public functions on the generated tables, strict, from bytes; encoding is always checked. */
import type { Contender } from "../work.ts";
import type { StatusResponse } from "../inputs/status-response.ts";
import type { BatchInfoList } from "../../../generated/salesforce/async-api.ts";

/** Name of ours in every table. */
export const ours = "specwire";

/** Decodes a SOAP answer. */
export const decodeStatus: Contender<Uint8Array> = {
  name: ours,
  takes: "xml",
  checked: true,
  load: async () => {
    const { decodeEnvelope, responseOf } = await import("../../../src/runtime/index.ts");
    const { BulkService } = await import("../../../generated/microsoft-advertising/bulk-service.ts");
    const codec = responseOf(BulkService.operations.GetBulkUploadStatus);
    return (bytes) => () => decodeEnvelope(codec, bytes, { mode: "strict" });
  },
};

/** Encodes a SOAP answer. */
export const encodeStatus: Contender<StatusResponse> = {
  name: ours,
  takes: "value",
  checked: true,
  load: async () => {
    const { encodeEnvelope, responseOf } = await import("../../../src/runtime/index.ts");
    const { BulkService } = await import("../../../generated/microsoft-advertising/bulk-service.ts");
    const codec = responseOf(BulkService.operations.GetBulkUploadStatus);
    return (value) => () => encodeEnvelope(codec, value);
  },
};

/** Decodes a list of batches; its numbers of 64 bits become numbers, as the setting `long: "number"` of the generator makes them. */
export const decodeBatchesAsNumbers: Contender<Uint8Array> = {
  name: `${ours}, long as number`,
  takes: "xml",
  load: async () => {
    const { decode } = await import("../../../src/runtime/index.ts");
    const { batchesAsNumbers } = await import("./batches-as-numbers.ts");
    return (bytes) => () => decode(batchesAsNumbers, bytes, { mode: "strict" });
  },
};

/** Decodes a list of batches. */
export const decodeBatches: Contender<Uint8Array> = {
  name: ours,
  takes: "xml",
  checked: true,
  load: async () => {
    const { decode } = await import("../../../src/runtime/index.ts");
    const { batchInfoList } = await import("../../../generated/salesforce/async-api.ts");
    return (bytes) => () => decode(batchInfoList, bytes, { mode: "strict" });
  },
};

/** Encodes a list of batches. */
export const encodeBatches: Contender<BatchInfoList> = {
  name: ours,
  takes: "value",
  checked: true,
  load: async () => {
    const { encode } = await import("../../../src/runtime/index.ts");
    const { batchInfoList } = await import("../../../generated/salesforce/async-api.ts");
    return (value) => () => encode(batchInfoList, value);
  },
};
