/** A work with the type of its inputs closed over, so that works of all kinds go the same way. */
import type { Contender, Goal, Work } from "../work.ts";
import { sample, type Manner, type Sampled, type Task } from "./sample.ts";
import type { Stored } from "./stored.ts";

/** A work, as those who run it see it. */
export interface Timed {
  readonly name: string;
  readonly title: string;
  readonly unit: "documents" | "bytes";
  readonly goals: readonly Goal[];
  readonly contenders: readonly string[];
  /** Makes all inputs, and tells what one pass goes over. */
  readonly prepare: (stored: Stored) => Promise<Size>;
  /** Measures contenders in this process, by turns where they are several. */
  readonly measure: (names: readonly string[], manner: Manner, stored: Stored) => Promise<readonly Sampled[]>;
}

/** What one pass goes over. */
export interface Size {
  readonly documents: number;
  /** Bytes of XML. */
  readonly bytes: number;
}

/** A work to run. */
export function timed<Input>(work: Work<Input>): Timed {
  const { name, title, unit, goals } = work;
  return {
    name,
    title,
    unit,
    goals,
    contenders: work.contenders.map((contender) => contender.name),
    prepare: async (stored) => {
      for (const form of new Set(work.contenders.map(({ takes }) => takes))) work.inputs(form, stored);
      const xml = await work.xml(stored);
      return { documents: xml.length, bytes: xml.reduce((sum, { length }) => sum + length, 0) };
    },
    measure: async (names, manner, stored) => {
      const tasks: Task[] = [];
      for (const contender of work.contenders)
        if (names.includes(contender.name)) tasks.push(await taskOf(work, contender, stored));
      return sample(tasks, manner);
    },
  };
}

async function taskOf<Input>(work: Work<Input>, contender: Contender<Input>, stored: Stored): Promise<Task> {
  const start = await contender.load();
  const steps = work.inputs(contender.takes, stored).map(start);
  const run = (): unknown => {
    let result: unknown;
    for (const step of steps) result = step();
    return result;
  };
  return { name: contender.name, run };
}
