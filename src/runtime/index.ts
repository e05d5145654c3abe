/**
 * What generated code imports: the types of tables and values, the built-in simple types, decoding and encoding, errors,
 * service descriptors and the client. Nothing here has an effect when it is imported, so bundlers keep what is used.
 */
export * from "./codec/index.ts";
export * from "./errors.ts";
export * from "./service.ts";
export { createClient } from "./client.ts";
export { authorization, bearer } from "./interceptors.ts";
export { xml } from "./plain/protocol.ts";
export { rest } from "./rest/protocol.ts";
export type { RestCallOptions, RestClient, RestMethod, RestRequest, RestResult } from "./rest/client-types.ts";
export {
  decodeEnvelope,
  encodeEnvelope,
  requestOf,
  responseOf,
  type Envelope,
  type EnvelopeCodec,
  type EnvelopeOptions,
} from "./soap/envelope.ts";
export { streamEnvelope, type EnvelopeStreamOptions } from "./soap/stream.ts";
export { section5, type SoapEncoding } from "./soap/encoded/section5.ts";
export { multipart, type Attachment, type AttachmentParts, type SoapAttachments } from "./soap/attachments.ts";
export { soap, soap12 } from "./soap/protocol.ts";
