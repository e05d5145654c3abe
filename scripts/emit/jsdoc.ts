import { width } from "./literal.ts";

/** A documentation comment, or nothing: wrapped, and unable to end early. Tags come after the text. */
export function jsdoc(doc: string | undefined, indent: string, tags: readonly string[] = []): string {
  const text = (doc ?? "").replaceAll("*/", "*\\/");
  const lines = [
    ...(text === ""
      ? []
      : text
          .split("\n\n")
          .flatMap((paragraph, index) => [
            ...(index === 0 ? [] : [""]),
            ...wrap(paragraph, width - indent.length - 3),
          ])),
    ...tags,
  ];
  if (lines.length === 0) return "";
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && indent.length + only.length + 7 <= width)
    return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

function wrap(paragraph: string, length: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/)) {
    // An @ at the start of a line would be read as a tag.
    const safe = line === "" && word.startsWith("@") ? `\\${word}` : word;
    if (line !== "" && line.length + 1 + safe.length > length) {
      lines.push(line);
      line = word.startsWith("@") ? `\\${word}` : word;
    } else line = line === "" ? safe : `${line} ${safe}`;
  }
  return line === "" ? lines : [...lines, line];
}
