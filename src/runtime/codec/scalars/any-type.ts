import type { Codec } from "../table.ts";
import type { XmlElement } from "../values.ts";

/** xs:anyType: the element is kept as it stands (XSD part 1, 3.4.7). */
export const anyType: Codec<XmlElement> = { kind: "anyType" };
