/** Service descriptors: the types of the operations, and beside them what the protocols read. */
import type {
  ParameterDef,
  ServiceDef,
  SoapOperationDef,
  SoapServiceDef,
  XmlOperationDef,
  XmlServiceDef,
} from "../model/model.ts";
import { jsdoc } from "./jsdoc.ts";
import { print, propertyKey, quoted, type Literal } from "./literal.ts";
import type { ModulePrinter } from "./module.ts";

type Members = readonly (readonly [string, Literal])[];

/** Prints the services of a module. */
export class ServicePrinter {
  readonly #module: ModulePrinter;

  constructor(module: ModulePrinter) {
    this.#module = module;
  }

  print(service: ServiceDef): string {
    return service.kind === "soap" ? this.#soap(service) : this.#xml(service);
  }

  #soap(service: SoapServiceDef): string {
    const types = service.operations.map((operation) =>
      this.#operationType(operation.name, operation.doc, this.#soapTypes(operation)),
    );
    return this.#service(service, "SoapService", types, [
      ["protocol", this.#module.imports.value("soap")],
      ["name", quoted(service.name)],
      ["endpoint", quoted(service.endpoint)],
      [
        "operations",
        {
          members: service.operations.map(
            (operation) => [propertyKey(operation.name), this.#soapOperation(operation)] as const,
          ),
        },
      ],
    ]);
  }

  #soapTypes(operation: SoapOperationDef): readonly string[] {
    const faults = operation.faults.map(
      ({ name, root }) => `readonly ${propertyKey(name)}: ${this.#module.rootType(root)}`,
    );
    return [
      `readonly input: ${this.#module.rootType(operation.input)};`,
      `readonly headers: ${operation.headers === undefined ? "undefined" : this.#module.name(operation.headers)};`,
      `readonly output: ${this.#module.rootType(operation.output)};`,
      `readonly outputHeaders: ${operation.outputHeaders === undefined ? "undefined" : this.#module.name(operation.outputHeaders)};`,
      `readonly faults: {${faults.length === 0 ? "" : ` ${faults.join("; ")} `}};`,
    ];
  }

  #soapOperation(operation: SoapOperationDef): Literal {
    const header = (key: string, id: number | undefined): Members =>
      id === undefined ? [] : [[key, this.#module.name(id)]];
    return {
      members: [
        ["action", quoted(operation.action)],
        ["input", this.#module.rootCodec(operation.input)],
        ...header("headers", operation.headers),
        ["output", this.#module.rootCodec(operation.output)],
        ...header("outputHeaders", operation.outputHeaders),
        ["faults", this.#roots(operation.faults)],
      ],
    };
  }

  #xml(service: XmlServiceDef): string {
    const types = service.operations.map((operation) =>
      this.#operationType(operation.name, operation.doc, this.#xmlTypes(operation)),
    );
    return this.#service(service, "XmlService", types, [
      ["protocol", this.#module.imports.value("xml")],
      ["name", quoted(service.name)],
      ["endpoint", quoted(service.endpoint)],
      ...parametersMember(service.parameters),
      [
        "operations",
        {
          members: service.operations.map(
            (operation) => [propertyKey(operation.name), this.#xmlOperation(operation)] as const,
          ),
        },
      ],
    ]);
  }

  #xmlTypes(operation: XmlOperationDef): readonly string[] {
    const place = (where: ParameterDef["in"]): string => {
      const found = operation.parameters.filter((parameter) => parameter.in === where);
      if (found.length === 0) return "undefined";
      return `{ ${found.map(({ name, required }) => `readonly ${propertyKey(name)}${required ? "" : "?"}: string`).join("; ")} }`;
    };
    const body = (part: XmlOperationDef["input"], raw: string): string => {
      if (part === undefined) return "undefined";
      return part === "raw" ? raw : this.#module.rootType(part);
    };
    const input = operation.input === "raw" ? this.#module.imports.type("RawBody") : "";
    const errors = operation.errors.map(
      ({ name, root }) => `readonly ${propertyKey(name)}: ${this.#module.rootType(root)}`,
    );
    return [
      `readonly path: ${place("path")};`,
      `readonly query: ${place("query")};`,
      `readonly headers: ${place("header")};`,
      `readonly input: ${body(operation.input, input)};`,
      `readonly output: ${body(operation.output, "ReadableStream<Uint8Array>")};`,
      `readonly errors: {${errors.length === 0 ? "" : ` ${errors.join("; ")} `}};`,
    ];
  }

  #xmlOperation(operation: XmlOperationDef): Literal {
    const body = (key: string, part: XmlOperationDef["input"]): Members => {
      if (part === undefined) return [];
      return [[key, part === "raw" ? '"raw"' : this.#module.rootCodec(part)]];
    };
    const { form } = operation;
    return {
      members: [
        ["method", quoted(operation.method)],
        ["path", quoted(operation.path)],
        ...parametersMember(operation.parameters),
        ...(Object.keys(operation.headers).length === 0 ? [] : [["headers", strings(operation.headers)] as const]),
        ...body("input", operation.input),
        ...(form === undefined
          ? []
          : [
              [
                "form",
                {
                  members: [
                    ["field", quoted(form.field)],
                    ["fields", strings(form.fields)],
                  ],
                },
              ] as const,
            ]),
        ...body("output", operation.output),
        ["errors", this.#roots(operation.errors)],
      ],
    };
  }

  #roots(roots: SoapOperationDef["faults"]): Literal {
    return { members: roots.map(({ name, root }) => [propertyKey(name), this.#module.rootCodec(root)] as const) };
  }

  #operationType(name: string, doc: string | undefined, members: readonly string[]): string {
    const body = members.map((member) => `    ${member}\n`).join("");
    return `${jsdoc(doc, "  ")}  readonly ${propertyKey(name)}: {\n${body}  };\n`;
  }

  #service(
    service: ServiceDef,
    kind: "SoapService" | "XmlService",
    operations: readonly string[],
    members: Members,
  ): string {
    const annotation = `${this.#module.imports.type(kind)}<${service.name}>`;
    const start = `export const ${service.name}: ${annotation} = `;
    return (
      `${jsdoc(service.doc, "")}export interface ${service.name} {\n${operations.join("")}}\n` +
      `${start}${print({ members }, "", start.length)};\n`
    );
  }
}

function strings(record: Readonly<Record<string, string>>): Literal {
  return { members: Object.entries(record).map(([key, value]) => [propertyKey(key), quoted(value)] as const) };
}

function parametersMember(parameters: readonly ParameterDef[]): Members {
  if (parameters.length === 0) return [];
  const literal: Literal = {
    members: parameters.map((parameter) => [
      propertyKey(parameter.name),
      {
        members: [
          ["in", quoted(parameter.in)],
          ...(parameter.wireName === parameter.name ? [] : [["name", quoted(parameter.wireName)] as const]),
          ...(parameter.required ? [["required", "true"] as const] : []),
          ...(parameter.secret ? [["secret", "true"] as const] : []),
        ],
      },
    ]),
  };
  return [["parameters", literal]];
}
