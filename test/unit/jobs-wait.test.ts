/** Waiting for jobs and watching them, with a clock that the tests hold. */
import { describe, expect, test, vi } from "vitest";
import { waitForJob, watchJob, type JobSnapshot, type WaitOptions } from "../../src/jobs/index.ts";
import { TransportError } from "../../src/runtime/errors.ts";
import { FakeClock, settle } from "../support/fake-clock.ts";
import { handle, scripted, snapshot, type Scripted } from "../support/scripted-job.ts";

/** Outcome of waiting, once it is there; undefined before. */
function waiting(source: Scripted, options: WaitOptions & { readonly clock: FakeClock }) {
  const state: { outcome?: unknown; error?: unknown } = {};
  waitForJob(source, handle, options).then(
    (outcome) => (state.outcome = outcome),
    (error: unknown) => (state.error = error),
  );
  return state;
}

const glitch = new TransportError("transport.connection", "reset");
const fatal = Object.assign(new Error("no"), { name: "Fatal" });

describe("waitForJob", () => {
  test.each(["succeeded", "partially-failed", "failed", "aborted"] as const)("ends with %s", async (state) => {
    const clock = new FakeClock();
    const source = scripted(snapshot("queued"), snapshot("running"), snapshot(state));
    const wait = waiting(source, { clock });
    await clock.advance(60_000);
    expect(wait).toEqual({ outcome: { kind: "finished", snapshot: snapshot(state) } });
    expect(source.calls).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  test("asks at once, then after the vendor's first wait, then ever less often, up to the longest", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    const asked: number[] = [];
    const status = source.status.bind(source);
    source.status = (...call) => {
      asked.push(clock.now());
      return status(...call);
    };
    waiting(source, { clock, deadline: 100_000 });
    await clock.advance(100_000);
    const waits = asked.slice(1).map((time, index) => time - (asked[index] ?? 0));
    expect(asked[0]).toBe(0);
    expect(waits.slice(0, 3)).toEqual([1000, 2000, 3500]);
    expect(waits).toEqual(waits.toSorted((left, right) => left - right));
    expect(Math.max(...waits)).toBe(10_000);
  });

  test("the jitter keeps every wait between the first and the longest", async () => {
    for (const chance of [0, 0.999]) {
      const clock = new FakeClock();
      clock.chance = chance;
      const source = scripted(snapshot("running"));
      waiting(source, { clock, deadline: 100_000 });
      await clock.advance(99_000);
      // The shortest is one call a second; the longest grows three times a step: 1, 3, 9, 10, 10, …
      expect(source.calls.length).toBe(chance === 0 ? 100 : 12);
    }
  });

  test("another pace than the vendor's, in part", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    waiting(source, { clock, pace: { most: 100 }, deadline: 10_000 });
    await clock.advance(1000);
    expect(source.calls).toHaveLength(11);
  });

  test("a deadline is not a failure: the handle and the last snapshot come back, nothing is left behind", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("queued"), snapshot("running"));
    const wait = waiting(source, { clock, deadline: 5000 });
    await clock.advance(4999);
    expect(wait).toEqual({});
    await clock.advance(1);
    expect(wait).toEqual({ outcome: { kind: "still-running", handle, snapshot: snapshot("running") } });
    expect(clock.pending).toBe(0);
  });

  test("one hour is the deadline where none is given", async () => {
    const clock = new FakeClock();
    const wait = waiting(scripted(snapshot("running")), { clock });
    await clock.advance(3_599_999);
    expect(wait).toEqual({});
    await clock.advance(1);
    expect(wait).toHaveProperty("outcome.kind", "still-running");
  });

  test("no deadline: Infinity", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    const wait = waiting(source, { clock, deadline: Infinity });
    await clock.advance(10_000_000);
    expect(wait).toEqual({});
    expect(source.calls.length).toBeGreaterThan(900);
  });

  test("a call that never ends is cut at the deadline", async () => {
    const clock = new FakeClock();
    const source = scripted("stall");
    const wait = waiting(source, { clock, deadline: 5000 });
    await clock.advance(5000);
    expect(wait).toEqual({ outcome: { kind: "still-running", handle } });
    expect(source.calls[0]?.signal?.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  test("a network glitch does not kill the wait", async () => {
    const clock = new FakeClock();
    const retried: unknown[] = [];
    const source = scripted(snapshot("running"), glitch, glitch, snapshot("running"), glitch, snapshot("succeeded"));
    const wait = waiting(source, { clock, onRetry: (error, delay) => retried.push([error, delay]) });
    await clock.advance(60_000);
    expect(wait).toHaveProperty("outcome.snapshot.state", "succeeded");
    // The count starts anew after an answer: three failures, never more than two in a row.
    expect(retried).toEqual([
      [glitch, 500],
      [glitch, 500],
      [glitch, 500],
    ]);
  });

  test("failures are repeated as often as the source says, then the error comes out", async () => {
    const clock = new FakeClock();
    const source = scripted(glitch);
    const wait = waiting(source, { clock });
    await clock.advance(60_000);
    expect(wait).toEqual({ error: glitch });
    expect(source.calls).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  test("an error that is not to be repeated rejects at once", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"), fatal);
    const wait = waiting(source, { clock });
    await clock.advance(1000);
    expect(wait).toEqual({ error: fatal });
    expect(clock.pending).toBe(0);
  });

  test("the caller's own rule for failures", async () => {
    const clock = new FakeClock();
    const source = scripted(fatal, snapshot("succeeded"));
    const wait = waiting(source, { clock, retry: (_, attempt) => attempt * 10_000 });
    await clock.advance(9999);
    expect(source.calls).toHaveLength(1);
    await clock.advance(1);
    expect(wait).toHaveProperty("outcome.kind", "finished");
  });

  test("a wait for the next try does not outlast the deadline, and the last error is told", async () => {
    const clock = new FakeClock();
    const wait = waiting(scripted(glitch), { clock, retry: () => 900_000, deadline: 3000 });
    await clock.advance(3000);
    expect(wait).toEqual({ outcome: { kind: "still-running", handle, error: glitch } });
  });

  test("a word that no contract lists does not end the wait", async () => {
    const clock = new FakeClock();
    const seen: string[] = [];
    const source = scripted(
      snapshot("unknown", "Paused"),
      snapshot("unknown", "Paused"),
      snapshot("succeeded", "Done"),
    );
    const wait = waiting(source, { clock, onSnapshot: ({ rawState }) => seen.push(rawState) });
    await clock.advance(60_000);
    expect(wait).toHaveProperty("outcome.snapshot.rawState", "Done");
    expect(seen).toEqual(["Paused", "Done"]);
  });

  test("a job that is gone is over", async () => {
    const clock = new FakeClock();
    const gone = snapshot("unknown", "gone", { terminal: true, hint: "gone" });
    const wait = waiting(scripted(snapshot("running"), gone), { clock });
    await clock.advance(2000);
    expect(wait).toEqual({ outcome: { kind: "finished", snapshot: gone } });
  });

  test("every call but the first is told how the job stood before", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("queued"), glitch, snapshot("running"), snapshot("succeeded"));
    waiting(source, { clock });
    await clock.advance(60_000);
    expect(source.calls.map(({ previous }) => previous?.state)).toEqual([undefined, "queued", "queued", "running"]);
  });

  test("aborting rejects with a typed error, during a wait and during a call, and leaves nothing behind", async () => {
    for (const step of [snapshot("running"), "stall"] as const) {
      const clock = new FakeClock();
      const controller = new AbortController();
      const source = scripted(step);
      const wait = waiting(source, { clock, signal: controller.signal });
      await clock.advance(500);
      controller.abort(new Error("enough"));
      await settle();
      expect(wait.error).toBeInstanceOf(TransportError);
      expect(wait.error).toMatchObject({ code: "transport.aborted", cause: { message: "enough" } });
      expect(clock.pending).toBe(0);
      expect(source.calls).toHaveLength(1);
    }
  });

  test("a signal that has fired already: nothing comes of it but the error", async () => {
    const clock = new FakeClock();
    const wait = waiting(scripted("stall"), { clock, signal: AbortSignal.abort() });
    await settle();
    expect(wait.error).toMatchObject({ code: "transport.aborted" });
    expect(clock.pending).toBe(0);
  });

  test("a long wait does not gather listeners on the signal that its calls are given", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    const wait = waiting(source, { clock, deadline: 1_000_000 });
    await settle();
    const signal = source.calls[0]?.signal;
    if (signal === undefined) throw new Error("no signal");
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await clock.advance(500_000);
    expect(added.mock.calls.length).toBeGreaterThan(50);
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length - 1);
    await clock.advance(500_000);
    expect(wait).toHaveProperty("outcome.kind", "still-running");
  });

  test("an error of the caller's own callback comes out, and nothing is left behind", async () => {
    const clock = new FakeClock();
    const thrown = new Error("mine");
    const wait = waiting(scripted(snapshot("running")), {
      clock,
      onSnapshot: () => {
        throw thrown;
      },
    });
    await settle();
    expect(wait).toEqual({ error: thrown });
    expect(clock.pending).toBe(0);
  });
});

describe("watchJob", () => {
  test("the first snapshot at once, then what is new, the last one when the job has ended", async () => {
    const clock = new FakeClock();
    const source = scripted(
      snapshot("queued"),
      snapshot("queued", "queued", { times: { updated: "2026-01-01T00:00:01Z" } }),
      snapshot("running", "running", { progress: 0.1 }),
      snapshot("running", "running", { progress: 0.1 }),
      snapshot("running", "running", { progress: 0.2 }),
      snapshot("running", "Finishing", { progress: 0.2 }),
      snapshot("succeeded"),
    );
    const seen: (readonly [number, string, number | undefined])[] = [];
    const done = (async () => {
      for await (const { rawState, progress } of watchJob(source, handle, { clock, pace: { first: 100, most: 100 } })) {
        seen.push([clock.now(), rawState, progress]);
      }
    })();
    await clock.advance(10_000);
    await done;
    expect(seen).toEqual([
      [0, "queued", undefined],
      [200, "running", 0.1],
      [400, "running", 0.2],
      [500, "Finishing", 0.2],
      [600, "succeeded", undefined],
    ]);
    expect(clock.pending).toBe(0);
  });

  test("the outcome stands at the end", async () => {
    const clock = new FakeClock();
    const watch = watchJob(scripted(snapshot("succeeded")), handle, { clock });
    expect((await watch.next()).value).toMatchObject({ state: "succeeded" });
    expect(await watch.next()).toEqual({ done: true, value: { kind: "finished", snapshot: snapshot("succeeded") } });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  test("leaving the loop stops timers", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    const seen: JobSnapshot[] = [];
    for await (const one of watchJob(source, handle, { clock })) {
      seen.push(one);
      break;
    }
    expect(seen).toHaveLength(1);
    expect(clock.pending).toBe(0);
    await clock.advance(60_000);
    expect(source.calls).toHaveLength(1);
  });

  test.each(["a wait", "a call"])("return() stops %s that is under way", async (what) => {
    const clock = new FakeClock();
    const source = what === "a call" ? scripted(snapshot("running"), "stall") : scripted(snapshot("running"));
    const watch = watchJob(source, handle, { clock });
    await watch.next();
    const pending = watch.next();
    await clock.advance(what === "a call" ? 1000 : 500);
    const returned = watch.return();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await returned).toEqual({ done: true, value: undefined });
    expect(clock.pending).toBe(0);
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  test("return() before the first next(): nothing was asked and nothing will be", async () => {
    const clock = new FakeClock();
    const source = scripted(snapshot("running"));
    const watch = watchJob(source, handle, { clock });
    expect(clock.pending).toBe(0);
    expect(await watch.return()).toEqual({ done: true, value: undefined });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
    expect(source.calls).toHaveLength(0);
  });

  test("the deadline ends the loop without a last snapshot", async () => {
    const clock = new FakeClock();
    const seen: string[] = [];
    const done = (async () => {
      for await (const { state } of watchJob(scripted(snapshot("running")), handle, { clock, deadline: 5000 })) {
        seen.push(state);
      }
    })();
    await clock.advance(5000);
    await done;
    expect(seen).toEqual(["running"]);
  });

  test("works on the platform's own clock", async () => {
    const source = scripted(snapshot("running"), snapshot("succeeded"));
    const outcome = await waitForJob(source, handle, { pace: { first: 5, most: 5 } });
    expect(outcome.kind).toBe("finished");
    const late = await waitForJob(scripted(snapshot("running")), handle, { pace: { first: 5, most: 5 }, deadline: 30 });
    expect(late.kind).toBe("still-running");
  });
});
