/** Handles as text: what is read back, and what is refused. */
import { describe, expect, test } from "vitest";
import { handleFrom, isTerminal, isVendor, parseHandle, stringifyHandle, vendors } from "../../src/jobs/index.ts";
import { fraction, stateOf } from "../../src/jobs/states.ts";
import { JobError } from "../../src/runtime/errors.ts";

const batch = { vendor: "salesforce", kind: "batch", id: "751x", parent: "750x" } as const;

describe("handles", () => {
  test("survive being written and read", () => {
    expect(parseHandle(stringifyHandle(batch))).toEqual(batch);
    const job = { vendor: "ebay", kind: "job", id: "1" } as const;
    expect(parseHandle(stringifyHandle(job))).toEqual(job);
    expect(stringifyHandle(job)).toBe('{"vendor":"ebay","kind":"job","id":"1"}');
  });

  test("hold nothing but what a handle has, written and read", () => {
    const padded = { ...batch, token: "planted-secret" };
    expect(stringifyHandle(padded)).not.toContain("planted-secret");
    expect(parseHandle(JSON.stringify(padded))).toEqual(batch);
  });

  test.each([
    ["", "expected JSON"],
    ["{", "expected JSON"],
    ["null", "expected an object"],
    ['"planted-secret"', "expected an object"],
    ["[]", "its vendor"],
    ['{"vendor":"planted-secret"}', "its vendor is none of microsoft-advertising, ebay"],
    ['{"vendor":"toString","kind":"job","id":"1"}', "its vendor"],
    ['{"vendor":"ebay","id":"1"}', "its kind"],
    ['{"vendor":"ebay","kind":"job","id":1}', "its id"],
    ['{"vendor":"ebay","kind":"job","id":""}', "its id"],
    ['{"vendor":"ebay","kind":"job","id":"1","parent":7}', "its parent"],
  ])("%s is refused: %s", (text, why) => {
    const parse = (): unknown => parseHandle(text);
    expect(parse).toThrow(JobError);
    expect(parse).toThrow(why);
    expect(parse).toThrow(expect.objectContaining({ code: "job.handle" }));
    expect(parse).not.toThrow("planted-secret");
  });

  test("come from values of unknown origin too", () => {
    expect(handleFrom(batch)).toEqual(batch);
    expect(() => handleFrom(7)).toThrow(JobError);
  });

  test("vendors", () => {
    expect(vendors).toEqual(["microsoft-advertising", "ebay", "salesforce", "superoffice", "exacttarget"]);
    expect(isVendor("ebay")).toBe(true);
    expect(isVendor("constructor")).toBe(false);
  });
});

describe("states", () => {
  test("a word that is not in the table is unknown, one of Object's own members too", () => {
    const table = { Done: "succeeded" } as const;
    expect(stateOf(table, "Done")).toBe("succeeded");
    expect(stateOf(table, "done")).toBe("unknown");
    expect(stateOf(table, "constructor")).toBe("unknown");
  });

  test("terminal are the four ends; unknown is none", () => {
    const states = ["queued", "running", "succeeded", "partially-failed", "failed", "aborted", "unknown"] as const;
    expect(states.filter(isTerminal)).toEqual(["succeeded", "partially-failed", "failed", "aborted"]);
  });

  test("a percentage out of range says nothing", () => {
    expect([0, 50, 100].map(fraction)).toEqual([0, 0.5, 1]);
    expect([-1, 759, NaN, Infinity, null, undefined].map(fraction)).toEqual(Array(6).fill(undefined));
  });
});
