import { width } from "./literal.ts";

/**
 * A documentation comment, or nothing: wrapped, and unable to end early. `@deprecated` in the contract's words stays a tag, behind
 * the text; other words with an @ are words.
 */
export function jsdoc(doc: string | undefined, indent: string): string {
  const paragraphs = (doc ?? "").replaceAll("*/", "*\\/").split("\n\n");
  const texts: string[] = [];
  const tags: string[] = [];
  for (const paragraph of paragraphs) {
    const [, text = "", tag] = /^(.*?)(?:(?:^|\s+)@deprecated\b[:.]?\s*(.*))?$/s.exec(paragraph) ?? [];
    if (text !== "") texts.push(text);
    if (tag !== undefined) tags.push(`@deprecated ${tag}`.trim());
  }
  const length = width - indent.length - 3;
  const lines = [
    ...texts.flatMap((text, index) => [...(index === 0 ? [] : [""]), ...wrap(text, length)]),
    ...tags.flatMap((tag) => wrap(tag, length, "tag")),
  ];
  const [only] = lines;
  if (only === undefined) return "";
  if (lines.length === 1 && indent.length + only.length + 7 <= width) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

/** Lines of a paragraph. An @ at the start of a line would be read as a tag: only the tag itself is one. */
function wrap(paragraph: string, length: number, kind: "text" | "tag" = "text"): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length <= length) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    const isTag = kind === "tag" && lines.length === 0 && line === "";
    line = word.startsWith("@") && !isTag ? `\\${word}` : word;
  }
  return line === "" ? lines : [...lines, line];
}
