/**
 * Whether a text is a value of one value space by two types, so that comparing by value means something: a type made by restriction
 * has some of the values of its base type and none of its own (XSD part 2, 2.2 and 4.1.2.1).
 */
import { primitiveOf } from "../../scripts/xsd/builtins.ts";
import type { SimpleType } from "../../scripts/xsd/components.ts";
import { expectedOf } from "../../scripts/xsd/values.ts";

/**
 * Whether a text has the same kind of value by both types. A union's is that of the first member that takes the text (2.5.1.3).
 * xs:anySimpleType has no values of any other type: a text without a type is not the same as one that has one.
 */
export function isOneSpace(one: SimpleType, other: SimpleType, text: string): boolean {
  if (one === other) return true;
  const [left, right] = [spaceOf(one, text), spaceOf(other, text)];
  return left !== undefined && left === right;
}

/** Name of a value space: that of a primitive type, with `list of` before it, or `list` where it is empty; undefined where it depends on each item. */
function spaceOf(type: SimpleType, text: string): string | undefined {
  const { variety } = type;
  switch (variety.kind) {
    case "restriction":
      return spaceOf(variety.base, text);
    case "builtin":
      return primitiveOf(variety.builtin);
    case "union": {
      const member = variety.members.find((candidate) => expectedOf(candidate, text) === undefined);
      return member === undefined ? undefined : spaceOf(member, text);
    }
    case "list": {
      const [item, ...others] = new Set(itemsOf(text).map((part) => spaceOf(variety.item, part)));
      if (others.length > 0) return undefined;
      return item === undefined ? "list" : `list of ${item}`;
    }
  }
}

function itemsOf(text: string): readonly string[] {
  return text.split(/[ \t\r\n]+/).filter((part) => part !== "");
}
