/** A WSDL and the documents that it imports. */
import type { Diagnostics } from "../diagnostics.ts";
import type { SourceDocument } from "../source/document.ts";
import type { Loader } from "../source/load.ts";
import { xsdNamespace } from "../xsd/namespaces.ts";
import type { SchemaSyntax } from "../xsd/syntax.ts";
import { readWsdl } from "./read.ts";
import { wsdlNamespace } from "./reading.ts";
import type { WsdlSyntax } from "./syntax.ts";

/** Everything that one WSDL says, in the order in which it was met. */
export interface LoadedWsdl {
  readonly documents: readonly WsdlSyntax[];
  readonly schemas: readonly SchemaSyntax[];
}

/** Follows wsdl:import (WSDL 1.1, 2.1.1), which also imports schemas, from the entry document on. */
export async function loadWsdl(
  entry: SourceDocument,
  entryUrl: string,
  loader: Loader,
  diagnostics: Diagnostics,
): Promise<LoadedWsdl> {
  const documents: WsdlSyntax[] = [];
  const schemas: SchemaSyntax[] = [];
  const queue = [{ document: entry, url: entryUrl }];
  const seen = new Set([entryUrl]);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { document, url } = next;
    schemas.push(...(await loader.schemas(document, url)));
    if (document.root.namespace !== wsdlNamespace) continue;
    const wsdl = readWsdl(document.root, diagnostics);
    documents.push(wsdl);
    const located = wsdl.imports.map(({ namespace, location }) => location ?? loader.listed(namespace));
    loader.ahead(located.flatMap((location) => (location === undefined ? [] : (loader.locate(location, url) ?? []))));
    for (const { namespace, location: written, at } of wsdl.imports) {
      // An import may only name a namespace; what is missing then is reported where it is referred to.
      const location = written ?? loader.listed(namespace);
      if (location === undefined) continue;
      const target = loader.locate(location, url);
      if (target === undefined) diagnostics.report("source.missing", at, `${location} is not an address`);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const imported = await loader.document(target, at);
      if (imported === undefined) continue;
      if (isContract(imported)) queue.push({ document: imported, url: target });
      else
        diagnostics.report(
          "source.format",
          imported.root.at,
          `a WSDL or a schema is expected, not ${imported.root.localName}`,
        );
    }
  }
  return { documents, schemas };
}

function isContract({ root }: SourceDocument): boolean {
  return (
    (root.namespace === wsdlNamespace && root.localName === "definitions") ||
    (root.namespace === xsdNamespace && root.localName === "schema")
  );
}
