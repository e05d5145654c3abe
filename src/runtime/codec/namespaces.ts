/** Namespace of the built-in types (XSD part 2, 3.1). */
export const XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema";

/** Namespace of xsi:type and xsi:nil (XSD part 1, 2.6). */
export const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

/** Namespace of xml:lang and its like (Namespaces in XML 1.0, 3). */
export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

/** Namespace of xop:Include (XOP 1.0, 2.1). */
export const XOP_NAMESPACE = "http://www.w3.org/2004/08/xop/include";
