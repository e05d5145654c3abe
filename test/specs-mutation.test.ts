/** That the comparison of contracts sees what it is there to see: one change at a time, and what has to be reported. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../scripts/specs-verify/compare.ts";
import { exceptionsOf } from "../scripts/specs-verify/sources.ts";
import { verifyRest, verifyXml, type Ours, type Verdict } from "../scripts/specs-verify/verify.ts";
import { sharedPath } from "./support/shared.ts";

const specs = resolve(import.meta.dirname, "..", "specs");
const originals = sharedPath("originals");
const because = "(skipped: the vendors' contracts are not at hand; set SPECWIRE_SHARED)";

function ours(contract: string, change: (text: string) => string = (text) => text): Ours {
  const text = readFileSync(join(specs, contract), "utf8");
  const changed = change(text);
  const operations = contract.replace(/\.xsd$/, ".operations.yaml");
  return {
    text: changed,
    exceptions: exceptionsOf(specs, contract),
    ...(operations === contract ? {} : { operations: readFileSync(join(specs, operations), "utf8") }),
  };
}

const original = (path: string): string => readFileSync(join(originals ?? "", path), "utf8");

function unlisted({ unlisted }: Comparison): readonly string[] {
  return unlisted.map(({ path }) => path);
}

interface Mutation {
  readonly what: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Paths that have to be reported, and no others. */
  readonly paths: readonly string[];
  /** Whose messages the other side then refuses. */
  readonly refused?: "sent" | "received" | "both";
}

const microsoft: readonly Mutation[] = [
  {
    what: "two elements change places",
    from: /(<xs:element name="ResponseMode" type="ResponseMode"[\s\S]*?<\/xs:element>)(\s*)(<xs:element name="AccountId"[\s\S]*?<\/xs:element>)/,
    to: "$3$2$1",
    paths: ["element GetBulkUploadUrlRequest order"],
    refused: "both",
  },
  {
    what: "a type becomes another",
    from: /(name="GetBulkUploadStatusResponse"[\s\S]*?name="PercentComplete" type=)"xs:int"/,
    to: '$1"xs:boolean"',
    paths: ["element GetBulkUploadStatusResponse/PercentComplete"],
    refused: "both",
  },
  {
    what: "an element becomes required",
    from: '<xs:element name="UploadUrl" type="xs:string" minOccurs="0" nillable="true">',
    to: '<xs:element name="UploadUrl" type="xs:string" nillable="true">',
    paths: ["element GetBulkUploadUrlResponse/UploadUrl"],
    refused: "received",
  },
  {
    what: "a list becomes a single element",
    from: '<xs:element name="long" type="xs:long" minOccurs="0" maxOccurs="unbounded">',
    to: '<xs:element name="long" type="xs:long" minOccurs="0">',
    paths: [
      "type {http://schemas.microsoft.com/2003/10/Serialization/Arrays}ArrayOflong/{http://schemas.microsoft.com/2003/10/Serialization/Arrays}long",
    ],
    refused: "received",
  },
  {
    what: "nil is not allowed any more",
    from: '<xs:element name="Appealable" type="xs:boolean" minOccurs="0" nillable="true">',
    to: '<xs:element name="Appealable" type="xs:boolean" minOccurs="0">',
    paths: ["type EditorialError/Appealable"],
    refused: "received",
  },
  {
    what: "a listed value is missing",
    from: '<xs:enumeration value="GZip">',
    to: '<xs:enumeration value="Gzip">',
    paths: ["type CompressionType/=GZip", "type CompressionType/=Gzip"],
    refused: "both",
  },
  {
    what: "a value of a list's items is missing",
    from: '<xs:enumeration value="BidSuggestionsData">',
    to: '<xs:enumeration value="BidSuggestions">',
    paths: ["type DataScope/item/=BidSuggestionsData", "type DataScope/item/=BidSuggestions"],
    refused: "both",
  },
  {
    what: "a derivation is lost",
    from: '<xs:extension base="adapi:ApplicationFault">',
    to: '<xs:extension base="BatchError">',
    paths: ["type ApiFaultDetail"],
    refused: "both",
  },
  {
    what: "local elements lose their namespace",
    from: /(targetNamespace="https:\/\/adapi\.microsoft\.com"\s+)elementFormDefault="qualified"/,
    to: '$1elementFormDefault="unqualified"',
    paths: ["AdApiError/{}Code", "AdApiError/{https://adapi.microsoft.com}Code"],
    refused: "both",
  },
  {
    what: "a header is missing from one operation",
    from: /(<wsdl:input name="GetBulkUploadUrlRequest">\s*)<soap:header message="tns:RequestHeaders" part="ApplicationToken" use="literal"\/>/,
    to: "$1",
    paths: ["operation GetBulkUploadUrl/input header ApplicationToken"],
  },
  {
    what: "headers change places",
    from: /(<wsdl:input name="GetBulkUploadUrlRequest">\s*)(<soap:header [^>]*part="ApplicationToken"[^>]*>)(\s*)(<soap:header [^>]*part="AuthenticationToken"[^>]*>)/,
    to: "$1$4$3$2",
    paths: ["operation GetBulkUploadUrl/input headers order"],
  },
  {
    what: "a header is another element",
    from: '<wsdl:part name="TrackingId" element="tns:TrackingId"/>',
    to: '<wsdl:part name="TrackingId" element="tns:UserName"/>',
    paths: ["operation GetBulkUploadUrl/output header TrackingId", "operation GetBulkUploadUrl/output header UserName"],
  },
  {
    what: "a fault's detail is of the wrong namespace",
    from: '<wsdl:part name="detail" element="adapi:AdApiFaultDetail"/>',
    to: '<wsdl:part name="detail" element="tns:ApiFaultDetail"/>',
    paths: ["operation GetBulkUploadUrl/fault AdApiFaultDetailFault"],
  },
  {
    what: "the SOAPAction is a URI",
    from: 'soapAction="GetBulkUploadUrl"',
    to: 'soapAction="https://bingads.microsoft.com/CampaignManagement/v13/GetBulkUploadUrl"',
    paths: ["operation GetBulkUploadUrl"],
  },
  {
    what: "the style of an operation is rpc",
    from: '<soap:operation soapAction="GetBulkUploadUrl" style="document"/>',
    to: '<soap:operation soapAction="GetBulkUploadUrl" style="rpc"/>',
    paths: ["operation GetBulkUploadUrl"],
  },
  {
    what: "the address is another",
    from: 'location="https://bulk.api.bingads',
    to: 'location="http://bulk.api.bingads',
    paths: ["port BasicHttpBinding_IBulkService of BulkService"],
  },
];

const ebay: readonly Mutation[] = [
  {
    what: "a number is narrower",
    from: '<xs:element name="errorId" type="xs:long">',
    to: '<xs:element name="errorId" type="xs:int">',
    paths: ["type ErrorData/errorId"],
    refused: "received",
  },
  {
    what: "an attribute has another name",
    from: '<xs:attribute name="name" type="xs:string">',
    to: '<xs:attribute name="Name" type="xs:string">',
    paths: ["type ErrorParameter/@Name", "type ErrorParameter/@name"],
    refused: "both",
  },
  {
    what: "an abstract type is not abstract any more",
    from: '<xs:complexType name="BaseServiceResponse" abstract="true">',
    to: '<xs:complexType name="BaseServiceResponse">',
    paths: ["type BaseServiceResponse"],
  },
  {
    what: "a job state is new",
    from: '<xs:enumeration value="InProcess">',
    to: '<xs:enumeration value="Paused"/><xs:enumeration value="InProcess">',
    paths: ["type JobStatus/=Paused"],
    refused: "sent",
  },
  {
    what: "a message may not be nil",
    from: 'name="getJobStatusRequest" type="GetJobStatusRequest" nillable="true"',
    to: 'name="getJobStatusRequest" type="GetJobStatusRequest"',
    paths: ["element getJobStatusRequest"],
    refused: "received",
  },
  {
    what: "an exception does not apply any more",
    from: 'name="downloadJobRecurringFilter" type="DownloadJobRecurringFilter" minOccurs="0"',
    to: 'name="downloadJobRecurringFilter" type="DownloadJobRecurringFilter"',
    paths: [],
  },
];

const superOffice: readonly Mutation[] = [
  {
    what: "a spelling is corrected",
    from: /^( *)- Aquired$/m,
    to: "$1- Acquired",
    paths: ["schema BatchTaskInfo/State"],
  },
  {
    what: "members change places",
    from: /( {8}Id:\n(?: {10}.*\n)+)( {8}Name:\n(?: {10}.*\n)+)/,
    to: "$2$1",
    paths: ["schema BatchTaskInfo order"],
  },
  {
    what: "a number is wider",
    from: /(ProgressPercent:\n.*\n.*\n\s*format: )int32/,
    to: "$1int64",
    paths: ["schema BatchTaskInfo/ProgressPercent"],
  },
  {
    what: "a state has no path",
    from: /\n {2}\/BatchTask\/Started:\n.*\n/,
    to: "\n",
    paths: ["GET /BatchTask/Started"],
  },
  {
    what: "a header is missing everywhere",
    from: "name: SO-Culture",
    to: "name: SO-Kultur",
    paths: ["header parameter SO-Culture", "header parameter SO-Kultur"],
  },
  {
    what: "a method is another",
    from: /^ {4}put:/m,
    to: "    patch:",
    paths: ["PUT /BatchTask/{}", "PATCH /BatchTask/{}"],
  },
  {
    what: "a query parameter is another type",
    from: /(\$top\n[^$]*type: )integer/,
    to: "$1string",
    paths: ["GET /BatchTask/query parameter $top"],
  },
  {
    what: "a member may be null",
    from: /(Created:\n.*\n\s*type: )string/,
    to: '$1[string, "null"]',
    paths: ["schema BatchTaskInfo/Created null"],
  },
];

describe.skipIf(originals === undefined)(`what the comparison sees ${because}`, () => {
  function changed(contract: string, { from, to }: Mutation): Ours {
    const changed = ours(contract, (text) => text.replace(from, to));
    expect(changed.text, "the change must change the contract").not.toBe(ours(contract).text);
    return changed;
  }

  function expectReported(verdict: Verdict, { paths, refused }: Mutation): void {
    const reported = unlisted(verdict.comparison);
    for (const path of paths)
      expect(
        reported.some((one) => one.includes(path)),
        `${path} in ${reported.join(", ")}`,
      ).toBe(true);
    if (verdict.sent === undefined || verdict.received === undefined) return;
    expect(verdict.sent.refused.length > 0).toBe(refused === "sent" || refused === "both");
    expect(verdict.received.refused.length > 0).toBe(refused === "received" || refused === "both");
  }

  test.each(microsoft)("Microsoft Advertising: $what", (mutation) => {
    const contract = "microsoft-advertising/bulk-service.wsdl";
    const verdict = verifyXml(changed(contract, mutation), original("microsoft-advertising/BulkService-v13.wsdl"));
    expectReported(verdict, mutation);
  });

  test.each(ebay)("eBay: $what", (mutation) => {
    const contract = "ebay/bulk-data-exchange.xsd";
    const verdict = verifyXml(changed(contract, mutation), original("ebay/BulkDataExchangeService-1.5.0.wsdl"));
    expectReported(verdict, mutation);
    const stale = mutation.paths.length === 0 ? ["type CreateRecurringJobRequest/downloadJobRecurringFilter"] : [];
    expect(verdict.comparison.stale).toEqual(stale);
  });

  test("eBay: an operation's messages are exchanged in the operations table", () => {
    const { operations = "", ...rest } = ours("ebay/file-transfer.xsd");
    const swapped = {
      ...rest,
      operations: operations.replace("response: downloadFileResponse", "response: uploadFileResponse"),
    };
    const { comparison } = verifyXml(swapped, original("ebay/FileTransferService-1.1.0.wsdl"));
    expect(unlisted(comparison)).toEqual(["operation downloadFile/response"]);
  });

  test.each(superOffice)("SuperOffice: $what", (mutation) => {
    const contract = "superoffice/batch-task.openapi.yaml";
    expectReported(
      verifyRest(changed(contract, mutation), original("superoffice/Swagger-v1-BatchTask.json")),
      mutation,
    );
  });

  test("one change is one difference", () => {
    const [order] = microsoft;
    if (order === undefined) throw new Error("no mutation");
    const contract = "microsoft-advertising/bulk-service.wsdl";
    const { comparison } = verifyXml(changed(contract, order), original("microsoft-advertising/BulkService-v13.wsdl"));
    expect(unlisted(comparison)).toEqual(order.paths);
  });
});
