/** Random documents after the grammar of XML, with all that it has and with the flaws that are likely to slip through. */
import { pick, whole, type Random } from "../bench/inputs/random.ts";
import { flaws, names, namespaces, prefixes, spaces, texts, wrongNames } from "./vocabulary.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** Writes documents. One in so many is flawed on purpose; others may be by chance, with an attribute that stands twice for instance. */
export class DocumentWriter {
  readonly #random: Random;
  /** How likely a flaw is where one may be put. */
  #flawed = 0;
  /** Prefixes that are bound. */
  #scope: readonly string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** The next document. */
  next(): string {
    this.#flawed = this.#chance(0.3) ? 0.04 : 0;
    this.#scope = ["", "xml"];
    const mark = this.#chance(0.05) ? "\ufeff" : "";
    const declaration = this.#declaration();
    const before = this.#misc();
    const doctype = this.#chance(0.04) ? `<!DOCTYPE a [<!ENTITY e "x"><!-- ]> -->]>` : "";
    const root = this.#element(0);
    const rest = this.#flaw() ? this.#pick(["x", "<a/>", "&#65;", "<![CDATA[]]>", "]]>"]) : "";
    return `${mark}${declaration}${before}${doctype}${root}${this.#misc()}${rest}`;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(values: readonly T[]): T {
    return pick(this.#random, values);
  }

  #flaw(): boolean {
    return this.#flawed > 0 && this.#chance(this.#flawed);
  }

  #declaration(): string {
    if (this.#chance(0.7)) return "";
    if (this.#flaw())
      return this.#pick(["<?xml?>", "<?xml version='2.0'?>", "<?xml version='1.0' ?", " <?xml version='1.0'?>"]);
    const encoding = this.#chance(0.3) ? ` encoding = 'UTF-8'` : "";
    const alone = this.#chance(0.3) ? ` standalone="${this.#pick(["yes", "no"])}"` : "";
    const version = this.#pick(["1.0", "1.0", "1.0", "1.1", "1.2"]);
    return `<?xml version="${version}"${encoding}${alone}${this.#pick(["", " ", "\n"])}?>`;
  }

  /** White space, comments and processing instructions. */
  #misc(): string {
    let text = "";
    while (this.#chance(0.2)) text += this.#chance(0.4) ? this.#pick([" ", "\n", "\r\n"]) : this.#aside();
    return text;
  }

  #aside(): string {
    const inside = this.#pick(["", "c", " <a> & ", "é\u{1f600}", "- - ->", "]]>", "<!DOCTYPE"]);
    if (this.#chance(0.5)) return `<!--${inside}-->`;
    const data = inside === "" ? "" : `${this.#pick([" ", "\n", "  "])}${inside}`;
    return `<?${this.#pick(["p", "é", "xml-stylesheet", "a.b"])}${data}?>`;
  }

  #name(): string {
    if (this.#flaw()) return this.#pick(wrongNames);
    const prefix = this.#pick(prefixes);
    const local = this.#pick(names);
    const bound = this.#scope.includes(prefix) || this.#flaw();
    return prefix === "" || !bound ? local : `${prefix}:${local}`;
  }

  #element(depth: number): string {
    const around = this.#scope;
    const attributes = this.#attributes();
    const name = this.#name();
    const head = `<${name}${attributes}${this.#chance(0.1) ? this.#pick([" ", "\n"]) : ""}`;
    const written = this.#chance(0.2) ? `${head}/>` : `${head}>${this.#contents(depth)}${this.#endTag(name)}`;
    this.#scope = around;
    // The same again: readers that remember what tags look like meet it a second time.
    return depth > 0 && this.#chance(0.2) ? written + written : written;
  }

  #endTag(name: string): string {
    if (this.#flaw()) return this.#pick(["</>", `</ ${name}>`, `</${name}`, `</${name}x>`, "", `</${name} x>`]);
    return `</${name}${this.#chance(0.1) ? this.#pick([" ", "\r\n"]) : ""}>`;
  }

  #contents(depth: number): string {
    let contents = "";
    for (let left = whole(this.#random, 0, depth > 4 ? 1 : 4); left > 0; left--) contents += this.#content(depth);
    return contents;
  }

  #content(depth: number): string {
    if (this.#flaw()) return this.#pick(flaws);
    const what = this.#random();
    if (what < 0.45 && depth < 8) return this.#element(depth + 1);
    if (what < 0.8) return this.#pick(texts);
    if (what < 0.9) return `<![CDATA[${this.#pick(["", "x<&", "]]", "]", "\r\n", "é&amp;", "<![CDATA["])}]]>`;
    return this.#aside();
  }

  #attributes(): string {
    const written: string[] = [];
    const taken = new Set<string>();
    const add = (name: string, value: string): void => {
      if (taken.has(name) && !this.#flaw()) return;
      taken.add(name);
      written.push(this.#space(), name, this.#equals(), value);
    };
    while (this.#chance(0.25)) this.#declare(add);
    while (this.#chance(0.35)) {
      const name = this.#chance(0.2) ? this.#pick(["xml:space", "xml:lang", "xsi:nil", "xsi:type"]) : this.#name();
      const bound = this.#scope.includes(name.slice(0, Math.max(0, name.indexOf(":"))));
      if ((name === "xmlns" || !bound) && !this.#flaw()) continue;
      add(name, this.#value());
    }
    return written.join("");
  }

  #declare(add: (name: string, value: string) => void): void {
    const prefix = this.#pick(prefixes);
    const namespace = this.#pick(namespaces);
    const reserved = (prefix === "xml") !== (namespace === xmlNamespace) || namespace === xmlnsNamespace;
    if ((reserved || (prefix !== "" && namespace === "")) && !this.#flaw()) return;
    this.#scope = [...this.#scope, prefix];
    add(prefix === "" ? "xmlns" : `xmlns:${prefix}`, this.#quoted(namespace));
  }

  #space(): string {
    const space = this.#pick(spaces);
    return space === "" && !this.#flaw() ? " " : space;
  }

  #equals(): string {
    return this.#chance(0.9) ? "=" : this.#pick([" =", "= ", "\n=\t"]);
  }

  #value(): string {
    let value = "";
    while (this.#chance(0.6)) value += this.#pick(this.#flaw() ? flaws : texts);
    return this.#quoted(value);
  }

  #quoted(value: string): string {
    if (this.#flaw()) return this.#pick([value, `"${value}'`, `'${value}`]);
    return this.#chance(0.5) ? `"${value.replaceAll('"', "&quot;")}"` : `'${value.replaceAll("'", "&apos;")}'`;
  }
}
