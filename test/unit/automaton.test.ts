/** Markup that was met before is compared instead of read. Nobody may be able to tell, but by the clock. */
import { describe, expect, test, vi } from "vitest";
import { batchInfoList } from "../../generated/salesforce/async-api.ts";
import { BulkService } from "../../generated/microsoft-advertising/bulk-service.ts";
import { Automaton } from "../../src/runtime/codec/automata.ts";
import { planOf } from "../../src/runtime/codec/plan.ts";
import { decode, decodeEnvelope, responseOf, type DecodeOptions } from "../../src/runtime/index.ts";
import * as xs from "../../src/runtime/index.ts";
import { UNKNOWN } from "../../src/runtime/xml/automaton.ts";
import { START, XmlReader } from "../../src/runtime/xml/reader.ts";
import { batchList, batchListXml } from "../bench/inputs/batch-list.ts";
import { pick, randomFrom, whole, type Random } from "../bench/inputs/random.ts";
import { statusResponses, statusResponseXml } from "../bench/inputs/status-response.ts";
import { Circle, Job, jobXml, Status, tns, type AnyShape } from "../support/tables.ts";
import { AnyShape as anyShape } from "../support/tables.ts";
import { unmet } from "../support/unmet.ts";

interface Order {
  readonly id: xs.Long;
  readonly status?: Status;
  readonly shapes: readonly AnyShape[];
  readonly notes?: readonly (string | null)[] | null;
  readonly parts: readonly Order[];
  readonly last: xs.Token | null;
}
const noteList: xs.WrapperCodec<readonly (string | null)[]> = {
  kind: "wrapper",
  name: [tns, "Notes"],
  item: { el: "note", count: "*", nil: true, type: xs.string },
};
const Order: xs.StructCodec<Order> = {
  kind: "struct",
  name: [tns, "order"],
  element: true,
  fields: {
    id: { el: "id", count: "1", type: xs.long },
    status: { el: "status", count: "?", type: Status },
    shapes: { el: "shape", count: [0, 3], type: anyShape },
    notes: { el: "notes", count: "?", nil: true, type: noteList },
    parts: { el: "part", count: "*", type: () => Order },
    last: { el: "last", count: "1", nil: true, type: xs.token },
  },
};

/** Orders as many programs write them: other prefixes, other indentation, comments, references, texts that are wrong now and then. */
function orderXml(random: Random, depth = 0, prefix = pick(random, ["", "o", "p"])): string {
  const q = prefix === "" ? "" : `${prefix}:`;
  const gap = pick(random, ["", "\n", "\n  ", "\r\n", "<!-- a -->", "<?a b?>", " <!--\u00e9-->"]);
  const element = (name: string, text: string, attributes = ""): string =>
    `${gap}<${q}${name}${attributes}>${text}</${q}${name}>`;
  const xsi = ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
  const text = pick(random, [
    "a",
    "",
    "&amp;&lt;",
    "\u00fc\u20ac",
    "a]]b",
    "a\r\nb",
    "<![CDATA[x]]>",
    "x<!-- c -->y",
    "\ud83d\ude00&#10;",
  ]);
  const parts: string[] = [
    element("id", random() < 0.04 ? "12345678901234567890" : pick(random, ["1", "-7", " 5 ", "9007199254740993"])),
  ];
  if (random() < 0.5)
    parts.push(
      element("status", random() < 0.05 ? pick(random, [" Queued ", "Lost"]) : pick(random, ["Queued", "50%"])),
    );
  for (let i = whole(random, 0, 4); i > 2; i--) {
    const type = random() < 0.02 ? "Nothing" : pick(random, ["", "Circle", "Square"]);
    const said = type === "" ? "" : `${xsi} xmlns:t="${tns}" i:type="t:${type}"`;
    const size = type === "Circle" ? element("radius", "1.5") : type === "Square" ? element("side", "2") : "";
    parts.push(element("shape", element("label", text) + size + gap, said));
  }
  const notes = Array.from({ length: whole(random, 0, 3) }, () =>
    random() < 0.3 ? `${gap}<${q}note${xsi} i:nil="true"/>` : element("note", text),
  );
  if (random() < 0.6) parts.push(element("notes", notes.join("") + gap));
  else if (random() < 0.5) parts.push(`${gap}<${q}notes${xsi} i:nil='true'></${q}notes>`);
  if (depth < 3) {
    for (let i = whole(random, 0, 2); i > 0; i--) {
      const inner = orderXml(random, depth + 1, random() < 0.8 ? prefix : "r");
      parts.push(
        inner
          .replace(/^<(?:(\w+):)?order/, "<$1:part".replace("$1:", inner.startsWith("<order") ? "" : "$1:"))
          .replace(/order>$/, "part>"),
      );
    }
  }
  parts.push(random() < 0.03 ? "" : element("last", pick(random, ["", " a  b ", text])));
  if (random() < 0.02) parts.reverse();
  const declared = prefix === "" ? `xmlns="${tns}"` : `xmlns:${prefix}="${tns}"`;
  return `<${q}order ${declared}>${parts.join("")}${gap}</${q}order>`;
}

/** A document with something changed that may make it another, or none. */
function damaged(random: Random, xml: string): string {
  const at = whole(random, 0, xml.length - 1);
  const until = Math.min(xml.length, at + whole(random, 0, 8));
  const put = pick(random, [
    "",
    "<",
    ">",
    "/",
    '"',
    "&",
    "a",
    " ",
    "\n",
    "\u00e9",
    "]]>",
    "\u0001",
    "\ufffe",
    xml.slice(at, until).repeat(2),
  ]);
  return xml.slice(0, at) + put + xml.slice(until);
}

type Outcome = { readonly value: unknown; readonly told: readonly unknown[] } | { readonly error: unknown };

function outcome(read: (options: DecodeOptions) => unknown, mode: xs.Mode): Outcome {
  const told: unknown[] = [];
  try {
    const value = read({ mode, onUnexpected: (unexpected) => told.push(unexpected) });
    return { value, told };
  } catch (error) {
    if (!(error instanceof xs.XmlError)) throw error;
    const { code, message, path, line, column, expected, received } = error;
    return { error: { code, message, path, line, column, expected, received } };
  }
}

/** Documents through a codec that has met those before them, and through one that has met none. */
function compare<T extends object>(
  documents: readonly string[],
  codec: T,
  read: (codec: T, document: string | Uint8Array, options: DecodeOptions) => unknown,
): { readonly refused: number; readonly known: number } {
  const follow = vi.spyOn(XmlReader.prototype, "follow");
  const met = unmet(codec);
  let refused = 0;
  for (const document of documents) {
    const bytes = new TextEncoder().encode(document);
    for (const mode of ["strict", "tolerant"] as const) {
      const [expected, other] = [bytes, document].map((form) =>
        outcome((options) => read(unmet(codec), form, options), mode),
      );
      if (expected !== undefined && "error" in expected) refused++;
      for (const form of [bytes, document, bytes]) {
        const found = outcome((options) => read(met, form, options), mode);
        expect(found, document).toEqual(form === bytes ? expected : other);
      }
    }
  }
  const known = follow.mock.results.filter(({ value }) => value !== UNKNOWN).length;
  follow.mockRestore();
  return { refused, known };
}

function* mutants(random: Random, originals: readonly string[], count: number): Generator<string> {
  for (let i = 0; i < count; i++) {
    const original = pick(random, originals);
    yield original;
    yield damaged(random, original);
  }
}

describe("an automaton answers what the decoder answers", () => {
  const random = randomFrom(7);
  const orders = Array.from({ length: 150 }, () => orderXml(random));

  test("for orders of many shapes, whole and damaged", () => {
    const { refused, known } = compare([...orders, ...mutants(random, orders, 300)], Order, decode);
    // Both kinds have to be there for this to mean something.
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(1000);
    expect(known).toBeGreaterThan(300);
  });

  test("for SOAP answers, whole and damaged", () => {
    const answers = statusResponses().map(statusResponseXml);
    const { operations } = BulkService;
    compare([...answers, ...mutants(random, answers, 250)], responseOf(operations.GetBulkUploadStatus), decodeEnvelope);
  });

  test("for lists, whole and damaged", () => {
    const lists = Array.from({ length: 20 }, (_, i) => batchListXml({ batchInfo: batchList(i * 3).batchInfo }));
    compare([...lists, ...mutants(random, lists, 100)], batchInfoList, decode);
  });

  test("for a struct with attributes, choices and simple content", () => {
    const jobs = Array.from({ length: 20 }, (_, i) => jobXml(`<id>${i}</id>`, i % 3 === 0 ? ' priority="1"' : ""));
    compare(jobs, Job, decode);
    compare([`<circle xmlns="${tns}"><label>a</label><radius>1</radius></circle>`], Circle, decode);
  });
});

/** A reader on the element of a document, and how often it went along an automaton. */
class Counting extends XmlReader {
  followed = 0;
  override follow(...given: Parameters<XmlReader["follow"]>): unknown {
    this.followed++;
    return super.follow(...given);
  }
}

describe("what an automaton costs", () => {
  const plan = planOf({ kind: "struct", name: ["", "a"], fields: { b: { el: "b", count: "*", type: xs.string } } });
  const learning = (): Automaton => {
    const automaton = new Automaton(plan);
    // The first element is let pass.
    expect(automaton.prepare(at("<a/>"))).toBeUndefined();
    return automaton;
  };
  const at = (document: string): Counting => {
    const reader = new Counting().begin(document);
    while (reader.next() !== START);
    return reader;
  };

  test("one that never fits is asked no more", () => {
    const automaton = learning();
    const known = `<a>${"<b>x</b>".repeat(20)}</a>`;
    const before = automaton.prepare(at(known));
    if (before !== undefined) automaton.learn(before, known.length);
    expect(automaton.read(at(known))).toEqual({ b: Array.from({ length: 20 }, () => "x") });
    let followed = 0;
    for (let i = 0; i < 1000; i++) {
      const reader = at(`<a>${"<b>x</b>".repeat(200)}<c/></a>`);
      expect(automaton.read(reader)).toBe(UNKNOWN);
      followed += reader.followed;
    }
    expect(followed).toBeGreaterThan(0);
    expect(followed).toBeLessThan(20);
  });

  test("it learns from few elements, and from short ones", () => {
    const automaton = learning();
    let lessons = 0;
    for (let i = 0; i < 1000; i++) if (automaton.prepare(at(`<a>${" ".repeat(i)}</a>`)) !== undefined) lessons++;
    expect(lessons).toBe(32);
    const long = `<a>${"<b>x</b>".repeat(4000)}</a>`;
    const other = learning();
    const before = other.prepare(at(long));
    if (before !== undefined) other.learn(before, long.length);
    expect(other.learnt.edges).toBe(0);
  });

  test("limits hold for what is known, too", () => {
    const automaton = learning();
    const known = "<a><b>xyz</b></a>";
    const before = automaton.prepare(at(known));
    if (before !== undefined) automaton.learn(before, known.length);
    const read = (limits: Partial<xs.Limits>): unknown => {
      const reader = new XmlReader().begin(known, limits);
      while (reader.next() !== START);
      return automaton.read(reader);
    };
    expect(read({})).toEqual({ b: ["xyz"] });
    for (const limits of [{ depth: 1 }, { text: 2 }, { name: 1 }, { attributes: 1 }])
      expect(read(limits)).toBe(UNKNOWN);
  });

  test("what is nested deep is not learned", () => {
    const nested = unmet(Order);
    const deep = (levels: number): string => {
      const part = (level: number): string =>
        `<id>1</id>${level === 0 ? "" : `<part>${part(level - 1)}</part>`}<last>x</last>`;
      return `<order xmlns="${tns}">${part(levels)}</order>`;
    };
    for (const levels of [3, 200, 3, 200]) {
      const value = [1, 2, 3].map(() => decode(nested, deep(levels), { mode: "strict" }));
      expect(value).toEqual([1, 2, 3].map(() => decode(unmet(Order), deep(levels), { mode: "strict" })));
    }
  });
});
