/** Encoding what the other works decode, to a string. */
import type { BatchInfoList } from "../../../generated/salesforce/async-api.ts";
import * as own from "../contenders/ours.ts";
import * as peers from "../contenders/encode-peers.ts";
import { batchCount, batchList } from "../inputs/batch-list.ts";
import { statusResponses, type StatusResponse } from "../inputs/status-response.ts";
import type { Contender, Work } from "../work.ts";

/** What ours writes: rates of all contenders count its bytes. */
async function written<Input>(contender: Contender<Input>, values: readonly Input[]): Promise<readonly Uint8Array[]> {
  const start = await contender.load();
  return values.map((value) => new TextEncoder().encode(String(start(value)())));
}

/** (a) */
export const encodeSoap: Work<StatusResponse> = {
  name: "encode-soap",
  title: "Encode 64 SOAP answers of 1 KB, to a string",
  unit: "documents",
  inputs: () => statusResponses(),
  xml: () => written(own.encodeStatus, statusResponses()),
  contenders: [own.encodeStatus, peers.buildStatus, peers.soapStatus, peers.stringify],
  goals: [
    { other: "fast-xml-parser", atLeast: 6 },
    { other: "node-soap", atLeast: 8 },
  ],
};

/** (b) */
export const encodeList: Work<BatchInfoList> = {
  name: "encode-list",
  title: "Encode a batchInfoList of 17 430 items, to a string",
  unit: "bytes",
  inputs: () => [batchList(batchCount)],
  xml: () => written(own.encodeBatches, [batchList(batchCount)]),
  contenders: [own.encodeBatches, peers.buildBatches, peers.soapBatches, peers.stringify],
  goals: [
    { other: "fast-xml-parser", atLeast: 4 },
    { other: "node-soap", atLeast: 8 },
  ],
};
