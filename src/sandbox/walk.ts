/** Walks a job through its states, by time or by call. */

/** Where a job is on its way. */
export interface Position {
  /** The vendor's word for the state. */
  readonly word: string;
  /** From 0 at the first state to 1 at the last. */
  readonly progress: number;
  /** Whether the state is the last one. */
  readonly ended: boolean;
}

/**
 * A job's way through its states. With a step, every state lasts that long; without, a status call that has seen the state
 * before moves the job on. Calls of different kinds (a job and its list of batches) that belong to one round of polling so see
 * the same state.
 */
export class Walk {
  #words: readonly string[];
  readonly #step: number;
  #index = 0;
  #since: number;
  #held: boolean;
  #surprised = false;
  readonly #seenBy = new Set<string>();

  /** `step` in milliseconds, 0 for by call. A held walk stays in its first state until `release`. */
  constructor(words: readonly string[], step: number, held = false) {
    if (words.length === 0) throw new RangeError("A job needs one state at least");
    this.#words = words;
    this.#step = step;
    this.#held = held;
    this.#since = performance.now();
  }

  /**
   * What a status call sees; `view` names the kind of call. A `strange` word is shown once in place of the state, and holds
   * the job up for that call.
   */
  look(view: string, strange?: string): Position {
    if (strange !== undefined && !this.#surprised) {
      this.#surprised = true;
      return { ...this.here(), word: strange, ended: false };
    }
    if (this.#step === 0 && !this.#held && this.#seenBy.has(view)) this.#move();
    this.#seenBy.add(view);
    return this.here();
  }

  /** Where the job is, without a status call. */
  here(): Position {
    if (this.#step > 0 && !this.#held) {
      const passed = Math.floor((performance.now() - this.#since) / this.#step);
      this.#index = Math.min(passed, this.#words.length - 1);
    }
    const last = this.#words.length - 1;
    const ended = this.#index === last && !this.#held;
    return { word: this.#words[this.#index] ?? "", progress: last === 0 ? 1 : this.#index / last, ended };
  }

  /** Lets a held walk begin: it leaves its first state. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#since = performance.now() - this.#step;
    if (this.#step === 0) this.#move();
  }

  /** Ends the job in another state, at once. */
  end(word: string): void {
    this.#words = [word];
    this.#index = 0;
    this.#held = false;
  }

  #move(): void {
    this.#seenBy.clear();
    this.#index = Math.min(this.#index + 1, this.#words.length - 1);
  }
}
