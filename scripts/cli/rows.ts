/** Rows that failed, printed: whatever a job's own state says, rows tell what is to be done again. */
import type { JobResults, ResultRow } from "../../src/jobs/results.ts";
import { oneLine } from "./errors.ts";
import { cut, json } from "./snapshot-text.ts";

/** Characters of a row that a line shows. */
const SHOWN = 160;

/** What reading the rows came to. */
export interface RowCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly unprocessed: number;
}

/**
 * Prints the rows that did not succeed, with why; all are counted.
 *
 * @param most rows that are printed
 */
export async function printFailedRows(
  results: JobResults<unknown>,
  output: { write(text: string): unknown },
  options: { readonly json: boolean; readonly most: number; readonly signal?: AbortSignal },
): Promise<RowCounts> {
  const counts = { succeeded: 0, failed: 0, unprocessed: 0 };
  let printed = 0;
  for (const file of results.files) {
    for await (const row of file.rows(options.signal === undefined ? {} : { signal: options.signal })) {
      counts[row.outcome] += 1;
      if (row.outcome === "succeeded") continue;
      printed += 1;
      if (printed > options.most) continue;
      output.write(
        options.json ? `${json({ event: "row", file: file.name, ...row })}\n` : `${lineOf(file.name, row)}\n`,
      );
    }
  }
  const left = printed - options.most;
  if (left > 0 && !options.json) output.write(`… and ${left} more\n`);
  return counts;
}

function lineOf(file: string, { number, row, outcome, errors }: ResultRow<unknown>): string {
  const why = errors.map(({ code, message, field }) => {
    const name = field === undefined ? "" : ` (${field})`;
    return `${code === undefined ? "" : `${code}: `}${message}${name}`;
  });
  const parts = [`${file}:${number}`, outcome, why.join("; "), cut(json(row), SHOWN)];
  return oneLine(parts.filter((part) => part !== "").join("  "));
}
