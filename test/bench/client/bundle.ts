/** What a program that makes one call weighs with everything that it needs. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, run } from "../measure/process.ts";
import type { Benchmark, GoalOutcome, Section } from "../report/section.ts";
import { bulkContract, type Called } from "./contracts.ts";
import { bundled, generated, ourProgram, soapProgram, withFolder } from "./programs.ts";

/** The benchmark. */
export const bundleSize: Benchmark = { name: "bundle", run: () => withFolder(section) };

interface Weight {
  readonly name: string;
  readonly minified: number;
  readonly zipped: number;
  /** Bytes, zipped, of what is read at run time beside the bundle. */
  readonly beside?: number;
  /** Bytes, zipped, that it may have. */
  readonly atMost?: number;
}

async function section(folder: string): Promise<Section> {
  const called = bulkContract();
  const write = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  const weights: Weight[] = [];
  const add = async (name: string, program: string, more: Partial<Weight> = {}): Promise<void> => {
    const text = await bundled(program, true);
    weights.push({ name, minified: Buffer.byteLength(text), zipped: gzipSync(text, { level: 9 }).length, ...more });
  };
  const runtime = join(root, "src/runtime/index.ts");
  for (const all of [false, true]) {
    const { path, service } = await generated(called, join(folder, `${all}`), all);
    const program = write(`${all}.ts`, ourProgram(called, runtime, path, service));
    const count = all ? "SOAP, all operations" : "SOAP, one operation";
    await add(`specwire: ${count}`, program, all ? {} : { atMost: 12_000 });
  }
  const beside = gzipSync(readFileSync(called.wsdl), { level: 9 }).length;
  await add("node-soap", write("soap.mjs", soapProgram(called)), { beside });
  await add("wsdl-tsclient", write("tsclient.ts", await wsdlTsclient(called, folder)), { beside });
  await add("specwire: REST, one operation", write("rest.ts", ourRest(runtime)), { atMost: 3500 });
  await add("openapi-fetch", write("openapi.mjs", openapiFetch));
  return report(weights);
}

/** A program with the client that wsdl-tsclient generates. */
async function wsdlTsclient({ wsdl, operation, plainInput }: Called, folder: string): Promise<string> {
  const output = join(folder, "tsclient");
  mkdirSync(output);
  await run("test/bench/codegen/peer.ts", [wsdl, output], { cwd: output });
  const client = join(output, "bulkservice", "index.ts");
  return `import { createClientAsync } from ${JSON.stringify(client)};
async function main() {
  const client = await createClientAsync("service.wsdl");
  console.log(await client.${operation}Async(${plainInput}));
}
void main();
`;
}

function ourRest(runtime: string): string {
  return `import { createClient } from ${JSON.stringify(runtime)};
import { BatchTaskApi } from ${JSON.stringify(join(root, "generated/superoffice/batch-task.ts"))};
const client = createClient(BatchTaskApi, { endpoint: process.argv[2] });
void client.GET("/BatchTask/{id}", { params: { path: { id: 1 } } }).then(console.log);
`;
}

const openapiFetch = `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: process.argv[2] });
void client.GET("/BatchTask/{id}", { params: { path: { id: 1 } } }).then(console.log);
`;

function report(weights: readonly Weight[]): Section {
  const goals = weights.flatMap(({ name, zipped, atMost }): readonly GoalOutcome[] => {
    if (atMost === undefined) return [];
    const goal = `≤ ${kilobytes(atMost)}`;
    return [{ what: `Bundle, gzip: ${name}`, goal, figure: kilobytes(zipped), reached: zipped <= atMost }];
  });
  return {
    name: "bundle",
    title: "Bundle of a program that makes one call",
    notes: [
      "esbuild, minified, for Node, everything in; gzip at its best. node-soap and wsdl-tsclient read the WSDL at run time as well.",
    ],
    tables: [
      {
        head: ["", "minified", "gzip", "WSDL beside it, gzip"],
        rows: weights.map(({ name, minified, zipped, beside }) => [
          name,
          kilobytes(minified),
          kilobytes(zipped),
          beside === undefined ? "" : kilobytes(beside),
        ]),
      },
    ],
    goals,
    figures: weights,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
