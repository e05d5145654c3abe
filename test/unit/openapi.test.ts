/** OpenAPI documents in, modules out: what they say, that they compile, and what is said of bad documents. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { generateOpenApi } from "../../scripts/openapi/generate.ts";
import { sharedPath } from "../support/shared.ts";

const root = resolve(import.meta.dirname, "..", "..");

const tasks = `openapi: 3.1.0
info:
  title: Tasks
  summary: Runs tasks.
  version: "1"
servers: [{ url: "https://example.com/api/v1" }]
paths:
  /Task/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, format: int32 } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Acme.Tasks.TaskInfo" } } } }
        "404": { $ref: "#/components/responses/Problem" }
        5xx: { $ref: "#/components/responses/Problem" }
        default: { description: no body }
  /Task/{state}:
    get:
      parameters:
        - { name: state, in: path, required: true, schema: { $ref: "#/components/schemas/TaskState" } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Acme.Tasks.TaskInfo" } } } } }
components:
  responses:
    Problem:
      description: no
      content: { application/json: { schema: { $ref: "#/components/schemas/paths" } } }
  schemas:
    TaskState:
      type: string
      enum: [New, Aquired]
      description: |
        How a task stands.
        Not */ the end.
    paths: { type: object, properties: { ErrorMessage: { type: [string, "null"] } } }
    Acme.Tasks.TaskInfo:
      type: object
      required: [Id, Big]
      properties:
        Id: { type: integer, format: int32, description: Key of the task. }
        Big: { type: [integer, "null"], format: int64 }
        State: { $ref: "#/components/schemas/TaskState" }
        Mode: { type: [string, "null"], enum: [fast, slow, null] }
        Tags: { type: array, items: { type: string } }
        Old: { type: string, deprecated: true }
`;

async function generate(text: string, path = "tasks.yaml") {
  const diagnostics = new Diagnostics();
  const code = await generateOpenApi(
    { path, text, service: "TaskApi", runtime: "../../src/runtime/index.ts" },
    diagnostics,
  );
  const found = diagnostics.all.map(({ code, at, message }) => `${at.uri}:${at.line}:${at.column} ${code} ${message}`);
  return { code, found };
}

describe("the module", () => {
  test("names its contract, and nothing that changes from run to run", async () => {
    const first = await generate(tasks);
    expect(first.found).toEqual([]);
    expect(first.code).toMatch(/^\/\/ Generated from tasks\.yaml\n\/\/ sha256 [0-9a-f]{64}\n/);
    expect(first.code).not.toMatch(/openapi-typescript|20[0-9][0-9]-/);
    expect((await generate(tasks)).code).toBe(first.code);
  });

  test("is readonly, open where a service may add values, and exact where a number would round", async () => {
    const { code } = await generate(tasks);
    expect(code).toContain(`readonly TaskState: "New" | "Aquired" | Unrecognized;`);
    expect(code).toContain(`readonly Mode?: "fast" | "slow" | null | Unrecognized;`);
    expect(code).toContain("readonly Big: number | bigint | null;");
    expect(code).toContain("readonly Tags?: readonly string[];");
    expect(code).toContain("@description Key of the task.");
    expect(code).toContain("@deprecated");
  });

  test("has an alias for every schema, without clashes", async () => {
    const { code } = await generate(tasks);
    expect(code).toContain(`export type TaskInfo = components["schemas"]["Acme.Tasks.TaskInfo"];`);
    expect(code).toContain(`export type pathsSchema = components["schemas"]["paths"];`);
    expect(code).toContain(`/**\n * How a task stands.\n * Not *\\/ the end.\n */\nexport type TaskState =`);
  });

  test("describes the service, with the error answers that have a body", async () => {
    const { code } = await generate(tasks);
    expect(code).toContain(`/** Runs tasks. */
export const TaskApi: RestService<paths> = {
  protocol: rest,
  name: "TaskApi",
  endpoint: "https://example.com/api/v1",
  errors: {
    "GET /Task/{id}": ["404", "5XX"],
  },
};
`);
  });

  test("takes JSON as it takes YAML", async () => {
    const json = `{"openapi":"3.0.3","info":{"title":"Tiny","version":"1"},"paths":{}}`;
    const { code, found } = await generate(json, "tiny.json");
    expect(found).toEqual([]);
    expect(code).toContain(`/** Tiny */\nexport const TaskApi: RestService<paths> = {`);
    expect(code).toContain("  errors: {},\n");
  });

  test("compiles with every strict flag and types the client", { timeout: 120_000 }, async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    const folder = mkdtempSync(join(root, ".cache", "openapi-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "tasks.ts"), (await generate(tasks)).code ?? "");
    writeFileSync(
      join(folder, "use.ts"),
      `import { createClient, type Unrecognized } from "../../src/runtime/index.ts";
import { TaskApi, type TaskInfo, type TaskState } from "./tasks.ts";
const client = createClient(TaskApi);
export async function use(): Promise<readonly TaskInfo[]> {
  const one = await client.GET("/Task/{id}", { params: { path: { id: 1 } } });
  if (one.data !== undefined) one.data.Id satisfies number;
  // @ts-expect-error the id is a number
  await client.GET("/Task/{id}", { params: { path: { id: "1" } } });
  // @ts-expect-error there is no such path
  await client.GET("/Tasks");
  const many = await client.GET("/Task/{state}", { params: { path: { state: "Aquired" } } });
  return many.data ?? [];
}
const states = { New: 1, Aquired: 2 } satisfies Record<Exclude<TaskState, Unrecognized>, number>;
void states;
`,
    );
    const options = {
      noEmit: true,
      target: "es2024",
      module: "nodenext",
      lib: ["es2024", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      isolatedDeclarations: true,
      declaration: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
    const tsc = join(root, "node_modules", "typescript-7", "bin", "tsc");
    const output = await new Promise<string>((done) => {
      execFile(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder }, (_, stdout) =>
        done(stdout),
      );
    });
    expect(output.split("\n").filter((line) => /^(tasks|use)\.ts/.test(line))).toEqual([]);
    expect(output).not.toContain("error TS18003");
  });
});

describe("bad documents are reported with their place", () => {
  test("YAML that is none", async () => {
    const { code, found } = await generate("openapi: 3.1.0\ninfo: {title: x\npaths: {}\n");
    expect(code).toBeUndefined();
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(/^tasks\.yaml:\d+:\d+ source\.malformed /);
  });

  test.each([
    ["", /^tasks\.yaml:1:1 openapi\.invalid The document is not an object$/],
    ["a: 1", /^tasks\.yaml:1:1 openapi\.invalid Not an OpenAPI document/],
    ["info: {}\nswagger: '2.0'", /^tasks\.yaml:2:1 openapi\.invalid Swagger 2\.0 is not carried yet/],
    ["info: {}\nopenapi: 4.0.0", /^tasks\.yaml:2:1 openapi\.invalid OpenAPI 4\.0\.0 is not carried/],
  ])("%j", async (text, expected) => {
    const { code, found } = await generate(text);
    expect(code).toBeUndefined();
    expect(found).toEqual([expect.stringMatching(expected)]);
  });

  test("all problems of one document, none of them printed", async () => {
    const print = vi.spyOn(console, "error");
    onTestFinished(() => print.mockRestore());
    const { code, found } = await generate(
      tasks
        .replace('"#/components/schemas/TaskState"', '"#/components/schemas/Nowhere"')
        .replace("required: [Id, Big]", "required: Id"),
    );
    expect(code).toBeUndefined();
    expect(found.join("\n")).toMatch(/tasks\.yaml:20:\d+ openapi\.invalid Can't resolve \$ref/);
    expect(found.join("\n")).toMatch(/tasks\.yaml:38:\d+ openapi\.invalid .*array/);
    expect(print).not.toHaveBeenCalled();
  });

  test("documents side by side do not get each other's problems", async () => {
    const print = console.error;
    const broken = tasks.replace('"#/components/schemas/TaskState"', '"#/components/schemas/Nowhere"');
    const results = await Promise.all([generate(broken), generate(tasks), generate(broken), generate(tasks)]);
    expect(results.map(({ found }) => found.length)).toEqual([1, 0, 1, 0]);
    expect(console.error).toBe(print);
  });

  test("a reference to the network is refused, not followed", async () => {
    const { found } = await generate(
      tasks.replace('"#/components/schemas/TaskState"', '"https://example.com/x.yaml#/X"'),
    );
    expect(found).toEqual([expect.stringMatching(/^tasks\.yaml:20:\d+ openapi\.invalid The reference https/)]);
  });

  const original = sharedPath("originals", "superoffice", "Swagger-v1-BatchTask.json");
  test.skipIf(original === undefined)("a vendor's Swagger 2.0 (skipped: no originals at hand)", async () => {
    const { code, found } = await generate(readFileSync(original ?? "", "utf8"), "batch-task.json");
    expect(code).toBeUndefined();
    expect(found).toEqual([expect.stringMatching(/^batch-task\.json:1:2 openapi\.invalid Swagger 2\.0/)]);
  });
});
