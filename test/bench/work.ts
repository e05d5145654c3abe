/** What is measured: a piece of work, the inputs it has, and who does it. */
import type { Stored } from "./measure/stored.ts";

/** How a contender is given an input: the XML, the equal JSON, the XML in a SOAP envelope, or the decoded value. */
export type Form = "xml" | "json" | "envelope" | "value";

/** One way of doing a piece of work. */
export interface Contender<Input> {
  /** In tables, and on the command line of a measuring process. */
  readonly name: string;
  readonly takes: Form;
  /** Gives the value that the others marked so give, and refuses what the contract does not allow. */
  readonly checked?: true;
  /** Loads the library, and answers what does the work for one input; what it prepares before that is not measured. */
  readonly load: () => Promise<(input: Input) => () => unknown>;
}

/** A piece of work. */
export interface Work<Input> {
  /** As `--only` has it. */
  readonly name: string;
  readonly title: string;
  /** What a rate counts. */
  readonly unit: "documents" | "bytes";
  /** The inputs in a form. */
  readonly inputs: (form: Form, stored: Stored) => readonly Input[];
  /** The XML, for its size. */
  readonly xml: (stored: Stored) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  readonly contenders: readonly Contender<Input>[];
  readonly goals: readonly Goal[];
}

/** What ours has to reach against another: so many times as fast, at least. */
export interface Goal {
  /** Default: the contender `specwire`. */
  readonly ours?: string;
  readonly other: string;
  readonly atLeast: number;
}
