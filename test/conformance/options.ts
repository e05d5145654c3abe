/** What `npm run conformance` is asked for. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

/** Options of a run. */
export interface RunOptions {
  /** Folder of the W3C's suite; the corpus is looked for when absent. */
  readonly xsts?: string;
  /** Folder of real services' contracts; the corpus is looked for when absent. */
  readonly wild?: string;
  /** One of them alone: the schema suite, the contracts, or the suite of XML documents, which comes with the package. */
  readonly only?: "xsts" | "wild" | "xml";
  /** The fixtures of other tools, too, that come with the contracts of real services. */
  readonly fixtures: boolean;
  /** Only the cases whose full name or path it matches. */
  readonly filter?: RegExp;
  /** File for one JSON line a case. */
  readonly out?: string;
  /** One case in so many. */
  readonly fraction: number;
  readonly threads: number;
  /** Verdicts alone: nothing is generated, compiled or encoded. */
  readonly verdicts: boolean;
}

/** Help. */
export const usage = `npm run conformance -- [options]
  --xsts <dir>      the W3C XML Schema Test Suite, unpacked
  --wild <dir>      the contracts of real services, unpacked
  --only <suite>    xsts, wild, or xml: the W3C's XML documents, which need no folder
  --fixtures        the fixtures of other tools beside the contracts of real services: takes longer than all the rest
  --filter <regex>  only the cases whose name (test set/group/name kind) or path it matches
  --out <file>      one JSON line a case: suite, set, group, name, expected, got, reason
  --fraction <n>    a fixed part: one case in n
  --verdicts        only verdicts on schemas and documents: no code, no round trips
  --threads <n>     threads; as many as there are processors when absent`;

/** Reads the arguments. @throws Error that says which one is wrong */
export function runOptions(args: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      xsts: { type: "string" },
      wild: { type: "string" },
      only: { type: "string" },
      fixtures: { type: "boolean", default: false },
      filter: { type: "string" },
      out: { type: "string" },
      fraction: { type: "string" },
      threads: { type: "string" },
      verdicts: { type: "boolean", default: false },
    },
  });
  return {
    ...(values.xsts === undefined ? {} : { xsts: values.xsts }),
    ...(values.wild === undefined ? {} : { wild: values.wild }),
    ...(values.only === undefined ? {} : { only: onlyOf(values.only) }),
    ...(values.filter === undefined ? {} : { filter: new RegExp(values.filter) }),
    ...(values.out === undefined ? {} : { out: values.out }),
    fixtures: values.fixtures,
    fraction: countOf("fraction", values.fraction, 1),
    threads: countOf("threads", values.threads, availableParallelism()),
    verdicts: values.verdicts,
  };
}

function onlyOf(value: string): "xsts" | "wild" | "xml" {
  if (value !== "xsts" && value !== "wild" && value !== "xml") {
    throw new Error(`--only is xsts, wild or xml, not ${value}`);
  }
  return value;
}

function countOf(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Error(`--${name} is a number from 1 on, not ${value}`);
  return Number(value);
}
