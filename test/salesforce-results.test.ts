import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readResults, ResultsError } from "../src/salesforce-results.ts";
import { sharedPath } from "./support/shared.ts";

const samples = sharedPath("samples", "salesforce");

function refused(csv: string): ResultsError {
  try {
    readResults(csv);
  } catch (error) {
    if (error instanceof ResultsError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("Salesforce's CSV results", () => {
  test.skipIf(samples === undefined)(
    "doc_results, javierjulio_batch_result_list_response (skipped: no samples at hand)",
    () => {
      expect(readResults(readFileSync(`${samples}/doc_results.csv`, "utf8"))).toEqual([
        { id: "003D000000Q89kQIAR", success: true, created: true },
        { id: "003D000000Q89kRIAR", success: true, created: true },
        {
          success: false,
          created: false,
          error: "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --",
        },
      ]);
      expect(readResults(readFileSync(`${samples}/javierjulio_batch_result_list_response.csv`, "utf8"))).toEqual([
        { id: "a00E0000002V30LIAS", success: true, created: false },
        { id: "a00E0000002V30MIAS", success: true, created: false },
      ]);
      // What a client sends is a file of the user's own columns: not results, and said so.
      expect(refused(readFileSync(`${samples}/javierjulio_batch_create_request.csv`, "utf8"))).toMatchObject({
        line: 1,
      });
    },
  );

  test("quotes, line breaks and a byte order mark inside cells", () => {
    expect(readResults('\uFEFF"Id","Success","Created","Error"\r\n"","false","false","a ""b"",\nc"\r\n')).toEqual([
      { success: false, created: false, error: 'a "b",\nc' },
    ]);
  });

  test("what is no result file is refused with its line", () => {
    expect(refused("")).toMatchObject({ code: "salesforce.results", line: 1 });
    expect(refused("<html>busy</html>").message).toContain("expected the header Id,Success,Created,Error");
    expect(refused('"Id","Success","Created","Error"\n"1","yes","true",""\n')).toMatchObject({ line: 2 });
    expect(refused('"Id","Success","Created","Error"\n"1","true\n').message).toContain("Quoted field unterminated");
    expect(refused('"Id","Success","Created","Error"\n"1","true"\n').message).toContain(
      "2 cells where the header has 4 (line 2",
    );
  });
});
