/** Files and results as streams: limits, cuts between records, downloads that break off. */
import { describe, expect, test } from "vitest";
import { csvRows, wholeRecords } from "../../src/jobs/csv.ts";
import { handleFrom, parseHandle, stringifyHandle } from "../../src/jobs/handle.ts";
import { optionalPackage } from "../../src/jobs/packages.ts";
import { downloaded, rangeOf, type Download } from "../../src/jobs/results.ts";
import { checkLimit, chunksOf, counted, measure, streamOf } from "../../src/jobs/source.ts";
import { brokenOff, submissionOf } from "../../src/jobs/submit.ts";
import { fileAnswer, seededFile } from "../../src/sandbox/send.ts";
import { collect } from "../support/collect.ts";

const encoder = new TextEncoder();

/** A text in pieces of some bytes. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

describe("delimited files", () => {
  const csv = '\ufeffId,Name\r\n1,"Grüße, ""Welt""\r\nzweite Zeile"\r\n\r\n2,Zoë\r\n3,';

  test.each([1, 2, 3, 5, 7, 1000])("rows do not depend on where pieces end: %i bytes", async (size) => {
    const rows = await collect(csvRows(pieces(csv, size), { name: "test.csv" }));
    expect(rows).toEqual([
      { Id: "1", Name: 'Grüße, "Welt"\r\nzweite Zeile' },
      { Id: "2", Name: "Zoë" },
      { Id: "3", Name: "" },
    ]);
  });

  test("pieces of whole records join to the file", async () => {
    const whole = await collect(wholeRecords(pieces(csv, 3), "test.csv"));
    expect(Buffer.concat(whole).toString("utf8")).toBe(csv);
    expect(whole.length).toBe(4);
  });

  test("a row with more cells than the header is damaged", async () => {
    const rows = csvRows(pieces("a,b\n1,2\n1,2,3\n", 4), { name: "test.csv" });
    await expect(collect(rows)).rejects.toThrow("test.csv cannot be read: row 2 has 3 cells, the header 2");
  });

  test("errors tell the line of the file", async () => {
    const rows = csvRows(pieces('a,b\n1,2\n"1"x,2\n', 6), { name: "test.csv" });
    await expect(collect(rows)).rejects.toThrow("at line 3");
  });

  test("lines are counted outside of quotes, in one pass", async () => {
    expect(await measure(new Blob([csv]))).toEqual({ bytes: encoder.encode(csv).length, lines: 5 });
  });
});

describe("limits", () => {
  test("name what was found", () => {
    expect(() => checkLimit("Salesforce", "bytes a batch", 10, 11)).toThrow(
      "Salesforce takes at most 10 bytes a batch, found 11; nothing was sent",
    );
    checkLimit("Salesforce", "bytes a batch", 10, 10);
    checkLimit("Salesforce", "bytes a batch", 10, undefined);
  });

  test("a package that is not there is named", async () => {
    const missing = optionalPackage("left-pad", "Padding", () => Promise.reject(new Error("no")));
    await expect(missing).rejects.toMatchObject({ code: "job.package", message: /npm install left-pad/ });
  });
});

describe("streams", () => {
  test("tell their progress and end their source when they are cancelled", async () => {
    let ended = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(10);
      } finally {
        ended = true;
      }
    }
    const seen: number[] = [];
    const stream = counted(streamOf(source()), (bytes) => seen.push(bytes));
    for await (const _ of chunksOf(stream)) if (seen.length > 2) break;
    expect(seen.slice(0, 3)).toEqual([10, 20, 30]);
    expect(ended).toBe(true);
  });

  test("end when the signal fires", async () => {
    const stop = new AbortController();
    const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const read = collect(chunksOf(never, stop.signal));
    stop.abort(new Error("enough"));
    await expect(read).rejects.toThrow("enough");
  });
});

describe("downloads", () => {
  const content = "0123456789".repeat(20);
  const base = { name: "file", retryDelay: (_: unknown, attempt: number) => (attempt < 3 ? 0 : undefined) };
  const sleep = (): Promise<void> => Promise.resolve();
  const part = (from: number, cut: number): Download => ({
    from,
    size: content.length,
    stream: streamOf(
      (async function* () {
        yield encoder.encode(content.slice(from, cut));
        if (cut < content.length) throw new Error("broken");
      })(),
    ),
  });

  test("go on where the connection broke", async () => {
    const asked: number[] = [];
    const open = async (from: number): Promise<Download> => {
      asked.push(from);
      return part(from, Math.min(from + 70, content.length));
    };
    expect(await textOf(downloaded({ ...base, sleep, open }))).toBe(content);
    expect(asked).toEqual([0, 70, 140]);
  });

  test("pass over what is there already where the server knows no ranges", async () => {
    let calls = 0;
    const open = async (): Promise<Download> => part(0, (calls += 1) === 1 ? 33 : content.length);
    expect(await textOf(downloaded({ ...base, sleep, open }))).toBe(content);
  });

  test("that stay short are an error, never a short file", async () => {
    const open = async (from: number): Promise<Download> => ({ ...part(from, content.length), size: 1000 });
    const short = async (from: number): Promise<Download> => (from === 0 ? open(0) : { ...part(0, 200), size: 1000 });
    await expect(textOf(downloaded({ ...base, sleep, open: short }))).rejects.toThrow(
      "file has 200 bytes, 1000 were announced",
    );
  });

  test("go on where nothing comes any more", async () => {
    let calls = 0;
    const open = async (from: number): Promise<Download> => {
      calls += 1;
      if (calls > 1) return part(from, content.length);
      const first = encoder.encode(content.slice(0, 10));
      const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(first) });
      return { from: 0, size: content.length, stream: silent };
    };
    expect(await textOf(downloaded({ ...base, sleep, open, idle: 20 }))).toBe(content);
    expect(calls).toBe(2);
  });

  test("of a file that changes are an error", async () => {
    const open = async (from: number): Promise<Download> => ({ ...part(from, from + 5), size: 200 + from });
    await expect(textOf(downloaded({ ...base, sleep, open }))).rejects.toThrow("changed while it was fetched");
  });

  test("read what a response says of its range", () => {
    const response = new Response("", { status: 206, headers: { "content-range": "bytes 5-9/10" } });
    expect(rangeOf(response)).toEqual({ from: 5, size: 10 });
    expect(rangeOf(new Response("", { headers: { "content-length": "7" } }))).toEqual({ from: 0, size: 7 });
    expect(rangeOf(undefined)).toEqual({ from: 0 });
  });

  test("are played by the sandbox from any byte on", async () => {
    const file = seededFile({ header: "Id,Name\n", count: 1500, line: (n) => `${String(n).padStart(6, "0")},x\n` });
    const { body } = fileAnswer(file, undefined);
    const all = Buffer.concat(await collect(body as AsyncIterable<Uint8Array>));
    expect(all.length).toBe(file.size);
    for (const from of [0, 3, 8, 9, 4711, file.size - 1]) {
      const answer = fileAnswer(file, `bytes=${from}-`);
      const rest = Buffer.concat(await collect(answer.body as AsyncIterable<Uint8Array>));
      expect(rest.equals(all.subarray(from))).toBe(true);
      expect(answer.length).toBe(rest.length);
    }
    expect(fileAnswer(file, `bytes=${file.size}-`).status).toBe(416);
  });
});

describe("submissions", () => {
  const handle = {
    vendor: "salesforce",
    kind: "job",
    id: "",
    submission: { stage: "creating", marks: { object: "Account", sent: 2, batches: ["a", "b"], ok: true } },
  } as const;

  test("survive as JSON, and nothing but plain data does", () => {
    expect(parseHandle(stringifyHandle(handle))).toEqual(handle);
    expect(() => handleFrom({ ...handle, submission: { stage: "created", marks: {} } })).toThrow("its id");
    expect(() => handleFrom({ ...handle, submission: { stage: "sleeping", marks: {} } })).toThrow("stage");
    expect(() => handleFrom({ ...handle, submission: { stage: "creating" } })).toThrow("marks");
    expect(() => handleFrom({ ...handle, submission: { stage: "creating", marks: { a: {} } } })).toThrow("mark");
  });

  test("are found in the error that ended them", () => {
    const error = brokenOff("job.submit-unknown", handle, "nothing is known", new Error("broken"));
    expect(submissionOf(error)).toEqual(handle);
    expect(error.message).toBe("Submitting the job of salesforce broke off (nothing is known): broken");
    expect(submissionOf(new Error("other"))).toBeUndefined();
  });
});
