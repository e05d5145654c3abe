/** The budget of calls, and calls that are repeated within it. */
import { describe, expect, test } from "vitest";
import { callBudget } from "../../src/jobs/budget.ts";
import { Calls } from "../../src/jobs/calls.ts";
import type { Clock } from "../../src/jobs/clock.ts";
import { fateOf } from "../../src/jobs/submit.ts";
import { HttpError, JobError, TransportError } from "../../src/runtime/errors.ts";

/** A clock that jumps to the next thing to do as soon as nothing else is. */
function jumpingClock(): Clock & { readonly passed: () => number } {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const jump = (): void => {
    const [first] = [...timers].sort((left, right) => left.at - right.at);
    if (first === undefined) return;
    timers.delete(first);
    now = Math.max(now, first.at);
    first.callback();
  };
  return {
    now: () => now,
    passed: () => now,
    random: () => 0,
    after: (milliseconds, callback) => {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      setImmediate(jump);
      return () => timers.delete(timer);
    },
  };
}

describe("a budget", () => {
  test("spreads calls by the pace, after a burst, first come first served", async () => {
    const clock = jumpingClock();
    const budget = callBudget({ calls: 10, per: 1000, burst: 3 }, clock);
    const starts: [number, number][] = [];
    const call = async (number: number): Promise<void> => {
      const release = await budget.take();
      starts.push([number, clock.now()]);
      release();
    };
    await Promise.all(Array.from({ length: 6 }, (_, number) => call(number)));
    expect(starts).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 100],
      [4, 200],
      [5, 300],
    ]);
  });

  test("lets no more calls be under way than it is told", async () => {
    const budget = callBudget({ calls: 1000, per: 1, burst: 1000, concurrent: 2 });
    let running = 0;
    let most = 0;
    const call = async (): Promise<void> => {
      const release = await budget.take();
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      release();
    };
    await Promise.all(Array.from({ length: 10 }, call));
    expect(most).toBe(2);
  });

  test("is left by who is aborted, and goes on with the others", async () => {
    const clock = jumpingClock();
    const budget = callBudget({ calls: 1, per: 1000 }, clock);
    const gone = new AbortController();
    const first = budget.take();
    const second = budget.take(gone.signal);
    const third = budget.take();
    gone.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    await first;
    await third;
    expect(clock.passed()).toBe(1000);
  });

  test("pauses for as long as the vendor asks", async () => {
    const clock = jumpingClock();
    const budget = callBudget({ calls: 1000, per: 1000, burst: 10 }, clock);
    budget.pause(60_000);
    await budget.take();
    expect(clock.passed()).toBe(60_000);
  });
});

describe("calls", () => {
  const broken = new TransportError("transport.connection", "broken");
  const refused = new TransportError("transport.connection", "no", {
    cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
  });
  const rules = { retryDelay: (_: unknown, attempt: number) => (attempt < 3 ? 100 : undefined) };

  test("that may be repeated are, by the rules, and end with the last error", async () => {
    const clock = jumpingClock();
    let made = 0;
    const work = (): Promise<never> => {
      made += 1;
      return Promise.reject(broken);
    };
    await expect(new Calls({ ...rules, clock }).repeated(work)).rejects.toBe(broken);
    expect(made).toBe(3);
    expect(clock.passed()).toBe(200);
  });

  test("that must not be carried out twice are repeated only where they were not carried out", async () => {
    const clock = jumpingClock();
    const calls = new Calls({ ...rules, clock });
    let made = 0;
    const failing = (error: Error) => (): Promise<string> => {
      made += 1;
      return made === 1 ? Promise.reject(error) : Promise.resolve("done");
    };
    await expect(calls.carefully(failing(broken))).rejects.toBe(broken);
    made = 0;
    await expect(calls.carefully(failing(refused))).resolves.toBe("done");
  });

  test("pause the budget of all when the vendor says when to come back", async () => {
    const clock = jumpingClock();
    const budget = callBudget({ calls: 1000, per: 1, burst: 1000 }, clock);
    const calls = new Calls({ ...rules, clock, budget });
    const busy = Object.assign(new JobError("job.refused", "busy"), { retryAfter: 5000 });
    await expect(calls.once(() => Promise.reject(busy))).rejects.toBe(busy);
    await calls.once(() => Promise.resolve());
    expect(clock.passed()).toBe(5000);
  });

  test("end with transport.aborted when the caller has had enough", async () => {
    const signal = AbortSignal.abort();
    await expect(new Calls(rules).once(() => Promise.resolve(1), signal)).rejects.toMatchObject({
      code: "transport.aborted",
    });
  });

  test.each([
    [broken, "unknown"],
    [refused, "not-sent"],
    [new TransportError("transport.deadline", ""), "unknown"],
    [new TransportError("transport.credentials", ""), "not-sent"],
    [new JobError("job.refused", ""), "refused"],
    [new HttpError("http.status", "", { status: 502, contentType: "", excerpt: "" }), "unknown"],
    [new HttpError("http.status", "", { status: 503, contentType: "", excerpt: "" }), "not-sent"],
    [new HttpError("http.status", "", { status: 404, contentType: "", excerpt: "" }), "refused"],
    [new Error("whatever"), "unknown"],
  ])("%s: %s", (error, fate) => expect(fateOf(error)).toBe(fate));
});
