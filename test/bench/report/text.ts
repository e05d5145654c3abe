/** Tables as Markdown. */
import type { GoalOutcome, Section, Table } from "./section.ts";

/** A table of Markdown. */
export function tableText({ caption, head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${head.map((_, index) => (index === 0 ? "---|" : "--:|")).join("")}`;
  const lines = [line(head), rule, ...rows.map(line)];
  return (caption === undefined ? "" : `${caption}\n\n`) + lines.join("\n");
}

/** The goals as a table. */
export function goalsText(goals: readonly GoalOutcome[]): string {
  const rows = goals.map(({ what, goal, figure, reached }) => [what, goal, figure, reached ? "yes" : "**no**"]);
  return tableText({ head: ["work", "goal", "measured", "reached"], rows });
}

/** A part of the report. */
export function sectionText({ title, name, notes, tables, goals }: Section): string {
  const parts = [`## ${title}`, `\`--only ${name}\``, ...notes, ...tables.map(tableText)];
  if (goals.length > 0) parts.push(goalsText(goals));
  return parts.join("\n\n");
}
