/** The W3C XML Conformance Test Suite: every document, by every way to read. `npm run conformance -- --only xml` writes the report. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { deviations, deviationsText, readExpected } from "./conformance/expected.ts";
import { runXml, withXmlPart, xmlCases } from "./conformance/xml/run.ts";
import { doctypeIn, stripped } from "./conformance/xml/doctype.ts";
import { readersUnderTest } from "./xml/ours.ts";

test("documents are read and refused as the W3C's suite has it", () => {
  const cases = xmlCases();
  expect(cases.length).toBeGreaterThan(2000);
  const outcomes = runXml(cases, readersUnderTest);
  const counts = Map.groupBy(outcomes, ({ check }) => check);
  // The list is of use only while the suite really runs.
  for (const [check, least] of [
    ["refusal", 1000],
    ["doctype", 950],
    ["infoset", 900],
    ["contract", 800],
  ] as const) {
    expect(counts.get(check)?.length, check).toBeGreaterThan(least * readersUnderTest.length);
  }
  const expected = readExpected(join(import.meta.dirname, "conformance", "expected-xml.yaml"));
  expect(deviationsText(deviations(outcomes, expected, true))).toBe("");
});

test("document type declarations are found with all that may stand in them", () => {
  const declaration = `<!DOCTYPE a [<!ENTITY b "]>"><!-- ]> ' --><?p ]> ?><!ATTLIST a b CDATA '>'> %c; ]  >`;
  const before = "<?xml version='1.0'?><!-- <!DOCTYPE x> --> ";
  expect(doctypeIn(`${before}${declaration}<a/>`)).toEqual({
    start: before.length,
    end: before.length + declaration.length,
  });
  expect(stripped(`${before}${declaration}<a>&lt;&#1;</a>`)).toBe(`${before}<a>&lt;&#1;</a>`);
  expect(stripped(`${declaration}<a>&b;</a>`)).toBeUndefined();
  expect(doctypeIn("<a/>")).toBeUndefined();
});

test("the report on XML takes the place of the one before", () => {
  const once = withXmlPart("# All\n\n## One\n\n1\n", "## XML\n\nfirst\n");
  expect(once).toBe("# All\n\n## One\n\n1\n\n## XML\n\nfirst\n");
  expect(withXmlPart(`${once}\n## Two\n`, "## XML\n\nsecond\n")).toBe(
    "# All\n\n## One\n\n1\n\n## XML\n\nsecond\n\n## Two\n",
  );
});
