/** `specwire encode <spec> <json>`: a message from its JSON form, valid by the contract or refused with the place. */
import type { Command } from "commander";
import { encode, fromJson, parseJson } from "../../src/runtime/codec/index.ts";
import { encodeEnvelope } from "../../src/runtime/soap/envelope.ts";
import {
  envelopeCodec,
  messagesOf,
  rootCodec,
  soapOperations,
  type MessageCodecs,
  type RequestHeaders,
} from "./contract.ts";
import { addHeader } from "./generate-values.ts";
import { textOf } from "./decode.ts";
import { UsageError } from "./errors.ts";

interface EncodeCommandOptions {
  readonly header?: RequestHeaders;
  readonly root?: string;
  readonly json?: boolean;
}

/** Adds the command to a program. */
export function registerEncode(program: Command): void {
  program
    .command("encode")
    .description("Write a message of a contract (WSDL or XSD) from its JSON form, as decode prints it.")
    .argument("<spec>", "WSDL or XSD, a file or a URL")
    .argument("<json>", "the value, a file; - for standard input")
    .option(
      "--root <name>",
      "the root element: local or {namespace}local; not needed for an envelope as decode prints it",
    )
    .option(
      "--header <'Name: value'>",
      "header for a protected address, repeatable; sent to its origin only",
      addHeader,
    )
    .option("--json", "one JSON object on one line: { root, xml }")
    .action(async (spec: string, path: string, options: EncodeCommandOptions) => {
      const codecs = await messagesOf(spec, options.header);
      const value = parse(textOf(path), path);
      const { root, xml } =
        options.root === undefined ? encodeSoap(codecs, value) : encodeRoot(codecs, options.root, value);
      process.stdout.write(options.json === true ? `${JSON.stringify({ root, xml })}\n` : `${xml}\n`);
    });
}

interface Encoded {
  readonly root: string;
  readonly xml: string;
}

function encodeRoot(codecs: MessageCodecs, name: string, value: unknown): Encoded {
  const codec = rootCodec(codecs, name);
  return { root: codec.name[1], xml: encode(codec, fromJson(codec, value, { mode: "strict" })) };
}

/** The form that `decode` gives an envelope: `{ operation, part, headers, body }`. */
function encodeSoap(codecs: MessageCodecs, value: unknown): Encoded {
  const name = member(value, "operation");
  const part = member(value, "part") ?? "request";
  if (typeof name !== "string") throw new UsageError("--root is missing: which element is the value for?");
  if (part !== "request" && part !== "response")
    throw new UsageError(`part is request or response, not ${JSON.stringify(part)}`);
  const operation = soapOperations(codecs).find((candidate) => candidate.name === name);
  if (operation === undefined) throw new UsageError(`the contract has no operation ${name}`);
  const codec = envelopeCodec(codecs, operation, part);
  const given = member(value, "headers");
  const headers =
    codec.headers === undefined || given === undefined ? {} : fromJson(codec.headers, given, { mode: "strict" });
  const content = member(value, "body");
  const body = codec.body === undefined ? content : fromJson(codec.body, content, { mode: "strict" });
  return { root: `${name} ${part}`, xml: encodeEnvelope(codec, { body, headers }) };
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function parse(text: string, path: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not JSON: ${error.message}`);
    throw error;
  }
}
