/**
 * Requests and responses of node-soap's own tests, when the corpus is at hand: each is decoded through the tables of its contract, held
 * against the JSON that node-soap expects, encoded, and decoded again. Where the two differ, the list below says why.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../scripts/diagnostics.ts";
import { LiveCodecs } from "../scripts/model/live.ts";
import type { SoapOperationDef, SoapServiceDef } from "../scripts/model/model.ts";
import { buildModel } from "../scripts/pipeline.ts";
import {
  decodeEnvelope,
  encodeEnvelope,
  section5,
  SoapFault,
  toJson,
  XmlError,
  type EnvelopeCodec,
} from "../src/runtime/index.ts";
import { parseRelated } from "../src/runtime/xml/multipart.ts";
import { corpus, manifest } from "./support/corpora.ts";
import { deviations } from "./support/soap-samples.ts";

interface Sample {
  readonly name: string;
}

type Part = "request" | "response";

const folder = corpus("soap-rr");
const samples = folder === undefined ? [] : manifest<Sample>(folder);

/** The tables of a case's operation; a text where the contract has none. */
async function codecsOf(name: string): Promise<((part: Part) => EnvelopeCodec<unknown, object>) | string> {
  const diagnostics = new Diagnostics();
  // The documents that the tests of node-soap share are not all at hand.
  const contract = { entry: join(folder ?? "", name, "soap.wsdl"), allowMissing: true, wrappers: "none" } as const;
  const { model } = await buildModel(contract, diagnostics);
  const wanted = name.replace(/__.*/, "");
  const services = (model?.services ?? []).filter((service): service is SoapServiceDef => service.kind === "soap");
  const operations = services.flatMap(({ operations: own, version }) => own.map((one) => ({ ...one, version })));
  const operation = operations.find(({ name: key, wireName }) => key === wanted || wireName === wanted);
  if (model === undefined || operation === undefined) return diagnostics.all[0]?.message ?? "no operation";
  const live = new LiveCodecs(model);
  return (part) => codecOf(live, operation, part);
}

function codecOf(
  live: LiveCodecs,
  operation: SoapOperationDef & Pick<SoapServiceDef, "version">,
  part: Part,
): EnvelopeCodec<unknown, object> {
  const root = part === "request" ? operation.input : operation.output;
  const headers = part === "request" ? operation.headers : operation.outputHeaders;
  return {
    body: root === undefined ? undefined : live.root(root),
    version: operation.version,
    ...(headers === undefined ? {} : { headers: live.struct(headers) }),
    ...(operation.encoded ? { encoded: section5 } : {}),
    faults: Object.fromEntries(operation.faults.map((fault) => [fault.name, live.root(fault.root)])),
  };
}

/** Kept nodes remember the prefixes of their document. */
function bare(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, member: unknown) => (key === "namespaces" ? undefined : text(member))) ?? "null",
  );
}

function text(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** A message as it came over HTTP: some are multipart. */
function packageOf(bytes: Uint8Array): {
  readonly root: Uint8Array;
  readonly attachments?: ReadonlyMap<string, Uint8Array>;
} {
  const boundary = /^\s*--(\S+)\r?\n/.exec(new TextDecoder().decode(bytes.subarray(0, 200)))?.[1];
  return boundary === undefined ? { root: bytes } : parseRelated(bytes, `multipart/related; boundary="${boundary}"`);
}

/** What a message comes to: its body as JSON, or why there is none. */
function outcomeOf(codec: EnvelopeCodec<unknown, object>, bytes: Uint8Array): unknown {
  try {
    const { root, attachments } = packageOf(bytes);
    const message = decodeEnvelope(codec, root, attachments === undefined ? {} : { attachments });
    const again = decodeEnvelope(codec, encodeEnvelope(codec, message));
    expect(bare(again.body), "decoded again").toEqual(bare(message.body));
    return codec.body === undefined ? undefined : toJson(codec.body, message.body);
  } catch (error) {
    if (error instanceof SoapFault) return { faultstring: error.faultString };
    if (error instanceof XmlError) return error;
    throw error;
  }
}

/**
 * JSON of either kind without what only differs in form: node-soap keeps attributes apart, knows no type but text where the schema is
 * silent, has no list of one, and knows nothing of elements without content.
 */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) return single(value.map(plain).filter((item) => item !== undefined));
  if (typeof value !== "object") return leaf(String(value).trim());
  const members = "children" in value && "name" in value ? ofNode(value) : Object.entries(value).flatMap(member);
  const found = new Map<string, unknown[]>();
  for (const [key, item] of members) {
    const kept = plain(item);
    if (kept !== undefined) found.set(key, [...(found.get(key) ?? []), kept]);
  }
  const text = found.get("$value");
  if (found.size === 0 || (found.size === 1 && text !== undefined)) return text?.[0];
  return Object.fromEntries(
    [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, all]) => [key, single(all)]),
  );
}

function single(list: readonly unknown[]): unknown {
  return list.length > 1 ? list : list[0];
}

function leaf(text: string): unknown {
  if (/^\d{4}-\d\d-\d\d(?:[TZ+-]|$)/.test(text) && !Number.isNaN(Date.parse(text))) return Date.parse(text);
  return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

const marks = /^(?:xmlns\b|(?:[\w-]+:|\{.*\})(?:type|nil|arrayType|schemaLocation)$)/;

function member([key, value]: [string, unknown]): readonly (readonly [string, unknown])[] {
  if (key === "$type") return [];
  if (key === "$any" || key === "$content") return (Array.isArray(value) ? value : [value]).flatMap(ofContent);
  if (key === "attributes" || key === "$attributes") {
    const named = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return named.filter(([name]) => !marks.test(name)).map(([name, text]) => [local(name), text] as const);
  }
  return key.startsWith("xmlns") ? [] : [[local(key), value]];
}

/** An item of open or mixed content, as it is in JSON. */
function ofContent(item: unknown): readonly (readonly [string, unknown])[] {
  if (typeof item === "string") return item.trim() === "" ? [] : [["$value", item]];
  if (typeof item !== "object" || item === null) return [];
  if ("children" in item && "name" in item) return [[local(String(item.name)), item]];
  if (!("$name" in item && "value" in item)) return [];
  return item.$name === "$any" ? ofContent(item.value) : [[local(String(item.$name)), item.value]];
}

function ofNode(node: { children: unknown; attributes?: unknown }): readonly (readonly [string, unknown])[] {
  const attributes =
    typeof node.attributes === "object" && node.attributes !== null ? Object.entries(node.attributes) : [];
  const named = attributes.filter(([name]) => !marks.test(name)).map(([name, value]) => [local(name), value] as const);
  const children = Array.isArray(node.children) ? node.children : [node.children];
  return [...named, ...children.flatMap(ofContent)];
}

function local(name: string): string {
  return name.replace(/^(?:\{.*\}|[^:]*:)/, "");
}

/** What node-soap expects: the body's value, alone or under the name of its element. */
function agrees(got: unknown, expected: unknown): boolean {
  if (typeof got === "object" && got !== null && "faultstring" in got) {
    return JSON.stringify(expected).includes(JSON.stringify(got.faultstring));
  }
  const wanted = [expected, typeof expected === "object" && expected !== null ? Object.values(expected)[0] : undefined];
  return wanted.some((one) => JSON.stringify(plain(one)) === JSON.stringify(plain(got)));
}

describe.skipIf(folder === undefined)("node-soap's requests and responses (skipped where the corpus is absent)", () => {
  const known = new Map(deviations.flatMap(([reason, cases]) => cases.map((one) => [one, reason] as const)));
  const seen = new Set<string>();

  test.each(samples)("$name", async ({ name }) => {
    const codecs = await codecsOf(name);
    for (const part of ["request", "response"] as const) {
      const isFault = part === "response" && existsSync(join(folder ?? "", name, "error_response.json"));
      const [xml, json] = [`${part}.xml`, isFault ? "error_response.json" : `${part}.json`].map((file) =>
        join(folder ?? "", name, file),
      );
      if (xml === undefined || json === undefined || !existsSync(xml)) continue;
      const id = `${name.trim()}/${part}`;
      const got = typeof codecs === "string" ? new Error(codecs) : outcomeOf(codecs(part), readFileSync(xml));
      const expected: unknown = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : undefined;
      const same = got instanceof Error ? false : expected === undefined || agrees(got, expected);
      const found =
        got instanceof Error ? got.message : `${JSON.stringify(plain(got))} for ${JSON.stringify(plain(expected))}`;
      seen.add(id);
      expect.soft(same ? "the same" : (known.get(id) ?? found), id).toBe(known.get(id) ?? "the same");
    }
  });

  test("every deviation that is listed is one of a message that is there", () => {
    expect([...known.keys()].filter((id) => !seen.has(id))).toEqual([]);
  });
});
