/** Holds the direction of imports that ARCHITECTURE.md promises. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** All TypeScript files below a folder, relative to the root. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** What a file imports: paths relative to the root, or package names. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return specifiers.map((specifier) =>
    specifier.startsWith(".") ? relative(root, resolve(root, dirname(file), specifier)) : specifier,
  );
}

function violations(folder: string, allowed: (imported: string) => boolean, except: RegExp = /^$/): string[] {
  return filesBelow(folder)
    .filter((file) => !except.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => !allowed(imported))
        .map((imported) => `${file} imports ${imported}`),
    );
}

describe("imports run one way", () => {
  test("the runtime imports only itself, and openapi-fetch in rest/", () => {
    expect(filesBelow("src/runtime").length).toBeGreaterThan(10);
    expect(
      violations("src/runtime", (imported) => imported.startsWith("src/runtime/"), /^src\/runtime\/rest\//),
    ).toEqual([]);
    expect(
      violations("src/runtime/rest", (imported) => imported.startsWith("src/runtime/") || imported === "openapi-fetch"),
    ).toEqual([]);
  });

  test("generated code imports only the runtime", () => {
    expect(filesBelow("generated").length).toBeGreaterThanOrEqual(6);
    expect(violations("generated", (imported) => imported === "src/runtime/index.ts")).toEqual([]);
  });

  test("jobs and facades import no Node built-in, no script, no sandbox and no package but the optional ones for CSV and ZIP", () => {
    const library = (imported: string): boolean =>
      /^(src\/(?!sandbox\/)|generated\/)/.test(imported) || imported === "papaparse" || imported === "@zip.js/zip.js";
    expect(violations("src", library, /^src\/(sandbox|runtime\/rest)\//)).toEqual([]);
  });

  test("the runtime knows no job and no vendor", () => {
    expect(violations("src/runtime", (imported) => !/^(src\/jobs|generated|scripts)\b/.test(imported))).toEqual([]);
    expect(violations("src/jobs", (imported) => !/^(generated|scripts)\b/.test(imported))).toEqual([]);
  });

  test("the sandbox is built apart from codecs, clients and generated code", () => {
    const files = filesBelow("src/sandbox");
    expect(files.length).toBeGreaterThan(4);
    const typeOnly = (file: string, imported: string): boolean =>
      readFileSync(join(root, file), "utf8").includes(`import type`) && imported === "src/jobs/model.ts";
    const found = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => /^(src\/(?!sandbox\/)|generated\/|scripts\/)/.test(imported) && !typeOnly(file, imported))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(found).toEqual([]);
  });
});

describe("the style that is promised", () => {
  test("no any, no double assertion, no suppression in handwritten code", () => {
    const pattern = /(: any\b|<any>|as any\b|as unknown as|@ts-ignore|@ts-nocheck)/;
    const found = [...filesBelow("src"), ...filesBelow("scripts")].flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
