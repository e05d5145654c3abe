import pc from "../cli/colors.ts";

/** A table as text: columns as wide as their widest cell. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = header
    .map((name, index) => ({ name, cells: rows.map((row) => row[index] ?? "") }))
    .map(({ name, cells }) => ({ name, cells, width: Math.max(name.length, ...cells.map((cell) => cell.length)) }));
  const line = (pick: (column: (typeof columns)[number]) => string): string =>
    columns
      .map((column) => pick(column).padEnd(column.width))
      .join("  ")
      .trimEnd();
  const head = columns.map(({ name, width }) => pc.bold(name.padEnd(width))).join("  ");
  const rule = pc.dim(columns.map(({ width }) => "─".repeat(width)).join("  "));
  return [head, rule, ...rows.map((_, row) => line(({ cells }) => cells[row] ?? ""))].join("\n");
}
