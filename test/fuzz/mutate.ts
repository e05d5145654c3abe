/** Damage to documents: to their characters, and to their bytes. */
import { pick, whole, type Random } from "../bench/inputs/random.ts";

const markup = ["<", ">", "/", "</", "/>", "&", ";", "&#", "&#x", "]]>", "<![CDATA[", "<!--", "-->", "--", "<?", "?>"];
const others = ["'", '"', "=", " ", "\r", "\n", ":", "xmlns", "xmlns:p='u'", " a='1'", "<!DOCTYPE a>"];
const characters = ["\u0000", "\u00a0", "\u{1f600}", "\ud83d", "\ufffe", "é"];
const pieces = [...markup, ...others, ...characters];

/** Removes, repeats, moves or puts in something, once or a few times. */
export function damagedText(random: Random, text: string): string {
  let damaged = text;
  for (let left = whole(random, 1, 3); left > 0; left--) {
    const at = whole(random, 0, damaged.length);
    const to = Math.min(damaged.length, at + whole(random, 1, 6));
    const [before, part, after] = [damaged.slice(0, at), damaged.slice(at, to), damaged.slice(to)];
    switch (whole(random, 0, 5)) {
      case 0:
        damaged = before + after;
        break;
      case 1:
        damaged = before + pick(random, pieces) + part + after;
        break;
      case 2:
        damaged = before + part + part + after;
        break;
      case 3:
        damaged = before;
        break;
      case 4: {
        const rest = before + after;
        const place = whole(random, 0, rest.length);
        damaged = rest.slice(0, place) + part + rest.slice(place);
        break;
      }
      default:
        damaged = before + pick(random, pieces) + after;
    }
  }
  return damaged;
}

/** Bytes that are no text in UTF-8 where they do not belong, and some that are. */
const odd = [0xc0, 0xff, 0xed, 0xef, 0xf4, 0x80, 0xbf, 0x00, 0xc2, 0x3c, 0x3e];

/** Flips bits, removes bytes, or puts some in. */
export function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const damaged = [...bytes];
  for (let left = whole(random, 1, 3); left > 0; left--) {
    const at = whole(random, 0, Math.max(0, damaged.length - 1));
    switch (whole(random, 0, 3)) {
      case 0:
        damaged[at] = (damaged[at] ?? 0) ^ (1 << whole(random, 0, 7));
        break;
      case 1:
        damaged.splice(at, whole(random, 1, 3));
        break;
      case 2:
        damaged.splice(at, 0, pick(random, odd));
        break;
      default:
        damaged.length = at;
    }
  }
  return Uint8Array.from(damaged);
}
