/** Forms and packages of several parts as streams, however their bytes are cut. */
import { describe, expect, test } from "vitest";
import { fileForm } from "../../src/jobs/form.ts";
import { relatedParts } from "../../src/jobs/related.ts";
import { chunksOf, joined } from "../../src/jobs/source.ts";
import { parseRelated } from "../../src/runtime/xml/multipart.ts";
import { collect } from "../support/collect.ts";

test("a form is what the platform reads, and as long as it says", async () => {
  const file = new File(["Größe\r\n--x\r\n"], 'a "b".csv', { type: "text/csv" });
  const form = fileForm(file, "file", "text/csv");
  const bytes = joined(await collect(chunksOf(form.stream())));
  expect(form.size).toBe(bytes.length);
  const headers = { "content-type": form.contentType };
  const read = await new Response(new Uint8Array(bytes), { headers }).formData();
  const found = read.get("file");
  if (!(found instanceof File)) throw new Error("no file");
  expect(await found.text()).toBe("Größe\r\n--x\r\n");
  expect([found.type, found.name]).toEqual(["text/csv", 'a "b".csv']);
  expect(fileForm({ stream: () => file.stream() }, "file", "text/csv")).not.toHaveProperty("size");
});

const type = 'multipart/related; boundary="b-1"; type="application/xop+xml"; start="<root>"';

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = Buffer.from(text, "latin1");
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size: number, contentType: string = type): Promise<readonly [string, string][]> {
  const parts: [string, string][] = [];
  for await (const { headers, content } of relatedParts(contentType, pieces(text, size), "The answer")) {
    const bytes = joined(await collect(content));
    parts.push([headers.get("content-id") ?? "", Buffer.from(bytes).toString("latin1")]);
  }
  return parts;
}

const binary = "\r\n--b-\r\n\r--b-1 is\u0000no boundary here: --b-1\r";
const whole =
  `preamble\r\n--b-1\r\nContent-ID: <root>\r\nContent-Type: application/xop+xml\r\n\r\n<a/>\r\n` +
  `--b-1\r\nContent-ID: <file>\r\n\r\n${binary}\r\n--b-1--\r\nepilogue`;

describe("a package", () => {
  test.each([1, 2, 3, 7, 16, 1000])("in pieces of %i bytes", async (size) => {
    expect(await read(whole, size)).toEqual([
      ["<root>", "<a/>"],
      ["<file>", binary],
    ]);
  });

  test("is read as the runtime reads it", () => {
    const { root, attachments } = parseRelated(Buffer.from(whole, "latin1"), type);
    expect(Buffer.from(root).toString()).toBe("<a/>");
    expect(Buffer.from(attachments.get("file") ?? []).toString("latin1")).toBe(binary);
  });

  test("cut anywhere is an error, never a shorter file", async () => {
    const end = whole.indexOf("--b-1--") + 7;
    for (let at = 0; at < end; at += 1) {
      await expect(read(whole.slice(0, at), 5)).rejects.toMatchObject({ code: "job.results" });
    }
    expect(await read(whole.slice(0, end), 5)).toHaveLength(2);
  });

  test("that is none", async () => {
    await expect(read(whole, 100, "multipart/related")).rejects.toThrow("names no boundary");
    const endless = `--b-1\r\n${"x".repeat(40_000)}`;
    await expect(read(endless, 1000)).rejects.toThrow("headers that do not end");
  });
});
