/** Finds the package's own folder, from the source as well as from the build. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Path of a file that the package ships, such as a spec. Throws where the package's folder cannot be found. */
export function packagedFile(...segments: readonly string[]): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), ...segments);
}

/** The nearest folder upwards whose package.json is specwire's. */
function packageRoot(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest)) {
    const parsed: unknown = JSON.parse(readFileSync(manifest, "utf8"));
    if (typeof parsed === "object" && parsed !== null && "name" in parsed && parsed.name === "specwire") return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The folder of the package specwire was not found above the sandbox's module");
  return packageRoot(parent);
}
