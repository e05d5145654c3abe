/** Namespace of SOAP 1.1 envelopes. */
export const SOAP_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
/** Namespace of SOAP 1.2 envelopes, which are refused by name. */
export const SOAP_12_NAMESPACE = "http://www.w3.org/2003/05/soap-envelope";
