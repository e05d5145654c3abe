/** Packs one file into a ZIP archive, stored without compression: what the vendors' result files are. */
import { crc32 } from "node:zlib";

/** A ZIP archive with one file in it. */
export function zipped(name: string, content: Uint8Array): Uint8Array {
  const fileName = Buffer.from(name, "utf8");
  // From "version needed" to "extra field length": the same in the local header and in the central directory.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  // General purpose bit 11: the name is UTF-8. The date is the format's first day: archives of equal content are equal.
  shared.writeUInt16LE(0x0800, 2);
  shared.writeUInt16LE(0x0021, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.byteLength, 14);
  shared.writeUInt32LE(content.byteLength, 18);
  shared.writeUInt16LE(fileName.byteLength, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, fileName, content]);
  const versionMadeBy = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), versionMadeBy, shared, rest, fileName]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(local.byteLength, 16);
  return Buffer.concat([local, central, end]);
}
