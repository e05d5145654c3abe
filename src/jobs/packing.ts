/** Packed files as streams: gzip by the platform, ZIP written by zip.js and read by `unzipped`. */
import { JobError } from "../runtime/errors.ts";
import { optionalPackage } from "./packages.ts";
import { chunksOf, streamOf, type FileSource } from "./source.ts";
import { unzipped } from "./unzip.ts";

/**
 * The content of a file as it is, or out of the gzip or the ZIP archive that it comes in: its first bytes tell.
 *
 * @param name what the file is, for errors
 * @throws JobError `job.results` where it is cut short or damaged
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let first = new Uint8Array();
  while (first.length < 4) {
    const { done, value } = await source.next();
    if (done === true) break;
    head.push(value);
    first = new Uint8Array(head.flatMap((part) => [...part.subarray(0, 4)]));
  }
  const whole = again(head, source);
  const [one, two, three, four] = first;
  if (one === 0x50 && two === 0x4b && three === 0x03 && four === 0x04) yield* unzipped(whole, name);
  else if (one === 0x1f && two === 0x8b) yield* gunzipped(whole, name);
  else yield* whole;
}

async function* again(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The content of a gzip file (RFC 1952); its checksum and length are checked by the platform. */
async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const failure: { error?: unknown } = {};
  async function* watched(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    try {
      for await (const chunk of chunks) yield new Uint8Array(chunk);
    } catch (error) {
      failure.error = error;
      throw error;
    }
  }
  try {
    yield* chunksOf(transformed(streamOf(watched()), new DecompressionStream("gzip")));
  } catch (error) {
    if ("error" in failure) throw failure.error;
    throw new JobError("job.results", `${name} cannot be unpacked: it is damaged, or cut short`, { cause: error });
  }
}

/** A stream as gzip. */
export function gzipped(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return transformed(stream, new CompressionStream("gzip"));
}

/** The platform's transforms take bytes that are not in shared memory: those of streams here never are. */
function transformed(
  stream: ReadableStream<Uint8Array>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return (stream as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(transform);
}

/** The date of entries: the same file makes the same archive. */
const firstDay = new Date(1980, 0, 1);

/**
 * A file as a ZIP archive with that one file in it. The same file makes the same archive.
 *
 * @param name of the file in the archive
 * @throws JobError `job.package` without zip.js
 */
export async function zipped(file: FileSource, name: string): Promise<FileSource> {
  const { ZipWriter } = await optionalPackage("@zip.js/zip.js", "Writing ZIP archives", () => import("@zip.js/zip.js"));
  const options = { useWebWorkers: false, lastModDate: firstDay, extendedTimestamp: false, level: 6 };
  return {
    name: `${name}.zip`,
    stream: () => {
      let fail: (error: unknown) => void = () => undefined;
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        start: (controller) => {
          fail = (error) => controller.error(error);
        },
      });
      const archive = new ZipWriter(writable, options);
      const written = archive.add(name, file.stream()).then(() => archive.close());
      // A file that cannot be read makes an archive that cannot be.
      written.catch((error: unknown) => fail(error));
      return readable;
    },
  };
}
