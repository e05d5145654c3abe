/**
 * Builds the published package into `dist/`: the library module by module (so that bundlers drop what is not used), the
 * command line as one bundle (so that its own dependencies are not the user's).
 */
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Loaded from the user's own installation: the package itself, and what is needed for some commands only. */
const external = ["soap", "fast-xml-parser", "openapi-typescript", "typescript"];

rmSync(join(root, "dist"), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, "node_modules/typescript-7/bin/tsc"), "-p", join(root, "tsconfig.build.json")],
  {
    stdio: "inherit",
  },
);
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["scripts/cli.ts"],
  outfile: "dist/cli.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  external,
  // Bundled CommonJS dependencies still call require for Node's own modules.
  banner: {
    js: 'import { createRequire as specwireRequire } from "node:module"; const require = specwireRequire(import.meta.url);',
  },
  logLevel: "warning",
  metafile: true,
});
chmodSync(join(root, "dist/cli.js"), 0o755);
writeFileSync(join(root, "dist/THIRD_PARTY_LICENSES.txt"), licences(metafile));

/** The licences of the packages that the bundle holds. */
function licences(bundle: Metafile): string {
  const packages = new Set<string>();
  for (const input of Object.keys(bundle.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) packages.add(match[1]);
  }
  return [...packages]
    .sort()
    .map((folder) => `${nameOf(folder)}\n${"-".repeat(nameOf(folder).length)}\n${licenceOf(join(root, folder))}`)
    .join("\n\n");
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} ships without a licence text: it cannot be bundled`);
  return readFileSync(join(folder, file), "utf8").trim();
}
