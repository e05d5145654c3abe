/** `source.json` of a vendor's folder: where a contract is from, and how it is meant to differ. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Exception } from "./compare.ts";

interface Source {
  readonly contract: string;
  readonly exceptions?: readonly Exception[];
}

/** The differences from the vendor's own contract that are listed for a contract, a path below `specs`. */
export function exceptionsOf(specs: string, contract: string): readonly Exception[] {
  const file = join(specs, dirname(contract), "source.json");
  // Our own file; a contract that it does not name is found below.
  const sources = JSON.parse(readFileSync(file, "utf8")) as readonly Source[];
  const source = sources.find((one) => join(dirname(contract), one.contract) === contract);
  if (source === undefined) throw new Error(`${file} does not name ${contract}`);
  return source.exceptions ?? [];
}
