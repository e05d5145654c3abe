/** Operations tables: every mistake is said, with the line that it stands in. */
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { lowerOperations } from "../../scripts/operations/lower.ts";
import { readOperations } from "../../scripts/operations/read.ts";
import { Lowering } from "../../scripts/xsd/lower.ts";
import { readSchema } from "../../scripts/xsd/read.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import { parseXml } from "../../scripts/source/document.ts";
import { schema } from "../support/contracts.ts";

const good = `service: Asking
schema: a.xsd
namespace: urn:t
servers: [{ url: "https://t.example/" }]
parameters:
  token: { in: header, name: X-Token, required: true, secret: true, everywhere: true }
  id: { in: path, required: true, doc: Which one. }
headers: { X-Api: 1 }
operations:
  ask:
    doc: |
      Asks
      a question.

      Twice.
    method: POST
    path: questions/{id}
    parameters: [id]
    headers: { X-Op: ask }
    request: ask
    response: raw
    errors: [refusal]
`;

/** Reads and lowers a table; what is said, a line each, without the file's name. */
function run(text: string): {
  readonly service: ReturnType<typeof lowerOperations> | undefined;
  readonly said: readonly string[];
} {
  const diagnostics = new Diagnostics();
  const document = parseXml(
    "a.xsd",
    schema('<xs:element name="ask" type="xs:string"/><xs:element name="refusal" type="xs:string"/>'),
    diagnostics,
  );
  if (document === undefined) throw new Error("the schema is well-formed");
  const set = resolveSchemas([readSchema(document.root, diagnostics)], diagnostics);
  const table = readOperations("a.yaml", text, diagnostics);
  const service =
    table === undefined ? undefined : lowerOperations(table, set, new Lowering(set, diagnostics), diagnostics);
  return {
    service,
    said: diagnostics.all.map(({ at, code, message }) => `${at.line}:${at.column} ${code}: ${message}`),
  };
}

test("a table becomes a service", () => {
  const { service, said } = run(good);
  expect(said).toEqual([]);
  expect(service).toMatchObject({
    name: "Asking",
    endpoint: "https://t.example/",
    parameters: [{ name: "token", wireName: "X-Token", in: "header", required: true, secret: true }],
    operations: [
      {
        name: "ask",
        doc: "Asks a question.\n\nTwice.",
        method: "POST",
        path: "questions/{id}",
        parameters: [{ name: "id", wireName: "id", in: "path", required: true, secret: false, doc: "Which one." }],
        headers: { "X-Api": "1", "X-Op": "ask" },
        output: "raw",
        errors: [{ name: "refusal" }],
      },
    ],
  });
});

test("a parameter of every operation may stand in a path", () => {
  const { said } = run(
    good
      .replace("{ in: header, name: X-Token,", "{ in: path, name: version,")
      .replace("questions/{id}", "v{version}/{id}"),
  );
  expect(said).toEqual([]);
});

describe("mistakes are said with their place", () => {
  test.each([
    ["no YAML", "service: [", /^\d+:\d+ operations\.invalid: /],
    ["a list", "- a", "1:1 operations.invalid: an operations table is a mapping"],
    [
      "an unknown key",
      good.replace("service:", "sevice:"),
      "1:1 operations.invalid: sevice is not known here; known are service, schema, namespace, doc, servers, parameters, headers, operations",
    ],
    ["a missing service", good.replace("service: Asking\n", ""), "1:1 operations.invalid: service is missing"],
    ["a key twice", good.replace("schema: a.xsd", "service: b"), /^2:1 operations\.invalid: /],
    ["no server", good.replace(/servers: .*\n/, ""), "1:1 operations.invalid: servers needs at least one url"],
    [
      "servers that are no list",
      good.replace(/servers: .*\n/, "servers: here\n"),
      "4:10 operations.invalid: servers is a list",
    ],
    [
      "a server that is no mapping",
      good.replace(/servers: .*\n/, "servers: [here]\n"),
      "4:11 operations.invalid: a server is a mapping",
    ],
    [
      "no operations",
      good.slice(0, good.indexOf("operations:")),
      "1:1 operations.invalid: operations needs at least one",
    ],
    [
      "operations that are a list",
      good.replace(/operations:[\s\S]*/, "operations: [ask]"),
      "9:13 operations.invalid: operations is a mapping",
    ],
    [
      "an operation that is no mapping",
      good.replace(/operations:[\s\S]*/, "operations: { ask: 1 }"),
      "9:15 operations.invalid: ask is a mapping",
    ],
    [
      "an unknown method",
      good.replace("method: POST", "method: post"),
      "16:13 operations.invalid: method is one of GET, POST, PUT, PATCH, DELETE, not post",
    ],
    [
      "a place that is none",
      good.replace("in: path", "in: body"),
      "7:13 operations.invalid: in is one of path, query, header, not body",
    ],
    [
      "a flag that is none",
      good.replace("secret: true", "secret: yes please"),
      "6:63 operations.invalid: secret is true or false",
    ],
    [
      "a path that is no text",
      good.replace("path: questions/{id}", "path: [a]"),
      "17:11 operations.invalid: path is a string",
    ],
    [
      "parameters that are no names",
      good.replace("parameters: [id]", "parameters: [[id]]"),
      "18:18 operations.invalid: parameters is a list of names",
    ],
    [
      "headers that are no mapping",
      good.replace("headers: { X-Op: ask }", "headers: X-Op"),
      "19:14 operations.invalid: headers is a mapping",
    ],
    [
      "a form that is no mapping",
      good.replace("response: raw", "form: xml"),
      "21:11 operations.invalid: form is a mapping",
    ],
    [
      "a form without a request",
      good.replace("request: ask", "form: { field: xml }"),
      "20:11 operations.invalid: form needs a request to carry",
    ],
    [
      "a GET with a request",
      good.replace("method: POST", "method: GET"),
      "11:5 operations.invalid: ask is a GET: it has no request",
    ],
    [
      "an unknown element",
      good.replace("request: ask", "request: asks"),
      "20:14 operations.resolve: a.xsd has no element asks; did you mean {urn:t}ask?",
    ],
    [
      "an unknown error element",
      good.replace("[refusal]", "[gone]"),
      /^22:14 operations\.resolve: a\.xsd has no element gone/,
    ],
    [
      "an unknown parameter",
      good.replace("parameters: [id]", "parameters: [id, of]"),
      "18:22 operations.resolve: there is no parameter of",
    ],
    [
      "a template without a parameter",
      good.replace("{id}", "{id}/{part}"),
      "11:5 operations.resolve: the path of ask names {part}, which is no path parameter of it",
    ],
    [
      "a parameter without a template",
      good.replace("/{id}", ""),
      "11:5 operations.resolve: ask has the path parameter id, which its path does not name",
    ],
  ] as const)("%s", (_what, text, expected) => {
    const { said } = run(text);
    if (typeof expected === "string") expect(said).toContain(expected);
    else expect(said).toContainEqual(expect.stringMatching(expected));
  });
});
