/** Gives every type and element of a model its TypeScript name. */
import type { ElementDef, Model, ServiceDef, TypeDef } from "./model.ts";
import { pascalCase } from "./naming-words.ts";

/** TypeScript names of a model's types (by id), elements and services. */
export interface Names {
  readonly types: readonly string[];
  readonly elements: ReadonlyMap<ElementDef, string>;
  readonly services: ReadonlyMap<ServiceDef, string>;
}

/** Names that a declaration cannot have: words of the language, globals that generated code uses. */
const reserved = new Set(
  (
    "any as async await bigint boolean break case catch class const continue debugger declare default delete do else enum " +
    "export extends false finally for from function get if implements import in infer instanceof interface is keyof let " +
    "module namespace never new null number object of package private protected public readonly return satisfies set static " +
    "string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield " +
    "arguments eval exports globalThis Infinity NaN ReadableStream RegExp require Uint8Array"
  ).split(" "),
);

/** Name of the constant with a module's global declarations. */
export const declaredName = "schema";

/** Whether a name is a word of the language, or one that generated code uses. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

/**
 * Names as in the contract where they are free. Two types of one name in two namespaces: the first keeps it, the next gets the last word
 * of its namespace. An element whose name a type has: `Element` behind it.
 *
 * @param taken names that the module imports.
 */
export function assignNames(model: Model, taken: ReadonlySet<string>): Names {
  const used = new Set<string>(taken);
  const isFree = (name: string): boolean => !taken.has(name) && !reserved.has(name);
  const numbers = new Map<string, number>();
  const claim = (candidates: Iterable<string>): string => {
    for (const candidate of candidates) {
      if (used.has(candidate) || reserved.has(candidate)) continue;
      used.add(candidate);
      return candidate;
    }
    throw new Error("the candidates never end");
  };
  // What a user has chosen is not for others: clashes were reported.
  const { chosen } = model;
  for (const name of [...(chosen?.types.values() ?? []), ...(chosen?.elements.values() ?? [])]) used.add(name);
  // Services are what a module is imported for: they choose first.
  const services = new Map(
    model.services.map((service) => [
      service,
      claim(candidatesFor(service.name, undefined, "Service", isFree, numbers)),
    ]),
  );
  // Types that have a name in the contract come before those that were given one.
  const order = [...model.types].sort((one, other) => rank(one) - rank(other));
  const types: string[] = [];
  for (const type of order) {
    const own = chosen?.types.get(type.id);
    types[type.id] = own ?? claim(candidatesFor(type.hint, type.name?.[0], "Type", isFree, numbers));
  }
  const elements = new Map<ElementDef, string>();
  for (const element of model.elements) {
    const hint = model.style === "typescript" ? pascalCase(element.hint) : element.hint;
    const own = chosen?.elements.get(element);
    elements.set(element, own ?? claim(candidatesFor(hint, element.name[0], "Element", isFree, numbers)));
  }
  return { types, elements, services };
}

function rank(type: TypeDef): number {
  if (type.kind === "struct" && type.root) return 0;
  return type.name === undefined ? 2 : 1;
}

function* candidatesFor(
  hint: string,
  namespace: string | undefined,
  suffix: "Type" | "Element" | "Service",
  isFree: (name: string) => boolean,
  numbers: Map<string, number>,
): Generator<string> {
  const name = identifier(hint);
  yield name;
  const word = namespace === undefined ? undefined : lastWord(namespace);
  // The namespace tells two types of the contract apart; it says nothing about a word of the language.
  if (suffix === "Type" && word !== undefined && isFree(name)) yield `${name}${word}`;
  yield `${name}${suffix}`;
  // What was asked for once is taken since: the next one of this name begins behind it.
  for (let number = numbers.get(`${name}${suffix}`) ?? 2; ; number++) {
    numbers.set(`${name}${suffix}`, number + 1);
    yield `${name}${suffix}${number}`;
  }
}

/** A name of the contract as an identifier: characters that none may have separate words. */
export function identifier(name: string): string {
  const words = name.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? word : capital(word))).join("");
  return /^[\p{ID_Start}$_]/u.test(joined) ? joined : `_${joined}`;
}

/** The last word of a namespace that says something: `https://adapi.microsoft.com` is Adapi, `…/2003/10/Serialization/Arrays` Arrays. */
export function lastWord(namespace: string): string | undefined {
  const path = namespace.replace(/^[a-z]+:\/\/[^/]*\/?/i, "").replace(/\.(?:xsd|wsdl|asmx|svc)$/i, "");
  const words = path.split(/[^A-Za-z]+/).filter((word) => word.length > 1 && word !== "v");
  const host = /^[a-z]+:\/\/(?:www\.)?([A-Za-z]+)/i.exec(namespace)?.[1];
  const word = words.at(-1) ?? host;
  return word === undefined ? undefined : capital(word);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
