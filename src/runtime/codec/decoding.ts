import { XmlError, type XmlErrorCode } from "../errors.ts";
import { readElement } from "../xml/node.ts";
import { XmlReader } from "../xml/reader.ts";
import { Identities } from "./identities.ts";
import type { IdentityTracker } from "./identity.ts";
import { excerpt, named } from "./labels.ts";
import type { DecodeOptions, Unexpected } from "./mode.ts";
import type { SchemaIndex } from "./schema-index.ts";
import { isBlank } from "./scalars/whitespace.ts";
import type { ReadContext } from "./table.ts";

/** One run of a decoder over a document: the reader, the options, and how problems are told. */
export class Decoding implements ReadContext {
  readonly reader: XmlReader;
  readonly strict: boolean;
  readonly report: ((unexpected: Unexpected) => void) | undefined;
  readonly attachments: ReadonlyMap<string, Uint8Array> | undefined;
  /** Global declarations, where strict decoding is to look them up. */
  readonly schema: SchemaIndex | undefined;
  /** Values are not wanted, only whether they are valid. */
  readonly checking: boolean;
  /** Identifiers and references, where strict decoding checks them. */
  readonly identities: Identities | undefined;
  /** Follows identity constraints while an element that has some is open. */
  identity: IdentityTracker | undefined;
  readonly #options: DecodeOptions;
  /** Where the text that is being converted stands. */
  textOffset = 0;
  /** What xsi:type says of the current element has been followed. */
  typeKnown = false;
  /** Name of the attribute that is being converted, "" for none. */
  attribute = "";

  constructor(reader: XmlReader, options: DecodeOptions, checking = false, from?: Decoding) {
    this.reader = reader;
    this.#options = options;
    this.checking = checking;
    this.strict = options.mode === "strict";
    this.report = this.strict ? undefined : options.onUnexpected;
    this.attachments = options.attachments;
    this.schema = this.strict ? options.schema : undefined;
    this.identities = from?.identities ?? (this.strict ? new Identities() : undefined);
    this.identity = from?.identity;
    if (kept === undefined) keepOne();
  }

  /** A run over what comes next that only checks it: the reader of this one stays where it is. */
  ahead(): Decoding {
    return new Decoding(this.reader.fork(), this.#options, true, this);
  }

  namespaceOf(prefix: string): string | undefined {
    return this.reader.lookup(prefix);
  }

  /** Fails at a place; the current token's where none is given. */
  fail(code: XmlErrorCode, message: string, expected?: string, received?: string, offset?: number): never {
    throw this.failure(code, message, expected, received, offset);
  }

  /** What `fail` throws, for who has to read on before. */
  failure(code: XmlErrorCode, message: string, expected?: string, received?: string, offset?: number): XmlError {
    return new XmlError(code, message, {
      ...this.#place(offset),
      ...(expected === undefined ? undefined : { expected }),
      ...(received === undefined ? undefined : { received }),
    });
  }

  /** Strict: fails. Tolerant: reports. */
  refuse(kind: Unexpected["kind"], message: string, expected: string, received: string, offset?: number): void {
    if (this.strict) {
      const invalid = kind === "facet" || kind === "unlisted-value" || kind === "unknown-type";
      this.fail(invalid ? "xml.invalid" : "xml.unexpected", message, expected, received, offset);
    }
    this.report?.({ kind, message, ...this.#place(offset), value: received });
  }

  /** An element that the contract does not have where the reader stands; consumed. */
  refuseElement(kind: "unknown-element" | "too-many", message: string, expected: string): void {
    const { reader } = this;
    if (this.strict) this.fail("xml.unexpected", message, expected, named(reader.namespace, reader.localName));
    const place = this.#place(undefined);
    const element = readElement(reader);
    this.report?.({ kind, message, ...place, element });
  }

  /** The text token that the reader stands on, in content that has elements only. */
  refuseText(): void {
    const { text } = this.reader;
    if (!isBlank(text)) this.refuse("stray-text", "Text where only elements may stand", "elements", excerpt(text));
  }

  /**
   * What to throw for what was thrown while elements were decoded: a document that is nested deeper than the call stack reaches, which
   * takes a limit on depth that was set higher than the standard one, is refused like one beyond that limit.
   */
  thrown(error: unknown): unknown {
    if (!(error instanceof RangeError) || error.message !== stackOverflow()) return error;
    const { depth } = this.reader;
    const detail = { ...this.reader.position(), path: "", expected: "less nesting", received: `${depth} levels` };
    return new XmlError("xml.limit", `elements are nested deeper than the call stack reaches: ${depth} levels`, detail);
  }

  #place(offset: number | undefined): { path: string; line: number; column: number } {
    const { reader } = this;
    const { line, column } = reader.position(offset);
    return { path: this.attribute === "" ? reader.path() : `${reader.path()}/@${this.attribute}`, line, column };
  }
}

/**
 * One that is never let go, and knows no document: V8 discards the optimised code of objects of which a full collection finds none, and
 * decoding would take several times as long after it.
 */
let kept: Decoding | "coming" | undefined;

/** What the engine says where the call stack is full. */
function stackOverflow(): string {
  overflow ??= messageOf(() => endless(0));
  return overflow;
}

let overflow: string | undefined;

function endless(depth: number): number {
  return endless(depth + 1) + 1;
}

function messageOf(fails: () => unknown): string {
  try {
    fails();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return "";
}

function keepOne(): void {
  kept = "coming";
  kept = new Decoding(new XmlReader(), { mode: "strict" });
}
