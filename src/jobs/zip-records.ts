/** Records of a ZIP archive: the header before a file, and the directory behind it (APPNOTE 6.3.10, 4.3). */
import { JobError } from "../runtime/errors.ts";

/** What the directory says of a file. */
export interface ZipEntry {
  readonly compressedSize: number;
  readonly size: number;
  readonly checksum: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_LENGTH = 22;
/** In a field of 32 bits: the value is in the zip64 extra field. */
const BEYOND = 0xffffffff;

/**
 * Reads the header that an archive begins with.
 *
 * @throws JobError `job.results`
 */
export function localHeaderOf(bytes: Uint8Array, name: string): { readonly method: number; readonly length: number } {
  const view = viewOf(bytes);
  if (bytes.length < 30 || view.getUint32(0, true) !== LOCAL) throw damaged(name, "it is no ZIP archive with a file");
  if ((view.getUint16(6, true) & 1) !== 0) throw damaged(name, "its file is encrypted");
  const method = view.getUint16(8, true);
  if (method !== 0 && method !== 8) throw damaged(name, `its file is compressed by method ${method}, not by deflate`);
  const length = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (length > bytes.length) throw damaged(name, "it is cut short in its first header");
  return { method, length };
}

/**
 * Reads the directory at the end of an archive.
 *
 * @param tail the last bytes of the archive
 * @param position where in the archive they begin
 * @throws JobError `job.results` where there is none, or not one file in it
 */
export function directoryOf(tail: Uint8Array, position: number, name: string): ZipEntry {
  const view = viewOf(tail);
  const end = endOf(tail, view);
  if (end < 0) throw damaged(name, "it is cut short: it has no end of a directory");
  const wide = zip64Of(view, end, position);
  const count = wide?.count ?? view.getUint16(end + 10, true);
  if (count !== 1) throw damaged(name, `it has ${count} files, 1 is expected`);
  const at = (wide?.offset ?? view.getUint32(end + 16, true)) - position;
  if (at < 0 || at + 46 > tail.length || view.getUint32(at, true) !== CENTRAL) {
    throw damaged(name, "its directory is not where its end says");
  }
  return entryAt(view, at, name);
}

/** The end record: its comment reaches to the end of the archive. */
function endOf(tail: Uint8Array, view: DataView): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === tail.length) return at;
  }
  return -1;
}

function zip64Of(
  view: DataView,
  end: number,
  position: number,
): { readonly count: number; readonly offset: number } | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true)) - position;
  if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return undefined;
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  const checksum = view.getUint32(at + 16, true);
  const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const extra = at + 46 + view.getUint16(at + 28, true);
  const limit = extra + view.getUint16(at + 30, true);
  if (limit > view.byteLength) throw damaged(name, "it is cut short in its directory");
  const wide = wideValues(view, extra, limit);
  // The extra field has only those that do not fit, in this order.
  const [size = 0, compressedSize = 0, offset = 0] = narrow.map((value) => (value === BEYOND ? wide.shift() : value));
  return { checksum, size, compressedSize, offset };
}

function wideValues(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    const content = at + 4;
    if (view.getUint16(at, true) === 1 && content + length <= to) {
      return Array.from({ length: Math.floor(length / 8) }, (_, index) =>
        Number(view.getBigUint64(content + index * 8, true)),
      );
    }
    at = content + length;
  }
  return [];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(name: string, why: string): JobError {
  return new JobError("job.results", `${name} cannot be unpacked: ${why}`);
}
