/** Inputs on disk: made once, read by every process that measures, so that what making them takes is in no process's memory. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Gives the documents of a name: from where they are kept, or made. */
export type Stored = (name: string, make: () => readonly Uint8Array[]) => readonly Uint8Array[];

/** Makes them every time. */
export const unstored: Stored = (_, make) => make();

/** Keeps them in a folder. */
export function storedIn(folder: string): Stored {
  return (name, make) => {
    const place = join(folder, name);
    if (!existsSync(place)) {
      mkdirSync(place);
      for (const [index, bytes] of make().entries()) writeFileSync(join(place, fileName(index)), bytes);
    }
    return readdirSync(place)
      .toSorted()
      .map((file) => new Uint8Array(readFileSync(join(place, file))));
  };
}

function fileName(index: number): string {
  return `${String(index).padStart(4, "0")}.bin`;
}
