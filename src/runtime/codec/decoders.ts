import { readElement } from "../xml/node.ts";
import { xsiType } from "./decode-attributes.ts";
import type { Decode, TypeDecoder } from "./decode-field.ts";
import { decodeSimple } from "./decode-simple.ts";
import { structDecoder } from "./decode-struct.ts";
import type { Decoding } from "./decoding.ts";
import {
  isSimpleTable,
  memberOf,
  tableOf,
  type PolyTable,
  type Table,
  type TableRef,
  type WrapperTable,
} from "./erased.ts";
import { nameText } from "./labels.ts";
import { elementPlan, onePlan, planOf } from "./plan.ts";
import { anySimpleType } from "./scalars/text.ts";
import { simpleOf } from "./simple.ts";
import type { Name } from "./table.ts";

const decoders = new WeakMap<Table, TypeDecoder>();

/**
 * The decoder of a type: a closure, made from its table when it is first used. The entry is registered before that, so
 * types that refer to themselves find it.
 */
export function decoderOf(ref: TableRef): TypeDecoder {
  const table = tableOf(ref);
  const known = decoders.get(table);
  if (known !== undefined) return known;
  const decoder: TypeDecoder = {
    decode: (context, emptyText) => {
      decoder.decode = compile(table);
      return decoder.decode(context, emptyText);
    },
  };
  decoders.set(table, decoder);
  return decoder;
}

function compile(table: Table): Decode {
  if (isSimpleTable(table)) {
    const simple = simpleOf(table);
    return (context, emptyText) => decodeSimple(simple, context, emptyText, table);
  }
  if (table.kind === "struct") return structDecoder(planOf(table), decoderOf);
  if (table.kind === "wrapper") return wrapperDecoder(table);
  if (table.kind === "poly") return polyDecoder(table);
  if (table.kind === "element") return decoderOf(table.type).decode;
  if (table.kind === "anySimpleText") return readAnySimple;
  return readAny;
}

/** An element of xs:anyType is kept as it stands; where the schema is at hand, what it declares of the content is checked. */
function readAny(context: Decoding, emptyText: string | undefined): unknown {
  const { schema, reader } = context;
  if (schema !== undefined) {
    if (context.checking && emptyText === undefined) return schema.checkAny(context);
    schema.checkAny(context.ahead());
  }
  const element = readElement(reader);
  // A default stands for no content at all (XSD part 1, 3.3.4).
  return emptyText === undefined || element.children.length > 0 ? element : { ...element, children: [emptyText] };
}

/** Text of xs:anySimpleType, with what xsi:type says of it. */
function readAnySimple(context: Decoding, emptyText: string | undefined): unknown {
  const said = xsiType(context);
  const $value = decoderOf(anySimpleType).decode(context, emptyText);
  return said === undefined ? $value : { $type: { namespace: said[0], localName: said[1] }, $value };
}

/** A wrapper is a struct with one field, whose value is the field's. */
function wrapperDecoder(table: WrapperTable): Decode {
  const item = elementPlan("item", table.item, 0, table.name[0]);
  const decode = structDecoder(onePlan(table.name, item), decoderOf);
  return (context, emptyText) => memberOf(decode(context, emptyText), "item");
}

interface Alternative {
  readonly name: Name;
  readonly decoder: TypeDecoder;
}

/** xsi:type says which of the types an element has; without it, it has the declared one (XSD part 1, 2.6.1). */
function polyDecoder(table: PolyTable): Decode {
  const alternatives: Alternative[] = Object.values(table.types).map((ref) => {
    const type = tableOf(ref);
    if (type.kind !== "struct") throw new TypeError(`${table.name[1]} has an alternative that is no struct.`);
    return { name: type.name, decoder: decoderOf(type) };
  });
  const declared = table.abstract === true ? undefined : findAlternative(alternatives, table.name);
  const expected = alternatives.map((alternative) => alternative.name[1]).join(" or ");
  return (context, emptyText) => {
    const said = xsiType(context);
    const found = said === undefined ? declared : findAlternative(alternatives, said);
    if (found !== undefined) return found.decoder.decode(context, emptyText);
    if (said === undefined) {
      return context.fail("xml.missing", `Missing xsi:type: ${table.name[1]} is abstract`, expected, "none");
    }
    if (context.strict || declared === undefined) {
      const message = `xsi:type names no type derived from ${nameText(table.name)}`;
      return context.fail("xml.invalid", message, expected, nameText(said));
    }
    // The struct's own check of xsi:type reports it.
    return declared.decoder.decode(context, emptyText);
  };
}

function findAlternative(alternatives: readonly Alternative[], [namespace, local]: Name): Alternative | undefined {
  return alternatives.find(({ name }) => name[1] === local && name[0] === namespace);
}
