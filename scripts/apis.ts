/** The contracts of this package, and where their code goes. */

/** One contract and its output. */
export interface Api {
  /** Relative to `specs/`. */
  readonly contract: string;
  /** Relative to `generated/`. */
  readonly output: string;
  /** The service descriptor's name, for an OpenAPI document, which has none. */
  readonly service?: string;
}

/** All of them, in the order of the vendors' names. */
export const apis: readonly Api[] = [
  { contract: "ebay/bulk-data-exchange.xsd", output: "ebay/bulk-data-exchange.ts" },
  { contract: "ebay/file-transfer.xsd", output: "ebay/file-transfer.ts" },
  { contract: "exacttarget/batch.xsd", output: "exacttarget/batch.ts" },
  { contract: "microsoft-advertising/bulk-service.wsdl", output: "microsoft-advertising/bulk-service.ts" },
  { contract: "salesforce/async-api.xsd", output: "salesforce/async-api.ts" },
  { contract: "superoffice/batch-task.openapi.yaml", output: "superoffice/batch-task.ts", service: "BatchTaskApi" },
];
