/** Judges cases: what our processor says of schemas and of documents, and what becomes of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { catalogue } from "../../scripts/diagnostics.ts";
import { decode, validate } from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import { codecsOf, resolveDocuments, rootCodec, toldShort, type Codecs, type ResolvedSchemas } from "./contract.ts";
import { hintsOf, limits, type Hints } from "./hints.ts";
import { Libxml2 } from "./libxml2.ts";
import { GeneratedModules } from "./modules.ts";
import { crashText, type Check, type Finding } from "./outcome.ts";
import { roundTrip } from "./roundtrip.ts";
import { expectedOf, type Case } from "./suite.ts";

/** Where cases are, and where generated modules go. */
export interface JudgingOptions {
  readonly folder: string;
  /** Folder for generated modules; without one only verdicts are asked for. */
  readonly modules?: string;
}

/** A contract of a group; codecs and judge are made when a document asks for them. */
interface Contract extends ResolvedSchemas {
  readonly key: string;
  codecs?: Codecs;
  libxml2?: Libxml2 | "refused";
}

/** Judges the cases of one copy of the suite; remembers the contracts of the latest groups. */
export class Judging {
  readonly #folder: string;
  readonly #modules: GeneratedModules | undefined;
  readonly #contracts = new Map<string, Contract>();

  constructor({ folder, modules }: JudgingOptions) {
    this.#folder = folder;
    this.#modules = modules === undefined ? undefined : new GeneratedModules(modules);
  }

  /** What we say of a case; what is raised on the way and is no verdict is a crash. */
  async judge(test: Case): Promise<readonly Finding[]> {
    const { kind } = test;
    const further = this.#modules !== undefined && expectedOf(test) === "valid" && test.schemaExpected === "valid";
    const verdict = await attempt(kind, () => (kind === "schema" ? this.#schema(test) : this.#instance(test)));
    if (!further) return [verdict];
    const check = kind === "schema" ? "code" : "roundtrip";
    return [verdict, await attempt(check, () => (kind === "schema" ? this.#code(test) : this.#roundTrip(test)))];
  }

  async #schema({ schemas }: Case): Promise<Finding> {
    return schemaFinding(await this.#contract(schemas, []), "schema");
  }

  async #code({ schemas }: Case): Promise<Finding> {
    const contract = await this.#contract(schemas, []);
    const { codecs, finding } = lowered(contract, "code");
    if (codecs === undefined || this.#modules === undefined) return finding;
    return this.#modules.finding(contract.key, codecs.model);
  }

  async #instance(test: Case): Promise<Finding> {
    const { text, hints } = this.#read(test);
    const contract = await this.#contractFor(test.schemas, hints);
    if (contract.errors.length > 0) return schemaFinding(contract, "instance");
    const { codecs, finding } = lowered(contract, "instance");
    return codecs === undefined ? finding : decoded(codecs, hints, text);
  }

  async #roundTrip(test: Case): Promise<Finding> {
    const check = "roundtrip";
    const { text, hints } = this.#read(test);
    const contract = await this.#contractFor(test.schemas, hints);
    const { codecs, finding } = lowered(contract, check);
    if (codecs === undefined || this.#modules === undefined) return finding;
    const file = this.#modules.file(contract.key, codecs.model);
    const message = await this.#modules.message(file, hints);
    if (message === undefined) return { check, got: "refused", reason: "the module has no such message" };
    const trusted = test.reference.xmllint === "valid" ? this.#libxml2(contract, test.schemas) : undefined;
    return roundTrip(contract.set, message, text, trusted);
  }

  #libxml2(contract: Contract, schemas: readonly string[]): Libxml2 | undefined {
    contract.libxml2 ??= Libxml2.of(schemas.map((schema) => join(this.#folder, schema))) ?? "refused";
    return contract.libxml2 === "refused" ? undefined : contract.libxml2;
  }

  #read({ instance }: Case): { readonly text: string; readonly hints: Hints } {
    const path = join(this.#folder, instance ?? "");
    const text = decodeText(readFileSync(path));
    return { text, hints: hintsOf(text, pathToFileURL(path).href) };
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
    if (this.#contracts.size >= 8) this.#forget();
    const contract: Contract = { key, ...(await resolveDocuments(this.#folder, schemas, locations)) };
    this.#contracts.set(key, contract);
    return contract;
  }

  #forget(): void {
    for (const { libxml2 } of this.#contracts.values()) if (libxml2 instanceof Libxml2) libxml2.dispose();
    this.#contracts.clear();
  }
}

/** Runs a check. What the reader refuses is no document; what else is raised is a crash. */
export async function attempt(check: Check, run: () => Promise<Finding>): Promise<Finding> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof XmlError) {
      const got = check === "instance" ? "invalid" : "refused";
      return { check, got, reason: `${error.code} ${error.message}` };
    }
    return { check, got: "crash", reason: crashText(error) };
  }
}

function schemaFinding({ errors }: ResolvedSchemas, check: "schema" | "instance"): Finding {
  if (errors.length === 0) return { check, got: "valid", reason: "" };
  const unsupported = errors.every(({ code }) => code === "xsd.unsupported");
  const about = check === "instance" ? "schema: " : "";
  return { check, got: unsupported ? "unsupported" : "invalid", reason: `${about}${toldShort(errors)}` };
}

/** The codecs of a contract, or why there are none: what only a strict run refuses has codecs nevertheless. */
function lowered(contract: Contract, check: Check): { readonly codecs?: Codecs; readonly finding: Finding } {
  const errors = contract.errors.filter(({ code }) => catalogue[code] === "error");
  if (errors.length > 0) return { finding: { check, got: "refused", reason: toldShort(errors) } };
  contract.codecs ??= codecsOf(contract.set);
  const { codecs } = contract;
  if (codecs.unsupported.length > 0) {
    return { finding: { check, got: "unsupported", reason: toldShort(codecs.unsupported) } };
  }
  return { codecs, finding: { check, got: "valid", reason: "" } };
}

/** Decodes a document strictly; one whose root has no declaration is checked by the type that it gives itself (part 1, 5.2). */
function decoded(codecs: Codecs, { root, late }: Hints, text: string): Finding {
  const check = "instance";
  if (late !== undefined)
    return { check, got: "invalid", reason: `part 1, 4.3.2: a schema for "${late}" is named too late` };
  const codec = rootCodec(codecs, root);
  try {
    if (codec === undefined) validate(codecs.schema, text, { limits });
    else decode(codec, text, { mode: "strict", limits, schema: codecs.schema });
    return { check, got: "valid", reason: "" };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { code, message, expected = "", received = "" } = error;
    return { check, got: "invalid", reason: `${code} ${message} [${expected} | ${received}]` };
  }
}
