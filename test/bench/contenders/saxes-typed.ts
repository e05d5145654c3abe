/** saxes and a state machine: what decoding by the contract costs with the fastest strict parser that npm has. */
import type { Contender } from "../work.ts";
import { batchNamespace } from "../inputs/batch-list.ts";
import { dateTime, intOf, longOf, refuse, state } from "./checks.ts";
import { makeParser } from "./saxes.ts";
import { follow, type Field, type Shape } from "./saxes-machine.ts";

const decoder = new TextDecoder();

function text(read: (text: string, name: string) => unknown = (value) => value): Shape {
  return { kind: "text", read };
}

function batchField(name: string, shape: Shape, required?: true): Field {
  return { name, uri: batchNamespace, shape, ...(required && { required }) };
}

const batch: Field = batchField("batchInfo", {
  kind: "struct",
  fields: [
    batchField("id", text(), true),
    batchField("jobId", text(), true),
    batchField("state", text(state), true),
    batchField("stateMessage", text()),
    batchField("createdDate", text(dateTime), true),
    batchField("systemModstamp", text(dateTime)),
    batchField("numberRecordsProcessed", text(intOf), true),
    batchField("numberRecordsFailed", text(intOf)),
    batchField("totalProcessingTime", text(longOf)),
    batchField("apiActiveProcessingTime", text(longOf)),
    batchField("apexProcessingTime", text(longOf)),
  ],
});

/** The root of a list of batches; with `each`, batches are given there, and not kept. */
export function batchesRoot(each?: (value: unknown) => void): Field {
  return batchField("batchInfoList", { kind: "list", item: batch, ...(each && { each }) });
}

const bulk = "https://bingads.microsoft.com/CampaignManagement/v13";
const pairs = "http://schemas.datacontract.org/2004/07/System.Collections.Generic";
const soap = "http://schemas.xmlsoap.org/soap/envelope/";

function bulkField(name: string, shape: Shape): Field {
  return { name, uri: bulk, shape, nillable: true };
}

const error: Field = bulkField("OperationError", {
  kind: "struct",
  fields: [
    { name: "Code", uri: bulk, shape: text(intOf) },
    bulkField("Details", text()),
    bulkField("ErrorCode", text()),
    bulkField("Message", text()),
  ],
});

const pair: Field = {
  name: "KeyValuePairOfstringstring",
  uri: pairs,
  shape: {
    kind: "struct",
    fields: [
      { name: "key", uri: pairs, shape: text(), required: true, nillable: true },
      { name: "value", uri: pairs, shape: text(), required: true, nillable: true },
    ],
  },
};

const response: Field = {
  name: "GetBulkUploadStatusResponse",
  uri: bulk,
  required: true,
  shape: {
    kind: "struct",
    fields: [
      bulkField("Errors", { kind: "list", item: error }),
      bulkField("ForwardCompatibilityMap", { kind: "list", item: pair }),
      { name: "PercentComplete", uri: bulk, shape: text(intOf) },
      bulkField("RequestStatus", text()),
      bulkField("ResultFileUrl", text()),
    ],
  },
};

const envelope: Field = {
  name: "Envelope",
  uri: soap,
  shape: {
    kind: "struct",
    fields: [
      { name: "Header", uri: soap, shape: { kind: "struct", fields: [bulkField("TrackingId", text())] } },
      { name: "Body", uri: soap, required: true, shape: { kind: "struct", fields: [response] } },
    ],
  },
};

/** A list of batches. */
export const decodeBatches: Contender<Uint8Array> = typed(batchesRoot(), (value) => ({ batchInfo: value }));

/** A SOAP answer. */
export const decodeStatus: Contender<Uint8Array> = typed(envelope, (value) => {
  const { Header: headers = {}, Body: body } = fieldsOf(value);
  return { headers, body: fieldsOf(body)["GetBulkUploadStatusResponse"] };
});

function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : refuse("no object");
}

function typed(root: Field, finish: (value: unknown) => unknown): Contender<Uint8Array> {
  return {
    name: "saxes, typed",
    takes: "xml",
    checked: true,
    load: async () => {
      const parser = await makeParser();
      const value = follow(parser, root);
      return (bytes) => () => {
        parser.write(decoder.decode(bytes)).close();
        return finish(value());
      };
    },
  };
}
