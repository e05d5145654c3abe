/**
 * Whatever our codecs write is valid by the vendors' own schemas, as libxml2 judges them. The values come from messages that are made
 * from our contracts without our codecs: minimal, full, one for each enumeration value, and random ones.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { decode, encode, fromJson, parseJson, toJson, type RootCodec } from "../src/runtime/index.ts";
import { Diagnostics } from "../scripts/diagnostics.ts";
import { LiveCodecs } from "../scripts/model/live.ts";
import { buildModel } from "../scripts/pipeline.ts";
import { exceptionsOf } from "../scripts/specs-verify/sources.ts";
import { joined, schemaFacts } from "../scripts/specs-verify/facts.ts";
import { limitsOf, messagesOf } from "../scripts/specs-verify/messages.ts";
import { readSchemas } from "../scripts/specs-verify/schema.ts";
import { homeOf } from "../scripts/specs-verify/wsdl-facts.ts";
import * as bulk from "../generated/microsoft-advertising/bulk-service.ts";
import * as bdx from "../generated/ebay/bulk-data-exchange.ts";
import * as fts from "../generated/ebay/file-transfer.ts";
import * as sf from "../generated/salesforce/async-api.ts";
import * as et from "../generated/exacttarget/batch.ts";
import { judgeBy } from "./support/libxml2.ts";
import { sharedPath } from "./support/shared.ts";
import { slimdom, type DomElement } from "./support/dom.ts";

const specs = resolve(import.meta.dirname, "..", "specs");

const contracts = [
  {
    contract: "microsoft-advertising/bulk-service.wsdl",
    original: "microsoft-advertising/BulkService-v13.wsdl",
    module: bulk,
  },
  { contract: "ebay/bulk-data-exchange.xsd", original: "ebay/BulkDataExchangeService-1.5.0.wsdl", module: bdx },
  { contract: "ebay/file-transfer.xsd", original: "ebay/FileTransferService-1.1.0.wsdl", module: fts },
  { contract: "salesforce/async-api.xsd", original: undefined, module: sf },
  { contract: "exacttarget/batch.xsd", original: undefined, module: et },
] as const;

/** Root codecs that a generated module exports, by expanded name. */
function rootsOf(module: object): ReadonlyMap<string, RootCodec<unknown>> {
  const roots = new Map<string, RootCodec<unknown>>();
  for (const table of Object.values(module) as readonly unknown[]) {
    if (typeof table !== "object" || table === null || !("kind" in table) || !("name" in table)) continue;
    if (!Array.isArray(table.name) || !(table.kind === "element" || "element" in table)) continue;
    roots.set(`{${String(table.name[0])}}${String(table.name[1])}`, table as RootCodec<unknown>);
  }
  return roots;
}

/** Messages of a contract that the vendor's contract, where there is one, is known to allow as well. */
function messages(contract: string, original: string | undefined): readonly string[] {
  const text = readFileSync(`${specs}/${contract}`, "utf8");
  const ours = readSchemas(text);
  const home = homeOf(text);
  const theirs = original === undefined ? undefined : readFileSync(original, "utf8");
  const own = schemaFacts(ours, home);
  const other = theirs === undefined ? own : schemaFacts(readSchemas(theirs), homeOf(theirs));
  const paths = exceptionsOf(specs, contract).flatMap(({ path }) => path);
  return messagesOf(ours, home, limitsOf(paths, joined(own), joined(other)), 20_261_123);
}

/** A value without the prefixes that kept nodes remember: they are the document's, not the message's. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const isNode = "children" in value && "namespaces" in value;
  const members = Object.entries(value).filter(([key]) => !isNode || key !== "namespaces");
  return Object.fromEntries(members.map(([key, member]: [string, unknown]) => [key, bare(member)]));
}

/** A fault detail that is nil says nothing: our codecs refuse it, and nobody sends one. */
function isNilFault(dom: DomElement): boolean {
  return (
    dom.localName.endsWith("FaultDetail") &&
    dom.attributes.some(({ localName, value }) => localName === "nil" && value !== "false")
  );
}

/** The infoset without what does not count: prefixes, white space between elements. */
function infoset(element: DomElement): unknown {
  const attributes = element.attributes.map(({ namespace, localName, value }) => `{${namespace}}${localName}=${value}`);
  const content = element.children.length === 0 ? element.text : element.children.map(infoset);
  return [`{${element.namespace}}${element.localName}`, attributes.sort(), content];
}

describe.each(contracts)("$contract", ({ contract, original, module }) => {
  const theirs = original === undefined ? undefined : sharedPath("originals", original);

  test(
    "every message decodes strictly, is written again with the same infoset, and is valid",
    { timeout: 120_000 },
    async () => {
      const roots = rootsOf(module);
      const byOurs = judgeBy(`${specs}/${contract}`);
      const byTheirs = theirs === undefined ? undefined : judgeBy(theirs);
      const diagnostics = new Diagnostics();
      const { model } = await buildModel({ entry: `${specs}/${contract}` }, diagnostics);
      if (model === undefined) throw new Error("the contract has errors");
      const live = new Map(
        new LiveCodecs(model).roots().map(({ namespace, localName, codec }) => [`{${namespace}}${localName}`, codec]),
      );
      let judged = 0;
      for (const message of messages(contract, theirs)) {
        const dom = slimdom(message);
        const name = `{${dom.namespace}}${dom.localName}`;
        const codec = roots.get(name);
        // The WSDL declares elements that are no messages of an operation: header entries.
        if (codec === undefined || isNilFault(dom)) continue;
        const value = decode(codec, message, { mode: "strict" });
        const written = encode(codec, value);
        expect(bare(decode(codec, written, { mode: "strict" }))).toEqual(bare(value));
        expect(byOurs(written)).toEqual([]);
        if (byTheirs !== undefined) expect(byTheirs(written)).toEqual([]);
        // The JSON form loses nothing, and the codecs that decode and encode use make the same of a message.
        const json = JSON.stringify(toJson(codec, value));
        expect(bare(fromJson(codec, parseJson(json), { mode: "strict" }))).toEqual(bare(value));
        const alive = live.get(name);
        if (alive === undefined) throw new Error(`${name} has no live codec`);
        expect(decode(alive, message, { mode: "strict" })).toEqual(value);
        // Numbers and dates have other spellings: the infosets are those of the values, written once and twice.
        expect(infoset(slimdom(encode(alive, decode(alive, written))))).toEqual(infoset(slimdom(written)));
        judged++;
      }
      expect(judged).toBeGreaterThan(30);
    },
  );
});
