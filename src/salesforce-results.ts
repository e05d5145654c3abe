/**
 * Reads the results of a Salesforce batch in CSV, the form in which a CSV job answers (Bulk API 1.0).
 *
 * An entry of its own because CSV is read by papaparse, which the rest of the package does not need.
 */
import papa from "papaparse";
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
  const { data, errors } = papa.parse<readonly string[]>(csv.replace(/^\ufeff/, ""), { delimiter: "," });
  const rows: Row[] = [];
  let line = 1;
  for (const cells of data) {
    // An empty line is no record.
    if (cells.length > 1 || cells[0] !== "") rows.push({ cells, line });
    line += cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1);
  }
  const [error] = errors;
  if (error !== undefined) throw new ResultsError(`not a CSV file: ${error.message}`, lineOf(data, error.row ?? 0));
  const [first, ...others] = rows;
  const uneven = others.find(({ cells }) => cells.length !== first?.cells.length);
  if (uneven === undefined) return rows;
  const counts = `${uneven.cells.length} cells where the header has ${first?.cells.length ?? 0}`;
  throw new ResultsError(`not a CSV file: ${counts}`, uneven.line);
}

/** Line that a record begins in. */
function lineOf(data: readonly (readonly string[])[], row: number): number {
  return data
    .slice(0, row)
    .reduce((sum, cells) => cells.reduce((some, cell) => some + cell.split("\n").length - 1, sum + 1), 1);
}
