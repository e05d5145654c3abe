/** Loads the packages that only the sandbox needs: optional peers, so that nobody else has to install them. */
import type * as FastXmlParser from "fast-xml-parser";
import type * as Soap from "soap";

/** The packages, loaded. */
export interface Packages {
  readonly soap: typeof Soap;
  readonly xml: typeof FastXmlParser;
}

/** Loads both; rejects with what to install where one is missing. */
export async function loadPackages(): Promise<Packages> {
  const [soap, xml] = await Promise.all([
    load("soap", () => import("soap")),
    load("fast-xml-parser", () => import("fast-xml-parser")),
  ]);
  return { soap, xml };
}

async function load<T>(name: string, importer: () => Promise<T>): Promise<T> {
  try {
    return await importer();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code !== "ERR_MODULE_NOT_FOUND" || !String(cause).includes(`'${name}'`)) throw cause;
    const advice = "npm install --save-dev soap fast-xml-parser";
    throw new Error(`The sandbox needs the package ${name}, which is not installed: ${advice}`, { cause });
  }
}
