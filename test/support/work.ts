/** Counts work: how often the blocks of some modules are run. Unlike time, it is the same on every machine and under any load. */
import { Session, type Profiler } from "node:inspector/promises";

/** A count that has begun. The engine counts in what is compiled from then on: modules have to be imported later. */
export class WorkCounter {
  readonly #session = new Session();
  readonly #folder: string;

  /** @param folder a part of the paths of the modules that are counted */
  constructor(folder: string) {
    this.#folder = folder;
    this.#session.connect();
  }

  /** Begins to count. */
  async start(): Promise<void> {
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** How many blocks something runs. What the engine's own functions do is not in it. */
  async of(run: () => unknown): Promise<number> {
    await this.#taken();
    run();
    return this.#taken();
  }

  /** Ends counting. */
  stop(): void {
    this.#session.disconnect();
  }

  async #taken(): Promise<number> {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    return result.filter(({ url }) => url.includes(this.#folder)).reduce((sum, script) => sum + blocksOf(script), 0);
  }
}

function blocksOf({ functions }: Profiler.ScriptCoverage): number {
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}
