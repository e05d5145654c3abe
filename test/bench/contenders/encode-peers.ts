/** Writing XML and JSON without any check: each is given the value in the form that it wants, made before the clock starts. */
import { readFileSync } from "node:fs";
import type { BatchInfoList } from "../../../generated/salesforce/async-api.ts";
import type { Contender } from "../work.ts";
import { batchNamespace } from "../inputs/batch-list.ts";
import { batchWsdl } from "../inputs/batch-wsdl.ts";
import type { StatusResponse } from "../inputs/status-response.ts";
import { bulkWsdl, loaded } from "./node-soap.ts";

const envelope = "http://schemas.xmlsoap.org/soap/envelope/";
const instance = "http://www.w3.org/2001/XMLSchema-instance";
const bulk = "https://bingads.microsoft.com/CampaignManagement/v13";
const pairs = "http://schemas.datacontract.org/2004/07/System.Collections.Generic";

/** A copy whose numbers of 64 bits are numbers: what others write. */
function plain(value: unknown): object {
  const text = JSON.stringify(value, (_, field: unknown) => (typeof field === "bigint" ? Number(field) : field));
  const copy: unknown = JSON.parse(text);
  return typeof copy === "object" && copy !== null ? copy : {};
}

/** fast-xml-parser's builder, given a tree with its attributes. */
function builder<Input>(treeOf: (value: Input) => object): Contender<Input> {
  return {
    name: "fast-xml-parser",
    takes: "value",
    load: async () => {
      const { XMLBuilder } = await import("fast-xml-parser");
      const writer = new XMLBuilder({ ignoreAttributes: false });
      return (value) => {
        const tree = treeOf(value);
        return () => writer.build(tree);
      };
    },
  };
}

/** A SOAP answer. */
export const buildStatus: Contender<StatusResponse> = builder(({ headers, body }) => ({
  "s:Envelope": {
    "@_xmlns:s": envelope,
    "@_xmlns:i": instance,
    "s:Header": { "@_xmlns": bulk, ...headers },
    "s:Body": {
      GetBulkUploadStatusResponse: {
        "@_xmlns": bulk,
        Errors: { OperationError: body.Errors ?? [] },
        ForwardCompatibilityMap: {
          "@_xmlns:e": pairs,
          "e:KeyValuePairOfstringstring": (body.ForwardCompatibilityMap ?? []).map(({ key, value }) => ({
            "e:key": key,
            "e:value": value,
          })),
        },
        PercentComplete: body.PercentComplete,
        RequestStatus: body.RequestStatus,
        ResultFileUrl: body.ResultFileUrl ?? { "@_i:nil": "true" },
      },
    },
  },
}));

/** A list of batches. */
export const buildBatches: Contender<BatchInfoList> = builder((list) => ({
  batchInfoList: { "@_xmlns": batchNamespace, ...plain(list) },
}));

/** node-soap's writing of a message in its envelope, as its server does. */
export const soapStatus: Contender<StatusResponse> = {
  name: "node-soap",
  takes: "value",
  load: async () => {
    const wsdl = await loaded(readFileSync(bulkWsdl, "utf8"));
    return ({ headers, body }) => {
      const { Errors, ForwardCompatibilityMap, ...rest } = body;
      const message = {
        Errors: { OperationError: Errors },
        ForwardCompatibilityMap: { KeyValuePairOfstringstring: ForwardCompatibilityMap },
        ...rest,
      };
      const type = "tns:GetBulkUploadStatusResponse";
      return () => {
        const header = wsdl.objectToXML(headers, "", "tns", bulk, true);
        const content = wsdl.objectToDocumentXML("GetBulkUploadStatusResponse", message, "tns", bulk, type);
        return `<soap:Envelope xmlns:soap="${envelope}" ${wsdl.xmlnsInEnvelope}><soap:Header>${header}</soap:Header><soap:Body>${
          content
        }</soap:Body></soap:Envelope>`;
      };
    };
  },
};

/** node-soap's writing of a list of batches. */
export const soapBatches: Contender<BatchInfoList> = {
  name: "node-soap",
  takes: "value",
  load: async () => {
    const wsdl = await loaded(batchWsdl());
    return (list) => {
      const message = plain(list);
      return () => wsdl.objectToDocumentXML("batchInfoList", message, "t", batchNamespace);
    };
  },
};

/** JSON.stringify. */
export const stringify: Contender<object> = {
  name: "JSON.stringify",
  takes: "value",
  load: async () => (value) => {
    const message = plain(value);
    return () => JSON.stringify(message);
  },
};
