/** The package as npm publishes it: packed, installed into an empty project, type-checked and run there. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";

const root = resolve(import.meta.dirname, "..");

interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs a program; answers its exit code and everything it printed. */
function run(file: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((done) => {
    execFile(file, [...args], { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      done({ code, output: stdout + stderr });
    });
  });
}

/** A user's program: the facade named in README, on an address of its own. */
const program = `
import { superOffice } from "specwire/superoffice";
import { createClient, SoapFault, decode } from "specwire";
import { BulkService } from "specwire/generated/microsoft-advertising/bulk-service";
import { batchInfo } from "specwire/generated/salesforce/async-api";
import type { JobState } from "specwire/jobs";

const endpoint: string = ENDPOINT;
const so = superOffice({ endpoint, token: () => Promise.resolve("planted-token") });
const job = await so.status(so.task(212));
const state: JobState = job.state;
const client = createClient(BulkService, { endpoint });
const answer = await client.GetBulkUploadStatus({ body: { RequestId: "1" } });
const failed: boolean = answer.error !== undefined && !(answer.error instanceof SoapFault);
const batch = decode(batchInfo, \`<batchInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload"><id>751</id><jobId>750</jobId><state>Queued</state>
  <createdDate>2012-06-02T21:03:56.000Z</createdDate><numberRecordsProcessed>0</numberRecordsProcessed></batchInfo>\`);
console.log(JSON.stringify({ state, raw: job.raw.State, failed, batch: batch.state }));
`;

/** The same, with mistakes that the types must catch. */
const mistakes = `
import { superOffice } from "specwire/superoffice";
const so = superOffice({ endpoint: "https://example.com", token: "t" });
const job = await so.status(so.task(212));
// @ts-expect-error not a state
const state: "finished" = job.state;
// @ts-expect-error the field is called State
job.raw.Status;
// @ts-expect-error a task is named by a number or its text
so.task({});
export { state };
`;

let folder = "";
let tarball = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwire-package-"));
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(packed.output)?.[1];
  if (packed.code !== 0 || name === undefined) throw new Error(`npm pack failed:\n${packed.output}`);
  tarball = join(folder, name);
  mkdirSync(join(folder, "project"));
  writeFileSync(join(folder, "project", "package.json"), '{ "name": "project", "private": true, "type": "module" }');
  const installed = await run("npm", ["install", "--no-audit", "--no-fund", tarball], join(folder, "project"));
  if (installed.code !== 0) throw new Error(`npm install of the tarball failed:\n${installed.output}`);
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A stand-in for SuperOffice's answer, so that the program has somebody to talk to. */
async function withEndpoint<T>(use: (endpoint: string) => Promise<T>): Promise<T> {
  const { createServer } = await import("node:http");
  const server = createServer((request, response) => {
    if (!(request.url ?? "").includes("BatchTask")) {
      response.writeHead(503, { "content-type": "text/html" }).end("<html><body>down</body></html>");
      return;
    }
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(
      JSON.stringify({
        Id: 212,
        Name: "Export",
        State: "Started",
        ProgressPercent: 40,
        TableRight: null,
        FieldProperties: {},
      }),
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  try {
    return await use(`http://127.0.0.1:${address.port}/api/v1`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Node 22 as a package, or undefined where it cannot be installed (no network). */
async function node22(): Promise<string | undefined> {
  const home = join(folder, "node22");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "name": "node22", "private": true, "allowScripts": { "node": true } }');
  await run("npm", ["install", "--no-audit", "--no-fund", "node@22"], home);
  const binary = join(home, "node_modules", "node", "bin", "node");
  return existsSync(binary) ? binary : undefined;
}

async function runProgram(node: string): Promise<unknown> {
  return withEndpoint(async (endpoint) => {
    const project = join(folder, "project");
    // The program without its types: what any compiler makes of it.
    const { stripTypeScriptTypes } = await import("node:module");
    const code = stripTypeScriptTypes(program.replace("ENDPOINT", JSON.stringify(endpoint)));
    writeFileSync(join(project, "program.js"), code);
    const { code: exit, output } = await run(node, ["--no-warnings", "program.js"], project);
    expect(exit, output).toBe(0);
    return JSON.parse(output) as unknown;
  });
}

const answer = { state: "running", raw: "Started", failed: true, batch: "Queued" };

describe("the published package", () => {
  test("runs under Node 24", async () => {
    expect(await runProgram(process.execPath)).toEqual(answer);
  });

  test("runs under Node 22", { timeout: 180_000 }, async (context: TestContext) => {
    const node = await node22();
    if (node === undefined) return context.skip("Node 22 could not be installed: the package registry is out of reach");
    expect((await run(node, ["--version"], folder)).output).toMatch(/^v22\./);
    expect(await runProgram(node)).toEqual(answer);
  });

  for (const [version, compiler] of Object.entries({ "5.9": "typescript", "6": "typescript-6", "7": "typescript-7" })) {
    test(
      `type-checks in a strict project under TypeScript ${version}, declarations included`,
      { timeout: 180_000 },
      async () => {
        const project = join(folder, "project");
        writeFileSync(join(project, "program.ts"), program.replace("ENDPOINT", '"http://127.0.0.1"') + "export {};\n");
        writeFileSync(join(project, "mistakes.ts"), mistakes);
        writeFileSync(
          join(project, "tsconfig.json"),
          JSON.stringify({
            compilerOptions: {
              noEmit: true,
              strict: true,
              exactOptionalPropertyTypes: true,
              noUncheckedIndexedAccess: true,
              target: "es2022",
              module: "nodenext",
              types: [],
              skipLibCheck: false,
            },
            files: ["program.ts", "mistakes.ts"],
          }),
        );
        const tsc = join(root, "node_modules", compiler, "bin", "tsc");
        const { code, output } = await run(process.execPath, [tsc, "-p", project, "--pretty", "false"], project);
        expect(output).toBe("");
        expect(code).toBe(0);
      },
    );
  }

  test("the command line of the installed package answers", async () => {
    const bin = join(folder, "project", "node_modules", "specwire", "dist", "cli.js");
    const { code, output } = await run(process.execPath, [bin, "--help"], folder);
    expect(code, output).toBe(0);
    expect(output).toContain("watch");
    expect(output).toContain("decode");
  });

  test("it generates code that type-checks in the project", { timeout: 120_000 }, async () => {
    const project = join(folder, "project");
    const installed = join(project, "node_modules", "specwire");
    const contract = join(installed, "specs", "microsoft-advertising", "bulk-service.wsdl");
    const generated = await run(
      process.execPath,
      [join(installed, "dist", "cli.js"), "generate", contract, "--out", "own"],
      project,
    );
    expect(generated.code, generated.output).toBe(0);
    writeFileSync(
      join(project, "own", "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          noEmit: true,
          strict: true,
          exactOptionalPropertyTypes: true,
          isolatedDeclarations: true,
          declaration: true,
          target: "es2022",
          module: "nodenext",
          types: [],
        },
        files: ["bulk-service.ts"],
      }),
    );
    const tsc = join(root, "node_modules", "typescript-7", "bin", "tsc");
    const { code, output } = await run(
      process.execPath,
      [tsc, "-p", join(project, "own"), "--pretty", "false"],
      project,
    );
    expect(output).toBe("");
    expect(code).toBe(0);
  });

  test("it generates what a configuration in the project says, in several modules", { timeout: 120_000 }, async () => {
    const project = join(folder, "project");
    const specs = "node_modules/specwire/specs";
    writeFileSync(
      join(project, "specwire.config.ts"),
      `import { defineConfig } from "specwire/config";
export default defineConfig({
  out: "configured",
  split: 20,
  contracts: [
    { contract: "${specs}/microsoft-advertising/bulk-service.wsdl", name: "bulk", int64: "string", dates: "Date" },
    { contract: "${specs}/ebay/file-transfer.xsd", naming: "typescript" },
  ],
});
`,
    );
    const bin = join(project, "node_modules", "specwire", "dist", "cli.js");
    const generated = await run(process.execPath, [bin, "generate"], project);
    expect(generated.code, generated.output).toBe(0);
    expect(existsSync(join(project, "configured", "bulk"))).toBe(true);
    const compilerOptions = { noEmit: true, strict: true, target: "es2022", module: "nodenext", types: [] };
    const files = ["specwire.config.ts", "configured/bulk.ts", "configured/file-transfer.ts"];
    writeFileSync(join(project, "tsconfig.configured.json"), JSON.stringify({ compilerOptions, files }));
    const tsc = join(root, "node_modules", "typescript-7", "bin", "tsc");
    const checked = await run(process.execPath, [tsc, "-p", "tsconfig.configured.json", "--pretty", "false"], project);
    expect(checked).toEqual({ code: 0, output: "" });
  });

  test("depends on openapi-fetch alone and ships no source of the build", async () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(folder, "project", "node_modules", "specwire", "package.json"), "utf8"),
    );
    expect(manifest).toMatchObject({ dependencies: { "openapi-fetch": expect.any(String) } });
    expect(Object.keys(Reflect.get(manifest as object, "dependencies") as object)).toEqual(["openapi-fetch"]);
    expect(existsSync(join(folder, "project", "node_modules", "specwire", "scripts"))).toBe(false);
  });

  test("publint finds nothing", async () => {
    const bin = join(root, "node_modules", "publint", "src", "cli.js");
    const { code, output } = await run(process.execPath, [bin, "run", tarball, "--strict"], root);
    expect(output).toContain("All good");
    expect(code, output).toBe(0);
  });

  test("are the types wrong? They are not", { timeout: 180_000 }, async () => {
    const bin = join(root, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
    const { code, output } = await run(process.execPath, [bin, tarball, "--profile", "esm-only", "--no-color"], root);
    expect(code, output).toBe(0);
    expect(output.match(/node16 \(from ESM\): 🟢 \(ESM\)/g)?.length).toBeGreaterThanOrEqual(10);
    expect(output).not.toMatch(/❌|🐛/u);
  });
});
