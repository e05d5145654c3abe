/**
 * Names of XML 1.0 (fifth edition, 2.3) and Namespaces in XML (3). The patterns are spelled out once for each kind,
 * because a pattern that is assembled at run time cannot be dropped by a bundler.
 */

const NMTOKEN =
  /^[-.:\w\u{B7}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{203F}\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]+$/u;
const NAME_START =
  /^[:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]/u;

/** Whether a text is an Nmtoken: one or more name characters. */
export function isNmtoken(text: string): boolean {
  return NMTOKEN.test(text);
}

/** Whether a text is a Name. */
export function isName(text: string): boolean {
  return NAME_START.test(text) && NMTOKEN.test(text);
}

/** Whether a text is an NCName: a Name without a colon. */
export function isNCName(text: string): boolean {
  return !text.includes(":") && isName(text);
}
