/** `specwire decode <spec> <message>`: what a service really sent, through its contract, without generating code. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { decode, toJson, type JsonValue, type Mode, type Unexpected } from "../../src/runtime/codec/index.ts";
import { SoapFault, XmlError } from "../../src/runtime/errors.ts";
import { decodeEnvelope } from "../../src/runtime/soap/envelope.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import { readElement } from "../../src/runtime/xml/node.ts";
import { closeReader, openReader, START } from "../../src/runtime/xml/reader.ts";
import {
  envelopeCodec,
  messagesOf,
  rootCodec,
  soapOperations,
  type MessageCodecs,
  type RequestHeaders,
} from "./contract.ts";
import { addHeader } from "./generate-values.ts";
import { oneLine, UsageError } from "./errors.ts";

interface DecodeCommandOptions {
  readonly root?: string;
  readonly header?: RequestHeaders;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** What the command prints with `--json`. */
interface Decoded {
  /** Root element, or the operation of an envelope. */
  readonly root: string;
  readonly value: JsonValue;
}

/** Adds the command to a program. */
export function registerDecode(program: Command): void {
  program
    .command("decode")
    .description("Show a message through a contract (WSDL or XSD) as JSON.")
    .argument("<spec>", "WSDL or XSD, a file or a URL")
    .argument("<message>", "the XML message, a file; - for standard input")
    .option("--root <name>", "the root element, where it is not the message's own: local or {namespace}local")
    .option(
      "--header <'Name: value'>",
      "header for a protected address, repeatable; sent to its origin only",
      addHeader,
    )
    .option("--strict", "refuse whatever the contract does not say, instead of reporting it")
    .option("--json", "one JSON object on one line, with what was not expected")
    .action(async (spec: string, message: string, options: DecodeCommandOptions) => {
      const codecs = await messagesOf(spec, options.header);
      const unexpected: Unexpected[] = [];
      const mode = options.strict === true ? "strict" : "tolerant";
      const decoded = decodeMessage(codecs, textOf(message), options.root, mode, (found) => unexpected.push(found));
      if (options.json === true)
        process.stdout.write(`${JSON.stringify({ ...decoded, unexpected: unexpected.map(told) })}\n`);
      else {
        for (const found of unexpected)
          process.stderr.write(`${oneLine(`${found.kind}: ${found.message} at ${found.path}`)}\n`);
        process.stdout.write(`${JSON.stringify(decoded.value, undefined, 2)}\n`);
      }
    });
}

/** Decodes a message by its root element: a SOAP envelope by its operation. */
function decodeMessage(
  codecs: MessageCodecs,
  text: string,
  root: string | undefined,
  mode: Mode,
  onUnexpected: (found: Unexpected) => void,
): Decoded {
  const options = { mode, ...(mode === "strict" ? {} : { onUnexpected }) };
  const found = rootOf(text);
  if (root === undefined && found.localName === "Envelope") return decodeSoap(codecs, text, options);
  if (root === undefined) refuseUnknown(codecs, found);
  const codec = rootCodec(codecs, root ?? `{${found.namespace}}${found.localName}`);
  return { root: codec.name[1], value: toJson(codec, decode(codec, text, options)) };
}

/** A message of another contract, or no message at all. */
function refuseUnknown(
  { live }: MessageCodecs,
  found: { readonly namespace: string; readonly localName: string },
): void {
  const roots = live.roots();
  if (roots.some(({ namespace, localName }) => namespace === found.namespace && localName === found.localName)) return;
  const names = roots.map(({ localName }) => localName);
  const expected =
    names.length > 6 ? `${names.slice(0, 6).join(", ")} or ${names.length - 6} others` : names.join(", ");
  const received = found.namespace === "" ? found.localName : `{${found.namespace}}${found.localName}`;
  const place = { path: `/${found.localName}`, line: 1, column: 1, expected, received };
  throw new XmlError("xml.root", `${received} is no message of the contract; expected ${expected},`, place);
}

function decodeSoap(codecs: MessageCodecs, text: string, options: { readonly mode: Mode }): Decoded {
  const body = bodyOf(text);
  const operations = soapOperations(codecs);
  const fault = body === "Fault";
  for (const part of ["request", "response"] as const) {
    // Every operation declares the same faults as a rule: the first one tells them.
    const operation = operations.find((candidate) =>
      fault ? part === "response" : envelopeCodec(codecs, candidate, part).body?.name[1] === body,
    );
    if (operation === undefined) continue;
    const codec = envelopeCodec(codecs, operation, part);
    const label = fault ? "Fault" : `${operation.name} ${part}`;
    try {
      const message = decodeEnvelope(codec, text, options);
      const headers = codec.headers === undefined ? {} : toJson(codec.headers, message.headers);
      const value = { operation: operation.name, part, headers, ...bodyJson(codec, message.body) };
      return { root: label, value };
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error;
      return { root: label, value: faultJson(codecs, operation, error) };
    }
  }
  throw new UsageError(
    `no operation of the contract has the message ${body}; there are ${operations.map(({ name }) => name).join(", ")}`,
  );
}

/** The body, where the message has one. */
function bodyJson({ body }: ReturnType<typeof envelopeCodec>, value: unknown): { readonly body?: JsonValue } {
  return body === undefined ? {} : { body: toJson(body, value) };
}

type Operation = ReturnType<typeof soapOperations>[number];

function faultJson({ live }: MessageCodecs, operation: Operation, fault: SoapFault): JsonValue {
  const { detail } = fault;
  const named =
    typeof detail === "object" && detail !== null && "name" in detail && "value" in detail ? detail : undefined;
  const root = operation.faults.find(({ name }) => name === named?.name)?.root;
  return {
    faultCode: `{${fault.faultCode.namespace}}${fault.faultCode.localName}`,
    faultString: fault.faultString,
    ...(root === undefined || named === undefined
      ? {}
      : { detail: { [String(named.name)]: toJson(live.root(root), named.value) } }),
  };
}

/** Name of the first element in the body of an envelope. */
function bodyOf(text: string): string {
  const reader = openReader(text);
  try {
    while (reader.next() !== START);
    const body = readElement(reader).children.find(
      (child) => typeof child !== "string" && child.name.localName === "Body",
    );
    const [entry] = typeof body === "object" ? body.children.filter((child) => typeof child !== "string") : [];
    return typeof entry === "object" ? entry.name.localName : "";
  } finally {
    closeReader(reader);
  }
}

function rootOf(text: string): { readonly namespace: string; readonly localName: string } {
  const reader = openReader(text);
  try {
    while (reader.next() !== START);
    return { namespace: reader.namespace, localName: reader.localName };
  } finally {
    closeReader(reader);
  }
}

/** A report as JSON: what was not expected, where, and why. */
function told({ kind, path, line, column, message, value }: Unexpected): JsonValue {
  return {
    kind,
    path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    message,
    ...(value === undefined ? {} : { value }),
  };
}

/** Text of a message: a file, or standard input. */
export function textOf(path: string): string {
  return decodeText(bytesOf(path));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
