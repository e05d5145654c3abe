/** Looks for the type `any` in code, which a strict compiler lets pass where it is written. */
import ts from "typescript";

/** Place of the first type `any` in a module; undefined where there is none. */
export function anyIn(code: string): string | undefined {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, code);
  let before: ts.SyntaxKind = ts.SyntaxKind.Unknown;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken;) {
    // Generated code divides nothing: a slash begins a regular expression.
    if (token === ts.SyntaxKind.SlashToken || token === ts.SyntaxKind.SlashEqualsToken) scanner.reScanSlashToken();
    const at = scanner.getTokenStart();
    const next = scanner.scan();
    if (token === ts.SyntaxKind.AnyKeyword && before !== ts.SyntaxKind.DotToken && !names.has(next)) {
      return `any at line ${code.slice(0, at).split("\n").length}`;
    }
    before = token;
    token = next;
  }
  return undefined;
}

/** What follows a member that is called `any`. */
const names: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.ColonToken, ts.SyntaxKind.QuestionToken]);
