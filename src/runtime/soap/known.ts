import { Automaton } from "../codec/automata.ts";
import { rootTable, tableOf, type ElementEntry, type StructTable, type TableRef } from "../codec/erased.ts";
import { planOf } from "../codec/plan.ts";

/** What an automaton of envelopes is made for. */
interface Known {
  readonly headers: TableRef | undefined;
  readonly namespace: string;
  readonly automaton: Automaton;
}

const known = new WeakMap<object, Known[]>();

/**
 * The automaton that reads envelopes with one element in the body: as a struct whose members are `headers` and `body`, which has one
 * member, `value`.
 *
 * @param namespace that of the envelope
 */
export function automatonOf(body: TableRef, headers: TableRef | undefined, namespace: string): Automaton {
  const root = rootTable(body);
  let all = known.get(root);
  if (all === undefined) known.set(root, (all = []));
  let one = all.find((other) => other.headers === headers && other.namespace === namespace);
  if (one === undefined) {
    one = { headers, namespace, automaton: new Automaton(planOf(envelopeTable(body, headers, namespace))) };
    all.push(one);
  }
  return one.automaton;
}

function envelopeTable(body: TableRef, headers: TableRef | undefined, namespace: string): StructTable {
  const root = rootTable(body);
  const rest = root.kind === "element" ? root : { type: root };
  const value: ElementEntry = { ...rest, el: root.name[1], ns: root.name[0], count: "1" };
  return structOf(namespace, "Envelope", {
    headers: { el: "Header", count: "?", type: structOf(namespace, "Header", entriesOf(headers)) },
    body: { el: "Body", count: "1", type: structOf(namespace, "Body", { value }) },
  });
}

/** Any of the header entries may be missing. */
function entriesOf(headers: TableRef | undefined): Record<string, ElementEntry> {
  const table = headers === undefined ? undefined : tableOf(headers);
  const entries: Record<string, ElementEntry> = {};
  if (table?.kind !== "struct") return entries;
  for (const [key, field] of Object.entries(table.fields)) {
    if ("el" in field) entries[key] = { ns: table.name[0], ...field, count: "?" };
  }
  return entries;
}

function structOf(namespace: string, name: string, fields: Record<string, ElementEntry>): StructTable {
  return { kind: "struct", name: [namespace, name], fields };
}
