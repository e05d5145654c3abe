/** Kinds of tokens. */
export const EOF = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;

/** What the reader stands on. */
export type TokenKind = 0 | 1 | 2 | 3;
