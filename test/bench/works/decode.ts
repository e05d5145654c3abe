/** Decoding: a SOAP answer of 1.4 KB, and a list of 10 MB. */
import * as fxp from "../contenders/fast-xml-parser.ts";
import * as json from "../contenders/json.ts";
import * as soap from "../contenders/node-soap.ts";
import * as own from "../contenders/ours.ts";
import * as saxes from "../contenders/saxes.ts";
import { decodeAny, walk } from "../contenders/walk.ts";
import { mixedDocument, mixedSize } from "../inputs/mixed.ts";
import * as saxesTyped from "../contenders/saxes-typed.ts";
import { batchCount, batchList, batchListXml } from "../inputs/batch-list.ts";
import { inEnvelope } from "../inputs/batch-wsdl.ts";
import { statusResponses, statusResponseXml } from "../inputs/status-response.ts";
import type { Stored } from "../measure/stored.ts";
import type { Form, Work } from "../work.ts";

const encoder = new TextEncoder();

/** The JSON of a value; numbers of 64 bits are numbers of JSON. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === "bigint" ? Number(field) : field));
}

function statusInputs(form: Form, stored: Stored): readonly Uint8Array[] {
  return stored(`status-${form}`, () =>
    statusResponses().map((value) => encoder.encode(form === "json" ? jsonOf(value) : statusResponseXml(value))),
  );
}

function listInputs(form: Form, stored: Stored): readonly Uint8Array[] {
  return stored(`list-${form}`, () => {
    const list = batchList(batchCount);
    if (form === "json") return [encoder.encode(jsonOf(list))];
    const xml = batchListXml(list);
    return [encoder.encode(form === "envelope" ? inEnvelope(xml) : xml)];
  });
}

/** (a) */
export const decodeSoap: Work<Uint8Array> = {
  name: "decode-soap",
  title: "Decode 64 SOAP answers of 1.4 KB, from bytes",
  unit: "documents",
  inputs: statusInputs,
  xml: (stored) => statusInputs("xml", stored),
  contenders: [
    own.decodeStatus,
    fxp.plainParser,
    fxp.attributesParser,
    soap.decodeStatus,
    saxes.events,
    saxesTyped.decodeStatus,
    json.parse,
    json.parseStatus,
  ],
  goals: [
    { other: "fast-xml-parser", atLeast: 14 },
    { other: "node-soap", atLeast: 25 },
    { other: "JSON.parse and checks", atLeast: 1 / 1.6 },
  ],
};

/** (b) */
export const decodeList: Work<Uint8Array> = {
  name: "decode-list",
  title: "Decode a batchInfoList of 10 MB, from bytes",
  unit: "bytes",
  inputs: listInputs,
  xml: (stored) => listInputs("xml", stored),
  contenders: [
    own.decodeBatches,
    own.decodeBatchesAsNumbers,
    fxp.plainParser,
    fxp.attributesParser,
    soap.decodeBatches,
    saxes.events,
    saxesTyped.decodeBatches,
    json.parse,
    json.parseBatches,
    json.parseBatchesAsNumbers,
  ],
  goals: [
    { other: "fast-xml-parser", atLeast: 25 },
    { other: "node-soap", atLeast: 20 },
    { other: "JSON.parse and checks", atLeast: 1 },
    { ours: own.decodeBatchesAsNumbers.name, other: json.parseBatchesAsNumbers.name, atLeast: 1 },
  ],
};

function mixedInputs(_: Form, stored: Stored): readonly Uint8Array[] {
  return stored("mixed", () => [mixedDocument(mixedSize)]);
}

/** (c) */
export const decodeMixed: Work<Uint8Array> = {
  name: "decode-mixed",
  title: "Read a mixed document of 50 MB, from bytes",
  unit: "bytes",
  inputs: mixedInputs,
  xml: (stored) => mixedInputs("xml", stored),
  contenders: [walk, decodeAny, fxp.plainParser, fxp.attributesParser, saxes.events],
  goals: [{ other: "fast-xml-parser, attributes", atLeast: 8 }],
};
