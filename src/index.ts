/**
 * Strict types, codecs and clients for services whose contract is a WSDL, an XSD or an OpenAPI document, and one model for
 * bulk jobs. The vendors' facades are entries of their own (`specwire/ebay`, …), so that a bundle holds what it uses.
 */
export * from "./jobs/index.ts";
export * from "./runtime/index.ts";
