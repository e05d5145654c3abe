/** Names that every object has are data like others: in elements, attributes, prefixes, values, wildcards, nodes and JSON. */
import { beforeAll, describe, expect, test } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { emitModule } from "../../scripts/emit/module.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
import { buildModel } from "../../scripts/pipeline.ts";
import { Loader } from "../../scripts/source/load.ts";
import { decode, encode, type Unexpected } from "../../src/runtime/index.ts";
import { fromJson, toJson } from "../../src/runtime/codec/index.ts";

const names = ["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "prototype", "__defineGetter__"];

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:simpleType name="toString"><xs:restriction base="xs:string">
    ${names.map((name) => `<xs:enumeration value="${name}"/>`).join("")}</xs:restriction></xs:simpleType>
  <xs:complexType name="__proto__"><xs:sequence>
    ${names.map((name) => `<xs:element name="${name}" type="toString" minOccurs="0" maxOccurs="2"/>`).join("")}
    <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    ${names.map((name) => `<xs:attribute name="${name}" type="xs:string"/>`).join("")}<xs:anyAttribute processContents="lax"/></xs:complexType>
  <xs:complexType name="constructor"><xs:choice minOccurs="0" maxOccurs="unbounded">
    ${names.map((name) => `<xs:element name="${name}" type="__proto__"/>`).join("")}</xs:choice></xs:complexType>
  <xs:element name="hasOwnProperty" type="constructor"/>
</xs:schema>`;

const attributes = names.map((name) => `${name}="${name}"`).join(" ");
const elements = names.map((name) => `<${name}>${name}</${name}>`).join("");
const wild = `<__proto__:constructor xmlns:__proto__="urn:__proto__" __proto__:valueOf="1"><__proto__ xmlns="">x</__proto__></__proto__:constructor>`;
const message = `<hasOwnProperty xmlns="urn:a">${names
  .map(
    (name) => `<${name} ${attributes} constructor:__proto__="2" xmlns:constructor="urn:c">${elements}${wild}</${name}>`,
  )
  .join("")}</hasOwnProperty>`;

type Root = ReturnType<LiveCodecs["roots"]>[number];
let codec: Root["codec"];
let code: string;

beforeAll(async () => {
  const diagnostics = new Diagnostics();
  const loader = new Loader(diagnostics, { fetch: () => Promise.resolve(Buffer.from(schema)) });
  const { model } = await buildModel({ entry: "https://example.com/a.xsd" }, diagnostics, loader);
  expect(diagnostics.all.filter(({ severity }) => severity === "error")).toEqual([]);
  const [root] = model === undefined ? [] : new LiveCodecs(model).roots();
  if (model === undefined || root === undefined) throw new Error("there is no root");
  ({ codec } = root);
  code = emitModule(model, { runtime: "specwire/runtime" });
});

/** What is there before and after: nothing that a message says may change it. */
function inherited(): readonly unknown[] {
  const of = (object: object): readonly unknown[] => names.map((name) => Reflect.get(object, name));
  return [...of({}), ...of([]), Reflect.ownKeys(Object.prototype)];
}

function contentOf(value: unknown): unknown {
  return Reflect.get(Object(value), "$content");
}

/** What is in scope around a kept element is another matter when it is written elsewhere. */
function withoutPrefixes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === "namespaces" ? undefined : member)));
}

describe.each(["strict", "tolerant"] as const)("%s", (mode) => {
  test("a message is decoded, encoded, and comes back through JSON", () => {
    const before = inherited();
    const value = decode(codec, message, { mode });
    const content = contentOf(value);
    expect(content).toHaveLength(names.length);
    const text = JSON.stringify(value);
    for (const name of names) expect(text.split(`"${name}"`).length).toBeGreaterThan(names.length);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(withoutPrefixes(decode(codec, encode(codec, value), { mode }))).toEqual(withoutPrefixes(value));
    const json: unknown = JSON.parse(JSON.stringify(toJson(codec, value)));
    expect(withoutPrefixes(fromJson(codec, json, { mode }))).toEqual(withoutPrefixes(value));
    expect(inherited()).toEqual(before);
  });
});

test("where they are not expected they are reported as other names are", () => {
  const before = inherited();
  for (const name of [...names, "other"]) {
    const reports: Unexpected[] = [];
    const unknown = `<hasOwnProperty xmlns="urn:a"><x:${name} xmlns:x="urn:x" ${name}="1"><y>2</y></x:${name}></hasOwnProperty>`;
    decode(codec, unknown, { onUnexpected: (report) => reports.push(report) });
    expect(reports).toMatchObject([{ kind: "unknown-element", element: { name: { localName: name } } }]);
    expect(() => decode(codec, unknown, { mode: "strict" })).toThrow(/not expected|unexpected|no element|expected/i);
  }
  expect(inherited()).toEqual(before);
});

test("JSON with such members changes no prototype", () => {
  const before = inherited();
  for (const name of names) {
    const json: unknown = JSON.parse(`{"${name}": {"polluted": 1}, "$content": []}`);
    const value = fromJson(codec, json);
    expect(value).toEqual({ $content: [] });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  }
  expect(inherited()).toEqual(before);
});

test("generated code has them as names that are no one else's", () => {
  expect(code).not.toMatch(/^\s*"?__proto__"?:/m);
});
