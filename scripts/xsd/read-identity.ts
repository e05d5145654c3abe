/** Identity constraints to syntax (part 1, 3.11.2). */
import { attribute, type XmlNode } from "../source/document.ts";
import { PathError, readPaths } from "./identity-paths.ts";
import { childrenOf, documented, type Reading } from "./reading.ts";
import type { IdentitySyntax } from "./syntax.ts";
import type { KeyPath } from "../../src/runtime/codec/identity-table.ts";

const kinds = ["unique", "key", "keyref"] as const;

/** Reads the constraints of an element. One that cannot be read is left out: that was reported. */
export function readIdentity(reading: Reading, node: XmlNode): readonly IdentitySyntax[] {
  return childrenOf(node, ...kinds).flatMap((child) => {
    const kind = kinds.find((name) => name === child.localName);
    return kind === undefined ? [] : (readConstraint(reading, child, kind) ?? []);
  });
}

function readConstraint(reading: Reading, node: XmlNode, kind: IdentitySyntax["kind"]): IdentitySyntax | undefined {
  reading.check(node, kind);
  const [selector] = childrenOf(node, "selector").map((child) => readXPath(reading, child, false));
  const fields = childrenOf(node, "field").map((child) => readXPath(reading, child, true));
  const refer = kind === "keyref" ? reading.nameIn(node, "refer") : undefined;
  const name = reading.ownName(node);
  const read = fields.filter((field) => field !== undefined);
  if (selector === undefined || read.length < fields.length || read.length === 0) return undefined;
  if (name[1] === "" || (kind === "keyref" && refer === undefined)) return undefined;
  return { kind, name, selector, fields: read, ...(refer === undefined ? {} : { refer }), ...documented(node) };
}

function readXPath(reading: Reading, node: XmlNode, field: boolean): readonly KeyPath[] | undefined {
  reading.check(node, "path");
  const text = attribute(node, "xpath");
  if (text === undefined) return undefined;
  try {
    return readPaths(text, field, (prefix) => node.namespaceOf(prefix));
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const code = field ? "c-fields-xpaths" : "c-selector-xpath";
    const message = `${JSON.stringify(text)} is no path of a ${node.localName}: ${error.message}; the constraint is not checked`;
    reading.report(code, node, message);
    return undefined;
  }
}
