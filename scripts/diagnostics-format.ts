/** Diagnostics for people: place, severity, code, message, and the line that is meant. */
import pc from "picocolors";
import type { Diagnostic } from "./diagnostics.ts";

/** Lays diagnostics out in the order of their places, document by document. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: { readonly color?: boolean | undefined } = {},
): string {
  const colors = pc.createColors(options.color === true && pc.isColorSupported);
  const lines = new Map<string, readonly string[]>();
  const linesOf = (uri: string): readonly string[] => {
    const known = lines.get(uri);
    if (known !== undefined) return known;
    const split = (sources.get(uri) ?? "").split("\n");
    lines.set(uri, split);
    return split;
  };
  const documents = [...new Set(diagnostics.map(({ at }) => at.uri))];
  const place = ({ at }: Diagnostic): number => documents.indexOf(at.uri) * 1e15 + at.line * 1e7 + at.column;
  return [...diagnostics]
    .sort((one, other) => place(one) - place(other))
    .map(({ at, severity, code, message }) => {
      const mark = severity === "error" ? colors.red(severity) : colors.yellow(severity);
      const head = `${colors.bold(`${at.uri}:${at.line}:${at.column}`)} ${mark} ${code}: ${message}`;
      return `${head}\n${frame(linesOf(at.uri), at.line, at.column, colors.dim)}`;
    })
    .join("\n");
}

/** The line with the one before and after, and a caret below the column. */
function frame(lines: readonly string[], line: number, column: number, dim: (text: string) => string): string {
  const number = (value: number): string => dim(`${String(value).padStart(6)} | `);
  const show = (value: number): string[] => {
    const text = lines[value - 1];
    return text === undefined || (value !== line && text.trim() === "")
      ? []
      : [`${number(value)}${text.replaceAll("\t", " ")}`];
  };
  if (lines[line - 1] === undefined || lines.join("") === "") return "";
  const caret = `${" ".repeat(6)}${dim(" | ")}${" ".repeat(Math.max(0, column - 1))}^`;
  return `${[...show(line - 1), ...show(line), caret, ...show(line + 1)].join("\n")}\n`;
}
