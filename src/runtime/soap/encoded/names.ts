/** Namespace of SOAP's encoding (SOAP 1.1, 5). */
export const ENCODING_NAMESPACE = "http://schemas.xmlsoap.org/soap/encoding/";
/** Namespace of SOAP 1.2's encoding (part 2, 3). */
export const ENCODING_12_NAMESPACE = "http://www.w3.org/2003/05/soap-encoding";

/** Whether a namespace is that of SOAP's encoding. */
export function isEncoding(namespace: string): boolean {
  return namespace === ENCODING_NAMESPACE || namespace === ENCODING_12_NAMESPACE;
}
