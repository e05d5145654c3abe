import type { Scalar } from "../table.ts";

/** xs:boolean: `true`, `false`, `1` or `0` (XSD part 2, 3.2.2). */
export const boolean: Scalar<boolean> = {
  kind: "scalar",
  name: "boolean",
  space: "collapse",
  read: (text) => {
    if (text === "true" || text === "1") return true;
    return text === "false" || text === "0" ? false : undefined;
  },
  write: (value) => (typeof value === "boolean" ? String(value) : undefined),
};
