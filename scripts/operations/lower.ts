/** An operations table to the model. */
import type { Diagnostics } from "../diagnostics.ts";
import type { ParameterDef, RootRef, XmlOperationDef, XmlServiceDef } from "../model/model.ts";
import { keyOf, type SchemaSet } from "../xsd/components.ts";
import type { Lowering } from "../xsd/lower.ts";
import { nearest } from "../xsd/nearest.ts";
import type { ElementReference, OperationsSyntax, OperationSyntax, ParameterSyntax } from "./read.ts";

/** Lowers a table; elements and parameters that do not exist are reported. */
export function lowerOperations(
  table: OperationsSyntax,
  set: SchemaSet,
  lowering: Lowering,
  diagnostics: Diagnostics,
): XmlServiceDef {
  const element = (reference: ElementReference): RootRef | undefined => {
    const found = set.elements.get(keyOf([table.namespace, reference.name]));
    if (found !== undefined) return lowering.root(found);
    const near = nearest(keyOf([table.namespace, reference.name]), set.elements.keys());
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    diagnostics.report("operations.resolve", reference.at, `${table.schema} has no element ${reference.name}${hint}`);
    return undefined;
  };
  const body = (reference: ElementReference | undefined): RootRef | "raw" | undefined => {
    if (reference === undefined) return undefined;
    return reference.name === "raw" ? "raw" : element(reference);
  };
  const parameters = (operation: OperationSyntax): ParameterDef[] =>
    operation.parameters.flatMap(({ name, at }) => {
      const parameter = table.parameters.get(name);
      if (parameter !== undefined) return parameter.everywhere ? [] : [parameterDef(name, parameter)];
      diagnostics.report("operations.resolve", at, `there is no parameter ${name}`);
      return [];
    });
  const everywhere = [...table.parameters]
    .filter(([, parameter]) => parameter.everywhere)
    .map(([name, parameter]) => parameterDef(name, parameter));
  const operations = table.operations.map((operation): XmlOperationDef => {
    const used = parameters(operation);
    checkPath(operation, used, everywhere, diagnostics);
    return {
      name: operation.name,
      method: operation.method,
      path: operation.path,
      parameters: used,
      headers: { ...table.headers, ...operation.headers },
      form: operation.form,
      input: body(operation.request),
      output: body(operation.response),
      errors: operation.errors.flatMap((reference) => {
        const root = element(reference);
        return root === undefined ? [] : [{ name: reference.name, root }];
      }),
      at: operation.at,
      ...(operation.doc === undefined ? {} : { doc: operation.doc }),
    };
  });
  return {
    kind: "xml",
    name: table.service,
    endpoint: table.endpoint,
    parameters: everywhere,
    operations,
    at: table.at,
    ...(table.doc === undefined ? {} : { doc: table.doc }),
  };
}

function parameterDef(name: string, parameter: ParameterSyntax): ParameterDef {
  const { required, secret, at, doc } = parameter;
  return {
    name,
    in: parameter.in,
    wireName: parameter.name,
    required,
    secret,
    at,
    ...(doc === undefined ? {} : { doc }),
  };
}

/** Every template of a path has a parameter, and every path parameter of the operation a template. */
function checkPath(
  operation: OperationSyntax,
  own: readonly ParameterDef[],
  everywhere: readonly ParameterDef[],
  diagnostics: Diagnostics,
): void {
  const { name, path, at } = operation;
  const inPath = (parameters: readonly ParameterDef[]): readonly string[] =>
    parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.wireName);
  const templates = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  const declared = inPath([...own, ...everywhere]);
  for (const template of templates.filter((candidate) => !declared.includes(candidate))) {
    const message = `the path of ${name} names {${template}}, which is no path parameter of it`;
    diagnostics.report("operations.resolve", at, message);
  }
  for (const parameter of inPath(own).filter((candidate) => !templates.includes(candidate))) {
    const message = `${name} has the path parameter ${parameter}, which its path does not name`;
    diagnostics.report("operations.resolve", at, message);
  }
}
