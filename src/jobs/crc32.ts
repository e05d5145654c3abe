/** CRC-32 as zip and gzip have it (ISO 3309), piece by piece. */

/** Tables for four bytes at a time. */
const tables: readonly Uint32Array[] = tablesOf();

function tablesOf(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const all = [first];
  for (let level = 1; level < 4; level++) {
    const before = all[level - 1] ?? first;
    all.push(before.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  }
  return all;
}

/** The checksum of all bytes so far: `before` is that of the bytes before these, 0 at the beginning. */
export function crc32(bytes: Uint8Array, before: number): number {
  const [one, two, three, four] = tables;
  if (one === undefined || two === undefined || three === undefined || four === undefined) return 0;
  let value = ~before;
  let index = 0;
  for (const end = bytes.length - 3; index < end; index += 4) {
    value ^=
      (bytes[index] ?? 0) |
      ((bytes[index + 1] ?? 0) << 8) |
      ((bytes[index + 2] ?? 0) << 16) |
      ((bytes[index + 3] ?? 0) << 24);
    value =
      (four[value & 0xff] ?? 0) ^
      (three[(value >>> 8) & 0xff] ?? 0) ^
      (two[(value >>> 16) & 0xff] ?? 0) ^
      (one[value >>> 24] ?? 0);
  }
  for (; index < bytes.length; index++) value = (value >>> 8) ^ (one[(value ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}
