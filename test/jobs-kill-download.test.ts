/** Processes that are killed at random points of a download: a file is whole, or not there, and comes as a whole in the end. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { randomFrom } from "./bench/inputs/random.ts";
import { digestOf, LONG, POINTS, scene } from "./support/killing.ts";

const here = scene();

test.each([
  { vendor: "microsoft-advertising", kind: "download", states: ["Completed"], resultRows: 300_000, calls: 2 },
  { vendor: "ebay", states: ["Completed"], resultRows: 300_000, calls: 2 },
  // The job, its batches, the list of results, the rows.
  { vendor: "salesforce", states: ["Closed"], resultRows: 300_000, calls: 4 },
] as const)(
  "$vendor",
  async ({ calls, ...job }) => {
    const { run, path, killAfter, sandbox } = here();
    const chance = randomFrom(6);
    const handle = JSON.stringify(sandbox.addJob(job));
    expect(await run(["watch", "--handle", handle, "--every", "2ms"])).toMatchObject({ code: 0 });
    const whole = path(`${job.vendor}-whole`);
    await run(["results", "--handle", handle, "--out", whole]);
    const names = readdirSync(whole);
    const expected = names.map((name) => digestOf(join(whole, name)));
    expect(names).toHaveLength(1);
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const out = path(`${job.vendor}-${point}`);
      const fetchAll = ["results", "--handle", handle, "--out", out];
      const first = await run(fetchAll, killAfter(Math.floor(chance() * calls), chance() * 100));
      if (first.code === null) killed += 1;
      for (const [index, name] of names.entries()) {
        if (existsSync(join(out, name))) expect(digestOf(join(out, name))).toBe(expected[index]);
      }
      expect(await run(fetchAll)).toMatchObject({ code: 0 });
      expect(readdirSync(out)).toEqual(names);
      expect(names.map((name) => digestOf(join(out, name)))).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);
