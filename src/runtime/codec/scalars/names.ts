/** Names of XML 1.0 (fifth edition, 2.3) and Namespaces in XML (3). */
import { continuesName, startsName } from "../../xml/characters.ts";

/** Whether a text is an Nmtoken: one or more name characters. */
export function isNmtoken(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (!continuesName(code)) return false;
    if (code > 0xffff) i++;
  }
  return text !== "";
}

/** Whether a text is a Name. */
export function isName(text: string): boolean {
  return text !== "" && startsName(text.codePointAt(0) ?? 0) && isNmtoken(text);
}

/** Whether a text is an NCName: a Name without a colon. */
export function isNCName(text: string): boolean {
  return !text.includes(":") && isName(text);
}
