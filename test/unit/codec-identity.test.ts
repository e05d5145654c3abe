/** Identity constraints and identifiers: what libxml2 does not tell, and what errors say. */
import { describe, expect, test } from "vitest";
import { XmlError } from "../../src/runtime/errors.ts";
import { decode } from "../../src/runtime/index.ts";
import { ShopElement } from "../cases/xsd/identity/expected.ts";

function shop(...content: readonly string[]): string {
  return `<Shop xmlns="urn:cases">\n${content.join("\n")}\n</Shop>`;
}

function failure(xml: string): XmlError | undefined {
  try {
    decode(ShopElement, xml, { mode: "strict" });
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
}

const first = '<item number="1" mark="a"><price>1.0</price></item>';

describe("strict decoding", () => {
  test("compares by value, not by text", () => {
    const same = '<item number="2"><price>01.00</price></item>';
    expect(failure(shop(first, same))).toMatchObject({ code: "xml.invalid", line: 3, received: '"01.00"' });
    expect(failure(shop(first, same))?.message).toContain("The unique prices does not hold: no two are equal");
    expect(failure(shop(first, '<item number="2"><price>1.01</price></item>'))).toBeUndefined();
  });

  test("names the key that a reference misses, and where", () => {
    const error = failure(shop(first, '<order of="1.0"/>', '<order of="7"/>'));
    expect(error).toMatchObject({ line: 4, column: 1, expected: "a value of numbers", received: '"7"' });
  });

  test("follows references to identifiers, before or after them", () => {
    expect(failure(shop(first, '<order of="1" marks="a"/>'))).toBeUndefined();
    const error = failure(shop(first, '<order of="1" marks="a b"/>'));
    expect(error).toMatchObject({ code: "xml.invalid", received: '"b"', line: 3 });
  });

  test("constraints of an element hold for that element alone", () => {
    const tagged = (number: number): string => `<item number="${number}"><price>${number}</price><tag>x</tag></item>`;
    expect(failure(shop(tagged(1), tagged(2)))).toBeUndefined();
  });
});

test("tolerant decoding checks none of that", () => {
  const message = shop(first, first, '<order of="7" marks="b"/>');
  expect(decode(ShopElement, message).order[0]?.marks).toEqual(["b"]);
});
