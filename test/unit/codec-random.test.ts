import { expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { randomFrom } from "../bench/inputs/random.ts";
import { Choice, Drawing, Job, Open, type AnyShape, type Problem } from "../support/tables.ts";

/** Makes values at random. */
class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<T>(...values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** A member that may be absent. */
  maybe<K extends string, V>(key: K, make: () => V): { readonly [P in K]?: V } {
    return (this.below(3) === 0 ? {} : { [key]: make() }) as { readonly [P in K]?: V };
  }

  list<T>(make: () => T): T[] {
    return Array.from({ length: this.pick(0, 1, 1, 2, 5) }, make);
  }

  text(): string {
    return this.list(() =>
      this.pick("a", " ", "\n", "\t", "\r", "<", "&", "]]>", '"', "é", "😀", "\u{85}", "x", "nil"),
    ).join("");
  }

  bigint(): bigint {
    return this.pick(0n, -1n, 9007199254740993n, -(2n ** 63n), 2n ** 63n - 1n, BigInt(this.below(1e9)));
  }

  bytes(): Uint8Array {
    return Uint8Array.from({ length: this.below(9) }, () => this.below(256));
  }

  name(): xs.QName {
    return { namespace: this.pick("", "urn:a", "urn:b"), localName: this.pick("x", "y-z", "_é") };
  }

  /** Adjacent texts would come back as one, so texts stand between elements only. */
  node(depth: number): xs.XmlElement {
    const children: (xs.XmlElement | string)[] = [];
    for (let i = this.below(depth); i > 0; i--) children.push(`t${this.text()}`, this.node(depth - 1));
    const attributes = this.below(2) === 0 ? [] : [{ name: this.name(), value: this.text() }];
    return { name: { namespace: this.pick("urn:a", "urn:b"), localName: this.pick("x", "y") }, attributes, children };
  }

  problem(): Problem | null {
    return this.below(4) === 0
      ? null
      : { Code: this.below(100) - 50, ...this.maybe("Message", () => this.pick(null, "", this.text())) };
  }

  job(depth: number): Job {
    return {
      id: this.bigint(),
      tags: this.list(() => this.pick("", "a", "a b", "é")),
      ...this.maybe("name", () => this.pick(null, "", this.text())),
      ...this.maybe("status", () => this.pick("Queued", "In Progress", "50%")),
      ...this.maybe("created", () =>
        this.pick("2012-06-02T21:03:56Z", "-0044-03-15T24:00:00.000+14:00", "12012-02-29T00:00:00.123456789"),
      ),
      ...this.maybe("scores", () => this.list(() => this.below(9)).slice(0, 4)),
      ...this.maybe("size", () => this.pick<xs.Int | "Queued">(this.below(9), "Queued")),
      ...this.maybe("price", () => ({
        $value: this.pick("0", "-1.50", ".5"),
        currency: this.text(),
        unit: this.below(9),
        ...this.maybe("kind", () => this.text()),
      })),
      ...this.maybe("problems", () =>
        this.pick(
          null,
          this.list(() => this.problem()),
        ),
      ),
      ...this.maybe("data", () => this.bytes()),
      ...this.maybe("note", () => `x${this.text()}`),
      ...this.maybe("level", () => 7),
      ...this.maybe("version", () => this.text()),
      ...this.maybe("ref", () => this.name()),
      ...this.maybe("score", () => this.below(101)),
      ...this.maybe("code", () => "ABC"),
      ...this.maybe("ratio", () =>
        this.pick(0, -0, 1.5, 1e300, 5e-324, Number.NaN, Number.NEGATIVE_INFINITY, this.below(1e9) / 7),
      ),
      ...this.maybe("constructor_", () => this.below(2) === 0),
      ...(depth === 0 ? {} : this.maybe("child", () => this.job(depth - 1))),
    };
  }

  open(): Open {
    return {
      ...this.maybe("first", () => this.text()),
      $any: this.list(() => this.node(3)),
      ...this.maybe("last", () => this.text()),
      $attributes: this.pick([], [{ name: { namespace: "urn:x", localName: "k" }, value: this.text() }]),
    };
  }

  shape(): AnyShape {
    const label = this.maybe("label", () => this.text());
    return this.pick<AnyShape>(
      { $type: "Shape", ...label },
      { $type: "Circle", ...label, radius: this.below(9) / 3 },
      { $type: "Square", ...label, side: this.below(9) },
    );
  }

  drawing(): Drawing {
    return {
      shape: this.list(() => this.shape()),
      ...this.maybe("main", () => ({ $type: "Circle", radius: 1 }) as const),
    };
  }

  choice(): Choice {
    return this.pick<Choice>({ a: this.below(9) }, { b: this.text() }, { c: [1, ...this.list(() => this.below(9))] });
  }
}

/** A value without the prefixes that nodes bring along: they may differ where names are the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "namespaces")
      .map(([key, member]) => [key, plain(member)]),
  );
}

/** The same value, its members the other way round: but for what has an order of its own, xs:all and nodes. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || "children" in value) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, reversed(member)] as const)
      .toReversed(),
  );
}

/** XML in both modes and in parts, JSON, and validation all give the value back. */
async function agrees<T>(codec: xs.StructCodec<T> & { readonly element?: true }, value: T): Promise<void> {
  const xml = xs.encode(codec, value);
  expect(xs.encode(codec, reversed(value) as T)).toBe(xml);
  expect(await new Response(xs.encodeStream(codec, value as xs.Streamable<T>)).text()).toBe(xml);
  expect(plain(xs.decode(codec, xml, { mode: "strict" }))).toEqual(plain(value));
  expect(plain(xs.decode(codec, xml, { onUnexpected: (report) => expect.unreachable(report.message) }))).toEqual(
    plain(value),
  );

  const json = JSON.stringify(xs.toJson(codec, value));
  expect(xs.fromJson(codec, xs.parseJson(json), { mode: "strict" })).toEqual(value);
  expect(xs.standardSchema(codec)["~standard"].validate(value)).toEqual({ value });
}

it.each(Array.from({ length: 200 }, (_, seed) => [seed]))("gives back what it took, seed %i", async (seed) => {
  const chance = new Chance(seed);
  await agrees(Job, chance.job(3));
  await agrees(Open, chance.open());
  await agrees(Drawing, chance.drawing());
  await agrees(Choice, chance.choice());
});
