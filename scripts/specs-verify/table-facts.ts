/** Facts of an operations table, in the words of `httpFacts`. */
import { parse } from "yaml";
import type { Facts } from "./facts.ts";

/** The members of an operations table that a WSDL's HTTP binding has too. */
interface Table {
  readonly servers: readonly { readonly url: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, Operation>>;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly request?: string;
  readonly response?: string;
}

/** What an operations table says that a WSDL's HTTP binding can say too. */
export function tableFacts(text: string): Facts {
  // The generator checks the table's form; here it is our own file and known to be good.
  const table = parse(text) as Table;
  const values = new Map<string, string>([
    ["address", table.servers[0]?.url ?? ""],
    ["content type", table.headers?.["Content-Type"] ?? ""],
  ]);
  for (const [name, operation] of Object.entries(table.operations)) {
    values.set(`operation ${name}`, operation.method);
    values.set(`operation ${name}/request`, operation.request ?? "");
    values.set(`operation ${name}/response`, operation.response ?? "");
    values.set("path", operation.path);
  }
  return { values, orders: new Map() };
}
