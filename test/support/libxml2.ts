/** libxml2 as a judge: validates messages against an XSD, or against the schemas inside a WSDL. */
import { readFileSync } from "node:fs";
import { parseXmlDocument, serializeToWellFormedString } from "slimdom";
import * as judges from "../../scripts/specs-verify/judge.ts";

/** Answers what libxml2 finds wrong with a message; nothing where it is valid. */
export type Judge = judges.Judge;

/** A judge by the schemas of a document: an XSD file, or the types section of a WSDL. */
export function judgeBy(path: string): Judge {
  return judges.judgeBy(readFileSync(path, "utf8"));
}

/** The single element in the body of a SOAP envelope, as a document of its own. */
export function bodyOf(envelope: string): string {
  const root = parseXmlDocument(envelope).documentElement;
  const body = root?.children.find((child) => child.localName === "Body");
  const [entry] = body?.children ?? [];
  if (entry === undefined) throw new Error("the envelope has no body entry");
  return serializeToWellFormedString(entry);
}

/** The entries of a SOAP header, each as a document of its own. */
export function headersOf(envelope: string): readonly string[] {
  const root = parseXmlDocument(envelope).documentElement;
  const header = root?.children.find((child) => child.localName === "Header");
  return (header?.children ?? []).map((entry) => serializeToWellFormedString(entry));
}
