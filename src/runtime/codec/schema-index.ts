import { END, EOF, START } from "../xml/reader.ts";
import { builtinTypes } from "./builtin-types.ts";
import { xsiType } from "./decode-attributes.ts";
import { fieldDecoder } from "./decode-field.ts";
import { convert } from "./decode-simple.ts";
import { decoderOf } from "./decoders.ts";
import type { Decoding } from "./decoding.ts";
import {
  isSimpleTable,
  tableOf,
  type ElementTable,
  type SimpleTable,
  type StructTable,
  type Table,
  type TableRef,
} from "./erased.ts";
import { excerpt, named } from "./labels.ts";
import { XSD_NAMESPACE, XSI_NAMESPACE } from "./namespaces.ts";
import { fixedValue, rootPlan, textTypeOf, type ElementPlan } from "./plan.ts";
import { simpleOf } from "./simple.ts";
import type { Name, Schema, SchemaAttribute, SchemaType } from "./table.ts";

/** The global declarations of a contract, ready to be looked up while decoding strictly. */
export interface SchemaIndex {
  /** The codec of a global element; undefined where there is none, or where it is abstract. */
  element(namespace: string, localName: string): ElementTable | StructTable | undefined;
  /** Whether there is a declaration of the element at whose start the reader is, or a type that it names. */
  knows(context: Decoding): boolean;
  /** Checks the element that a wildcard has taken (XSD part 1, 3.10.4); the reader is at its end afterwards. */
  checkElement(context: Decoding, process: "lax" | "strict"): void;
  /** Checks an element of xs:anyType, or one without a declaration (5.2, lax assessment); the reader is at its end afterwards. */
  checkAny(context: Decoding): void;
  /** Checks an attribute that a wildcard has taken. */
  checkAttribute(context: Decoding, index: number, process: "lax" | "skip" | "strict"): void;
  /** The text of an element of a simple type for which xsi:type names another one; undefined where it does not. */
  simpleInstead(declared: SimpleTable, context: Decoding, emptyText: string | undefined): string | undefined;
  /** The type of an element: what xsi:type says, or its declared one; undefined where xsi:type names none that is known. */
  typeOf(plan: ElementPlan, context: Decoding): TableRef | undefined;
  /** Refuses an xsi:type that is derived as the element's declaration does not allow (3.3.4). */
  refuseBlocked(plan: ElementPlan, context: Decoding): void;
}

/** Makes the global declarations of a contract known to strict decoding: `decode(X, xml, { mode: "strict", schema: schemaIndex(schema) })`. */
export function schemaIndex(schema: Schema): SchemaIndex {
  return new Declarations(schema);
}

function keyOf(namespace: string, localName: string): string {
  return `{${namespace}}${localName}`;
}

class Declarations implements SchemaIndex {
  readonly #elements = new Map<string, ElementTable | StructTable>();
  readonly #abstract: ReadonlySet<string>;
  readonly #attributes = new Map<string, SchemaAttribute>();
  readonly #types = new Map<string, SchemaType>(builtinTypes);

  constructor({ elements, abstract = [], attributes, types }: Schema) {
    for (const ref of Object.values(elements)) {
      const table = tableOf(ref);
      if (table.kind === "element" || table.kind === "struct") this.#elements.set(keyOf(...table.name), table);
    }
    this.#abstract = new Set(abstract.map((name) => keyOf(...name)));
    for (const attribute of Object.values(attributes)) this.#attributes.set(keyOf(...attribute.name), attribute);
    for (const type of Object.values(types)) this.#types.set(keyOf(...type.name), type);
  }

  element(namespace: string, localName: string): ElementTable | StructTable | undefined {
    return this.#elements.get(keyOf(namespace, localName));
  }

  knows(context: Decoding): boolean {
    const { namespace, localName } = context.reader;
    const key = keyOf(namespace, localName);
    return this.#elements.has(key) || this.#abstract.has(key) || xsiType(context) !== undefined;
  }

  checkElement(context: Decoding, process: "lax" | "strict"): void {
    const { namespace, localName } = context.reader;
    const declared = this.element(namespace, localName);
    if (declared !== undefined) {
      const plan = rootPlan(declared);
      fieldDecoder(plan, decoderOf(plan.type)).read(context);
      return;
    }
    const name = named(namespace, localName);
    if (this.#abstract.has(keyOf(namespace, localName))) {
      context.fail("xml.unexpected", `${name} is abstract`, "an element that substitutes for it", name);
    }
    if (process === "strict" && xsiType(context) === undefined) {
      context.fail("xml.unexpected", `The contract has no element ${name}`, "an element of the contract", name);
    }
    context.identity?.enter(context, namespace, localName);
    this.checkAny(context);
    context.identity?.leave(context);
  }

  checkAny(context: Decoding): void {
    const said = xsiType(context);
    const type = said === undefined ? undefined : this.#types.get(keyOf(...said));
    if (said !== undefined && keyOf(...said) !== keyOf(XSD_NAMESPACE, "anyType")) {
      if (type === undefined) return this.#unknownType(said, context);
      this.#decodeAs(type, context);
      return;
    }
    const { reader } = context;
    for (let index = 0; index < reader.attributeCount; index++) {
      if (reader.attributeNamespace(index) !== XSI_NAMESPACE) this.checkAttribute(context, index, "lax");
    }
    for (let event = reader.next(); event !== END && event !== EOF; event = reader.next()) {
      if (event === START) this.checkElement(context, "lax");
    }
  }

  checkAttribute(context: Decoding, index: number, process: "lax" | "skip" | "strict"): void {
    if (process === "skip") return;
    const { reader } = context;
    const namespace = reader.attributeNamespace(index);
    const localName = reader.attributeLocalName(index);
    const declared = this.#attributes.get(keyOf(namespace, localName));
    const name = named(namespace, localName);
    if (declared === undefined) {
      if (process === "lax") return;
      return context.fail(
        "xml.unexpected",
        `The contract has no attribute ${name}`,
        "an attribute of the contract",
        name,
      );
    }
    const table = tableOf(declared.type);
    if (!isSimpleTable(table)) return;
    const simple = simpleOf(table);
    context.attribute = localName;
    context.textOffset = reader.offset;
    const value = convert(simple, reader.attributeValue(index), context);
    context.identity?.attribute(namespace, localName, simple, value);
    if (declared.fixed !== undefined && !simple.equal(value, fixedValue(simple, declared.fixed))) {
      const received = excerpt(reader.attributeValue(index));
      context.refuse("facet", `${localName} has a fixed value`, excerpt(declared.fixed), received);
    }
    context.attribute = "";
  }

  simpleInstead(declared: SimpleTable, context: Decoding, emptyText: string | undefined): string | undefined {
    const said = xsiType(context);
    const type = said === undefined ? undefined : this.#types.get(keyOf(...said));
    if (type?.type === undefined || isTable(type.type, declared) || !this.#derives(type, declared)) return undefined;
    context.typeKnown = true;
    const value = decoderOf(type.type).decode(context, emptyText);
    const text = textTypeOf(type.type);
    return text?.simple.write(text.textOf(value), { prefixOf: () => "" });
  }

  typeOf(plan: ElementPlan, context: Decoding): TableRef | undefined {
    const said = xsiType(context);
    if (said === undefined) return plan.type;
    context.typeKnown = true;
    return this.#types.get(keyOf(...said))?.type;
  }

  refuseBlocked(plan: ElementPlan, context: Decoding): void {
    const said = xsiType(context);
    const declared = tableOf(plan.type);
    const name = nameOf(declared);
    if (said === undefined || name === undefined) return;
    const type = this.#types.get(keyOf(...said));
    const member = declared.kind === "union" && type !== undefined && this.#derives(type, declared);
    // A member of a union is derived from it by restriction (3.14.6).
    const steps = this.#stepsTo(said, name) ?? (member ? ["restriction"] : undefined);
    const blocked = steps?.find((step) => plan.block.includes(step));
    if (blocked === undefined) return;
    const message = `${plan.local} does not allow types derived by ${blocked}`;
    context.fail("xml.invalid", message, named(...name), named(...said));
  }

  #decodeAs(type: SchemaType, context: Decoding): void {
    if (type.type === undefined) {
      context.fail("xml.invalid", `The type ${named(...type.name)} is abstract`, "a type derived from it", "xsi:type");
    }
    context.typeKnown = true;
    decoderOf(type.type).decode(context, undefined);
  }

  #unknownType(said: Name, context: Decoding): never {
    return context.fail(
      "xml.invalid",
      "xsi:type names no type of the contract",
      "a type of the contract",
      named(...said),
    );
  }

  /** Whether a type is derived from a declared one, or from a member of a declared union (3.14.6, type derivation OK). */
  #derives(type: SchemaType, declared: SimpleTable): boolean {
    if (declared.kind === "scalar") return this.#stepsTo(type.name, [XSD_NAMESPACE, declared.name]) !== undefined;
    if (declared.name !== undefined && this.#stepsTo(type.name, declared.name) !== undefined) return true;
    if (declared.kind !== "union") return false;
    return declared.members.some((member) => {
      const table = tableOf(member);
      return isSimpleTable(table) && this.#derives(type, table);
    });
  }

  /** The steps from a type up to another one; undefined where it is not derived from it. */
  #stepsTo(name: Name, ancestor: Name): readonly string[] | undefined {
    const steps: string[] = [];
    const seen = new Set<string>();
    for (let key = keyOf(...name); !seen.has(key);) {
      if (key === keyOf(...ancestor)) return steps;
      seen.add(key);
      const type = this.#types.get(key);
      if (type === undefined) return undefined;
      steps.push(...type.by);
      key = keyOf(...type.base);
    }
    return undefined;
  }
}

/** The name of a type; undefined for an anonymous one. */
function nameOf(table: Table): Name | undefined {
  if (table.kind === "anyType") return [XSD_NAMESPACE, "anyType"];
  if (table.kind === "anySimpleText") return [XSD_NAMESPACE, "anySimpleType"];
  return table.kind === "scalar" ? [XSD_NAMESPACE, table.name] : table.name;
}

function isTable(ref: TableRef, table: Table): boolean {
  return tableOf(ref) === table;
}
