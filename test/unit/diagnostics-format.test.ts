/** Diagnostics as people see them. */
import pc from "picocolors";
import { expect, test } from "vitest";
import { formatDiagnostics } from "../../scripts/diagnostics-format.ts";
import { Diagnostics } from "../../scripts/diagnostics.ts";

function formatted(text: string, places: readonly (readonly [line: number, column: number])[], color = false): string {
  const diagnostics = new Diagnostics();
  for (const [line, column] of places)
    diagnostics.report("src-resolve", { uri: "a.xsd", line, column }, "there is no b");
  return formatDiagnostics(diagnostics.all, new Map([["a.xsd", text]]), { color });
}

test("the line that is meant, with one on each side and a caret", () => {
  expect(formatted("one\ntwo\n\tthree\nfour", [[3, 2]])).toBe(
    `a.xsd:3:2 error src-resolve: there is no b
     2 | two
     3 |  three
       |  ^
     4 | four
`,
  );
});

test("whatever ends the lines; blank neighbours are left out", () => {
  expect(formatted("one\r\n\r\nthree\r\n", [[3, 1]])).toBe(
    "a.xsd:3:1 error src-resolve: there is no b\n     3 | three\n       | ^\n",
  );
  expect(formatted("one\rtwo", [[2, 1]])).toContain("     2 | two\n       | ^\n");
});

test("of a long line the part around the column", () => {
  const text = `${"x".repeat(5000)}<here/>${"y".repeat(5000)}`;
  const [, line = "", caret = ""] = formatted(text, [[1, 5001]]).split("\n");
  expect(line.length).toBeLessThan(130);
  expect(line.slice(caret.indexOf("^"))).toMatch(/^<here\/>y+…$/);
  expect(line).toContain("| …x");
});

test("what a terminal would obey is not shown", () => {
  expect(formatted("a\u009bb\u007f<c/>", [[1, 5]])).toContain("     1 | a b <c/>\n       |     ^\n");
});

test("in the order of the places, warnings too, documents as they are first spoken of", () => {
  const diagnostics = new Diagnostics();
  diagnostics.report("src-resolve", { uri: "b", line: 9, column: 1 }, "second");
  diagnostics.report("src-resolve", { uri: "a", line: 1, column: 1 }, "third");
  diagnostics.report("xsd.ignored", { uri: "b", line: 2, column: 7 }, "first");
  expect(formatDiagnostics(diagnostics.all, new Map())).toBe(
    "b:2:7 warning xsd.ignored: first\n\nb:9:1 error src-resolve: second\n\na:1:1 error src-resolve: third\n",
  );
});

test("colours are asked for, and left out where the terminal has none", () => {
  expect(formatted("<a/>", [[1, 1]])).not.toContain("\u001b");
  expect(formatted("<a/>", [[1, 1]], true).includes("\u001b[31merror")).toBe(pc.isColorSupported);
});

test("a place outside of the text is shown without a line", () => {
  expect(formatted("<a/>", [[7, 1]])).toBe("a.xsd:7:1 error src-resolve: there is no b\n");
  expect(formatted("", [[1, 1]])).toBe("a.xsd:1:1 error src-resolve: there is no b\n");
});
