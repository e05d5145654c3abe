/** Processes that are killed at random points of a wait: whoever watches next sees the job to its end. */
import { expect, test } from "vitest";
import { randomFrom } from "./bench/inputs/random.ts";
import { LONG, POINTS, scene } from "./support/killing.ts";

const here = scene();

/** Forty calls in one state, so that a process is killed in their midst. */
function middle(word: string): readonly string[] {
  return Array.from({ length: 40 }, () => word);
}

test.each([
  { vendor: "microsoft-advertising", kind: "upload", states: [...middle("InProgress"), "Completed"] },
  { vendor: "ebay", states: [...middle("InProcess"), "Completed"] },
  { vendor: "salesforce", kind: "batch", states: [...middle("InProgress"), "Completed"] },
  { vendor: "superoffice", states: [...middle("Started"), "Succeeded"] },
  { vendor: "exacttarget", states: [...middle("Processing"), "Complete"] },
] as const)(
  "$vendor",
  async (job) => {
    const { run, killAfter, sandbox } = here();
    const chance = randomFrom(5);
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const watch = ["watch", "--handle", JSON.stringify(sandbox.addJob(job)), "--every", "2ms"];
      const before = sandbox.requests.length;
      const first = await run(watch, killAfter(Math.floor(chance() * 38), chance() * 3));
      if (first.code === null) killed += 1;
      expect(await run(watch), `point ${point}`).toMatchObject({ code: 0 });
      // It asks, and does nothing else.
      const asked = new Set(sandbox.requests.slice(before).map(({ operation }) => operation));
      expect(asked.size, [...asked].join(" ")).toBe(1);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);
