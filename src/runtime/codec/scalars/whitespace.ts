import { isSpace } from "../../xml/characters.ts";
import type { WhiteSpace } from "../table.ts";

/** Applies the white space facet to a lexical value (XSD part 2, 4.3.6). */
export function applySpace(text: string, space: WhiteSpace): string {
  if (space === "preserve") return text;
  if (space === "replace") return isReplaced(text) ? text : text.replace(/[\t\n\r]/g, " ");
  return isCollapsed(text) ? text : collapse(text);
}

/** Removes leading and trailing XML white space, and nothing else. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Whether a text consists of XML white space alone. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** Whether white space processing of the kind `replace` would leave a text as it is. */
export function isReplaced(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 9 || code === 10 || code === 13) return false;
  }
  return true;
}

/** Whether white space processing of the kind `collapse` would leave a text as it is. */
export function isCollapsed(text: string): boolean {
  let afterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32) {
      afterSpace = false;
    } else if (code === 32 && !afterSpace) {
      afterSpace = true;
    } else if (isSpace(code)) {
      return false;
    }
  }
  return !afterSpace || text.length === 0;
}

function collapse(text: string): string {
  return trimSpace(text).replace(/[ \t\n\r]+/g, " ");
}
