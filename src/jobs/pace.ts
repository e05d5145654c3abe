import type { Clock } from "./clock.ts";
import type { Pace } from "./model.ts";

/**
 * The waits between the calls for one job: the first as short as the vendor allows, because small jobs end soon; then growing,
 * with decorrelated jitter (each up to three times the one before it), up to the longest. Jobs that were started together are
 * so not asked for together.
 */
export class Waits {
  readonly #pace: Pace;
  readonly #clock: Clock;
  #last: number | undefined;

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Milliseconds until the next call. */
  next(): number {
    const { first, most } = this.#pace;
    this.#last = this.#last === undefined ? first : first + this.#clock.random() * (this.#last * 3 - first);
    this.#last = Math.max(0, Math.min(this.#last, most));
    return this.#last;
  }
}
