/** Packs one file into a ZIP archive: what the vendors' result files are. */
import { pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import type { GeneratedFile } from "./send.ts";

/** Sizes and checksum of a file in an archive. */
interface Entry {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly size: number;
  readonly packed: number;
  readonly checksum: number;
}

/** An archive with a file that is made while it is sent, stored without compression, so that any byte can be found. */
export function zippedFile(name: string, content: GeneratedFile): GeneratedFile {
  const fileName = Buffer.from(name, "utf8");
  const head = localHeader(fileName, 0);
  let known: number | undefined;
  const entry = (checksum: number): Entry => {
    return { name: fileName, method: 0, size: content.size, packed: content.size, checksum };
  };
  const end = head.length + content.size;
  const checksum = async (): Promise<number> => {
    if (known !== undefined) return known;
    let value = 0;
    for await (const piece of content.from(0)) value = crc32(piece, value);
    known = value;
    return value;
  };
  return {
    size: end + trailer(entry(0)).length,
    async *from(offset) {
      if (offset < head.length) yield head.subarray(offset);
      let value = offset === 0 ? 0 : undefined;
      if (offset < end) {
        for await (const piece of content.from(Math.max(0, offset - head.length))) {
          if (value !== undefined) value = crc32(piece, value);
          yield piece;
        }
      }
      known ??= value ?? (await checksum());
      yield trailer(entry(known)).subarray(Math.max(0, offset - end));
    },
  };
}

/** An archive with a file that is deflated while it is sent: nobody knows its size before. */
export async function* deflatedFile(
  name: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const fileName = Buffer.from(name, "utf8");
  let checksum = 0;
  let size = 0;
  let packed = 0;
  async function* watched(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of content) {
      checksum = crc32(piece, checksum);
      size += piece.length;
      yield piece;
    }
  }
  yield localHeader(fileName, 8);
  for await (const piece of pipeline(watched(), createDeflateRaw({ level: 1 }), () => undefined)) {
    if (!(piece instanceof Uint8Array)) continue;
    packed += piece.length;
    yield piece;
  }
  yield trailer({ name: fileName, method: 8, size, packed, checksum });
}

/** From "version needed" to "extra field length". Sizes and checksum come behind the file: bit 3. Bit 11: names are UTF-8. */
function shared(name: Buffer, method: 0 | 8): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0808, 2);
  fields.writeUInt16LE(method, 4);
  // The format's first day: archives of equal content are equal.
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt16LE(name.byteLength, 22);
  return fields;
}

function localHeader(name: Buffer, method: 0 | 8): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared(name, method), name]);
}

/** What stands behind the file: its sizes, the directory, the directory's end. */
function trailer({ name, method, size, packed, checksum }: Entry): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(checksum, 0);
  sizes.writeUInt32LE(packed, 4);
  sizes.writeUInt32LE(size, 8);
  const descriptor = Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), sizes]);
  const fields = shared(name, method);
  sizes.copy(fields, 10);
  const versionMadeBy = Buffer.from([20, 0]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), versionMadeBy, fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(30 + name.byteLength + packed + descriptor.byteLength, 16);
  return Buffer.concat([descriptor, central, end]);
}
