/** Bytes that a client sends, against what it has to say: a request with derived types of many namespaces, and a plain one. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "../contenders/ours.ts";
import { derivedCount, derivedNamespace, namespacesWsdl } from "../inputs/namespaces-wsdl.ts";
import { root, run } from "../measure/process.ts";
import type { Benchmark, GoalOutcome, Section } from "../report/section.ts";
import { bulkContract, type Called } from "./contracts.ts";
import { bundled, generated, withFolder } from "./programs.ts";

/** The benchmark. */
export const requestSize: Benchmark = { name: "request-size", run: () => withFolder(section) };

interface Request {
  readonly name: string;
  readonly xml: string;
}

interface Compared {
  readonly label: string;
  /** Bytes of our request without its namespace declarations. */
  readonly content: number;
  readonly requests: readonly Request[];
}

async function section(folder: string): Promise<Section> {
  const bulk = { ...bulkContract(), label: "GetBulkUploadStatus of the Bulk service" };
  const calls = [shopContract(folder, derivedCount), shopContract(folder, 1), bulk];
  const compared: Compared[] = [];
  for (const [index, called] of calls.entries()) compared.push(await compare(called, join(folder, String(index))));
  return {
    name: "request-size",
    title: "Bytes of a request",
    notes: [
      "The body as it is sent. *Content* is the specwire request without its namespace declarations: names, types, values and the envelope.",
    ],
    tables: compared.map(({ label, content, requests }) => ({
      caption: `**${label}**: ${content} bytes of content`,
      head: ["", "bytes", "× content", "declarations", "prefixes declared again"],
      rows: requests.map(({ name, xml }) => [
        name,
        String(Buffer.byteLength(xml)),
        `${(Buffer.byteLength(xml) / content).toFixed(2)} ×`,
        String(declarations(xml).length),
        String(declaredAgain(xml)),
      ]),
    })),
    goals: compared.flatMap(goals),
    figures: compared,
  };
}

function goals({ label, content, requests: [own] }: Compared): readonly GoalOutcome[] {
  if (own === undefined) return [];
  const ratio = Buffer.byteLength(own.xml) / content;
  const again = declaredAgain(own.xml);
  const figure = `${ratio.toFixed(2)} ×, ${again} declared again`;
  const goal = "≤ 2 × its content, no prefix declared again";
  return [{ what: `Request: ${label}`, goal, figure, reached: ratio <= 2 && again === 0 }];
}

/** The namespace declarations of a document, as they stand. */
function declarations(xml: string): readonly string[] {
  return xml.match(/\sxmlns(?::[\w.-]+)?="[^"]*"/g) ?? [];
}

/** Declarations that another one has made before. */
function declaredAgain(xml: string): number {
  const all = declarations(xml).map((declaration) => declaration.trim());
  return all.length - new Set(all).size;
}

/** An order of so many items, each of another derived type. */
function shopContract(folder: string, count: number): Called {
  const wsdl = join(folder, "shop.wsdl");
  writeFileSync(wsdl, namespacesWsdl());
  const numbers = Array.from({ length: count }, (_, index) => index);
  const fields = (number: number): string => `Id: ${number + 1}, Title: "Article ${number}", Price: "${number}.90"`;
  const items = numbers.map((number) => `{ $type: "Article${number}", ${fields(number)} }`);
  const plain = numbers.map((number) => {
    const type = `{ type: "Article${number}", xmlns: "${derivedNamespace(number)}", prefix: "d${number}" }`;
    return `{ attributes: { xsi_type: ${type} }, ${fields(number)} }`;
  });
  return {
    label: `an order of ${count} items, each of a type of another namespace; the contract has ${derivedCount}`,
    wsdl,
    operation: "Order",
    input: `{ Item: [${items.join(", ")}] }`,
    plainInput: `{ Item: [${plain.join(", ")}] }`,
    headers: "{}",
    answer: "",
  };
}

async function compare(called: Called, folder: string): Promise<Compared> {
  mkdirSync(folder);
  const { path, service } = await generated(called, folder, true);
  const entry = join(folder, "ours.ts");
  writeFileSync(entry, ourProgram(called, path, service));
  const bundle = join(folder, "ours.cjs");
  writeFileSync(bundle, await bundled(entry, false));
  const soap = join(folder, "soap.mjs");
  writeFileSync(soap, soapProgram(called));
  const requests: Request[] = [];
  for (const [name, program] of [
    [ours, bundle],
    ["node-soap", soap],
  ] as const) {
    const { output, failed } = await run(program, []);
    if (failed || !output.includes("Envelope")) throw new Error(`${name} sends no request: ${output.slice(0, 500)}`);
    requests.push({ name, xml: output });
  }
  const own = requests[0]?.xml ?? "";
  const content = declarations(own).reduce(
    (rest, declaration) => rest - Buffer.byteLength(declaration),
    Buffer.byteLength(own),
  );
  return { label: called.label, content, requests };
}

/** Prints what our client hands to fetch. */
function ourProgram({ operation, input, headers }: Called, module: string, service: string): string {
  return `import { createClient } from ${JSON.stringify(join(root, "src/runtime/index.ts"))};
import { ${service} } from ${JSON.stringify(module)};
const sent = async (url, init) => {
  process.stdout.write(await new Request(url, init).text());
  process.exit(0);
};
const client = createClient(${service}, { endpoint: "http://127.0.0.1:9/", soapHeaders: ${headers}, fetch: sent });
void client.${operation}({ body: ${input} }).then(({ error }) => console.error(error));
`;
}

/** Prints what node-soap has sent; nobody listens. */
function soapProgram({ wsdl, operation, plainInput, headers }: Called): string {
  return `import { createClientAsync } from "soap";
const client = await createClientAsync(${JSON.stringify(wsdl)}, {}, "http://127.0.0.1:9/");
const headers = ${headers};
for (const name in headers) client.addSoapHeader({ [name]: headers[name] }, "", "tns", client.wsdl.definitions.$targetNamespace);
await client.${operation}Async(${plainInput}).catch(() => undefined);
process.stdout.write(client.lastRequest);
process.exit(0);
`;
}
