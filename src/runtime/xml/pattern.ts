/** Bytes that are looked for as they stand, four at a time: a tag of a known name. */
export interface Pattern {
  readonly length: number;
  /** The bytes in words of four, little-endian; the last word ends where the pattern does. */
  readonly words: Int32Array;
}

/** Makes a pattern of at least four bytes. */
export function patternOf(bytes: Uint8Array): Pattern {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const words = new Int32Array(Math.ceil(length / 4));
  for (let i = 0; i < words.length; i++) words[i] = view.getInt32(Math.min(i * 4, length - 4), true);
  return { length, words };
}

/** Whether a pattern stands at a place. */
export function matches(view: DataView, at: number, { length, words }: Pattern): boolean {
  if (at + length > view.byteLength) return false;
  const last = words.length - 1;
  for (let i = 0; i < last; i++) if (view.getInt32(at + i * 4, true) !== words[i]) return false;
  return view.getInt32(at + length - 4, true) === words[last];
}
