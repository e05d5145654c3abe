/** The form of the contracts: everything documented, in words of our own; tables that hang together; sources named. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseXmlDocument, type Element } from "slimdom";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readSchemas } from "../scripts/specs-verify/schema.ts";
import { sharedPath } from "./support/shared.ts";

const specs = resolve(import.meta.dirname, "..", "specs");
const xsd = "http://www.w3.org/2001/XMLSchema";
const wsdl = "http://schemas.xmlsoap.org/wsdl/";
const files = readdirSync(specs, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
const read = (path: string): string => readFileSync(join(specs, path), "utf8");
const xml = files.filter((name) => /\.(xsd|wsdl)$/.test(name));
const tables = files.filter((name) => name.endsWith(".operations.yaml"));

function rootOf(text: string): Element {
  const root = parseXmlDocument(text).documentElement;
  if (root === null) throw new Error("empty");
  return root;
}

test("the contracts are the six files that are known", () => {
  expect([...xml, ...files.filter((name) => name.endsWith(".openapi.yaml"))].sort()).toEqual([
    "ebay/bulk-data-exchange.xsd",
    "ebay/file-transfer.xsd",
    "exacttarget/batch.xsd",
    "microsoft-advertising/bulk-service.wsdl",
    "salesforce/async-api.xsd",
    "superoffice/batch-task.openapi.yaml",
  ]);
});

describe("documentation", () => {
  const named = new Set(["element", "complexType", "simpleType", "attribute", "enumeration", "group", "any"]);

  function undocumented(root: Element): readonly string[] {
    const declarations = root.getElementsByTagNameNS(xsd, "*").filter((node) => {
      const isReference = node.hasAttribute("ref");
      const isAnonymous = node.localName.endsWith("Type") && !node.hasAttribute("name");
      return named.has(node.localName) && !isReference && !isAnonymous;
    });
    const operations = root
      .getElementsByTagNameNS(wsdl, "operation")
      .filter((node) => node.parentElement?.localName === "portType");
    return [...declarations, ...operations]
      .filter((node) => docOf(node).length < 4)
      .map((node) => `${node.localName} ${node.getAttribute("name") ?? node.getAttribute("value") ?? ""}`);
  }

  function docOf(node: Element): string {
    const annotation = node.children.find((child) => child.localName === "annotation");
    const text = (annotation ?? node).children.find((child) => child.localName === "documentation")?.textContent;
    return (text ?? "").trim();
  }

  test.each(xml)("%s documents every type, field, value and operation", (path) => {
    expect(undocumented(rootOf(read(path)))).toEqual([]);
  });

  test("of SuperOffice's contract is complete", () => {
    const document = parse(read("superoffice/batch-task.openapi.yaml"));
    const missing: string[] = [];
    const need = (place: string, doc: unknown): void => {
      if (typeof doc !== "string" || doc.length < 4) missing.push(place);
    };
    for (const [name, schema] of entries(document.components.schemas)) {
      need(name, schema["description"]);
      for (const [member, value] of entries(schema["properties"] ?? {})) {
        if (value["$ref"] === undefined) need(`${name}.${member}`, value["description"]);
      }
      for (const value of list(schema["enum"])) {
        if (!String(schema["description"]).includes(String(value))) missing.push(`${name} ${String(value)}`);
      }
    }
    for (const [name, parameter] of entries(document.components.parameters)) need(name, parameter["description"]);
    for (const [name, response] of entries(document.components.responses)) need(name, response["description"]);
    for (const [name, scheme] of entries(document.components.securitySchemes)) need(name, scheme["description"]);
    for (const [path, item] of [...entries(document.paths), ...entries(document.components.pathItems)]) {
      for (const [method, operation] of entries(item)) {
        if (!/^(get|put|post|delete)$/.test(method)) continue;
        need(`${method} ${path}`, operation["summary"]);
        for (const parameter of list(operation["parameters"])) {
          const value = record(parameter);
          if (value["$ref"] === undefined) need(`${method} ${path} ${String(value["name"])}`, value["description"]);
        }
        for (const [status, response] of entries(operation["responses"])) {
          if (response["$ref"] === undefined) need(`${method} ${path} ${status}`, response["description"]);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  const sources = ["originals", "seeds"].map((folder) => sharedPath(folder)).filter((path) => path !== undefined);

  test.skipIf(sources.length === 0)(
    "is in words of our own (skipped: nothing to compare with; set SPECWIRE_SHARED)",
    () => {
      const theirs = new Set(
        sources
          .flatMap((folder) =>
            readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
          )
          .filter((path) => /\.(wsdl|json|txt)$/.test(path))
          .flatMap((path) => phrases(prose(path))),
      );
      expect(theirs.size).toBeGreaterThan(5000);
      const copied = files
        .filter((name) => !name.endsWith("source.json"))
        .flatMap((name) => phrases(prose(join(specs, name))).filter((phrase) => theirs.has(phrase)));
      expect([...new Set(copied)]).toEqual([]);
    },
  );

  /** The words that people read: documentation of XML, descriptions of JSON and YAML, text as it is. */
  function prose(path: string): readonly string[] {
    const text = readFileSync(path, "utf8");
    if (/\.(xsd|wsdl)$/.test(path)) {
      return rootOf(text)
        .getElementsByTagNameNS("*", "documentation")
        .map((node) => node.textContent ?? "");
    }
    return path.endsWith(".txt") ? text.split("\n") : descriptions(parse(text));
  }

  function descriptions(value: unknown): readonly string[] {
    if (Array.isArray(value)) return value.flatMap(descriptions);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, member]) =>
      /^(description|summary|doc)$/.test(key) && typeof member === "string" ? [member] : descriptions(member),
    );
  }

  /** Runs of eight words: as many do not come about twice by chance. */
  function phrases(texts: readonly string[]): readonly string[] {
    return texts.flatMap((text) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(7).map((_, index) => words.slice(index, index + 8).join(" "));
    });
  }
});

describe.each(tables)("%s", (path) => {
  const table = parse(read(path));
  const operations = entries(table.operations);
  const parameters = entries(table.parameters ?? {});
  const elements = readSchemas(read(join(dirname(path), table.schema))).elements;

  test("names messages that its schema declares", () => {
    const messages = operations.flatMap(([, { request, response, errors }]) => [request, response, ...list(errors)]);
    const unknown = messages.filter(
      (name) => name !== undefined && name !== "raw" && !elements.has(`{${table.namespace}}${String(name)}`),
    );
    expect(unknown).toEqual([]);
  });

  test("has a parameter for every template, and uses every parameter", () => {
    for (const [name, operation] of operations) {
      const templates = [...String(operation["path"]).matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
      const inPath = list(operation["parameters"]).filter(
        (one) => record(table.parameters[String(one)])["in"] === "path",
      );
      expect(inPath, name).toEqual(templates);
    }
    const used = new Set(operations.flatMap(([, operation]) => list(operation["parameters"])));
    const everywhere = parameters.filter(([, { everywhere }]) => everywhere === true).map(([name]) => name);
    expect(parameters.map(([name]) => name).filter((name) => !used.has(name))).toEqual(everywhere);
  });

  test("is documented, and marks credentials as secret", () => {
    for (const [name, { doc }] of [...operations, ...parameters]) expect(String(doc ?? ""), name).toMatch(/\w{2}/);
    for (const { url, doc } of table.servers) {
      expect(URL.canParse(url)).toBe(true);
      expect(doc).toMatch(/\w/);
    }
    for (const [name, { secret }] of parameters) expect(secret === true, name).toBe(/token|session/i.test(name));
  });
});

test("eBay's calls carry the headers that tell them apart", () => {
  for (const [file, service, version] of [
    ["bulk-data-exchange", "BulkDataExchangeService", "1.5.0"],
    ["file-transfer", "FileTransferService", "1.1.0"],
  ]) {
    const table = parse(read(`ebay/${file}.operations.yaml`));
    expect(table.headers).toEqual({
      "Content-Type": "text/xml",
      "X-EBAY-SOA-SERVICE-NAME": service,
      "X-EBAY-SOA-REQUEST-DATA-FORMAT": "XML",
      "X-EBAY-SOA-RESPONSE-DATA-FORMAT": "XML",
    });
    expect(table.parameters).toMatchObject({
      token: { in: "header", name: "X-EBAY-SOA-SECURITY-TOKEN", required: true, secret: true, everywhere: true },
      serviceVersion: {
        in: "header",
        name: "X-EBAY-SOA-SERVICE-VERSION",
        doc: expect.stringContaining(String(version)),
      },
    });
    for (const [name, operation] of entries(table.operations)) {
      expect(operation).toMatchObject({ method: "POST", path: "", errors: ["errorMessage"] });
      expect(operation["headers"]).toEqual({ "X-EBAY-SOA-OPERATION-NAME": name });
      expect([operation["request"], operation["response"]]).toEqual([`${name}Request`, `${name}Response`]);
    }
  }
});

test("every folder says where its contracts are from", () => {
  for (const folder of new Set(files.map((name) => dirname(name)))) {
    const sources = list(JSON.parse(read(`${folder}/source.json`))).map(record);
    const contracts = files.filter((name) => dirname(name) === folder && /\.(xsd|wsdl|openapi\.yaml)$/.test(name));
    expect(sources.map(({ contract }) => contract).sort()).toEqual(contracts.map((name) => basename(name)).sort());
    for (const source of sources) {
      expect(existsSync(join(specs, folder, String(source["contract"])))).toBe(true);
      expect(source["official"] === null || URL.canParse(String(source["official"]))).toBe(true);
      expect(String(source["retrieved"])).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(String(source["made"])).toMatch(/\w+ \w+/);
      expect(String(source["version"])).toMatch(/\w/);
    }
  }
});

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null) return { ...value };
  throw new Error(`An object was expected, not ${String(value)}`);
}

function entries(value: unknown): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  return Object.entries(record(value)).map(([name, member]) => [
    name,
    typeof member === "object" ? record(member) : {},
  ]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
