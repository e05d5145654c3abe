/** Elements that are nil (xsi:nil, XSD part 1, 2.6.2), with and without attributes. */
import { describe, expect, test } from "vitest";
import { type AnyPlace, Port, Reading } from "../cases/xsd/nil-attributes/expected.ts";
import { decode, encode, fromJson, standardSchema, XmlError, type Nilled } from "../../src/runtime/index.ts";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
  return "";
}

describe("decoding", () => {
  test("keeps the attributes, those with defaults among them", () => {
    const xml = `<Reading xmlns="urn:cases" ${XSI} xsi:nil="true" uom="m" nilReason="unknown"/>`;
    expect(decode(Reading, xml)).toEqual({ $nil: true, uom: "m", nilReason: "unknown", level: 1 });
  });

  test("answers null where there are none", () => {
    expect(decode(Reading, `<Reading xmlns="urn:cases" ${XSI} xsi:nil="true"/>`)).toBeNull();
    expect(decode(Reading, `<Reading xmlns="urn:cases" ${XSI} xsi:nil="1" xsi:schemaLocation="a b"/>`)).toBeNull();
  });

  test("asks for required attributes when strict, and takes what there is when not", () => {
    const xml = `<Reading xmlns="urn:cases" ${XSI} xsi:nil="true" nilReason="unknown"/>`;
    expect(refusal(() => decode(Reading, xml, { mode: "strict" }))).toContain("uom");
    expect(decode(Reading, xml)).toEqual({ $nil: true, nilReason: "unknown", level: 1 });
  });

  test("notes an attribute that the type does not have, and passes it over", () => {
    const notes: string[] = [];
    const xml = `<Reading xmlns="urn:cases" ${XSI} xsi:nil="true" other="1"/>`;
    expect(decode(Reading, xml, { onUnexpected: ({ message }) => void notes.push(message) })).toBeNull();
    expect(notes).toEqual([expect.stringContaining("other")]);
  });
});

describe("encoding", () => {
  test("refuses members that are no attributes, and says where", () => {
    const nil: Nilled<AnyPlace, "nilReason"> & { readonly Name: string } = { $nil: true, Name: "Kiel" };
    const port: Port = { Width: null, Place: [nil], $content: [] };
    expect(refusal(() => encode(Port, port))).toMatch(/Name.*nil/);
    expect(standardSchema(Port)["~standard"].validate(port)).toMatchObject({
      issues: [{ path: ["Place", 0, "Name"] }],
    });
  });

  test("asks for required attributes", () => {
    expect(refusal(() => encode(Reading, { $nil: true }))).toContain("uom");
  });

  test("writes the type that $type says", () => {
    const xml = encode(Port, { Width: null, Place: [{ $nil: true, $type: "Harbour", depth: "2" }], $content: [] });
    expect(xml).toMatch(/<(\w+):Place (\w+):nil="true" \2:type="\1:Harbour" depth="2"\/>/);
  });
});

test("a root that is nil is a value as any other", () => {
  const value = { $nil: true, uom: "m", level: 1 } as const;
  expect(decode(Reading, encode(Reading, value), { mode: "strict" })).toEqual(value);
  expect(standardSchema(Reading)["~standard"].validate(value)).toEqual({ value });
  expect(standardSchema(Reading)["~standard"].validate({ $nil: true, uom: 1 })).toHaveProperty("issues");
});

test("JSON has $nil, too, and nothing that is no attribute beside it", () => {
  expect(fromJson(Reading, { $nil: true, uom: "m" })).toEqual({ $nil: true, uom: "m" });
  expect(refusal(() => fromJson(Reading, { $nil: true, $value: 1 }, { mode: "strict" }))).toContain("$value");
  expect(refusal(() => fromJson(Port, { Width: null, List: { $nil: true }, $content: [], Place: [] }))).toBe("");
});
