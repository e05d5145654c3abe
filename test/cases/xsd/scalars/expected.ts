// Generated from test/cases/xsd/scalars/schema.xsd
// sha256 8d7d9495afeb004d3920f2064a16fa37e290edd07f8a8c0521724dc67fd435dd
// Do not edit: change the contract and generate again.
import {
  ID,
  IDREF,
  IDREFS,
  NCName,
  NMTOKEN,
  NMTOKENS,
  anySimpleText,
  anyURI,
  base64Binary,
  boolean,
  byte,
  date,
  dateTime,
  decimal,
  double,
  duration,
  float,
  gDay,
  gMonth,
  gMonthDay,
  gYear,
  gYearMonth,
  hexBinary,
  int,
  integer,
  language,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  normalizedString,
  positiveInteger,
  qname,
  short,
  string,
  time,
  token,
  unsignedByte,
  unsignedInt,
  unsignedLong,
  unsignedShort,
  xmlName,
  type AnySimpleText,
  type AnyURI,
  type Base64Binary,
  type Byte,
  type CalendarDate,
  type DateTime,
  type Decimal,
  type Duration,
  type Float,
  type GDay,
  type GMonth,
  type GMonthDay,
  type GYear,
  type GYearMonth,
  type HexBinary,
  type Int,
  type Integer,
  type Language,
  type Long,
  type NegativeInteger,
  type NonNegativeInteger,
  type NonPositiveInteger,
  type NormalizedString,
  type PositiveInteger,
  type QName,
  type Schema,
  type Short,
  type StructCodec,
  type Time,
  type Token,
  type UnsignedByte,
  type UnsignedInt,
  type UnsignedLong,
  type UnsignedShort,
  type XmlNameString,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Scalars {
  readonly string?: string;
  readonly normalizedString?: NormalizedString;
  readonly token?: Token;
  readonly language?: Language;
  readonly NMTOKEN?: NMTOKEN;
  readonly NMTOKENS?: readonly NMTOKEN[];
  readonly Name?: XmlNameString;
  readonly NCName?: NCName;
  readonly ID?: ID;
  readonly IDREF?: IDREF;
  readonly IDREFS?: readonly IDREF[];
  readonly anyURI?: AnyURI;
  readonly anySimpleType?: AnySimpleText;
  readonly boolean?: boolean;
  readonly decimal?: Decimal;
  readonly float?: Float;
  readonly double?: number;
  readonly integer?: Integer;
  readonly nonPositiveInteger?: NonPositiveInteger;
  readonly negativeInteger?: NegativeInteger;
  readonly nonNegativeInteger?: NonNegativeInteger;
  readonly positiveInteger?: PositiveInteger;
  readonly long?: Long;
  readonly int?: Int;
  readonly short?: Short;
  readonly byte?: Byte;
  readonly unsignedLong?: UnsignedLong;
  readonly unsignedInt?: UnsignedInt;
  readonly unsignedShort?: UnsignedShort;
  readonly unsignedByte?: UnsignedByte;
  readonly duration?: Duration;
  readonly dateTime?: DateTime;
  readonly time?: Time;
  readonly date?: CalendarDate;
  readonly gYear?: GYear;
  readonly gYearMonth?: GYearMonth;
  readonly gMonth?: GMonth;
  readonly gMonthDay?: GMonthDay;
  readonly gDay?: GDay;
  readonly hexBinary?: HexBinary;
  readonly base64Binary?: Base64Binary;
  readonly QName?: QName;
}
export const Scalars: StructCodec<Scalars> = {
  kind: "struct",
  name: [tns, "Scalars"],
  element: true,
  fields: {
    string: { el: "string", count: "?", type: string },
    normalizedString: { el: "normalizedString", count: "?", type: normalizedString },
    token: { el: "token", count: "?", type: token },
    language: { el: "language", count: "?", type: language },
    NMTOKEN: { el: "NMTOKEN", count: "?", type: NMTOKEN },
    NMTOKENS: { el: "NMTOKENS", count: "?", type: NMTOKENS },
    Name: { el: "Name", count: "?", type: xmlName },
    NCName: { el: "NCName", count: "?", type: NCName },
    ID: { el: "ID", count: "?", type: ID },
    IDREF: { el: "IDREF", count: "?", type: IDREF },
    IDREFS: { el: "IDREFS", count: "?", type: IDREFS },
    anyURI: { el: "anyURI", count: "?", type: anyURI },
    anySimpleType: { el: "anySimpleType", count: "?", type: anySimpleText },
    boolean: { el: "boolean", count: "?", type: boolean },
    decimal: { el: "decimal", count: "?", type: decimal },
    float: { el: "float", count: "?", type: float },
    double: { el: "double", count: "?", type: double },
    integer: { el: "integer", count: "?", type: integer },
    nonPositiveInteger: { el: "nonPositiveInteger", count: "?", type: nonPositiveInteger },
    negativeInteger: { el: "negativeInteger", count: "?", type: negativeInteger },
    nonNegativeInteger: { el: "nonNegativeInteger", count: "?", type: nonNegativeInteger },
    positiveInteger: { el: "positiveInteger", count: "?", type: positiveInteger },
    long: { el: "long", count: "?", type: long },
    int: { el: "int", count: "?", type: int },
    short: { el: "short", count: "?", type: short },
    byte: { el: "byte", count: "?", type: byte },
    unsignedLong: { el: "unsignedLong", count: "?", type: unsignedLong },
    unsignedInt: { el: "unsignedInt", count: "?", type: unsignedInt },
    unsignedShort: { el: "unsignedShort", count: "?", type: unsignedShort },
    unsignedByte: { el: "unsignedByte", count: "?", type: unsignedByte },
    duration: { el: "duration", count: "?", type: duration },
    dateTime: { el: "dateTime", count: "?", type: dateTime },
    time: { el: "time", count: "?", type: time },
    date: { el: "date", count: "?", type: date },
    gYear: { el: "gYear", count: "?", type: gYear },
    gYearMonth: { el: "gYearMonth", count: "?", type: gYearMonth },
    gMonth: { el: "gMonth", count: "?", type: gMonth },
    gMonthDay: { el: "gMonthDay", count: "?", type: gMonthDay },
    gDay: { el: "gDay", count: "?", type: gDay },
    hexBinary: { el: "hexBinary", count: "?", type: hexBinary },
    base64Binary: { el: "base64Binary", count: "?", type: base64Binary },
    QName: { el: "QName", count: "?", type: qname },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Scalars }, attributes: {}, types: {} };
