import type { Reading } from "../xml/reading.ts";

/** Where peers are known to be wrong: their reading of such a document says nothing about ours. */
export interface KnownError {
  readonly peers: readonly ("slimdom" | "saxes")[];
  /** What the specification says, and what the peers do instead. */
  readonly reason: string;
  /** Whether a document, and what a peer made of it, shows this error; the text is empty where the bytes are none. */
  readonly applies: (text: string, reading: Reading) => boolean;
}

const version = /^\ufeff?<\?xml\s+version\s*=\s*["']1\.(\d+)["']/;

/** Errors of peers, each with where the specification says so. */
export const knownErrors: readonly KnownError[] = [
  {
    peers: ["slimdom", "saxes"],
    reason:
      "Namespaces 1.0, productions 8 to 11: what follows the colon is an NCName. They let it begin with a digit, - or a mark.",
    applies: (text, { verdict }) =>
      verdict === "read" && /[^\s<>="'/]:(?![:\p{ID_Start}_])[-.\p{ID_Continue}]/u.test(text),
  },
  {
    peers: ["slimdom"],
    reason:
      "XML 1.1 has other line ends, control characters as references, and (Namespaces 1.1) prefixes that are taken back: slimdom reads 1.0.",
    applies: (text) => version.exec(text)?.[1] === "1",
  },
  {
    peers: ["saxes"],
    reason: "XML 1.0, production 2: half a surrogate pair is no character. saxes lets it stand.",
    applies: (text, { verdict }) => verdict === "read" && !text.isWellFormed(),
  },
  {
    peers: ["saxes"],
    reason:
      "XML 1.0, 3.3.3: the value of an attribute of type CDATA keeps its white space, and so does a namespace name. saxes trims it.",
    applies: (text) => /xmlns[^=]*=\s*(?:["'](?:\s|&#)|"[^"]*(?:\s|;)"|'[^']*(?:\s|;)')/.test(text),
  },
  {
    peers: ["saxes"],
    reason:
      "XML 1.0, 2.8: a version 1.x that a processor does not know is read as 1.0. saxes reads all but 1.0 itself as 1.1.",
    applies: (text) => !["0", "1"].includes(version.exec(text)?.[1] ?? "0"),
  },
  {
    peers: ["saxes"],
    reason:
      "XML 1.0, production 16: white space stands between the target of a processing instruction and what follows. saxes lets ? stand.",
    applies: (text, { verdict }) => verdict === "read" && /<\?[^\s?>]+\?(?!>)/.test(text),
  },
  {
    peers: ["saxes"],
    reason:
      "Namespaces 1.1, 5: a prefix that is taken back is not bound, in the same tag too. saxes takes an attribute with it.",
    applies: (text, { verdict }) =>
      verdict === "read" && version.exec(text)?.[1] === "1" && /xmlns:[^\s=]+\s*=\s*(?:""|'')/.test(text),
  },
];
