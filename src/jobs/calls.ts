import { SpecwireError, TransportError } from "../runtime/errors.ts";
import type { CallBudget } from "./budget.ts";
import { systemClock, type Clock } from "./clock.ts";
import { sleep } from "./end.ts";
import { fateOf, type VerbOptions } from "./submit.ts";

/** How a facade makes its calls. */
export interface CallRules {
  /** The vendor's own rules: milliseconds before a failed call is repeated; undefined: it is not. */
  readonly retryDelay: (error: unknown, attempt: number) => number | undefined;
  readonly budget?: CallBudget | undefined;
  readonly clock?: Clock | undefined;
}

type CallEnds = Pick<VerbOptions, "signal" | "onRetry">;

/** Makes the calls of one facade: within the vendor's budget, repeated by the vendor's rules where that is safe. */
export class Calls {
  readonly #rules: CallRules;
  readonly #clock: Clock;

  constructor(rules: CallRules) {
    this.#rules = rules;
    this.#clock = rules.clock ?? systemClock;
  }

  /** One call within the budget, never repeated. */
  async once<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted === true) throw aborted(signal);
    const { budget } = this.#rules;
    const release = await budget?.take(signal).catch(() => {
      throw aborted(signal);
    });
    try {
      return await work();
    } catch (error) {
      if (error instanceof SpecwireError && error.retryAfter !== undefined) budget?.pause(error.retryAfter);
      throw error;
    } finally {
      release?.();
    }
  }

  /** A call that may be made any number of times: reads, and writes that come to the same. */
  repeated<T>(work: () => Promise<T>, { signal, onRetry }: CallEnds = {}): Promise<T> {
    return this.#again(work, signal, onRetry, () => true);
  }

  /** A call that must not be carried out twice: repeated only where it certainly was not carried out. */
  carefully<T>(work: () => Promise<T>, { signal, onRetry }: CallEnds = {}): Promise<T> {
    return this.#again(work, signal, onRetry, (error) => fateOf(error) !== "unknown");
  }

  /** Waits; rejects with `transport.aborted`. */
  readonly sleep = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
    await sleep(this.#clock, milliseconds, signal ?? new AbortController().signal);
    if (signal?.aborted === true) throw aborted(signal);
  };

  /** The vendor's rules, for what repeats by itself. */
  readonly retryDelay = (error: unknown, attempt: number): number | undefined => {
    const delay = this.#rules.retryDelay(error, attempt);
    // Up to half as long again, so that clients that were turned away together do not come back together.
    return delay === undefined ? undefined : delay * (1 + this.#clock.random() / 2);
  };

  async #again<T>(
    work: () => Promise<T>,
    signal: AbortSignal | undefined,
    onRetry: VerbOptions["onRetry"],
    safe: (error: unknown) => boolean,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work, signal);
      } catch (error) {
        const delay = signal?.aborted !== true && safe(error) ? this.retryDelay(error, attempt) : undefined;
        if (delay === undefined) throw error;
        onRetry?.(error, delay);
        await this.sleep(delay, signal);
      }
    }
  }
}

function aborted(signal: AbortSignal | undefined): TransportError {
  return new TransportError("transport.aborted", "Aborted by the caller", { cause: signal?.reason });
}
