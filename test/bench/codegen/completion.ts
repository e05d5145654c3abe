/** How long an editor takes for a completion in a file that imports generated code: `<file>`, printed as JSON. */
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import typescript from "typescript";

/** Milliseconds of the first completion, with all that has to be read for it, and of one after a key stroke. */
export interface Completion {
  readonly first: number;
  readonly next: number;
  readonly entries: number;
}

const [file = ""] = process.argv.slice(2);
let text = readFileSync(file, "utf8");
let version = 0;
const service = typescript.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    types: [],
  }),
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "0"),
  getScriptSnapshot: (name) => {
    if (name === file) return typescript.ScriptSnapshot.fromString(text);
    return existsSync(name) ? typescript.ScriptSnapshot.fromString(readFileSync(name, "utf8")) : undefined;
  },
  getCurrentDirectory: () => dirname(file),
  getDefaultLibFileName: (options) => typescript.getDefaultLibFilePath(options),
  fileExists: typescript.sys.fileExists,
  readFile: typescript.sys.readFile,
});

function complete(): { readonly time: number; readonly entries: number } {
  const started = performance.now();
  const found = service.getCompletionsAtPosition(file, text.lastIndexOf("/*here*/"), {});
  return { time: performance.now() - started, entries: found?.entries.length ?? 0 };
}

const first = complete();
text = text.replace("/*here*/", " /*here*/");
version += 1;
const next = complete();
const completion: Completion = { first: first.time, next: next.time, entries: next.entries };
process.stdout.write(`${JSON.stringify(completion)}\n`);
