/** Diagnostics for people: place, severity, code, message, and the line that is meant. */
import pc from "picocolors";
import type { Diagnostic } from "./diagnostics.ts";

/** Characters of a source line that are shown; of longer ones it is the part around the column. */
const width = 110;

/**
 * Lays diagnostics out, by document and place; the documents in the order in which they are first spoken of.
 *
 * @param sources texts of the documents by uri; what has none is shown without its line.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: { readonly color?: boolean | undefined } = {},
): string {
  const colors = pc.createColors(options.color === true && pc.isColorSupported);
  const linesOf = new Map<string, readonly string[]>();
  for (const [uri, text] of sources) linesOf.set(uri, text.split(/\r\n|\r|\n/));
  return inOrder(diagnostics)
    .map(({ at, severity, code, message }) => {
      const mark = severity === "error" ? colors.red(severity) : colors.yellow(severity);
      const head = `${colors.bold(`${at.uri}:${at.line}:${at.column}`)} ${mark} ${code}: ${message}`;
      return `${head}\n${frame(linesOf.get(at.uri) ?? [], at.line, at.column, colors.dim)}`;
    })
    .join("\n");
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = new Map<string, number>();
  for (const { at } of diagnostics) if (!order.has(at.uri)) order.set(at.uri, order.size);
  return diagnostics.toSorted(
    ({ at: one }, { at: other }) =>
      (order.get(one.uri) ?? 0) - (order.get(other.uri) ?? 0) || one.line - other.line || one.column - other.column,
  );
}

/** The line with the one before and after where they are not blank, and a caret below the column. */
function frame(lines: readonly string[], line: number, column: number, dim: (text: string) => string): string {
  const meant = lines[line - 1];
  if (meant === undefined || meant === "") return "";
  const from = meant.length > width ? Math.max(0, column - 1 - width / 2) : 0;
  const show = (number: number): string[] => {
    const text = lines[number - 1] ?? "";
    if (number !== line && text.trim() === "") return [];
    return [`${dim(`${String(number).padStart(6)} | `)}${excerpt(text, from)}`];
  };
  // What is cut off at the left is stood for by one character.
  const indent = column - 1 - from + (from > 0 ? 1 : 0);
  const caret = `${" ".repeat(6)}${dim(" | ")}${" ".repeat(Math.max(0, indent))}^`;
  return `${[...show(line - 1), ...show(line), caret, ...show(line + 1)].join("\n")}\n`;
}

/** A part of a line in which each character takes one column: tabs and what a terminal would obey become spaces. */
function excerpt(text: string, from: number): string {
  const shown = text.slice(from, from + width).replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
  return `${from > 0 && text !== "" ? "…" : ""}${shown}${text.length > from + width ? "…" : ""}`;
}
