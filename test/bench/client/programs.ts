/** Programs that make one call and end: how they are written, and bundled. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { Diagnostics } from "../../../scripts/diagnostics.ts";
import { generateModules } from "../../../scripts/pipeline.ts";
import { root } from "../measure/process.ts";
import type { Called } from "./contracts.ts";

/** Runs something with a folder that finds the repository's packages, and is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Generates our modules for a contract, all operations or one; answers the path of the entry and the descriptor's name. */
export async function generated(
  { wsdl, operation }: Called,
  folder: string,
  all: boolean,
): Promise<{ readonly path: string; readonly service: string }> {
  const diagnostics = new Diagnostics();
  const runtime = join(root, "src/runtime/index.ts");
  const selection = all ? {} : { operations: [operation] };
  const contract = { entry: wsdl, name: "service", runtime, split: "auto", ...selection } as const;
  const { modules = new Map<string, string>() } = await generateModules(contract, diagnostics);
  for (const [path, text] of modules) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const service = /export const (\w+): SoapService</.exec([...modules.values()].join("\n"))?.[1];
  if (service === undefined) throw new Error(`${wsdl} gave no service`);
  return { path: join(folder, "service.ts"), service };
}

/** A bundle of a program, as text. CommonJS: the packages that are bundled for comparison are. */
export async function bundled(program: string, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    minify,
    platform: "node",
    format: "cjs",
    target: "es2022",
    logLevel: "error",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

/** Prints what a call took since the process began; the answer has to be there. */
const told = `
if (answer === undefined || answer === null) throw new Error("no answer");
const milliseconds = performance.now();
const { user, system } = process.cpuUsage();
const memory = process.resourceUsage().maxRSS / 1024;
const figures = { milliseconds, processor: (user + system) / 1000, memory };
process.stdout.write(JSON.stringify(figures) + "\\n");
process.exit(0);
`;

function main(imports: string, body: string): string {
  return `${imports}\nconst endpoint = process.argv[2];\nasync function main() {\n${body}\n${told}}\nvoid main();\n`;
}

/** Only calls fetch: the least that a call takes. */
export function fetchProgram(): string {
  const request = '{ method: "POST", headers: { "content-type": "text/xml" }, body: "<request/>" }';
  return main("", `const answer = await (await fetch(endpoint, ${request})).text();`);
}

/** Our client. */
export function ourProgram(called: Called, runtime: string, module: string, service: string): string {
  return main(
    `import { createClient } from ${JSON.stringify(runtime)};\nimport { ${service} } from ${JSON.stringify(module)};`,
    `const client = createClient(${service}, { endpoint, soapHeaders: ${called.headers} });
const { data: answer, error } = await client.${called.operation}({ body: ${called.input} });
if (error !== undefined) throw error;`,
  );
}

/** node-soap, which reads the WSDL at every start. */
export function soapProgram({ wsdl, operation, plainInput }: Called): string {
  return main(
    'import { createClientAsync } from "soap";',
    `const client = await createClientAsync(${JSON.stringify(wsdl)}, {}, endpoint);
const [answer] = await client.${operation}Async(${plainInput});`,
  );
}
