/** What stands in an error instead of a credential. */
const MASK = "[redacted]";

const CREDENTIAL =
  /authorization|token|password|passwd|passphrase|secret|credential|session|cookie|ticket|api[-_]?key|user[-_]?name|xsrf|csrf/i;

/** Whether a header, header entry, parameter or field is a credential, going by its name. */
export function namesCredential(name: string): boolean {
  return CREDENTIAL.test(name);
}

/** Shorter ones are words: only whole words are redacted, or an error would become unreadable. */
const SHORT = 4;
/** Longer texts are nobody's excerpt: they were not cut. */
const CUTTABLE = 8192;
/** Depth of a request that is searched for credentials. */
const DEPTH = 32;

/** The credentials that one call knows, and how to keep them out of texts. */
export class Secrets {
  readonly #values = new Set<string>();
  /** Values that are searched only when a text is to be redacted: most calls succeed. */
  readonly #unsearched: unknown[] = [];
  #pattern: RegExp | undefined;

  /** The credentials as they were learnt. */
  get values(): Iterable<string> {
    for (const value of this.#unsearched.splice(0)) this.#search(value, false, 0);
    return this.#values;
  }

  /** Learns a credential. */
  add(value: string): void {
    const trimmed = value.trim();
    if (trimmed === "" || this.#values.has(trimmed)) return;
    this.#values.add(trimmed);
    this.#pattern = undefined;
  }

  /** Learns the credentials among HTTP headers: with their scheme, without it, and what basic credentials decode to. */
  addHeaders(headers: Headers): void {
    for (const [name, value] of headers) {
      if (!namesCredential(name)) continue;
      this.add(value);
      if (/cookie/i.test(name)) for (const pair of value.split(";")) this.add(pair.slice(pair.indexOf("=") + 1));
      const [, scheme = "", rest = ""] = /^(\S+)\s+(.+)$/.exec(value) ?? [];
      this.add(rest);
      if (scheme.toLowerCase() === "basic") this.#addBasic(rest);
    }
  }

  /** Learns user name, password and credential parameters of a URL. */
  addUrl(url: URL): void {
    for (const part of [url.username, url.password]) this.add(percentDecoded(part));
    for (const [name, value] of url.searchParams) if (namesCredential(name)) this.add(value);
  }

  /** Learns every string of a value that stands under a name that says credential. */
  addFrom(value: unknown): void {
    this.#unsearched.push(value);
  }

  /** A text without the credentials, in whatever way they are escaped, and without the beginnings of cut ones. */
  redact(text: string): string {
    const secrets = [...this.values];
    if (secrets.length === 0) return text;
    this.#pattern ??= patternOf(secrets);
    const clean = text.replace(this.#pattern, MASK);
    return clean.length > CUTTABLE ? clean : redactCut(clean, secrets);
  }

  #search(value: unknown, named: boolean, depth: number): void {
    if (typeof value === "string" && named) this.add(value);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > DEPTH) return;
    for (const [key, member] of Object.entries(value)) this.#search(member, named || namesCredential(key), depth + 1);
  }

  #addBasic(encoded: string): void {
    try {
      const decoded = atob(encoded);
      this.add(decoded.slice(decoded.indexOf(":") + 1));
    } catch {
      // Not base64: the header's value is redacted as it stands.
    }
  }
}

/** A credential of which only the beginning is left, because the text was cut: at its end, or before an ellipsis. */
function redactCut(text: string, secrets: readonly string[]): string {
  let result = "";
  let rest = text;
  for (let cut = nextCut(rest); rest !== ""; cut = nextCut(rest)) {
    const start = Math.min(...secrets.map((secret) => startOfBeginning(rest, cut, secret)));
    result += start < cut ? rest.slice(0, start) + MASK : rest.slice(0, cut);
    const ellipsis = /^(?:…|\.\.\.)?/.exec(rest.slice(cut, cut + 3))?.[0] ?? "";
    result += ellipsis;
    rest = rest.slice(cut + ellipsis.length);
  }
  return result;
}

/** Where a text was cut first: at an ellipsis, or at its end. */
function nextCut(text: string): number {
  const at = text.search(/…|\.\.\./);
  return at < 0 ? text.length : at;
}

/** Where a beginning of the secret starts that ends at the cut; the cut itself where there is none. */
function startOfBeginning(text: string, cut: number, secret: string): number {
  for (let length = Math.min(secret.length - 1, cut); length >= SHORT; length--) {
    if (text.startsWith(secret.slice(0, length), cut - length)) return cut - length;
  }
  return cut;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function patternOf(secrets: readonly string[]): RegExp {
  const longestFirst = [...secrets].sort((left, right) => right.length - left.length);
  return new RegExp(longestFirst.map(secretPattern).join("|"), "g");
}

function secretPattern(secret: string): string {
  const body = Array.from(secret, characterPattern).join("");
  return secret.length < SHORT ? `(?<![A-Za-z0-9])${body}(?![A-Za-z0-9])` : body;
}

const NAMED: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };
const SHORT_ESCAPE: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f" };

/** One character as it stands, percent-encoded, form-encoded, escaped for XML, or escaped for JSON. */
function characterPattern(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  const utf8 = [...new TextEncoder().encode(character)];
  const forms = [
    utf8.map((byte) => `%${anyCase(byte.toString(16).padStart(2, "0"))}`).join(""),
    `&#0*${point};`,
    `&#x0*${anyCase(point.toString(16))};`,
    Array.from({ length: character.length }, (_, i) => jsonUnit(character.charCodeAt(i))).join(""),
  ];
  if (character === " ") forms.push("\\+");
  const name = NAMED[character];
  if (name !== undefined) forms.push(`&${name};`);
  const short = SHORT_ESCAPE[character];
  if (short !== undefined) forms.push(`\\\\${short}`);
  if ('"\\/'.includes(character)) forms.push(`\\\\${escaped(character)}`);
  return `(?:${forms.join("|")}|${escaped(character)})`;
}

function jsonUnit(unit: number): string {
  return `\\\\u${anyCase(unit.toString(16).padStart(4, "0"))}`;
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
