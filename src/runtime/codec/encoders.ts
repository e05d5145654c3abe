import { encodeText } from "./encode-simple.ts";
import { encodeElement, structEncoder, type Encode, type TypeEncoder } from "./encode-struct.ts";
import { describe } from "./encoding.ts";
import {
  isSimpleTable,
  memberOf,
  tableOf,
  type PolyTable,
  type Table,
  type TableRef,
  type WrapperTable,
} from "./erased.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { elementPlan, planOf } from "./plan.ts";
import { simpleOf } from "./simple.ts";

const encoders = new WeakMap<Table, TypeEncoder>();

/** The encoder of a type: a closure, made from its table when it is first used. */
export function encoderOf(ref: TableRef): TypeEncoder {
  const table = tableOf(ref);
  const known = encoders.get(table);
  if (known !== undefined) return known;
  const encoder: TypeEncoder = {
    encode: (value, context) => {
      encoder.encode = compile(table);
      encoder.encode(value, context);
    },
    whole: table.kind === "anyType",
  };
  encoders.set(table, encoder);
  return encoder;
}

function compile(table: Table): Encode {
  if (isSimpleTable(table)) {
    const simple = simpleOf(table);
    return (value, context) => encodeText(simple, value, context);
  }
  if (table.kind === "struct") return structEncoder(planOf(table), encoderOf);
  if (table.kind === "wrapper") return wrapperEncoder(table);
  if (table.kind === "poly") return polyEncoder(table);
  if (table.kind === "element") return encoderOf(table.type).encode;
  // An element of xs:anyType is written whole, by the field that it stands in.
  return (value, context) => context.fail("Not an element of a field", "an element", describe(value));
}

function wrapperEncoder(table: WrapperTable): Encode {
  const plan = elementPlan("item", table.item, 0, table.name[0]);
  const type = encoderOf(table.item.type);
  return (value, context) => {
    if (!Array.isArray(value)) return context.fail(`Not a value of ${table.name[1]}`, "an array", describe(value));
    if (value.length < plan.min || value.length > plan.max) {
      context.fail(`Wrong number of ${plan.local}`, `${plan.min} to ${plan.max} items`, describe(value));
    }
    for (let i = 0; i < value.length; i++) {
      context.enter(i);
      encodeElement(plan, type, value[i], context);
      context.leave();
    }
  };
}

/** The value's `$type` says which type it has; xsi:type says so on the wire where that is not the declared one. */
function polyEncoder(table: PolyTable): Encode {
  const types = new Map<unknown, { readonly name: readonly [string, string]; readonly encoder: TypeEncoder }>();
  let declared: unknown;
  for (const [tag, ref] of Object.entries(table.types)) {
    const type = tableOf(ref);
    if (type.kind !== "struct") throw new TypeError(`${table.name[1]} has an alternative that is no struct.`);
    types.set(tag, { name: type.name, encoder: encoderOf(type) });
    if (type.name[0] === table.name[0] && type.name[1] === table.name[1]) declared = tag;
  }
  const listed = [...types.keys()].join(" or ");
  return (value, context) => {
    const tag = memberOf(value, "$type") ?? (table.abstract === true ? undefined : declared);
    const found = types.get(tag);
    if (found === undefined) {
      return context.fail(`Not a value of ${table.name[1]}: $type names no type of it`, listed, describe(tag));
    }
    if (tag !== declared) {
      const [namespace, local] = found.name;
      const text = namespace === "" ? local : `${context.sink.prefixOf(namespace)}:${local}`;
      context.sink.attribute(XSI_NAMESPACE, "type", text);
    } else if (table.abstract === true) {
      context.fail(`${table.name[1]} is abstract`, listed, describe(tag));
    }
    found.encoder.encode(value, context);
  };
}
