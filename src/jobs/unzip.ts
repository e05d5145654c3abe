/**
 * Reads a ZIP archive with one file in it from its beginning to its end, in constant memory (APPNOTE 6.3.10).
 *
 * What an archive has, its end says. Readers so want to jump in it, or hold it: an answer that comes once and is larger than memory
 * allows neither. With one file the way forward is open: the last part of the archive is held back until its end is known, and the
 * rest of the file's bytes are then told from the directory behind them. Sizes and checksum are checked against the directory.
 */
import { JobError } from "../runtime/errors.ts";
import { crc32 } from "./crc32.ts";
import { chunksOf, joined } from "./source.ts";
import { directoryOf, localHeaderOf, type ZipEntry } from "./zip-records.ts";

/** Bytes at the end that hold everything but the file: directory, its end, comments. */
const TAIL = 256 * 1024;
/** Bytes at the beginning that hold the local header, with a name and extra fields of the greatest length. */
const HEAD = 30 + 2 * 65_535;

/**
 * The content of the one file in an archive.
 *
 * @param name what the archive is, for errors
 * @throws JobError `job.results` for an archive that is cut short, damaged, encrypted, or has another number of files
 */
export async function* unzipped(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const compressed = new Compressed(chunks, name);
  const method = await compressed.method();
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of method === 0 ? compressed.content() : inflated(compressed, name)) {
    bytes += chunk.length;
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  const entry = compressed.entry();
  if (bytes !== entry.size) throw damaged(name, `its file has ${bytes} bytes, ${entry.size} are announced`);
  if (checksum !== entry.checksum) throw damaged(name, "its file has another checksum than announced");
}

/** What stands between the local header and the directory. */
class Compressed {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #name: string;
  /** What is held back. */
  readonly #held: Uint8Array[] = [];
  #size = 0;
  /** Where in the archive the file begins, and what is held back. */
  #start = 0;
  #position = 0;
  #entry: ZipEntry | undefined;

  constructor(chunks: AsyncIterable<Uint8Array>, name: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#name = name;
  }

  /** How the file is compressed: 0 is stored, 8 deflate. */
  async method(): Promise<number> {
    while (this.#size < HEAD && (await this.#more()));
    const head = joined(this.#held.splice(0));
    const { method, length } = localHeaderOf(head, this.#name);
    this.#start = length;
    this.#position = length;
    this.#held.push(head.subarray(length));
    this.#size -= length;
    return method;
  }

  /** The file's bytes as they are in the archive. */
  async *content(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      while (await this.#more()) yield* this.#ready();
      yield this.#last();
    } finally {
      await this.#chunks.return?.();
    }
  }

  entry(): ZipEntry {
    if (this.#entry === undefined) throw damaged(this.#name, "its file ends before the archive does");
    return this.#entry;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    this.#held.push(value);
    this.#size += value.length;
    return true;
  }

  /** What is certainly before the directory. */
  *#ready(): Generator<Uint8Array, void, undefined> {
    for (let first = this.#held[0]; first !== undefined; first = this.#held[0]) {
      if (this.#size - first.length < TAIL) return;
      this.#held.shift();
      this.#size -= first.length;
      this.#position += first.length;
      yield first;
    }
  }

  /** The directory is in what was held back: it says where the file ends. */
  #last(): Uint8Array {
    const tail = joined(this.#held);
    const entry = directoryOf(tail, this.#position, this.#name);
    const rest = this.#start + entry.compressedSize - this.#position;
    if (entry.offset !== 0 || rest < 0 || rest > tail.length) {
      throw damaged(this.#name, "its directory does not fit the file before it");
    }
    this.#entry = entry;
    return tail.subarray(0, rest);
  }
}

async function* inflated(compressed: Compressed, name: string): AsyncGenerator<Uint8Array, void, undefined> {
  const failure: { error?: unknown } = {};
  const source = compressed.content();
  const input = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await source.next();
          if (done === true) controller.close();
          else controller.enqueue(new Uint8Array(value));
        } catch (error) {
          failure.error = error;
          throw error;
        }
      },
      cancel: async () => {
        await source.return();
      },
    },
    { highWaterMark: 0 },
  );
  try {
    yield* chunksOf(input.pipeThrough(new DecompressionStream("deflate-raw")));
  } catch (error) {
    // What is wrong with the archive, or with getting it, is said by its source.
    throw "error" in failure ? failure.error : damaged(name, "its file cannot be inflated", error);
  }
}

function damaged(name: string, why: string, cause?: unknown): JobError {
  return new JobError("job.results", `${name} cannot be unpacked: ${why}`, cause === undefined ? undefined : { cause });
}
