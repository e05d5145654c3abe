/** The benchmark compares like with like: the same inputs in every run, valid by their contracts, and the same values from all that check. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { batchInfoList } from "../../generated/salesforce/async-api.ts";
import { decode, encode } from "../../src/runtime/index.ts";
import { events } from "../bench/contenders/saxes.ts";
import { walked } from "../bench/contenders/walk.ts";
import { batchList, batchListXml } from "../bench/inputs/batch-list.ts";
import { batchChunks, batchStream } from "../bench/inputs/batch-stream.ts";
import { mixedDocument } from "../bench/inputs/mixed.ts";
import { statusResponses, statusResponseXml } from "../bench/inputs/status-response.ts";
import { unstored } from "../bench/measure/stored.ts";
import { streamContenders } from "../bench/stream/contenders.ts";
import type { Work } from "../bench/work.ts";
import { decodeList, decodeSoap } from "../bench/works/decode.ts";
import { encodeSoap } from "../bench/works/encode.ts";

function hash(texts: readonly (string | Uint8Array)[]): string {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(text);
  return sum.digest("hex").slice(0, 16);
}

/** What each contender that checks makes of the inputs. */
async function values<Input>(work: Work<Input>): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  for (const { name, takes, checked, load } of work.contenders) {
    if (checked !== true) continue;
    const start = await load();
    const given = await work.inputs(takes, unstored);
    found.set(
      name,
      given.map((input) => start(input)()),
    );
  }
  return found;
}

describe("inputs", () => {
  test("are the same in every run", () => {
    const answers = statusResponses().map(statusResponseXml);
    expect(new Set(answers).size).toBe(64);
    expect(hash(answers)).toMatchInlineSnapshot(`"7f6e9f9437179b3f"`);
    expect(hash([batchListXml(batchList(1000))])).toMatchInlineSnapshot(`"22083ef789ce8fbe"`);
  });

  test("have the sizes that the report names", () => {
    const sizes = statusResponses().map((value) => statusResponseXml(value).length);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(1440, -2);
    const [list] = decodeList.inputs("xml", unstored);
    expect((list?.length ?? 0) / 1e6).toBeCloseTo(10, 1);
  });

  test("of a list are what they were made from", () => {
    const list = batchList(500);
    expect(decode(batchInfoList, batchListXml(list), { mode: "strict" })).toEqual(list);
    expect(decode(batchInfoList, encode(batchInfoList, list), { mode: "strict" })).toEqual(list);
  });
});

test("the reader and saxes see the same of the mixed document", async () => {
  const document = mixedDocument(200_000);
  const read = await events.load();
  expect(document.length).toBeGreaterThan(200_000);
  expect(hash([document])).toMatchInlineSnapshot(`"52e3e3ee80fab4bc"`);
  expect(walked(document)).toBe(read(document)());
});

describe("contenders that check", () => {
  test("give the same SOAP answers", async () => {
    const found = await values(decodeSoap);
    expect(found.size).toBeGreaterThan(1);
    for (const [name, given] of found) expect([name, given]).toEqual([name, statusResponses()]);
  });

  test("give the same list", { timeout: 60_000 }, async () => {
    const found = await values(decodeList);
    expect(found.size).toBeGreaterThan(2);
    const [first] = found.values();
    for (const [name, given] of found) expect([name, given]).toEqual([name, first]);
  });

  test("encode what decodes to the same", async () => {
    const [[, texts] = ["", []]] = await values(encodeSoap);
    const [own] = decodeSoap.contenders;
    const start = await own?.load();
    const given = texts.map((text) => start?.(new TextEncoder().encode(String(text)))());
    expect(given).toEqual(statusResponses());
  });
});

describe("streams", () => {
  test("are lists that strict decoding takes, the same at every size of chunk", () => {
    const whole = Buffer.concat([...batchChunks(300_000, 65_536)]);
    const { batchInfo } = decode(batchInfoList, whole, { mode: "strict" });
    expect(batchInfo.length).toBe(1000);
    for (const chunk of [1, 7, 4096]) {
      const chunks = [...batchChunks(300_000, chunk)];
      expect(chunks.slice(0, -1).every(({ length }) => length === chunk)).toBe(true);
      expect(Buffer.concat(chunks).equals(whole)).toBe(true);
    }
  });

  test.each([1, 100, 65_536])("are read alike by all in chunks of %i", { timeout: 60_000 }, async (chunk) => {
    const { batchInfo } = decode(batchInfoList, Buffer.concat([...batchChunks(20_000, 65_536)]), { mode: "strict" });
    const records = batchInfo.reduce((sum, { numberRecordsProcessed }) => sum + numberRecordsProcessed, 0);
    for (const { name, read } of streamContenders) {
      const counted = await read(batchStream(20_000, chunk));
      expect([name, counted]).toEqual([name, { items: batchInfo.length, records }]);
    }
  });
});
