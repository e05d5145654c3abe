/** Time and chance as waiting needs them: a test puts its own in their place. */
export interface Clock {
  /** Milliseconds from any fixed moment on; never goes back. */
  now(): number;
  /** Calls back once after that many milliseconds. What it answers takes the call back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
}

/** What platforms count: longer waits would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** The platform's own. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (left: number): void => {
      const part = Math.min(left, LONGEST);
      timer = setTimeout(() => (left > part ? wait(left - part) : callback()), part);
    };
    if (milliseconds < Infinity) wait(milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
