/** What came out of a case: one outcome for each thing that is checked of it. */
/**
 * What is checked: the verdict on a schema or on a document; for a valid schema, the code that is generated from it; for a valid
 * document, whether it is the same after it was decoded and encoded. Of a document for readers: whether it is refused, for its document
 * type declaration or as malformed; and its content, without the declaration or read as contracts are.
 */
export type Check = "schema" | "instance" | "code" | "roundtrip" | "refusal" | "doctype" | "infoset" | "contract";

/** What was found: a verdict, a result, or why there is neither. */
export interface Finding {
  readonly check: Check;
  readonly got:
    | "valid"
    | "invalid"
    | "compiles"
    | "equal"
    | "different"
    | "errors"
    | "refused"
    | "read"
    | "doctype"
    | "unsupported"
    | "crash"
    | "hang";
  /** Why: the first diagnostics or errors; empty where nothing was wrong. */
  readonly reason: string;
  /** What it is about, where a case has several: a file, relative to the suite. */
  readonly about?: string;
  /** Whether another processor calls the message valid, where the corpus does not say. */
  readonly trusted?: boolean;
  /** The generated module that is still to be compiled: its file name. */
  readonly module?: string;
}

/** A finding about something that has a name. */
export interface Outcome extends Finding {
  readonly suite: "xsts" | "wild" | "xml";
  readonly set: string;
  readonly testSet: string;
  readonly group: string;
  readonly name: string;
  /** File that it is about, relative to the suite. */
  readonly path: string;
  /** What should be found; undefined where nobody says. */
  readonly expected: string | undefined;
}

/** Whether it came out as expected. */
export function isRight({ got, expected }: Outcome): boolean {
  return got === expected;
}

/** Full name, which is what the list of expected failures looks at: `test set/group/name check`. */
export function nameOf({ testSet, group, name, check }: Outcome): string {
  return `${testSet}/${group}/${name} ${check}`;
}

/** One line of the file that `--out` writes. */
export function lineOf({ suite, set, testSet, group, name, check, path, expected, got, reason }: Outcome): string {
  return JSON.stringify({ suite, set, testSet, group, name, check, path, expected, got, reason });
}

/** Text of an error that no part of the product means to raise. */
export function crashText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}`, ...frames.slice(0, 3).map((line) => line.trim())].join(" ");
}
