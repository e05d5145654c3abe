/** Contracts whose clients are measured: one call of each, and what a service answers to it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../../support/corpora.ts";
import { statusResponses, statusResponseXml } from "../inputs/status-response.ts";
import { root } from "../measure/process.ts";
import { syntheticWsdl } from "../inputs/synthetic.ts";

/** A contract and a call. */
export interface Called {
  /** For tables. */
  readonly label: string;
  /** Path of the WSDL. */
  readonly wsdl: string;
  readonly operation: string;
  /** What is sent in the body, as the text of a JavaScript expression: for our client, and for node-soap's. */
  readonly input: string;
  readonly plainInput: string;
  /** Header entries that our client has to be given, as such a text. */
  readonly headers: string;
  readonly answer: string;
}

/** A WSDL of common size: the Bulk service of Microsoft Advertising. */
export function bulkContract(): Called {
  const [, response] = statusResponses();
  if (response === undefined) throw new Error("There is no answer");
  const wsdl = join(root, "specs/microsoft-advertising/bulk-service.wsdl");
  return {
    label: `Bulk service, WSDL of ${kilobytes(wsdl)}`,
    wsdl,
    operation: "GetBulkUploadStatus",
    input: '{ RequestId: "42" }',
    plainInput: '{ RequestId: "42" }',
    headers: '{ AuthenticationToken: "a", CustomerAccountId: "1", CustomerId: "2", DeveloperToken: "d" }',
    answer: statusResponseXml(response),
  };
}

/** A large WSDL: Salesforce's metadata service where the corpus is at hand, and a synthetic one of that size where it is not. */
export function largeContract(folder: string): Called {
  const wild = corpus("wild");
  const metadata = join(wild ?? "", "salesforce-metadata/metadata.wsdl");
  if (wild === undefined || !existsSync(metadata)) return syntheticContract(folder);
  return {
    label: `Salesforce metadata, WSDL of ${kilobytes(metadata)}`,
    wsdl: metadata,
    operation: "cancelDeploy",
    input: '{ String: "0Af000000000000AAA" }',
    plainInput: '{ String: "0Af000000000000AAA" }',
    headers: "{}",
    answer: inBody(
      '<cancelDeployResponse xmlns="http://soap.sforce.com/2006/04/metadata"><result><done>true</done>' +
        "<id>0Af000000000000AAA</id></result></cancelDeployResponse>",
    ),
  };
}

function syntheticContract(folder: string): Called {
  const wsdl = join(folder, "synthetic.wsdl");
  writeFileSync(wsdl, syntheticWsdl(950));
  return {
    label: `synthetic, WSDL of ${kilobytes(wsdl)}`,
    wsdl,
    operation: "Get0",
    input: '{ Of: { Id: 1n, Kind: "A" } }',
    plainInput: '{ Of: { Id: 1, Kind: "A" } }',
    headers: "{}",
    answer: inBody('<Get0Response xmlns="urn:synthetic"><Id>1</Id><Kind>A</Kind></Get0Response>'),
  };
}

function inBody(content: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
}

/** The size of a file, for people. */
export function kilobytes(path: string): string {
  return `${Math.round(readFileSync(path).length / 1000)} kB`;
}
