import type { Clock } from "../../src/jobs/clock.ts";

/** A clock on which every wait is over at once, and which knows how long they were together. */
export function instantClock(): Clock & { readonly waited: () => number } {
  let waited = 0;
  return {
    now: () => waited,
    random: () => 0,
    waited: () => waited,
    after: (milliseconds, callback) => {
      // Deadlines of hours are not what a test waits for.
      if (milliseconds > 600_000) return () => undefined;
      const timer = setTimeout(() => {
        waited += milliseconds;
        callback();
      }, 0);
      return () => clearTimeout(timer);
    },
  };
}
