import { systemClock, type Clock } from "./clock.ts";

/** How many calls a vendor takes. Share one between all facades of an account. */
export interface CallBudget {
  /**
   * Waits for its turn, first come first served; rejects with the signal's reason. Call what it answers when the call is over.
   */
  take(signal?: AbortSignal): Promise<() => void>;
  /** No call for that many milliseconds: the vendor has said that there were too many. */
  pause(milliseconds: number): void;
}

/** The pace of a budget. */
export interface BudgetLimits {
  /** Calls in every `per` milliseconds; `Infinity` where only those under way are limited. */
  readonly calls: number;
  readonly per: number;
  /** Calls that may be made at once after a pause; 1 where absent, which spreads them evenly. */
  readonly burst?: number;
  /** Calls under way at the same time; no limit where absent. */
  readonly concurrent?: number;
}

/** A token bucket. */
export function callBudget(limits: BudgetLimits, clock: Clock = systemClock): CallBudget {
  return new Bucket(limits, clock);
}

interface Waiting {
  readonly go: (release: () => void) => void;
  left: boolean;
}

class Bucket implements CallBudget {
  readonly #clock: Clock;
  readonly #burst: number;
  readonly #rate: number;
  readonly #concurrent: number;
  readonly #waiting: Waiting[] = [];
  #first = 0;
  #tokens: number;
  #filled: number;
  #pausedUntil = -Infinity;
  #running = 0;
  #timer: (() => void) | undefined;

  constructor({ calls, per, burst = 1, concurrent = Infinity }: BudgetLimits, clock: Clock) {
    this.#clock = clock;
    this.#burst = burst;
    this.#rate = calls / per;
    this.#concurrent = concurrent;
    this.#tokens = burst;
    this.#filled = clock.now();
  }

  take(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const leave = (): void => {
        waiting.left = true;
        reject(signal?.reason);
      };
      const waiting: Waiting = {
        left: false,
        go: (release) => {
          signal?.removeEventListener("abort", leave);
          resolve(release);
        },
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      this.#serve();
    });
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds);
  }

  #serve(): void {
    this.#timer?.();
    this.#timer = undefined;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const wait = this.#wait();
      if (this.#running >= this.#concurrent) return;
      if (wait > 0) {
        this.#timer = this.#clock.after(wait, () => this.#serve());
        return;
      }
      this.#first += 1;
      this.#tokens -= 1;
      this.#running += 1;
      next.go(this.#release());
    }
  }

  /** The first who has not left. The list is cut when half of it is behind. */
  #next(): Waiting | undefined {
    while (this.#waiting[this.#first]?.left === true) this.#first += 1;
    if (this.#first > 64 && this.#first * 2 > this.#waiting.length) {
      this.#waiting.splice(0, this.#first);
      this.#first = 0;
    }
    return this.#waiting[this.#first];
  }

  /** Milliseconds until there is a token. */
  #wait(): number {
    const now = this.#clock.now();
    const fresh = this.#rate === Infinity ? this.#burst : (now - this.#filled) * this.#rate;
    this.#tokens = Math.min(this.#burst, this.#tokens + fresh);
    this.#filled = now;
    // Fractions that sums of floating-point numbers leave behind are no reason to wait.
    const missing = this.#tokens >= 1 - 1e-9 ? 0 : Math.ceil((1 - this.#tokens) / this.#rate);
    return Math.max(missing, this.#pausedUntil - now, 0);
  }

  #release(): () => void {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#running -= 1;
      this.#serve();
    };
  }
}
