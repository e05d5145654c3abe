/** The results as a table, and below it what speaks against them. */
import type { Result } from "./contracts.ts";
import { isGood } from "./contracts.ts";
import type { Exchange } from "./verify.ts";

/** Text for people. */
export function report(results: readonly Result[]): string {
  const rows = results.map(row);
  const head = ["contract", "statements", "exceptions", "ours -> theirs", "theirs -> ours", "older -> ours", ""];
  return [...table([head, ...rows]), ...results.flatMap(complaints)].join("\n");
}

function row(result: Result): readonly string[] {
  const { contract, verdict, older } = result;
  if (verdict === undefined) return [contract, "-", "-", "-", "-", "-", "not checked: the original is not at hand"];
  const { comparison, sent, received } = verdict;
  const counts = [comparison.compared, comparison.allowed.length].map(String);
  return [contract, ...counts, ...[sent, received, older].map(countOf), isGood(result) ? "ok" : "DIFFERS"];
}

function countOf(exchange: Exchange | undefined): string {
  return exchange === undefined ? "-" : `${exchange.messages} messages`;
}

function complaints({ contract, original, verdict, older }: Result): readonly string[] {
  if (verdict === undefined) return [];
  const { comparison, sent, received } = verdict;
  const lines = [
    ...comparison.unlisted.map(({ path, ours, theirs }) => `${path}: ours ${said(ours)}, theirs ${said(theirs)}`),
    ...comparison.stale.map((path) => `${path}: listed as an exception, but there is no difference`),
    ...refusals(sent, "ours is not valid by theirs"),
    ...refusals(received, "theirs is not valid by ours"),
    ...refusals(older, "an older one is not valid by ours"),
  ];
  return lines.length === 0 ? [] : ["", `${contract} and ${original}:`, ...lines.map((line) => `  ${line}`)];
}

function refusals(exchange: Exchange | undefined, what: string): readonly string[] {
  return (exchange?.refused ?? []).slice(0, 10).map((complaint) => `${what}: ${complaint}`);
}

function said(value: string | undefined): string {
  return value === undefined ? "says nothing" : value === "" ? "says none" : value;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
