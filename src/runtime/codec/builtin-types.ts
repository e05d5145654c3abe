/** The built-in types by name, and what each is derived from (XSD part 2, 3): for xsi:type, which may name any of them. */
import { anyType } from "./scalars/any-type.ts";
import {
  integer,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  positiveInteger,
  unsignedLong,
} from "./scalars/big-integers.ts";
import { base64Binary, hexBinary } from "./scalars/binary.ts";
import { boolean } from "./scalars/boolean.ts";
import { date, dateTime, gDay, gMonth, gMonthDay, gYear, gYearMonth, time } from "./scalars/dates.ts";
import { decimal } from "./scalars/decimal.ts";
import { duration } from "./scalars/duration.ts";
import { double, float } from "./scalars/floats.ts";
import { byte, int, short, unsignedByte, unsignedInt, unsignedShort } from "./scalars/integers.ts";
import { notation, qname } from "./scalars/qname.ts";
import {
  anySimpleType,
  anyURI,
  ENTITIES,
  ENTITY,
  ID,
  IDREF,
  IDREFS,
  language,
  NCName,
  NMTOKEN,
  NMTOKENS,
  normalizedString,
  string,
  token,
  xmlName,
} from "./scalars/text.ts";
import { XSD_NAMESPACE } from "./namespaces.ts";
import type { AnyRef, SchemaType } from "./table.ts";

type Entry = readonly [name: string, base: string, type: AnyRef];

const primitives = {
  string,
  boolean,
  decimal,
  float,
  double,
  duration,
  dateTime,
  time,
  date,
  gYearMonth,
  gYear,
  gMonthDay,
  gDay,
  gMonth,
  hexBinary,
  base64Binary,
  anyURI,
  QName: qname,
  NOTATION: notation,
  NMTOKENS,
  IDREFS,
  ENTITIES,
};

const entries: readonly Entry[] = [
  ["anyType", "anyType", anyType],
  ["anySimpleType", "anyType", anySimpleType],
  ...Object.entries(primitives).map(([name, type]): Entry => [name, "anySimpleType", type]),
  ["normalizedString", "string", normalizedString],
  ["token", "normalizedString", token],
  ["language", "token", language],
  ["NMTOKEN", "token", NMTOKEN],
  ["Name", "token", xmlName],
  ["NCName", "Name", NCName],
  ["ID", "NCName", ID],
  ["IDREF", "NCName", IDREF],
  ["ENTITY", "NCName", ENTITY],
  ["integer", "decimal", integer],
  ["nonPositiveInteger", "integer", nonPositiveInteger],
  ["negativeInteger", "nonPositiveInteger", negativeInteger],
  ["long", "integer", long],
  ["int", "long", int],
  ["short", "int", short],
  ["byte", "short", byte],
  ["nonNegativeInteger", "integer", nonNegativeInteger],
  ["unsignedLong", "nonNegativeInteger", unsignedLong],
  ["unsignedInt", "unsignedLong", unsignedInt],
  ["unsignedShort", "unsignedInt", unsignedShort],
  ["unsignedByte", "unsignedShort", unsignedByte],
  ["positiveInteger", "nonNegativeInteger", positiveInteger],
];

/** Built-in types by expanded name (`{namespace}local`). */
export const builtinTypes: ReadonlyMap<string, SchemaType> = new Map(
  entries.map(([name, base, type]) => [
    `{${XSD_NAMESPACE}}${name}`,
    { name: [XSD_NAMESPACE, name], base: [XSD_NAMESPACE, base], by: ["restriction"], type },
  ]),
);
