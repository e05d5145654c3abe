/** Records split into batches, and items taken out of arrays: whatever pieces they come in. */
import { describe, expect, test } from "vitest";
import { itemsOf } from "../../src/jobs/blocks.ts";
import { jsonItems } from "../../src/jobs/json-items.ts";
import { batchesOf } from "../../src/salesforce/batches.ts";
import { collect } from "../support/collect.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Batch {
  readonly text: string;
  readonly records: number;
}

/** The batches of a text; each is looked at before the next one takes its memory. */
async function split(format: "CSV" | "JSON" | "XML", text: string, most: number, size = 65_536): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const { content, records } of batchesOf(format, pieces(text, size), most)) {
    expect(content.byteLength).toBeLessThanOrEqual(10_000_000);
    batches.push({ text: decoder.decode(content), records });
  }
  return batches;
}

const namespace = "http://www.force.com/2009/06/asyncapi/dataload";
const texts = {
  CSV: '\ufeffName,Text\r\nA,"x\r\n""y"""\r\n\r\nZoë,"1,2"\nC,',
  JSON: ' [ {"Name":"A]","Text":"\\"}"} ,\n{"Name":"Zoë","Text":[{"a":[]}]},{"Name":"C"}] ',
  XML:
    `<s:sObjects xmlns:s="${namespace}"><!-- a > b --><s:sObject><s:Name>A</s:Name><s:Text><![CDATA[</s:sObject>]]></s:Text>` +
    "</s:sObject><s:sObject><s:Name>Zoë</s:Name></s:sObject><s:sObject/></s:sObjects>",
};

describe("batches", () => {
  test.each(["CSV", "JSON", "XML"] as const)("of %s do not depend on where pieces end", async (format) => {
    const whole = await split(format, texts[format], 2);
    expect(whole.map(({ records }) => records)).toEqual([2, 1]);
    for (const size of [1, 2, 3, 7, 20]) expect(await split(format, texts[format], 2, size)).toEqual(whole);
  });

  test("have the header each, no mark, and all records", async () => {
    const [first, second] = await split("CSV", texts.CSV, 2);
    expect(first?.text).toBe('Name,Text\r\nA,"x\r\n""y"""\r\nZoë,"1,2"\n');
    expect(second?.text).toBe("Name,Text\r\nC,\n");
  });

  test("are full at 10,000 records, or at 10,000,000 bytes", async () => {
    const small = `Name\n${"x\n".repeat(25_000)}`;
    expect((await split("CSV", small, 10_000)).map(({ records }) => records)).toEqual([10_000, 10_000, 5_000]);
    const exact = `N\n${`${"x".repeat(2_499_998)}\n`.repeat(2)}${"x".repeat(4_999_999)}\n${"y".repeat(10)}\n`;
    const [full, rest] = await split("CSV", exact, 10_000);
    expect(full).toMatchObject({ records: 3 });
    expect(full?.text.length).toBe(10_000_000);
    expect(rest?.text).toBe(`N\n${"y".repeat(10)}\n`);
    const json = JSON.stringify(Array.from({ length: 5 }, () => ({ Text: "é".repeat(1_500_000) })));
    expect((await split("JSON", json, 10_000)).map(({ records }) => records)).toEqual([3, 2]);
  });

  test.each([
    ["CSV", `N\n${"x".repeat(10_000_000)}\n`],
    ["JSON", `["${"x".repeat(10_000_000)}"]`],
    ["XML", `<sObjects xmlns="${namespace}"><sObject><N>${"x".repeat(10_000_000)}</N></sObject></sObjects>`],
  ] as const)("cannot hold a record of %s that is too large", async (format, text) => {
    await expect(split(format, text, 10_000)).rejects.toMatchObject({ code: "job.limit" });
  });

  test.each([
    ["JSON", "{}"],
    ["JSON", "[1,]"],
    ["JSON", "[,1]"],
    ["JSON", "[1"],
    ["JSON", "[1] 2"],
    ["JSON", ""],
    ["JSON", '["x]'],
    ["XML", "<sObjects/>"],
    ["XML", `<sObjects xmlns="${namespace}"><sObject></sObjects>`],
    ["XML", "Name\nx\n"],
  ] as const)("are not made of what is no %s: %s", async (format, text) => {
    await expect(split(format, text, 10)).rejects.toMatchObject({ code: "job.request" });
  });
});

describe("items", () => {
  test.each([
    ["[]", []],
    [" [\n] ", []],
    ["[1,2 , 3]", ["1", "2 ", "3"]],
    ['["a,]\\\\","b\\""]', ['"a,]\\\\"', '"b\\""']],
    ['[{"a":[1,{"b":"]"}]},[[]]]', ['{"a":[1,{"b":"]"}]}', "[[]]"]],
  ])("of %s", async (text, items) => {
    for (const size of [1, 2, 3, 100]) {
      const found = await collect(jsonItems(pieces(text, size), "test"));
      expect(found.map((item) => decoder.decode(item))).toEqual(items);
    }
  });

  test("of blocks come one by one, whoever asks how often, and end their source", async () => {
    let ended = false;
    async function* blocks(): AsyncGenerator<readonly number[], void, undefined> {
      try {
        yield [];
        yield [1, 2];
        yield [3];
        for (;;) yield [4];
      } finally {
        ended = true;
      }
    }
    const items = itemsOf(blocks());
    const first = await Promise.all([items.next(), items.next(), items.next(), items.next()]);
    expect(first.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
    await items.return?.();
    expect(ended).toBe(true);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });
});
