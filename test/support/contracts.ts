/** Contracts that a test writes down itself: documents by address, without files and without a network. */
import { Diagnostics } from "../../scripts/diagnostics.ts";
import type { Model } from "../../scripts/model/model.ts";
import { buildModel, generateModule, type Contract } from "../../scripts/pipeline.ts";
import { Loader } from "../../scripts/source/load.ts";

/** Address below which the documents of a test stand. */
export const base = "https://contracts.example/";

/** What came of a contract; the diagnostics a line each, without the address: `a.xsd:1:2 model.unsupported: …`. */
export interface Outcome {
  readonly model: Model | undefined;
  readonly code: string | undefined;
  readonly said: readonly string[];
}

/** Builds and prints the contract whose entry is the first document. */
export async function outcomeOf(
  documents: Readonly<Record<string, string>>,
  options: Omit<Partial<Contract>, "entry" | "runtime"> = {},
): Promise<Outcome> {
  const [entry = ""] = Object.keys(documents);
  const fetch = async (url: string): Promise<Uint8Array> => {
    const text = documents[url.slice(base.length)];
    if (text === undefined) throw new Error("there is no such document");
    return new TextEncoder().encode(text);
  };
  const forModel = new Diagnostics();
  const { model } = await buildModel({ entry: base + entry, ...options }, forModel, new Loader(forModel, { fetch }));
  const diagnostics = new Diagnostics();
  const contract = { entry: base + entry, runtime: "specwire/runtime", ...options };
  const { code } = await generateModule(contract, diagnostics, { fetch });
  const said = diagnostics.all.map(
    ({ at, code: kind, message }) => `${at.uri.replace(base, "")}:${at.line}:${at.column} ${kind}: ${message}`,
  );
  return { model, code, said };
}

/** A schema around components, in the namespace `urn:t`. */
export function schema(components: string, attributes = 'elementFormDefault="qualified"'): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t" ${attributes}>${components}</xs:schema>`;
}
