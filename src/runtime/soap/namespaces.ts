/** Namespace of SOAP 1.1 envelopes. */
export const SOAP_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
/** Namespace of SOAP 1.2 envelopes. */
export const SOAP_12_NAMESPACE = "http://www.w3.org/2003/05/soap-envelope";

/** Versions of SOAP that are spoken. */
export type SoapVersion = "1.1" | "1.2";

/** Namespace of a version's envelopes: it is what tells versions apart (SOAP 1.1, 4.1.2; SOAP 1.2 part 1, 2.8). */
export function envelopeNamespace(version: SoapVersion): string {
  return version === "1.2" ? SOAP_12_NAMESPACE : SOAP_NAMESPACE;
}

/** Whether a namespace is that of some version's envelopes. */
export function isEnvelopeNamespace(namespace: string): boolean {
  return namespace === SOAP_NAMESPACE || namespace === SOAP_12_NAMESPACE;
}
