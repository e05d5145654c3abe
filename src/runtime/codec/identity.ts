import type { Decoding } from "./decoding.ts";
import { excerpt } from "./labels.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { trimSpace } from "./scalars/whitespace.ts";
import type { Simple } from "./simple.ts";
import { readyConstraints, type ReadyConstraint, type ReadyConstraints } from "./identity-paths.ts";
import type { KeyConstraint, KeyPath, KeyStep } from "./identity-table.ts";
import { NodeTable, type Entry } from "./node-table.ts";
import type { Name } from "./table.ts";
import { comparable } from "./value-key.ts";

/** Elements that are followed at once where fields look at all that is in them: each element would be compared with all of these. */
const mostSelected = 4096;

/** A part of a key: what it is compared by, and its text. */
interface Part {
  readonly key: string;
  readonly text: string;
}

/** An element that a selector has found, and the parts of its key that have been met. */
interface Selected {
  readonly scope: Scope;
  readonly depth: number;
  readonly offset: number;
  /** By field: what values are compared by, and their text; undefined where nothing was found yet. */
  readonly parts: (Part | undefined)[];
  /** Fields that have found an element or an attribute. */
  readonly found: boolean[];
}

/** A constraint of an open element. */
interface Scope {
  readonly constraint: KeyConstraint;
  readonly ready: ReadyConstraint;
  readonly entries: Map<string, Entry>;
  readonly references: { readonly key: string; readonly entry: Entry }[];
}

/** The constraints of one open element. */
interface Open {
  readonly ready: ReadyConstraints;
  readonly depth: number;
  readonly scopes: readonly Scope[];
}

interface Frame {
  readonly name: Name;
  readonly scopes: readonly Scope[];
  /** Elements that have been selected here, once for each constraint. */
  readonly selected: Selected[];
  /** Parts of keys that are the value of this element. */
  readonly awaited: { readonly selected: Selected; readonly field: number; valued: boolean }[];
  readonly nillable: boolean;
  /** Tables of the keys of descendants, by the name of the key. */
  readonly below: Map<string, NodeTable>;
}

/**
 * Identity constraints while a document is read (XSD part 1, 3.11.4): follows the open elements and the values of their attributes
 * and texts. It is there only while an element with constraints is open.
 */
export class IdentityTracker {
  #context: Decoding | undefined;
  readonly #frames: Frame[] = [];
  readonly #open: Open[] = [];
  /** How many open constraints refer to a key, by its name. */
  readonly #referred = new Map<string, number>();
  readonly #selected: Selected[] = [];
  /** Levels down that a field of a constraint that was met can be. */
  #reach = 0;

  /** An element begins. */
  enter(
    context: Decoding,
    namespace: string,
    local: string,
    keys: readonly KeyConstraint[] = [],
    nillable = false,
  ): void {
    this.#context = context;
    const depth = this.#frames.length;
    const open = keys.length === 0 ? undefined : this.#openAt(depth, keys);
    const frame: Frame = {
      name: [namespace, local],
      scopes: open?.scopes ?? [],
      selected: [],
      awaited: [],
      nillable,
      below: new Map(),
    };
    this.#frames.push(frame);
    for (const { ready, depth: from, scopes } of this.#open) {
      ready.selectors.each(local, ({ of, path }) => {
        const scope = scopes[of];
        if (scope === undefined || !this.#leads(path, from)) return;
        if (!frame.selected.some((one) => one.scope === scope)) this.#select(scope, depth, frame);
      });
    }
    this.#expect(frame);
    const { reader } = context;
    for (let i = 0; i < reader.attributeCount; i++) {
      // Those of xsi are attributes like others (3.2.7), though no type declares them.
      if (reader.attributeNamespace(i) !== XSI_NAMESPACE) continue;
      const text = trimSpace(reader.attributeValue(i));
      this.#attribute([XSI_NAMESPACE, reader.attributeLocalName(i)], { key: `xsi:${text}`, text });
    }
  }

  #openAt(depth: number, keys: readonly KeyConstraint[]): Open {
    const ready = readyConstraints(keys);
    const scopes = ready.constraints.map((one): Scope => ({
      constraint: one.constraint,
      ready: one,
      entries: new Map(),
      references: [],
    }));
    const open = { ready, depth, scopes };
    this.#open.push(open);
    this.#reach = Math.max(this.#reach, ready.reach);
    for (const name of ready.refers) this.#refer(name, 1);
    return open;
  }

  #refer(name: Name, more: number): void {
    const key = nameKey(name);
    this.#referred.set(key, (this.#referred.get(key) ?? 0) + more);
  }

  #select(scope: Scope, depth: number, frame: Frame): void {
    const count = scope.constraint.fields.length;
    const offset = this.#context?.reader.offset ?? 0;
    const selected = { scope, depth, offset, parts: Array(count).fill(undefined), found: Array(count).fill(false) };
    frame.selected.push(selected);
    this.#selected.push(selected);
    if (this.#reach < Infinity || this.#selected.length <= mostSelected) return;
    const message = `identity constraints follow more than ${mostSelected} elements at once`;
    this.#context?.fail("xml.limit", message, `at most ${mostSelected}`, `${this.#selected.length}`);
  }

  /** Elements that fields find. */
  #expect(frame: Frame): void {
    this.#eachField("elements", frame.name[1], (selected, field) => {
      if (frame.awaited.some((one) => one.selected === selected && one.field === field)) return;
      this.#find(selected, field);
      frame.awaited.push({ selected, field, valued: false });
    });
  }

  /** An attribute of the element that has begun last has a value. */
  attribute(namespace: string, local: string, simple: Simple, value: unknown): void {
    if (this.#selected.length > 0) this.#attribute([namespace, local], partOf(simple, value));
  }

  #attribute(name: Name, part: Part): void {
    const met = new Map<Selected, Set<number>>();
    this.#eachField("attributes", name[1], (selected, field, path) => {
      if (path.attribute === undefined || !isNamed(path.attribute, name)) return;
      const fields = met.get(selected) ?? new Set();
      if (fields.has(field)) return;
      met.set(selected, fields.add(field));
      this.#find(selected, field);
      selected.parts[field] = part;
    });
  }

  /** The element that has begun last has a simple value. */
  text(simple: Simple, value: unknown): void {
    for (const one of this.#frames.at(-1)?.awaited ?? []) {
      one.valued = true;
      const { constraint } = one.selected.scope;
      if (constraint.kind === "key" && this.#frames.at(-1)?.nillable === true) {
        this.#fail(constraint, "a part of a key is not nillable", "an element that cannot be nil", "a nillable one");
      }
      one.selected.parts[one.field] = partOf(simple, value);
    }
  }

  /** The element that has begun last is nil. */
  nil(): void {
    for (const one of this.#frames.at(-1)?.awaited ?? []) one.valued = true;
  }

  /** The element that has begun last ends. Answers whether no element is open any more. */
  leave(context: Decoding): boolean {
    this.#context = context;
    const frame = this.#frames.at(-1);
    if (frame === undefined) return true;
    for (const { selected, valued } of frame.awaited) {
      if (valued) continue;
      this.#fail(
        selected.scope.constraint,
        "a part of a key is a simple value",
        "an element of a simple type",
        "another",
      );
    }
    for (const selected of frame.selected) this.#complete(selected);
    this.#selected.length -= frame.selected.length;
    for (const { constraint, entries } of frame.scopes) {
      if (constraint.kind !== "keyref") tableNamed(frame.below, nameKey(constraint.name)).override(entries);
    }
    for (const scope of frame.scopes) this.#checkReferences(scope, frame.below);
    if (frame.scopes.length > 0) for (const name of this.#open.pop()?.ready.refers ?? []) this.#refer(name, -1);
    this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (parent === undefined) return true;
    for (const [name, table] of frame.below) {
      // Keys go up as far as something there refers to them.
      if ((this.#referred.get(name) ?? 0) > 0) tableNamed(parent.below, name).merge(table);
    }
    return false;
  }

  #eachField(
    kind: "elements" | "attributes",
    local: string,
    visit: (selected: Selected, field: number, path: KeyPath) => void,
  ): void {
    // Elements further out than fields reach are passed over: there may be many.
    const outermost = this.#frames.length - 1 - this.#reach;
    for (let i = this.#selected.length - 1; i >= 0; i--) {
      const selected = this.#selected[i];
      if (selected === undefined || selected.depth < outermost) return;
      selected.scope.ready[kind].each(local, ({ of, path }) => {
        if (this.#leads(path, selected.depth)) visit(selected, of, path);
      });
    }
  }

  /** Whether the steps of a path lead from an open element to the one that has begun last. */
  #leads({ anywhere, steps }: KeyPath, from: number): boolean {
    const length = this.#frames.length - 1 - from;
    if (anywhere === true ? length < steps.length : length !== steps.length) return false;
    const first = this.#frames.length - steps.length;
    return steps.every((step, i) => {
      const name = this.#frames[first + i]?.name;
      return name !== undefined && isNamed(step, name);
    });
  }

  #find(selected: Selected, field: number): void {
    if (selected.found[field] === true) {
      this.#fail(selected.scope.constraint, "a field finds one value", "one element or attribute", "several");
    }
    selected.found[field] = true;
  }

  #complete({ scope, parts, offset }: Selected): void {
    const { constraint } = scope;
    const present = parts.filter((part) => part !== undefined);
    if (present.length < parts.length) {
      if (constraint.kind === "key")
        this.#fail(constraint, "all parts are there", "a value for each field", "none", offset);
      return;
    }
    const key = JSON.stringify(present.map((part) => part.key));
    const text = present.map((part) => part.text).join(", ");
    if (constraint.kind === "keyref") {
      scope.references.push({ key, entry: { offset, text } });
    } else {
      if (scope.entries.has(key)) this.#fail(constraint, "no two are equal", "another value", excerpt(text), offset);
      scope.entries.set(key, { offset, text });
    }
  }

  #checkReferences({ constraint, references }: Scope, below: ReadonlyMap<string, NodeTable>): void {
    const { refer } = constraint;
    if (refer === undefined) return;
    const table = below.get(nameKey(refer));
    for (const { key, entry } of references) {
      if (table?.has(key) === true) continue;
      this.#fail(constraint, `it refers to ${refer[1]}`, `a value of ${refer[1]}`, excerpt(entry.text), entry.offset);
    }
  }

  #fail(constraint: KeyConstraint, rule: string, expected: string, received: string, offset?: number): never {
    const message = `The ${constraint.kind} ${constraint.name[1]} does not hold: ${rule}`;
    if (this.#context === undefined) throw new TypeError(message);
    return this.#context.fail("xml.invalid", message, expected, received, offset);
  }
}

function partOf(simple: Simple, value: unknown): Part {
  return { key: comparable(simple, value), text: simple.write(value, { prefixOf: () => "" }) ?? "" };
}

function isNamed(test: KeyStep, [namespace, local]: Name): boolean {
  return test === "*" || (test[0] === namespace && (test[1] === "*" || test[1] === local));
}

function nameKey([namespace, local]: Name): string {
  return `{${namespace}}${local}`;
}

function tableNamed(tables: Map<string, NodeTable>, name: string): NodeTable {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const table = new NodeTable();
  tables.set(name, table);
  return table;
}
