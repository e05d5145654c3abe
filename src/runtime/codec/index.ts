/** The codec: tables, built-in simple types, decoding, encoding, and the JSON form. */
export type { KeyConstraint, KeyPath, KeyStep } from "./identity-table.ts";
export type {
  AttributeField,
  AttributeWildcardField,
  Codec,
  ContentField,
  Count,
  Counts,
  ElementCodec,
  ElementItem,
  EnumCodec,
  Facets,
  FieldOf,
  Fields,
  GroupField,
  Listed,
  ListCodec,
  Name,
  NamespaceConstraint,
  Particle,
  PolyCodec,
  ReadContext,
  Ref,
  RepeatedField,
  RestrictionCodec,
  RootCodec,
  Scalar,
  Schema,
  SingleField,
  StructCodec,
  TextField,
  UnionCodec,
  ValueOf,
  WhiteSpace,
  WildcardField,
  WildcardItem,
  WrapperCodec,
  WriteContext,
} from "./table.ts";
export type {
  AnySimple,
  AnySimpleText,
  AnyURI,
  Base64Binary,
  Byte,
  CalendarDate,
  DateTime,
  Decimal,
  Duration,
  Float,
  Flavored,
  FlavorOf,
  GDay,
  GMonth,
  GMonthDay,
  GYear,
  GYearMonth,
  HexBinary,
  Int,
  Integer,
  Language,
  Long,
  NegativeInteger,
  Nilled,
  NonNegativeInteger,
  NonPositiveInteger,
  NormalizedString,
  PositiveInteger,
  QName,
  Short,
  Tagged,
  TypedText,
  Time,
  Token,
  Unrecognized,
  UnsignedByte,
  UnsignedInt,
  UnsignedLong,
  UnsignedShort,
  XmlAttribute,
  XmlElement,
  XmlNameString,
} from "./values.ts";
export type {
  DateTimeAsDate,
  IntegerAsNumber,
  IntegerAsString,
  LongAsNumber,
  LongAsString,
  NegativeIntegerAsNumber,
  NegativeIntegerAsString,
  NonNegativeIntegerAsNumber,
  NonNegativeIntegerAsString,
  NonPositiveIntegerAsNumber,
  NonPositiveIntegerAsString,
  PositiveIntegerAsNumber,
  PositiveIntegerAsString,
  UnsignedLongAsNumber,
  UnsignedLongAsString,
} from "./values.ts";
export type { DecodeOptions, Limits, Mode, Unexpected } from "./mode.ts";
export { anySimpleText, anyType } from "./scalars/any-type.ts";
export {
  integer,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  positiveInteger,
  unsignedLong,
} from "./scalars/big-integers.ts";
export {
  integerAsNumber,
  longAsNumber,
  negativeIntegerAsNumber,
  nonNegativeIntegerAsNumber,
  nonPositiveIntegerAsNumber,
  positiveIntegerAsNumber,
  unsignedLongAsNumber,
} from "./scalars/integers-as-numbers.ts";
export {
  integerAsString,
  longAsString,
  negativeIntegerAsString,
  nonNegativeIntegerAsString,
  nonPositiveIntegerAsString,
  positiveIntegerAsString,
  unsignedLongAsString,
} from "./scalars/integers-as-strings.ts";
export { dateTimeAsDate } from "./scalars/dates-as-dates.ts";
export { base64Binary, hexBinary } from "./scalars/binary.ts";
export { boolean } from "./scalars/boolean.ts";
export { date, dateTime, gDay, gMonth, gMonthDay, gYear, gYearMonth, time } from "./scalars/dates.ts";
export { decimal } from "./scalars/decimal.ts";
export { duration } from "./scalars/duration.ts";
export { double, float } from "./scalars/floats.ts";
export { byte, int, short, unsignedByte, unsignedInt, unsignedShort } from "./scalars/integers.ts";
export { notation, qname } from "./scalars/qname.ts";
// The names of these built-in types are those of their constants too.
export {
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
export {
  dateTimeToDate,
  dateTimeToInstant,
  dateTimeToPlainDateTime,
  dateToDateTime,
  dateToPlainDate,
  decimalToNumber,
  durationToTemporal,
  numberToDecimal,
  timeToPlainTime,
} from "./convert.ts";
export { decode, decodeElement } from "./decode.ts";
export { schemaIndex, type SchemaIndex } from "./schema-index.ts";
export { validate } from "./validate.ts";
export { encode, encodeElement, type EncodeOptions } from "./encode.ts";
export { encodeStream, type EncodeStreamOptions, type Streamable } from "./encode-stream.ts";
export { fromJson } from "./from-json.ts";
export { parseJson } from "./json-simple.ts";
export type { JsonValue } from "./json-nodes.ts";
export { standardSchema, type StandardIssue, type StandardResult, type StandardSchema } from "./standard.ts";
export { stream, type ItemOf, type Items, type RepeatedKey, type StreamOptions } from "./stream.ts";
export type { Pieces } from "../xml/pieces.ts";
export { toJson } from "./to-json.ts";
