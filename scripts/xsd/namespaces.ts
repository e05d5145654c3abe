/** Namespaces that XML Schema itself knows. */

/** Namespace of XML Schema. */
export const xsdNamespace = "http://www.w3.org/2001/XMLSchema";
/** Namespace of xml:lang, xml:space, xml:base and xml:id. */
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
/** Namespace of xsi:type, xsi:nil and the like, which messages use. */
export const xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";
