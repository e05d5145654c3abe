/** The generated code as its users' compilers see it: three TypeScript versions, every strict flag, and tables that cannot lie. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const compilers = { "5.9": "typescript", "6": "typescript-6", "7": "typescript-7" } as const;

/** Every flag that a strict project may set. */
const strictest = {
  noEmit: true,
  target: "es2022",
  module: "nodenext",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedSideEffectImports: true,
  allowUnreachableCode: false,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: false,
};

let folder = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "generated-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a compiler over files; answers its complaints by file, relative to the folder of the configuration. */
async function complaints(compiler: string, name: string, files: readonly string[]): Promise<readonly string[]> {
  const config = join(folder, `tsconfig.${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: strictest, files }));
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  const output = await new Promise<string>((done, failed) => {
    execFile(
      process.execPath,
      [tsc, "-p", config, "--pretty", "false"],
      { cwd: folder, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number")
          failed(new Error(`tsc did not run: ${stderr}`, { cause: error }));
        else done(stdout);
      },
    );
  });
  return output.split("\n").filter((line) => line.includes("error TS"));
}

function modules(): string[] {
  return readdirSync(join(root, "generated"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
}

describe("generated code compiles with every strict flag", () => {
  for (const [version, compiler] of Object.entries(compilers)) {
    test(`TypeScript ${version}`, async () => {
      const files = modules().map((file) => join(root, "generated", file));
      expect(files.length).toBeGreaterThanOrEqual(6);
      expect(await complaints(compiler, `compat-${version}`, files)).toEqual([]);
    });
  }
});

/** One field's codec in a table: `el: "jobId", …, type: string }`. */
const codecOfField = /((?:\bel|\bat): "[^"]+",[^{}]*\btype: )([A-Za-z_$][\w$]*|\(\) => [A-Za-z_$][\w$]*)( \})/g;

interface Mutant {
  readonly file: string;
  readonly change: string;
  readonly text: string;
}

/** Copies of a module in each of which one field has another field's codec. */
function swaps(file: string): Mutant[] {
  const text = readFileSync(join(root, "generated", file), "utf8");
  const fields = [...text.matchAll(codecOfField)];
  const codecs = [...new Set(fields.map((field) => field[2] ?? ""))];
  return fields.flatMap((field, index) => {
    const [whole, before = "", codec = "", after = ""] = field;
    const other = codecs[(codecs.indexOf(codec) + 1 + (index % Math.max(1, codecs.length - 1))) % codecs.length];
    if (other === undefined || other === codec) return [];
    const at = field.index;
    return [
      {
        file,
        change: `${before}${codec} -> ${other}`,
        text: text.slice(0, at) + before + other + after + text.slice(at + whole.length),
      },
    ];
  });
}

describe("the compiler proves table against type", () => {
  test(
    "a codec swapped with another field's is a compile error, whichever field it is",
    { timeout: 300_000 },
    async () => {
      cpSync(join(root, "src", "runtime"), join(folder, "src", "runtime"), { recursive: true });
      const mutants = modules()
        .filter((file) => !file.includes("superoffice"))
        .flatMap(swaps);
      expect(mutants.length).toBeGreaterThan(100);
      const files = mutants.map((mutant, index) => {
        // As deep below the folder as generated/<vendor>/ is below the root, so that its imports hold.
        const path = join(folder, "mutants", String(index), "mutant.ts");
        mkdirSync(join(folder, "mutants", String(index)), { recursive: true });
        writeFileSync(path, mutant.text);
        return path;
      });
      const found = await complaints("typescript-7", "mutants", files);
      const survivors = mutants.filter((_, index) => !found.some((line) => line.startsWith(`mutants/${index}/`)));
      expect(survivors.map((mutant) => `${mutant.file}: ${mutant.change}`)).toEqual([]);
    },
  );
});
