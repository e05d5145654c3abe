/** Operations of HTTP bindings to the model of plain XML services (WSDL 1.1, 4 and 5): parameters in the URL or a form, XML bodies. */
import type { ParameterDef, RootRef, XmlOperationDef } from "../model/model.ts";
import { claimKey } from "../model/keys.ts";
import type { ElementDeclaration } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { primitiveOf } from "../xsd/builtins.ts";
import { LeftOut } from "./left-out.ts";
import type { Messages, PartElement } from "./messages.ts";
import type { BoundOperation } from "./soap.ts";
import type { BindingMessageSyntax, OperationMessageSyntax } from "./syntax.ts";

const formType = "application/x-www-form-urlencoded";

/** Lowers operations of HTTP bindings. What cannot be carried is thrown as `LeftOut`. */
export class HttpOperations {
  readonly #messages: Messages;
  readonly #lowering: Lowering;

  constructor(messages: Messages, lowering: Lowering) {
    this.#messages = messages;
    this.#lowering = lowering;
  }

  lower({ key, binding, operation, declared }: BoundOperation): XmlOperationDef {
    const { verb } = binding;
    if (verb !== "GET" && verb !== "POST") throw new LeftOut(binding.at, `the HTTP verb ${verb} is not one of WSDL`);
    const { input, output } = declared;
    if (input === undefined) throw new LeftOut(declared.at, "it is a notification, without an input");
    const parts = this.#messages.parts(input.message, input.at);
    const place = placeOf(operation.input, verb);
    const path = operation.location.replace(/^\//, "");
    const doc = declared.doc ?? operation.doc;
    const body = place === "body" ? this.#body(parts, operation.input) : undefined;
    return {
      name: key,
      method: verb,
      path: place === "path" ? path.replace(/\(([^()]*)\)/g, "{$1}") : path,
      parameters: place === "body" ? [] : parametersOf(parts, place),
      headers: {},
      form: undefined,
      input: body,
      output: output === undefined ? undefined : this.#output(output, operation.output),
      errors: [],
      at: declared.at,
      ...(doc === undefined ? {} : { doc }),
    };
  }

  #output({ message, at }: OperationMessageSyntax, binding: BindingMessageSyntax): RootRef | "raw" | undefined {
    return this.#body(this.#messages.parts(message, at), binding);
  }

  /** A body is an element where it is said to be XML, or a part is one; anything else is bytes. */
  #body(parts: readonly PartElement[], { http }: BindingMessageSyntax): RootRef | "raw" | undefined {
    const named = http?.content[0]?.part;
    const [only] = named === undefined ? parts : parts.filter(({ part }) => part.name === named);
    if (only === undefined) return undefined;
    const type = http?.content[0]?.type;
    const isXml =
      http?.kind === "mimeXml" || type === undefined || /^(?:text|application)\/(?:[\w.-]+\+)?xml$/i.test(type);
    return isXml && only.part.element !== undefined ? this.#lowering.root(only.element) : "raw";
  }
}

function placeOf({ http }: BindingMessageSyntax, verb: string): "path" | "query" | "form" | "body" {
  if (http?.kind === "urlReplacement") return "path";
  const isForm = http?.kind === "urlEncoded" || http?.content.some(({ type }) => type === formType) === true;
  if (!isForm && http !== undefined) return "body";
  return verb === "GET" ? "query" : isForm ? "form" : "body";
}

function parametersOf(parts: readonly PartElement[], place: ParameterDef["in"]): readonly ParameterDef[] {
  const taken = new Set<string>();
  return parts.map(({ part: { name, at, doc }, element }) => ({
    name: claimKey(name, taken, "Parameter"),
    in: place,
    wireName: name,
    required: true,
    secret: false,
    type: parameterType(element),
    at,
    ...(doc === undefined ? {} : { doc }),
  }));
}

/** What a parameter is in TypeScript: text, unless its type is a number or a truth value; more than that is not said in a URL. */
function parameterType({ type }: ElementDeclaration): "string" | "number" | "boolean" | "strings" {
  if (type.kind === "complex") return "strings";
  let simple = type;
  while (simple.variety.kind === "restriction") simple = simple.variety.base;
  if (simple.variety.kind !== "builtin") return "string";
  const primitive = primitiveOf(simple.variety.builtin);
  if (primitive === "boolean") return "boolean";
  // Numbers of 64 bits and more would lose digits.
  return ["int", "short", "byte", "unsignedShort", "unsignedByte", "float", "double"].includes(simple.variety.builtin)
    ? "number"
    : "string";
}
