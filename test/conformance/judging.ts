/** Judges cases: what our processor says of schemas and of documents. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { decode } from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import { codecsOf, resolveDocuments, toldShort, type Codecs, type ResolvedSchemas } from "./contract.ts";
import { hintsOf, type Hints } from "./hints.ts";
import { crashText, type Finding } from "./outcome.ts";
import type { Case } from "./suite.ts";

/** A contract of a group; its codecs are made when a document asks for them. */
interface Contract extends ResolvedSchemas {
  codecs?: Codecs;
}

/** Judges the cases of one copy of the suite; remembers the contract of the latest group. */
export class Judging {
  readonly #folder: string;
  readonly #contracts = new Map<string, Contract>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What we say of a case; what is raised on the way and is no verdict is a crash. */
  async judge(test: Case): Promise<Finding> {
    try {
      return test.kind === "schema" ? await this.#schema(test) : await this.#instance(test, test.instance ?? "");
    } catch (error) {
      return { got: "crash", reason: crashText(error) };
    }
  }

  async #schema({ schemas }: Case): Promise<Finding> {
    return schemaFinding(await this.#contract(schemas, []));
  }

  async #instance({ schemas }: Case, instance: string): Promise<Finding> {
    const path = join(this.#folder, instance);
    let text: string;
    let hints: Hints;
    try {
      text = decodeText(readFileSync(path));
      hints = hintsOf(text, pathToFileURL(path).href);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      return { got: "invalid", reason: `${error.code} ${error.message}` };
    }
    const contract = await this.#contractFor(schemas, hints);
    if (contract.errors.length > 0)
      return { ...schemaFinding(contract), reason: `schema: ${toldShort(contract.errors)}` };
    contract.codecs ??= codecsOf(contract.set);
    return decoded(contract.codecs, hints, text);
  }

  /** The schemas of a case, and those that its document names for namespaces that the case leaves out. */
  async #contractFor(schemas: readonly string[], { locations }: Hints): Promise<Contract> {
    const own = schemas.length === 0 ? undefined : await this.#contract(schemas, []);
    const known = new Set(own?.set.namespaces);
    const further = locations.filter(({ namespace }) => !known.has(namespace)).map(({ url }) => url);
    return own !== undefined && further.length === 0 ? own : this.#contract(schemas, [...new Set(further)]);
  }

  async #contract(schemas: readonly string[], locations: readonly string[]): Promise<Contract> {
    const key = [...schemas, "", ...locations].join("\n");
    const known = this.#contracts.get(key);
    if (known !== undefined) return known;
    if (this.#contracts.size >= 8) this.#contracts.clear();
    const contract: Contract = await resolveDocuments(this.#folder, schemas, locations);
    this.#contracts.set(key, contract);
    return contract;
  }
}

function schemaFinding({ errors }: ResolvedSchemas): Finding {
  if (errors.length === 0) return { got: "valid", reason: "" };
  const unsupported = errors.every(({ code }) => code === "xsd.unsupported");
  return { got: unsupported ? "unsupported" : "invalid", reason: toldShort(errors) };
}

function decoded({ live, unsupported }: Codecs, { namespace, localName }: Hints, text: string): Finding {
  if (unsupported.length > 0) return { got: "unsupported", reason: toldShort(unsupported) };
  const root = live.roots().find((found) => found.namespace === namespace && found.localName === localName);
  // Without a declaration nothing is known of the document (part 1, 5.2): processors that are asked for a verdict refuse it.
  if (root === undefined) return { got: "invalid", reason: `cvc-elt.1 no declaration of {${namespace}}${localName}` };
  try {
    decode(root.codec, text, { mode: "strict" });
    return { got: "valid", reason: "" };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return {
      got: "invalid",
      reason: `${error.code} ${error.message} [${error.expected ?? ""} | ${error.received ?? ""}]`,
    };
  }
}
