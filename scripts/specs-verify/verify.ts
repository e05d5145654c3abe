/** One contract against the vendor's own: statement by statement, and by messages that go both ways. */
import { compare, type Comparison, type Exception } from "./compare.ts";
import { joined, schemaFacts } from "./facts.ts";
import { judgeBy } from "./judge.ts";
import { limitsOf, messagesOf, type Limits } from "./messages.ts";
import { restFacts } from "./rest-facts.ts";
import { readSchemas } from "./schema.ts";
import { tableFacts } from "./table-facts.ts";
import { homeOf, httpFacts, soapFacts } from "./wsdl-facts.ts";

/** Our contract: its text, that of the operations table beside it, and the differences that are meant to be. */
export interface Ours {
  readonly text: string;
  readonly operations?: string;
  readonly exceptions: readonly Exception[];
}

/** Messages that were made from one contract and judged by the other. */
export interface Exchange {
  readonly messages: number;
  /** What was wrong with those that were refused: the message's root and the judge's first complaint. */
  readonly refused: readonly string[];
}

/** What came out. */
export interface Verdict {
  readonly comparison: Comparison;
  /** Our messages by their contract, and theirs by ours; undefined for REST, whose messages are JSON. */
  readonly sent?: Exchange;
  readonly received?: Exchange;
}

const seed = 20261123;

/** Verifies a WSDL, or an XSD with its operations table, against the vendor's WSDL. */
export function verifyXml(ours: Ours, theirs: string): Verdict {
  const home = homeOf(theirs);
  const facts = ours.operations === undefined ? soapFacts(ours.text) : tableFacts(ours.operations);
  const own = joined(schemaFacts(readSchemas(ours.text), home), facts);
  const binding = ours.operations === undefined ? soapFacts(theirs) : httpFacts(theirs);
  const other = joined(schemaFacts(readSchemas(theirs), home), binding);
  const paths = ours.exceptions.flatMap(({ path }) => path);
  return {
    comparison: compare(own, other, ours.exceptions),
    sent: exchange(ours.text, theirs, home, limitsOf(paths, own, other)),
    received: exchange(theirs, ours.text, home, limitsOf(paths, other, own)),
  };
}

/** Verifies an OpenAPI document against the vendor's Swagger or OpenAPI document. */
export function verifyRest(ours: Ours, theirs: string): Verdict {
  return { comparison: compare(restFacts(ours.text), restFacts(theirs), ours.exceptions) };
}

/**
 * Messages of an older version of the vendor's contract, judged by ours. Its wildcards stay empty where ours has none: a later
 * version has put elements in their place.
 */
export function verifyOlder(ours: Ours, older: string): Exchange {
  const home = homeOf(older);
  const own = schemaFacts(readSchemas(ours.text), home);
  const other = schemaFacts(readSchemas(older), home);
  const wildcards = [...other.values.keys()].filter((path) => path.endsWith("/any"));
  return exchange(older, ours.text, home, limitsOf(wildcards, other, own));
}

function exchange(from: string, to: string, home: string, limits: Limits): Exchange {
  const judge = judgeBy(to);
  const messages = messagesOf(readSchemas(from), home, limits, seed);
  const refused = messages.flatMap((message) => {
    const [complaint] = judge(message);
    return complaint === undefined ? [] : [`${/^<([^\s>]+)/.exec(message)?.[1] ?? ""}: ${complaint}`];
  });
  return { messages: messages.length, refused: [...new Set(refused)] };
}
