/** Documents that were read wrongly once, here or elsewhere: every way to read them comes to the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readersUnderTest } from "./xml/ours.ts";

interface Case {
  readonly name: string;
  readonly document?: string;
  readonly bytes?: string;
  readonly before?: string;
  readonly content?: readonly string[];
  readonly refused?: string;
}

const cases = parse(readFileSync(join(import.meta.dirname, "xml", "cases.yaml"), "utf8")) as readonly Case[];

/** A line for each event; control characters in texts may stand as they are in the file. */
function lines(content: readonly string[]): string {
  return content
    .map((line) => line.replace(/[\t\n\r]/g, (character) => JSON.stringify(character).slice(1, -1)))
    .join("\n");
}

describe.each(readersUnderTest)("$name", ({ read, ignorable }) => {
  test.each(cases)("$name", ({ document, bytes, before, content, refused }) => {
    expect((document === undefined) === (bytes === undefined)).toBe(false);
    if (before !== undefined) read(before);
    const given = document ?? Buffer.from(bytes ?? "", "base64");
    const forms = document?.isWellFormed() === true ? [given, Buffer.from(document)] : [given];
    for (const form of forms) {
      const reading = read(form);
      if (refused !== undefined) expect(reading).toMatchObject({ verdict: "refused", code: refused });
      else if (ignorable === true) expect(reading.verdict).toBe("read");
      else expect(reading).toEqual({ verdict: "read", infoset: lines(content ?? []) });
    }
  });
});
