/** Service descriptors: the types of the operations, and beside them what the protocols read. */
import type {
  AttachmentDef,
  ParameterDef,
  RootRef,
  ServiceDef,
  SoapOperationDef,
  SoapServiceDef,
  XmlOperationDef,
  XmlServiceDef,
} from "../model/model.ts";
import type { ModuleContext } from "./context.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey, quoted, width, type Literal, type Members } from "./literal.ts";

/** A service: an interface with the types of its operations, and the descriptor below it. */
export function serviceText(service: ServiceDef, module: ModuleContext): string {
  return service.kind === "soap" ? soapText(service, module) : xmlText(service, module);
}

function soapText(service: SoapServiceDef, module: ModuleContext): string {
  const types = service.operations.map((operation) => operationType(operation, soapTypes(operation, module)));
  return declarationText(service, service.doc, types, module, [
    ["protocol", module.imports.value(service.version === "1.2" ? "soap12" : "soap")],
    ["name", quoted(service.name)],
    ["endpoint", quoted(service.endpoint)],
    ...(service.addressing === "required" ? [["addressing", "true"] as const] : []),
    ["operations", operationsLiteral(service.operations, (operation) => soapOperation(operation, module, service))],
  ]);
}

function soapTypes(operation: SoapOperationDef, module: ModuleContext): Types {
  const struct = (id: number | undefined): string => (id === undefined ? "undefined" : module.name(id));
  return {
    input: messageType(operation.input, module),
    headers: struct(operation.headers),
    output: messageType(operation.output, module),
    outputHeaders: struct(operation.outputHeaders),
    faults: rootTypes(operation.faults, module),
    ...attachmentTypes("attachments", operation.attachments, module),
    ...attachmentTypes("outputAttachments", operation.outputAttachments, module),
  };
}

function attachmentTypes(key: string, attachments: readonly AttachmentDef[], module: ModuleContext): Types {
  if (attachments.length === 0) return {};
  const type = module.imports.type("Attachment");
  return { [key]: attachments.map(({ name, doc }) => ({ doc, text: `readonly ${propertyKey(name)}: ${type}` })) };
}

/** The media types of attachments, and what packs them. */
function attachmentMembers({ attachments, outputAttachments }: SoapOperationDef, module: ModuleContext): Members {
  if (attachments.length + outputAttachments.length === 0) return [];
  const types = (key: string, parts: readonly AttachmentDef[]): Members =>
    parts.length === 0
      ? []
      : [
          [
            key,
            {
              members: parts.map(
                ({ name, types }) => [propertyKey(name), `[${types.map(quoted).join(", ")}]`] as const,
              ),
            },
          ],
        ];
  return [
    ["packed", module.imports.value("multipart")],
    ...types("attachments", attachments),
    ...types("outputAttachments", outputAttachments),
  ];
}

function messageType(root: RootRef | undefined, module: ModuleContext): string {
  return root === undefined ? "undefined" : module.rootType(root);
}

function messageCodec(root: RootRef | undefined, module: ModuleContext): string {
  return root === undefined ? "undefined" : module.rootCodec(root);
}

function soapOperation(
  operation: SoapOperationDef,
  module: ModuleContext,
  { addressing }: Pick<SoapServiceDef, "addressing">,
): Members {
  const { action, addressingAction } = operation;
  const struct = (key: string, id: number | undefined): Members => (id === undefined ? [] : [[key, module.name(id)]]);
  return [
    ["action", quoted(action)],
    ...(addressing === undefined || addressingAction === action
      ? []
      : [["addressingAction", quoted(addressingAction)] as const]),
    ...(operation.rpc && !operation.encoded ? [["rpc", "true"] as const] : []),
    ...(operation.encoded ? [["encoded", module.imports.value("section5")] as const] : []),
    ["input", messageCodec(operation.input, module)],
    ...struct("headers", operation.headers),
    ["output", messageCodec(operation.output, module)],
    ...struct("outputHeaders", operation.outputHeaders),
    ["faults", rootsLiteral(operation.faults, module)],
    ...attachmentMembers(operation, module),
  ];
}

function xmlText(service: XmlServiceDef, module: ModuleContext): string {
  const types = service.operations.map((operation) => operationType(operation, xmlTypes(operation, module)));
  const doc = [service.doc ?? [], service.parameters.map(parameterDoc)].flat().join("\n\n");
  return declarationText(service, doc, types, module, [
    ["protocol", module.imports.value("xml")],
    ["name", quoted(service.name)],
    ["endpoint", quoted(service.endpoint)],
    ...parametersMember(service.parameters),
    ["operations", operationsLiteral(service.operations, (operation) => xmlOperation(operation, module))],
  ]);
}

function xmlTypes(operation: XmlOperationDef, module: ModuleContext): Types {
  const place = (where: ParameterDef["in"]): Types[string] => {
    const found = operation.parameters.filter((parameter) => parameter.in === where);
    if (found.length === 0) return "undefined";
    return found.map(({ name, required, doc, type = "string" }) => ({
      doc,
      text: `readonly ${propertyKey(name)}${required ? "" : "?"}: ${type === "strings" ? "readonly string[]" : type}`,
    }));
  };
  const body = (part: XmlOperationDef["input"], raw: () => string): string => {
    if (part === undefined) return "undefined";
    return part === "raw" ? raw() : module.rootType(part);
  };
  return {
    path: place("path"),
    query: place("query"),
    headers: place("header"),
    ...(operation.parameters.some((parameter) => parameter.in === "form") ? { form: place("form") } : {}),
    input: body(operation.input, () => module.imports.type("RawBody")),
    output: body(operation.output, () => "ReadableStream<Uint8Array>"),
    errors: rootTypes(operation.errors, module),
  };
}

function xmlOperation(operation: XmlOperationDef, module: ModuleContext): Members {
  const body = (key: string, part: XmlOperationDef["input"]): Members =>
    part === undefined ? [] : [[key, part === "raw" ? '"raw"' : module.rootCodec(part)]];
  return [
    ["method", quoted(operation.method)],
    ["path", quoted(operation.path)],
    ...parametersMember(operation.parameters),
    ...(Object.keys(operation.headers).length === 0 ? [] : [["headers", strings(operation.headers)] as const]),
    ...body("input", operation.input),
    ...formMember(operation.form),
    ...body("output", operation.output),
    ["errors", rootsLiteral(operation.errors, module)],
  ];
}

function formMember(form: XmlOperationDef["form"]): Members {
  if (form === undefined) return [];
  const members: Members = [
    ["field", quoted(form.field)],
    ["fields", strings(form.fields)],
  ];
  return [["form", { members }]];
}

/** Types of an operation's parts: a type, or the members of an object type. */
type Types = Readonly<Record<string, string | readonly Member[]>>;

/** One property of an object type. */
interface Member {
  readonly doc?: string | undefined;
  readonly text: string;
}

function rootTypes(roots: SoapOperationDef["faults"], module: ModuleContext): readonly Member[] {
  return roots.map(({ name, root }) => ({ text: `readonly ${propertyKey(name)}: ${module.rootType(root)}` }));
}

/** An object type at an indentation behind `before` characters; a line a member where they do not fit on one, or have a comment. */
function objectType(members: readonly Member[], indent: string, before: number): string {
  if (members.length === 0) return "{}";
  const flat = `{ ${members.map(({ text }) => text).join("; ")} }`;
  if (before + flat.length + 1 <= width && members.every(({ doc }) => doc === undefined)) return flat;
  const inner = `${indent}  `;
  return `{\n${members.map(({ doc, text }) => `${jsdoc(doc, inner)}${inner}${text};\n`).join("")}${indent}}`;
}

function rootsLiteral(roots: SoapOperationDef["faults"], module: ModuleContext): Literal {
  return { members: roots.map(({ name, root }) => [propertyKey(name), module.rootCodec(root)] as const) };
}

function operationType({ name, doc }: SoapOperationDef | XmlOperationDef, types: Types): string {
  const members = Object.entries(types).map(([part, type]) => {
    const start = `    readonly ${part}: `;
    return `${start}${typeof type === "string" ? type : objectType(type, "    ", start.length)};\n`;
  });
  return `${jsdoc(doc, "  ")}  readonly ${propertyKey(name)}: {\n${members.join("")}  };\n`;
}

function operationsLiteral<T extends { readonly name: string }>(
  operations: readonly T[],
  literal: (operation: T) => Members,
): Literal {
  return {
    members: operations.map((operation) => [propertyKey(operation.name), { members: literal(operation) }] as const),
  };
}

function declarationText(
  service: ServiceDef,
  doc: string | undefined,
  operations: readonly string[],
  module: ModuleContext,
  members: Members,
): string {
  const name = module.serviceName(service);
  const types = operations.join("");
  const same = module.operationTypes.get(types);
  if (same === undefined) module.operationTypes.set(types, name);
  const body = same === undefined || types === "" ? ` {\n${types}}` : ` extends ${same} {}`;
  const kind = module.imports.type(service.kind === "soap" ? "SoapService" : "XmlService");
  return `${jsdoc(doc, "")}export interface ${name}${body}\n` + module.table(name, `${kind}<${name}>`, members);
}

/** Parameters of every call stand in no operation's type: the service's comment says what they are. */
function parameterDoc({ name, required, doc }: ParameterDef): string {
  return `Parameter \`${name}\` of every call${required ? "" : ", optional"}${doc === undefined ? "." : `: ${doc}`}`;
}

function strings(record: Readonly<Record<string, string>>): Literal {
  return { members: Object.entries(record).map(([key, value]) => [propertyKey(key), quoted(value)] as const) };
}

function parametersMember(parameters: readonly ParameterDef[]): Members {
  if (parameters.length === 0) return [];
  const members = parameters.map((parameter) => [propertyKey(parameter.name), parameterLiteral(parameter)] as const);
  return [["parameters", { members }]];
}

function parameterLiteral(parameter: ParameterDef): Literal {
  return {
    members: [
      ["in", quoted(parameter.in)],
      ...(parameter.wireName === parameter.name ? [] : [["name", quoted(parameter.wireName)] as const]),
      ...(parameter.required ? [["required", "true"] as const] : []),
      ...(parameter.secret ? [["secret", "true"] as const] : []),
    ],
  };
}
