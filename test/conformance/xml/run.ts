/** The XML suite: judged as a whole, and its part of CONFORMANCE.md. */
import type { ReaderUnderTest } from "../../xml/reading.ts";
import type { Outcome } from "../outcome.ts";
import { isVersion10, isVersion11, readCatalog } from "./catalog.ts";
import { judged, outcomesOf, type Judged } from "./judge.ts";

/** The documents for XML 1.0 and 1.1 as they are now. */
export function xmlCases(): readonly Judged[] {
  return readCatalog()
    .filter((test) => isVersion10(test) || isVersion11(test))
    .map(judged);
}

/** Judges the readers by every document. */
export function runXml(cases: readonly Judged[], readers: readonly ReaderUnderTest[]): readonly Outcome[] {
  return cases.flatMap((test) => outcomesOf(test, readers));
}

/** Counts by way to read and by check, for a terminal. */
export function xmlText(outcomes: readonly Outcome[]): string {
  const groups = Map.groupBy(outcomes, ({ testSet, name, check }) => `${testSet}, ${name}: ${check}`);
  return [...groups]
    .map(([label, of]) => {
      const right = of.filter(({ got, expected }) => got === expected).length;
      return `${label}: ${right} of ${of.length} (${of.length - right} wrong)`;
    })
    .join("\n");
}

/** Puts the part on XML into CONFORMANCE.md, in place of the one that it has or at its end. */
export function withXmlPart(document: string, part: string): string {
  const start = document.indexOf("\n## XML\n");
  if (start < 0) return `${document}\n${part}`;
  const end = document.indexOf("\n## ", start + 1);
  return `${document.slice(0, start + 1)}${part}${end < 0 ? "" : document.slice(end)}`;
}
