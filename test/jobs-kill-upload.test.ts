/**
 * Processes that are killed at random points of an upload or a start: what they leave behind goes on, or says what is unknown; nothing
 * is submitted twice.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { characters, randomFrom } from "./bench/inputs/random.ts";
import { eventsIn } from "./support/command.ts";
import { LONG, POINTS, scene } from "./support/killing.ts";

const here = scene();

test(
  "uploads to Salesforce: every record arrives once",
  async () => {
    const { run, path, sent, killAfter, sandbox } = here();
    const chance = randomFrom(1);
    const names = Array.from({ length: 100 }, (_, index) => `Name ${index}`);
    const file = path("upload.csv");
    writeFileSync(file, `Name\n${names.join("\n")}\n`);
    const set = ["--set", "operation=insert", "--set", "object=Account", "--set", "recordsPerBatch=5"];
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = path(`upload-${point}.json`);
      const before = sandbox.requests.length;
      // Creating, twenty batches, closing.
      const kill = killAfter(Math.floor(chance() * 22), chance() * 8);
      const first = await run(["submit", "salesforce", "--file", file, ...set, "--handle", handle], kill);
      if (first.code === null) killed += 1;
      if (!existsSync(handle)) {
        expect(sent("createBatch", before)).toEqual([]);
        continue;
      }
      const resumed = await run(["resume", "--handle", handle]);
      expect(resumed, `point ${point}: ${resumed.stderr}`).toMatchObject({ code: 0 });
      const records = sent("createBatch", before).flatMap(({ body }) => body.trimEnd().split("\n").slice(1));
      expect(records, `point ${point}`).toEqual(names);
      const { id } = JSON.parse(readFileSync(handle, "utf8")) as { readonly id: string };
      expect(sent("updateJob", before).filter((one) => one.path.endsWith(id)).length).toBeGreaterThan(0);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);

// Megabytes that do not get smaller when they are packed, so that they are cut in the middle.
const random = randomFrom(2);
const long = Array.from({ length: 60_000 }, () => characters(random, 100));
const items = long.slice(0, 9000).map((text) => `<AddItemRequest><Item><Title>${text}</Title></Item></AddItemRequest>`);

test.each([
  {
    vendor: "microsoft-advertising",
    name: "campaigns.csv",
    content: `Type,Client Id\n${long.map((text) => `Campaign,${text}\n`).join("")}`,
    set: [],
    start: "GetBulkUploadUrl",
  },
  {
    vendor: "ebay",
    name: "items.xml",
    content: `<BulkDataExchangeRequests><Header/>${items.join("")}</BulkDataExchangeRequests>`,
    set: ["--set", "type=AddItem", "--set", "whenOpen=abort"],
    start: "createUploadJob",
  },
])(
  "uploads to $vendor: a file is taken once",
  async ({ vendor, name, content, set, start }) => {
    const { run, path, sent, killAfter, sandbox } = here();
    const chance = randomFrom(3);
    const file = path(name);
    writeFileSync(file, content);
    let killed = 0;
    let cut = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = path(`${vendor}-${point}.json`);
      const before = sandbox.requests.length;
      // Behind the first call comes all that must not happen twice, the file among it.
      const kill = killAfter(1, chance() * 120);
      const first = await run(["submit", vendor, "--file", file, ...set, "--handle", handle], kill);
      if (first.code === null) killed += 1;
      if (!existsSync(handle)) {
        expect(sent(start, before)).toEqual([]);
        continue;
      }
      if (sent("uploadFile", before).length === 0) cut += 1;
      const resumed = await run(["resume", "--handle", handle]);
      expect(resumed, `point ${point}: ${resumed.stderr}`).toMatchObject({ code: 0 });
      const { id } = JSON.parse(readFileSync(handle, "utf8")) as { readonly id: string };
      const watched = await run(["watch", "--handle", handle, "--every", "2ms"]);
      expect(watched, watched.stdout).toMatchObject({ code: 0 });
      // What was sent again had not arrived: of all addresses and jobs one has a file.
      const whole = sent("uploadFile", before).filter((one) => String(one.bytes) === one.headers["content-length"]);
      if (vendor === "ebay") {
        expect(sent(start, before)).toHaveLength(1);
        expect(sent("startUploadJob", before).length).toBeLessThanOrEqual(2);
      } else expect(whole.map((one) => one.path.split("/").at(-1))).toEqual([id]);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
    // Some before the file had come, some behind it.
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(POINTS);
  },
  LONG,
);

test.each([
  ["superoffice", ["--set", "Name=Export"], "startBatchTask"],
  ["exacttarget", ["--set", "system=tracking", "--set", "subAction=all_ToFTP"], "tracking.BulkAsync"],
] as const)(
  "starts at %s: once at the most, or what is unknown is said",
  async (vendor, set, operation) => {
    const { run, path, sent, killAfter, sandbox } = here();
    const chance = randomFrom(4);
    let unknown = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = path(`${vendor}-${point}.json`);
      const before = sandbox.requests.length;
      const kill = killAfter(Math.floor(chance() * 3), chance() * 4);
      await run(["submit", vendor, ...set, "--handle", handle], kill);
      const started = sent(operation, before).length;
      expect(started).toBeLessThanOrEqual(1);
      if (!existsSync(handle)) {
        expect(started).toBe(0);
        continue;
      }
      const resumed = await run(["resume", "--handle", handle, "--json"]);
      expect(sent(operation, before)).toHaveLength(started);
      if (resumed.code === 0) expect(started).toBe(1);
      else {
        unknown += 1;
        expect(eventsIn(resumed).at(-1)).toMatchObject({ event: "broken-off", error: { code: "job.submit-unknown" } });
      }
    }
    expect(unknown).toBeLessThan(POINTS);
  },
  LONG,
);
