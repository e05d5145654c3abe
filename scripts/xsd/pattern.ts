/**
 * Regular expressions of XML Schema (part 2, appendix F) as JavaScript's, with the `u` flag. The dialects differ in what `.` and the
 * multi-character escapes match, in character class subtraction, in blocks, and in that `^` and `$` are ordinary characters.
 */
export type Translation = { readonly source: string } | { readonly reason: string };

const nameStart =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
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

/** Translates one pattern; the result is not anchored. */
export function translatePattern(pattern: string): Translation {
  try {
    const parser = new Parser(pattern);
    const source = parser.parse();
    // What JavaScript makes of it may still be no expression: a category that it does not know, a range backwards.
    return { source: RegExp(source, "u").source };
  } catch (error) {
    if (error instanceof PatternError) return { reason: error.message };
    if (error instanceof SyntaxError) return { reason: error.message };
    throw error;
  }
}

class PatternError extends Error {}

class Parser {
  readonly #characters: readonly string[];
  #at = 0;

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
        const inner = this.#alternatives();
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
    throw new PatternError(`\\${character} is not an escape`);
  }

  /** `\p{Lu}` and `\p{IsBasicLatin}`. */
  #property(negated: boolean): { inside: string; negated: boolean } {
    const end = this.#characters.indexOf("}", this.#at);
    const text = end < 0 ? "" : this.#characters.slice(this.#at, end + 1).join("");
    const name = /^\{([\w-]+)\}$/.exec(text)?.[1];
    if (name === undefined) throw new PatternError("\\p needs a category or block in braces");
    this.#at = end + 1;
    if (!name.startsWith("Is")) return { inside: `\\${negated ? "P" : "p"}{${name}}`, negated: false };
    const range = blocks[name.slice(2)];
    if (range === undefined) throw new PatternError(`the block ${name} is not known`);
    return { inside: `\\u{${range[0]}}-\\u{${range[1]}}`, negated };
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
      if (character === "]" && !first) break;
      if (character === "]") throw new PatternError("a class is empty");
      if (character === "-" && this.#peek() === "[" && !first) {
        this.#at++;
        subtracted = this.#class();
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

/** Blocks of Unicode that schemas in use name (part 2, F.1.1); the others are refused by name. */
const blocks: Readonly<Record<string, readonly [string, string]>> = {
  BasicLatin: ["0", "7F"],
  "Latin-1Supplement": ["80", "FF"],
  "LatinExtended-A": ["100", "17F"],
  "LatinExtended-B": ["180", "24F"],
  IPAExtensions: ["250", "2AF"],
  SpacingModifierLetters: ["2B0", "2FF"],
  CombiningDiacriticalMarks: ["300", "36F"],
  Greek: ["370", "3FF"],
  GreekandCoptic: ["370", "3FF"],
  Cyrillic: ["400", "4FF"],
  Armenian: ["530", "58F"],
  Hebrew: ["590", "5FF"],
  Arabic: ["600", "6FF"],
  Thai: ["E00", "E7F"],
  LatinExtendedAdditional: ["1E00", "1EFF"],
  GreekExtended: ["1F00", "1FFF"],
  GeneralPunctuation: ["2000", "206F"],
  CurrencySymbols: ["20A0", "20CF"],
  LetterlikeSymbols: ["2100", "214F"],
  NumberForms: ["2150", "218F"],
  Arrows: ["2190", "21FF"],
  MathematicalOperators: ["2200", "22FF"],
  BoxDrawing: ["2500", "257F"],
  Dingbats: ["2700", "27BF"],
  Hiragana: ["3040", "309F"],
  Katakana: ["30A0", "30FF"],
  CJKUnifiedIdeographs: ["4E00", "9FFF"],
  HangulSyllables: ["AC00", "D7A3"],
  PrivateUse: ["E000", "F8FF"],
};
