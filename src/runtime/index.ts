/**
 * What generated code imports: the types of tables and values, the built-in simple types, decoding and encoding, errors,
 * service descriptors and the client. Nothing here has an effect when it is imported, so bundlers keep what is used.
 */
export * from "./codec/index.ts";
export * from "./errors.ts";
export type * from "./service.ts";
