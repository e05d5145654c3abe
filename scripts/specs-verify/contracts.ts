/** Which contract is held against which of the vendor's own. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exceptionsOf } from "./sources.ts";
import { verifyOlder, verifyRest, verifyXml, type Exchange, type Ours, type Verdict } from "./verify.ts";

interface Pair {
  /** Path below `specs`. */
  readonly contract: string;
  /** The operations table beside an XSD. */
  readonly operations?: string;
  /** Path below the originals. */
  readonly original: string;
  /** A version whose messages have to be valid too. */
  readonly older?: string;
  readonly kind: "xml" | "rest";
}

const pairs: readonly Pair[] = [
  {
    contract: "microsoft-advertising/bulk-service.wsdl",
    original: "microsoft-advertising/BulkService-v13.wsdl",
    kind: "xml",
  },
  {
    contract: "ebay/bulk-data-exchange.xsd",
    operations: "ebay/bulk-data-exchange.operations.yaml",
    original: "ebay/BulkDataExchangeService-1.5.0.wsdl",
    older: "ebay/BulkDataExchangeService-1.4.1.wsdl",
    kind: "xml",
  },
  {
    contract: "ebay/file-transfer.xsd",
    operations: "ebay/file-transfer.operations.yaml",
    original: "ebay/FileTransferService-1.1.0.wsdl",
    kind: "xml",
  },
  {
    contract: "superoffice/batch-task.openapi.yaml",
    original: "superoffice/Swagger-v1-BatchTask.json",
    kind: "rest",
  },
];

/** What came out for one contract; undefined where the vendor's own is not at hand. */
export interface Result {
  readonly contract: string;
  readonly original: string;
  readonly verdict: Verdict | undefined;
  readonly older?: Exchange;
}

/** Verifies every contract whose original is at hand. */
export function verifyContracts(specs: string, originals: string): readonly Result[] {
  return pairs.map(({ contract, operations, original, older, kind }) => {
    const path = join(originals, original);
    if (!existsSync(path)) return { contract, original, verdict: undefined };
    const ours: Ours = {
      text: readFileSync(join(specs, contract), "utf8"),
      ...(operations === undefined ? {} : { operations: readFileSync(join(specs, operations), "utf8") }),
      exceptions: exceptionsOf(specs, contract),
    };
    const theirs = readFileSync(path, "utf8");
    const verdict = kind === "xml" ? verifyXml(ours, theirs) : verifyRest(ours, theirs);
    const olderPath = older === undefined ? undefined : join(originals, older);
    if (olderPath === undefined || !existsSync(olderPath)) return { contract, original, verdict };
    return { contract, original, verdict, older: verifyOlder(ours, readFileSync(olderPath, "utf8")) };
  });
}

/** Whether nothing speaks against a result. */
export function isGood({ verdict, older }: Result): boolean {
  if (verdict === undefined) return true;
  const { comparison, sent, received } = verdict;
  const refused = [sent, received, older].flatMap((exchange) => exchange?.refused ?? []);
  return comparison.unlisted.length + comparison.stale.length + refused.length === 0;
}
