/**
 * The TypeScript types of XML Schema values.
 *
 * What a JavaScript number or bigint holds without loss is one. What it does not (decimals, dates, durations) stays in its
 * lexical form, as a string with a name of its own; `convert.ts` turns it into a Date, a Temporal object or a number where
 * the caller wants that.
 */

declare const flavor: unique symbol;

/**
 * An alias that the compiler keeps apart from other aliases of the same base: a plain `T` is assignable to it and it to
 * `T`, but a `Date` lexical form is not a `Duration` one.
 */
export type Flavored<T, Name extends string> = T & { readonly [flavor]?: Name };

/** The names of the aliases in T: what tells two types apart that are assignable to each other. */
export type FlavorOf<T> = T extends { readonly [flavor]?: infer Name }
  ? Name
  : T extends readonly (infer Item)[]
    ? FlavorOf<Item>
    : "plain";

/** A signed 32-bit integer (xs:int). */
export type Int = Flavored<number, "int">;
/** A signed 16-bit integer (xs:short). */
export type Short = Flavored<number, "short">;
/** A signed 8-bit integer (xs:byte). */
export type Byte = Flavored<number, "byte">;
/** An unsigned 32-bit integer (xs:unsignedInt). */
export type UnsignedInt = Flavored<number, "unsignedInt">;
/** An unsigned 16-bit integer (xs:unsignedShort). */
export type UnsignedShort = Flavored<number, "unsignedShort">;
/** An unsigned 8-bit integer (xs:unsignedByte). */
export type UnsignedByte = Flavored<number, "unsignedByte">;
/** An IEEE single precision number (xs:float), NaN and infinities included. */
export type Float = Flavored<number, "float">;

/** A signed 64-bit integer (xs:long). */
export type Long = Flavored<bigint, "long">;
/** An unsigned 64-bit integer (xs:unsignedLong). */
export type UnsignedLong = Flavored<bigint, "unsignedLong">;
/** An integer of any size (xs:integer). */
export type Integer = Flavored<bigint, "integer">;
/** An integer below or equal to zero (xs:nonPositiveInteger). */
export type NonPositiveInteger = Flavored<bigint, "nonPositiveInteger">;
/** An integer below zero (xs:negativeInteger). */
export type NegativeInteger = Flavored<bigint, "negativeInteger">;
/** An integer above or equal to zero (xs:nonNegativeInteger). */
export type NonNegativeInteger = Flavored<bigint, "nonNegativeInteger">;
/** An integer above zero (xs:positiveInteger). */
export type PositiveInteger = Flavored<bigint, "positiveInteger">;

/** xs:integer as its digits. */
export type IntegerAsString = Flavored<string, "integerAsString">;
/** xs:nonPositiveInteger as its digits. */
export type NonPositiveIntegerAsString = Flavored<string, "nonPositiveIntegerAsString">;
/** xs:negativeInteger as its digits. */
export type NegativeIntegerAsString = Flavored<string, "negativeIntegerAsString">;
/** xs:long as its digits. */
export type LongAsString = Flavored<string, "longAsString">;
/** xs:nonNegativeInteger as its digits. */
export type NonNegativeIntegerAsString = Flavored<string, "nonNegativeIntegerAsString">;
/** xs:unsignedLong as its digits. */
export type UnsignedLongAsString = Flavored<string, "unsignedLongAsString">;
/** xs:positiveInteger as its digits. */
export type PositiveIntegerAsString = Flavored<string, "positiveIntegerAsString">;
/** xs:integer as a safe number. */
export type IntegerAsNumber = Flavored<number, "integerAsNumber">;
/** xs:nonPositiveInteger as a safe number. */
export type NonPositiveIntegerAsNumber = Flavored<number, "nonPositiveIntegerAsNumber">;
/** xs:negativeInteger as a safe number. */
export type NegativeIntegerAsNumber = Flavored<number, "negativeIntegerAsNumber">;
/** xs:long as a safe number. */
export type LongAsNumber = Flavored<number, "longAsNumber">;
/** xs:nonNegativeInteger as a safe number. */
export type NonNegativeIntegerAsNumber = Flavored<number, "nonNegativeIntegerAsNumber">;
/** xs:unsignedLong as a safe number. */
export type UnsignedLongAsNumber = Flavored<number, "unsignedLongAsNumber">;
/** xs:positiveInteger as a safe number. */
export type PositiveIntegerAsNumber = Flavored<number, "positiveIntegerAsNumber">;

/** xs:dateTime as a Date; in its lexical form where it has no zone, or lies beyond the years of a Date. */
export type DateTimeAsDate = Flavored<Date, "dateTimeAsDate"> | Flavored<string, "dateTimeAsDate">;

/** A decimal number of any precision, in its lexical form: `"10.50"` (xs:decimal). */
export type Decimal = Flavored<string, "decimal">;
/** A date and time, its zone optional: `"2012-06-02T21:03:56.000Z"` (xs:dateTime). */
export type DateTime = Flavored<string, "dateTime">;
/** A calendar date, its zone optional: `"2012-06-02"` (xs:date). */
export type CalendarDate = Flavored<string, "date">;
/** A time of day, its zone optional: `"21:03:56"` (xs:time). */
export type Time = Flavored<string, "time">;
/** A duration: `"PT1H30M"` (xs:duration). */
export type Duration = Flavored<string, "duration">;
/** A calendar year: `"2012"` (xs:gYear). */
export type GYear = Flavored<string, "gYear">;
/** A month of a year: `"2012-06"` (xs:gYearMonth). */
export type GYearMonth = Flavored<string, "gYearMonth">;
/** A month: `"--06"` (xs:gMonth). */
export type GMonth = Flavored<string, "gMonth">;
/** A day of a month: `"--06-02"` (xs:gMonthDay). */
export type GMonthDay = Flavored<string, "gMonthDay">;
/** A day: `"---02"` (xs:gDay). */
export type GDay = Flavored<string, "gDay">;

/** A string without line breaks and tabs (xs:normalizedString). */
export type NormalizedString = Flavored<string, "normalizedString">;
/** A string without leading, trailing or doubled spaces (xs:token). */
export type Token = Flavored<string, "token">;
/** A language tag (xs:language). */
export type Language = Flavored<string, "language">;
/** A name token (xs:NMTOKEN). */
export type NMTOKEN = Flavored<string, "NMTOKEN">;
/** An XML name (xs:Name). */
export type XmlNameString = Flavored<string, "Name">;
/** An XML name without a colon (xs:NCName). */
export type NCName = Flavored<string, "NCName">;
/** An identifier, unique in its document (xs:ID). */
export type ID = Flavored<string, "ID">;
/** A reference to an identifier of the same document (xs:IDREF). */
export type IDREF = Flavored<string, "IDREF">;
/** The name of an unparsed entity (xs:ENTITY). */
export type ENTITY = Flavored<string, "ENTITY">;
/** A URI or IRI reference (xs:anyURI). */
export type AnyURI = Flavored<string, "anyURI">;
/** Any simple value, in its lexical form (xs:anySimpleType). */
export type AnySimple = Flavored<string, "anySimpleType">;

/** Text of an element of xs:anySimpleType that says of which type it is (xsi:type, XSD part 1, 2.6.1). */
export interface TypedText {
  /** `{ namespace: "http://www.w3.org/2001/XMLSchema", localName: "int" }` for `xsi:type="xs:int"`. */
  readonly $type: QName;
  /** The value in its lexical form. */
  readonly $value: string;
}
/** An element of xs:anySimpleType: its text, with its type where the message says which one. */
export type AnySimpleText = AnySimple | TypedText;

/** Bytes sent in base64 (xs:base64Binary). */
export type Base64Binary = Flavored<Uint8Array, "base64Binary">;
/** Bytes sent in hexadecimal (xs:hexBinary). */
export type HexBinary = Flavored<Uint8Array, "hexBinary">;

/** A qualified name with its prefix resolved (xs:QName). */
export interface QName {
  /** Namespace name, "" for none. */
  readonly namespace: string;
  readonly localName: string;
}

declare const unrecognized: unique symbol;

/**
 * A value that the contract's enumeration does not list. Services add values before contracts do: tolerant decoding
 * delivers them as they came, and a `switch` over the enumeration has to handle them.
 */
export type Unrecognized = string & { readonly [unrecognized]: true };

/** One element among several that may stand in its place: which one it is, and its value. */
export interface Tagged<Name extends string, Value> {
  /** Local name of the element, with a number where two namespaces have it; `$any` for an element of a wildcard. */
  readonly $name: Name;
  readonly value: Value;
}

/** An attribute kept as it stood. */
export interface XmlAttribute {
  readonly name: QName;
  readonly value: string;
}

/** An element kept as it stood: content of a wildcard, of xs:anyType, or what a tolerant decoder did not expect. */
export interface XmlElement {
  readonly name: QName;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and text in document order; comments and processing instructions are left out. */
  readonly children: readonly (XmlElement | string)[];
  /** Prefixes in scope that differ from the parent's, so that prefixed names in text stay readable. */
  readonly namespaces?: readonly (readonly [prefix: string, namespace: string])[];
}

/**
 * An element that is nil (xsi:nil, XSD part 1, 2.6.2) and has attributes all the same: `K` are those of T's members that are attributes.
 * Without any, a nil element is null.
 */
export type Nilled<T, K extends string> = T extends unknown
  ? { readonly $nil: true } & Partial<Pick<T, K & keyof T>>
  : never;
