import type { Decoding } from "../codec/decoding.ts";
import { END, START, TEXT } from "../xml/reader.ts";

/** Moves to the next child of an element; false where that ends. Text between is refused or reported. */
export function nextChild(context: Decoding): boolean {
  const { reader } = context;
  for (;;) {
    // White space between elements is of no interest.
    const ahead = reader.ahead();
    const token = ahead === END ? END : reader.next();
    if (token === TEXT) context.refuseText();
    else if (token === START) return true;
    else if (token === END) return false;
  }
}
