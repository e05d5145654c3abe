/**
 * Reads the results of a Salesforce batch in CSV, the form in which a CSV job answers (Bulk API 1.0).
 *
 * An entry of its own because CSV is read by csv-parse, which the rest of the package does not need.
 */
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { SpecwireError } from "./runtime/errors.ts";

/** What became of one record. */
export interface ResultRow {
  /** Id of the record; absent where none was created. */
  readonly id?: string;
  readonly success: boolean;
  /** Whether the record is new (an upsert tells them apart). */
  readonly created: boolean;
  /** Why the record failed, in Salesforce's form `STATUS_CODE:message:fields --`. */
  readonly error?: string;
}

/** A result file that is not one: the message names line and reason. */
export class ResultsError extends SpecwireError {
  declare readonly code: "salesforce.results";
  /** Line of the file, counted from 1. */
  readonly line: number;

  constructor(message: string, line: number, options?: { cause?: unknown }) {
    super("salesforce.results", `${message} (line ${line} of the results)`, options);
    this.line = line;
  }
}

const header = ["Id", "Success", "Created", "Error"];

/**
 * Rows of a result file, in the order of the records that were sent.
 *
 * @throws {ResultsError} where the text is no CSV, or not Salesforce's results.
 */
export function readResults(csv: string): readonly ResultRow[] {
  const [first, ...rows] = parseRecords(csv);
  if (first === undefined) throw new ResultsError("the results are empty, expected a header", 1);
  if (first.cells.join() !== header.join()) {
    throw new ResultsError(
      `expected the header ${header.join()}, found ${first.cells.join().slice(0, 80)}`,
      first.line,
    );
  }
  return rows.map(({ cells, line }) => {
    const [id = "", success = "", created = "", error = ""] = cells;
    return {
      ...(id === "" ? {} : { id }),
      success: flag(success, "Success", line),
      created: flag(created, "Created", line),
      ...(error === "" ? {} : { error }),
    };
  });
}

/** Booleans are texts in Salesforce's CSV. */
function flag(cell: string, column: string, line: number): boolean {
  if (cell === "true" || cell === "false") return cell === "true";
  throw new ResultsError(`expected true or false in ${column}, found ${JSON.stringify(cell.slice(0, 80))}`, line);
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function parseRecords(csv: string): readonly Row[] {
  try {
    const rows: Row[] = [];
    let line = 1;
    parse(csv, {
      bom: true,
      skipEmptyLines: true,
      onRecord: (cells: string[], { lines }) => {
        rows.push({ cells, line });
        line = lines + 1;
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? error["lines"] : 1;
    throw new ResultsError(`not a CSV file: ${error.code}`, line, { cause: error });
  }
}
