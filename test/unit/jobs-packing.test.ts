/** Archives and gzip as streams: against zip.js and the platform. */
import { BlobReader, BlobWriter, configure, ZipReader, ZipWriter } from "@zip.js/zip.js";
import { crc32 as nodeCrc32, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../src/jobs/crc32.ts";
import { gzipped, unpacked, zipped } from "../../src/jobs/packing.ts";
import { chunksOf } from "../../src/jobs/source.ts";

configure({ useWebWorkers: false });

/** Bytes that compress badly or well, the same in every run. */
function content(length: number, noise: boolean): Uint8Array<ArrayBuffer> {
  let state = 7;
  return Uint8Array.from({ length }, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return noise ? state >>> 24 : index % 50;
  });
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

type Options = NonNullable<ConstructorParameters<typeof ZipWriter>[1]>;

async function archive(bytes: Uint8Array<ArrayBuffer>, options: Options, names = ["a.csv"]): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), options);
  for (const name of names) await writer.add(name, new BlobReader(new Blob([bytes])));
  const blob = await writer.close(
    new TextEncoder().encode("a comment, PK\u0005\u0006".repeat(options.level === 0 ? 100 : 0)),
  );
  return new Uint8Array(await blob.arrayBuffer());
}

function read(bytes: Uint8Array, size = 65_536): Promise<Buffer> {
  return bytesOf(unpacked(pieces(bytes, size), "result"));
}

test("checksums are those of the platform, however the bytes are cut", () => {
  const bytes = content(10_007, true);
  expect(crc32(bytes, 0)).toBe(nodeCrc32(bytes));
  expect(crc32(bytes.subarray(4001), crc32(bytes.subarray(0, 4001), 0))).toBe(nodeCrc32(bytes));
});

describe("an archive is read from its beginning to its end", () => {
  const forms: readonly [string, Options][] = [
    ["deflate", {}],
    ["stored", { level: 0 }],
    ["sizes behind the file", { dataDescriptor: true }],
    ["sizes behind the file, without a mark", { dataDescriptor: true, dataDescriptorSignature: false }],
    ["zip64", { zip64: true }],
    ["a comment", { level: 0 }],
  ];
  test.each(forms)("%s", async (_, options) => {
    for (const length of [0, 1, 300_000, 3_000_000]) {
      const bytes = content(length, length > 300_000);
      const packed = await archive(bytes, options);
      for (const size of length < 400_000 ? [997, 1_000_000] : [65_536]) {
        expect((await read(packed, size)).equals(bytes)).toBe(true);
      }
    }
  });

  test.each([0, 10, 40, 500_000, -1, -22, -30])("cut short at %i", async (at) => {
    const packed = await archive(content(1_000_000, true), {});
    const cut = packed.slice(0, at < 0 ? packed.length + at : at);
    // Nothing is no archive: it is an empty file.
    if (at === 0) return expect(await read(cut)).toHaveLength(0);
    await expect(read(cut)).rejects.toMatchObject({ code: "job.results" });
  });

  test.each([100, 700_000])("a byte that is not what it was, at %i", async (at) => {
    for (const level of [0, 6]) {
      const packed = await archive(content(1_000_000, true), { level });
      packed[at] = (packed[at] ?? 0) ^ 0x10;
      await expect(read(packed)).rejects.toMatchObject({ code: "job.results" });
    }
  });

  test("damaged anywhere: the content or an error, nothing else", async () => {
    const bytes = content(5000, true);
    for (const options of [{ level: 0 }, { level: 6, dataDescriptor: true }, { level: 6, zip64: true }]) {
      const packed = await archive(bytes, options);
      let refused = 0;
      for (let at = 0; at < packed.length; at += at < 120 || at > packed.length - 200 ? 1 : 97) {
        const damaged = packed.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        const found = await read(damaged, 700).catch((error: unknown) => error);
        // Times and attributes say nothing about the content; without its mark a file is no archive.
        if (found instanceof Buffer) expect(found.equals(bytes) || found.equals(damaged)).toBe(true);
        else expect(found).toMatchObject({ code: "job.results" });
        if (!(found instanceof Buffer)) refused += 1;
      }
      expect(refused).toBeGreaterThan(100);
    }
  });

  test("several files, an encrypted one", async () => {
    const two = await archive(content(1000, true), { level: 0 }, ["a.csv", "b.csv"]);
    await expect(read(two)).rejects.toThrow("2 files");
    const locked = await archive(content(1000, true), { password: "secret", zipCrypto: true });
    await expect(read(locked)).rejects.toThrow("encrypted");
  });

  test("an error of the source is the error", async () => {
    const packed = await archive(content(1_000_000, true), {});
    async function* broken(): AsyncGenerator<Uint8Array, void, undefined> {
      yield packed.subarray(0, 700_000);
      throw new Error("the connection broke");
    }
    await expect(bytesOf(unpacked(broken(), "result"))).rejects.toThrow("the connection broke");
  });
});

test("gzip: read, written, cut short", async () => {
  const bytes = content(500_000, true);
  expect((await read(gzipSync(bytes))).equals(bytes)).toBe(true);
  const packed = await bytesOf(chunksOf(gzipped(new Blob([bytes]).stream())));
  expect((await read(packed, 997)).equals(bytes)).toBe(true);
  await expect(read(packed.subarray(0, -3))).rejects.toMatchObject({ code: "job.results" });
});

test("archives are written as streams, the same every time", async () => {
  const bytes = content(500_000, false);
  const file = await zipped(new Blob([bytes]), "upload.csv");
  const [first, second] = await Promise.all([bytesOf(chunksOf(file.stream())), bytesOf(chunksOf(file.stream()))]);
  expect(first.equals(second)).toBe(true);
  expect((await read(first)).equals(bytes)).toBe(true);
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(first)]))).getEntries();
  expect(entries.map(({ filename }) => filename)).toEqual(["upload.csv"]);
});

test("a file that cannot be read makes no archive", async () => {
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({ pull: () => Promise.reject(new Error("disk")) });
  const file = await zipped({ stream }, "upload.csv");
  await expect(bytesOf(chunksOf(file.stream()))).rejects.toThrow("disk");
});
