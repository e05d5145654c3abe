/** libxml2 as a third opinion: whether it takes what we encoded, where it takes the schema and the original. */
import { ParseOption, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { fsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { readFileSync } from "node:fs";

xmlRegisterInputProvider(fsInputProviders);

/** A compiled schema. */
export class Libxml2 {
  readonly #validator: XsdValidator;

  private constructor(validator: XsdValidator) {
    this.#validator = validator;
  }

  /** Compiles the schema documents; undefined where libxml2 refuses them, or where there are several: it takes one. */
  static of(paths: readonly string[]): Libxml2 | undefined {
    const [path] = paths;
    if (path === undefined || paths.length > 1) return undefined;
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromBuffer(readFileSync(path), { url: path, option: ParseOption.XML_PARSE_NOENT });
      return new Libxml2(XsdValidator.fromDoc(document));
    } catch (error) {
      if (error instanceof XmlLibError) return undefined;
      throw error;
    } finally {
      document?.dispose();
    }
  }

  /** What libxml2 finds wrong with a document; empty where it is valid. */
  complaints(text: string): string {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(text);
      this.#validator.validate(document);
      return "";
    } catch (error) {
      if (error instanceof XmlLibError) return error.message.trim();
      throw error;
    } finally {
      document?.dispose();
    }
  }

  dispose(): void {
    this.#validator.dispose();
  }
}
