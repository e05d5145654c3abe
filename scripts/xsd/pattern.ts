/**
 * Regular expressions of XML Schema (part 2, appendix F) as JavaScript's, with the `u` flag. The dialects differ in what `.`
 * and the multi-character escapes match, in character class subtraction, in blocks, and in that `^` and `$` are ordinary
 * characters.
 */
import { unicodeBlocks } from "./unicode-blocks.ts";

export type Translation =
  | {
      readonly source: string;
      /** What XML Schema does not have in the expression, and other dialects do: its meaning is plain. */
      readonly foreign: readonly string[];
    }
  | { readonly reason: string };

const nameStart =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F" +
  "\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const nameRest = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** What a multi-character escape stands for, inside brackets; `negated` for the capital letters. */
const classes: Readonly<Record<string, { readonly inside: string; readonly negated: boolean }>> = {
  s: { inside: " \\t\\n\\r", negated: false },
  S: { inside: " \\t\\n\\r", negated: true },
  i: { inside: nameStart, negated: false },
  I: { inside: nameStart, negated: true },
  c: { inside: nameRest, negated: false },
  C: { inside: nameRest, negated: true },
  d: { inside: "\\p{Nd}", negated: false },
  D: { inside: "\\p{Nd}", negated: true },
  w: { inside: "\\p{P}\\p{Z}\\p{C}", negated: true },
  W: { inside: "\\p{P}\\p{Z}\\p{C}", negated: false },
};

/** General categories of characters (part 2, F.1.1). */
const categories = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split(" "),
);

/** Translates one pattern; the result is not anchored. */
export function translatePattern(pattern: string): Translation {
  try {
    const parser = new Parser(pattern);
    const source = parser.parse();
    // What JavaScript makes of it may still be no expression: a range backwards. Some are found too large when they are used.
    const expression = RegExp(source, "u");
    expression.test("");
    return { source: expression.source, foreign: parser.foreign };
  } catch (error) {
    if (error instanceof PatternError) return { reason: error.message };
    if (error instanceof SyntaxError) return { reason: error.message };
    throw error;
  }
}

class PatternError extends Error {}

/** Groups inside of groups: a call stack is not made for more. */
const deepest = 250;

class Parser {
  readonly foreign: string[] = [];
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  parse(): string {
    const source = this.#alternatives();
    if (this.#at < this.#characters.length) throw new PatternError(`unexpected ${this.#peek()}`);
    return source;
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  #take(): string {
    const character = this.#characters[this.#at];
    if (character === undefined) throw new PatternError("the pattern ends too early");
    this.#at++;
    return character;
  }

  #alternatives(): string {
    const branches = [this.#branch()];
    while (this.#peek() === "|") {
      this.#at++;
      branches.push(this.#branch());
    }
    return branches.join("|");
  }

  #branch(): string {
    let source = "";
    while (this.#at < this.#characters.length && this.#peek() !== "|" && this.#peek() !== ")") {
      source += this.#atom() + this.#quantifier();
    }
    return source;
  }

  #atom(): string {
    const character = this.#take();
    switch (character) {
      case "(": {
        const inner = this.#deeper(() => this.#alternatives());
        if (this.#take() !== ")") throw new PatternError("a parenthesis is not closed");
        return `(?:${inner})`;
      }
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      case ".":
        return "[^\\n\\r]";
      case "?":
      case "*":
      case "+":
      case "{":
      case "}":
      case "]":
        throw new PatternError(`${character} must be escaped`);
      default:
        return literal(character);
    }
  }

  /** Parentheses and subtractions nest, and so does the parser. */
  #deeper(parse: () => string): string {
    this.#depth += 1;
    if (this.#depth > deepest) throw new PatternError(`it is nested more than ${deepest} deep`);
    const source = parse();
    this.#depth -= 1;
    return source;
  }

  #quantifier(): string {
    const character = this.#peek();
    if (character === "?" || character === "*" || character === "+") {
      this.#at++;
      return character;
    }
    if (character !== "{") return "";
    const end = this.#characters.indexOf("}", this.#at);
    const text = end < 0 ? "" : this.#characters.slice(this.#at, end + 1).join("");
    if (!/^\{\d+(?:,\d*)?\}$/.test(text)) throw new PatternError(`${text || "{"} is not a quantity`);
    this.#at = end + 1;
    return text;
  }

  /** An escape outside of brackets. */
  #escape(): string {
    const set = this.#escaped();
    return set.negated ? `[^${set.inside}]` : set.single ? set.inside : `[${set.inside}]`;
  }

  #escaped(): { inside: string; negated: boolean; single: boolean } {
    const character = this.#take();
    const known = classes[character];
    if (known !== undefined) return { ...known, single: false };
    if (character === "p" || character === "P") return { ...this.#property(character === "P"), single: false };
    if ("nrt".includes(character)) return { inside: `\\${character}`, negated: false, single: true };
    if ("\\|.?*+(){}[]^-".includes(character)) return { inside: literal(character), negated: false, single: true };
    if (/^[!-/:-@[-`{-~]$/.test(character)) {
      this.foreign.push(`\\${character}`);
      return { inside: literal(character), negated: false, single: true };
    }
    throw new PatternError(`\\${character} is not an escape`);
  }

  /** `\p{Lu}` and `\p{IsBasicLatin}`. */
  #property(negated: boolean): { inside: string; negated: boolean } {
    const end = this.#characters.indexOf("}", this.#at);
    const text = end < 0 ? "" : this.#characters.slice(this.#at, end + 1).join("");
    const name = /^\{([\w-]+)\}$/.exec(text)?.[1];
    if (name === undefined) throw new PatternError("\\p needs a category or block in braces");
    this.#at = end + 1;
    if (!name.startsWith("Is")) {
      if (!categories.has(name)) throw new PatternError(`the category ${name} is not known`);
      return { inside: `\\${negated ? "P" : "p"}{${name}}`, negated: false };
    }
    const ranges = unicodeBlocks.get(name.slice(2));
    if (ranges === undefined) throw new PatternError(`the block ${name} is not known`);
    return { inside: ranges.map(([first, last]) => `\\u{${first}}-\\u{${last}}`).join(""), negated };
  }

  /** A character class expression: a group, negated or not, from which another may be subtracted. */
  #class(): string {
    const negative = this.#peek() === "^";
    if (negative) this.#at++;
    let inside = "";
    /** Negated escapes inside of a group: alternatives to it. */
    const complements: string[] = [];
    let subtracted = "";
    for (let first = true; ; first = false) {
      const character = this.#take();
      // A hyphen is itself at the beginning and the end of a group alone (production XmlCharIncDash).
      const last = this.#peek() === "]" || this.#peek() === "[" || (this.#peek() === "-" && this.#peek(1) === "[");
      if (character === "-" && !first && !last) {
        throw new PatternError("a hyphen between others must be escaped");
      }
      if (character === "]" && !first) break;
      if (character === "]") throw new PatternError("a class is empty");
      if (character === "-" && this.#peek() === "[" && !first) {
        this.#at++;
        subtracted = this.#deeper(() => this.#class());
        if (this.#take() !== "]") throw new PatternError("] is missing after a subtraction");
        break;
      }
      if (character === "[") throw new PatternError("[ must be escaped in a class");
      if (character === "\\") {
        const set = this.#escaped();
        if (set.negated) complements.push(`[^${set.inside}]`);
        else inside += set.single ? this.#range(set.inside) : set.inside;
      } else inside += this.#range(literal(character));
    }
    const members = [...(inside === "" ? [] : [`[${inside}]`]), ...complements];
    const positive = members.length === 1 ? (members[0] ?? "") : `(?:${members.join("|")})`;
    const whole = !negative ? positive : complements.length === 0 ? `[^${inside}]` : `(?:(?!${positive})[^])`;
    return subtracted === "" ? whole : `(?:(?!${subtracted})${whole})`;
  }

  /** The rest of `a-z` after its first character; a hyphen elsewhere is a character. */
  #range(first: string): string {
    if (this.#peek() !== "-" || this.#peek(1) === "[" || this.#peek(1) === "]") return first;
    this.#at++;
    const character = this.#take();
    if (character !== "\\") return `${first}-${literal(character)}`;
    const last = this.#escaped();
    if (!last.single) throw new PatternError("a range ends in a class");
    return `${first}-${last.inside}`;
  }
}

function literal(character: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? (character === "-" ? "\\x2d" : `\\${character}`) : character;
}
