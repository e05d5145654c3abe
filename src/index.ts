/**
 * Strict types, codecs and clients for services whose contract is a WSDL, an XSD or an OpenAPI document, and one model for
 * bulk jobs.
 *
 * The vendors' facades are entries of their own (`specwire/ebay`, …), so that a bundle holds what it uses; what generated code
 * needs (tables, built-in simple types, protocols) is in `specwire/runtime`.
 */
export * from "./jobs/index.ts";
export { createClient } from "./runtime/client.ts";
export {
  dateTimeToDate,
  dateTimeToInstant,
  dateTimeToPlainDateTime,
  dateToDateTime,
  dateToPlainDate,
  decimalToNumber,
  decode,
  durationToTemporal,
  encode,
  fromJson,
  numberToDecimal,
  standardSchema,
  timeToPlainTime,
  toJson,
  type DecodeOptions,
  type JsonValue,
  type Limits,
  type Mode,
  type QName,
  type RootCodec,
  type StandardSchema,
  type Unexpected,
  type Unrecognized,
  type XmlElement,
} from "./runtime/codec/index.ts";
export * from "./runtime/errors.ts";
export { authorization, bearer } from "./runtime/interceptors.ts";
export type { RestClient } from "./runtime/rest/client-types.ts";
export type * from "./runtime/service.ts";
