import type { Codec } from "../table.ts";
import type { AnySimpleText, XmlElement } from "../values.ts";

/** xs:anyType: the element is kept as it stands (XSD part 1, 3.4.7). */
export const anyType: Codec<XmlElement> = { kind: "anyType" };

/** An element of xs:anySimpleType, which xsi:type may give any simple type (XSD part 1, 3.14.7 and 2.6.1). */
export const anySimpleText: Codec<AnySimpleText> = { kind: "anySimpleText" };
