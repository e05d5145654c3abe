import { XmlError, type XmlErrorCode } from "../errors.ts";
import { describe, pathText } from "./encoding.ts";
import type { DecodeOptions, Unexpected } from "./mode.ts";

/** One run of reading JSON: the options, and which part of the input it is at. */
export class JsonReading {
  readonly strict: boolean;
  readonly #report: ((unexpected: Unexpected) => void) | undefined;
  readonly #root: string;
  readonly #path: (string | number)[] = [];

  constructor(root: string, options: DecodeOptions) {
    this.#root = root;
    this.strict = options.mode === "strict";
    this.#report = this.strict ? undefined : options.onUnexpected;
  }

  /** Reads a member of the input. */
  within<T>(key: string | number, read: () => T): T {
    this.#path.push(key);
    const value = read();
    this.#path.pop();
    return value;
  }

  fail(code: XmlErrorCode, message: string, expected: string, received: unknown): never {
    throw new XmlError(code, message, { path: this.path, expected, received: describe(received) });
  }

  /** Strict: fails. Tolerant: reports. */
  refuse(kind: Unexpected["kind"], code: XmlErrorCode, message: string, expected: string, received: unknown): void {
    if (this.strict) this.fail(code, message, expected, received);
    this.#report?.({ kind, message, path: this.path, value: describe(received) });
  }

  get path(): string {
    return pathText(this.#root, this.#path);
  }
}
