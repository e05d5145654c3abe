/** node-soap: what its client does with an answer (`xmlToObject`), and with a request (`objectToDocumentXML`), WSDL loaded before. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WSDL } from "soap";
import type { Contender } from "../work.ts";
import { batchWsdl } from "../inputs/batch-wsdl.ts";

/** The contract of work (a). */
export const bulkWsdl: string = join(import.meta.dirname, "../../../specs/microsoft-advertising/bulk-service.wsdl");

/** Decodes a SOAP answer by the service's WSDL. */
export const decodeStatus: Contender<Uint8Array> = decoding("xml", () => readFileSync(bulkWsdl, "utf8"));

/** Decodes a list of batches, which stands in an envelope for it, by a WSDL with the list's schema. */
export const decodeBatches: Contender<Uint8Array> = decoding("envelope", batchWsdl);

function decoding(takes: "xml" | "envelope", contract: () => string): Contender<Uint8Array> {
  return {
    name: "node-soap",
    takes,
    load: async () => {
      const wsdl = await loaded(contract());
      const decoder = new TextDecoder();
      return (bytes) => () => wsdl.xmlToObject(decoder.decode(bytes));
    },
  };
}

/** A WSDL that is ready for use. */
export async function loaded(contract: string): Promise<WSDL> {
  const { WSDL } = await import("soap");
  const wsdl = new WSDL(contract, "", {});
  await new Promise<void>((done, fail) => wsdl.onReady((error: Error | null) => (error ? fail(error) : done())));
  return wsdl;
}
