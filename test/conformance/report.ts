/** What a run found, as text for the terminal and as CONFORMANCE.md. */
import { isRight, nameOf, type Outcome } from "./outcome.ts";
import { references, unscored, type SuiteOutcome } from "./suite.ts";
import { wildCounts } from "./wild.ts";
import { bindingCounts, summaryRows, testSetRows, verdicts, type Count, type Row } from "./tally.ts";

const percent = ({ right, all }: Count): string => (all === 0 ? "-" : `${((100 * right) / all).toFixed(2)}%`);

/** The tables for a terminal: wrong cases a test set, beside those of the references. */
export function terminalText(outcomes: readonly SuiteOutcome[]): string {
  const rows = [...testSetRows(outcomes), ...summaryRows(outcomes)];
  const cells = rows.map((row) => [
    row.label,
    String(row.ours.all),
    String(row.ours.all - row.ours.right),
    ...references.map((name) => String(row.ours.all - row.references[name].right)),
    percent(row.ours),
  ]);
  const table = [["", "cases", "wrong", ...references, "right"], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const bindings = bindingCounts(outcomes).map(
    ([label, count]) => `${label}: ${count.right} of ${count.all} (${count.all - count.right} wrong)`,
  );
  const lines = table.map((line) =>
    line.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join("  "),
  );
  return [...lines, ...bindings].join("\n");
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

/** The counts over real contracts. */
export function wildText(outcomes: readonly Outcome[]): string {
  return wildCounts(outcomes)
    .map(([label, count]) => `${label}: ${count.right} of ${count.all} (${count.all - count.right} wrong)`)
    .join("\n");
}

/** CONFORMANCE.md, from a run over the whole suite. */
export function markdown(outcomes: readonly SuiteOutcome[], real: readonly Outcome[] = []): string {
  const counted = verdicts(outcomes);
  const left = Map.groupBy(
    outcomes.filter(({ test, check }) => check === test.kind && unscored(test) !== undefined),
    ({ test }) => unscored(test) ?? "",
  );
  const contested = counted.filter(({ test }) => test.contested === true);
  const wrong = Map.groupBy(
    counted.filter((outcome) => !isRight(outcome)),
    ({ got }) => got,
  );
  return [
    "# Conformance",
    "",
    "Written by `npm run conformance`: the W3C XML Schema Test Suite for XSD 1.0, judged strictly. A schema is refused for whatever",
    "breaks a constraint of the specification; a document is decoded strictly by the codecs of its schema. The references' verdicts are",
    "counted by the same rule from the corpus's manifest: whatever they did not call valid they refused, unless they came to no end.",
    "",
    "## Agreement with the suite",
    "",
    ...tableOf(summaryRows(outcomes), percentCells),
    "",
    `Wrong here: ${wrong.size === 0 ? "none" : [...wrong].map(([got, of]) => `${of.length} called ${got}`).join(", ")}.`,
    "",
    "## Bindings",
    "",
    "For each valid schema a module is generated, compiled under every strict flag, and searched for `any`. Each valid document of a valid",
    "schema is decoded strictly and encoded again by its module; an independent comparison finds the same names, attributes, order and",
    "values, and libxml2 calls the result valid where it does so with schema and original.",
    "",
    ...bindingCounts(outcomes).map(
      ([label, count]) => `- ${label}: ${count.right} of ${count.all} (${percent(count)})`,
    ),
    "",
    "## Contracts of real services",
    "",
    ...(real.length === 0 ? ["They were no part of this run."] : []),
    ...(real.length > 0 && real.every(({ set }) => set !== "bulk")
      ? [
          "The fixtures of other tools were no part of this run: `--fixtures` adds them: together their modules are near two gigabytes of code to compile.",
          "",
        ]
      : []),
    ...wildCounts(real).map(([label, count]) => `- ${label}: ${count.right} of ${count.all} (${percent(count)})`),
    "",
    "## Wrong cases by test set",
    "",
    ...tableOf(testSetRows(outcomes), wrongCells),
    "",
    "## Contested cases",
    "",
    `No reference agrees with the suite on these ${contested.length}; they count above.`,
    "",
    ...listOf(contested),
    "",
    "## Not scored",
    "",
    ...[...left].map(([reason, of]) => `- ${of.length} ${of.length === 1 ? "case" : "cases"}: ${reason}`),
    "",
  ].join("\n");
}

type Cells = (row: Row) => readonly string[];

const percentCells: Cells = ({ ours, references: of }) =>
  [ours, ...references.map((name) => of[name])].map((count) => `${percent(count)} (${count.all - count.right} wrong)`);

const wrongCells: Cells = ({ ours, references: of }) =>
  [ours, ...references.map((name) => of[name])].map(({ all, right }) => String(all - right));

function tableOf(rows: readonly Row[], cells: Cells): readonly string[] {
  return [
    "| | cases | ours | xmllint 2.9.14 | Xerces-J 2.12.2 | python-xmlschema 1.10 |",
    "|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${row.label} | ${row.ours.all} | ${cells(row).join(" | ")} |`),
  ];
}

function listOf(outcomes: readonly SuiteOutcome[]): readonly string[] {
  return [
    "| case | the suite | ours |",
    "|---|---|---|",
    ...outcomes.map((outcome) => `| ${nameOf(outcome)} | ${outcome.expected ?? ""} | ${outcome.got} |`),
  ];
}
