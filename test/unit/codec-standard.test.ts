import { expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { Drawing, Job, Problem, Problems } from "../support/tables.ts";

it("implements Standard Schema, version 1", () => {
  const schema = xs.standardSchema(Job)["~standard"];
  expect(schema).toMatchObject({ version: 1, vendor: "specwire" });
  const value = { id: 1n, tags: ["a"], name: null };
  expect(schema.validate(value)).toEqual({ value });
});

it("says what is wrong and where", () => {
  const { validate } = xs.standardSchema(Job)["~standard"];
  expect(validate({ id: 1n, tags: ["a", 5] })).toMatchObject({
    issues: [{ path: ["tags", 1], message: expect.stringContaining("xs:token") }],
  });
  expect(validate({ id: 1n, tags: [], problems: [null, { Code: "x" }] })).toMatchObject({
    issues: [{ path: ["problems", 1, "Code"] }],
  });
  expect(validate(undefined)).toMatchObject({ issues: [{ path: [] }] });
  expect(validate({ id: 1n, tags: [], extra: 1 })).toMatchObject({ issues: [{ path: ["extra"] }] });
});

it("validates types that are no roots", () => {
  expect(xs.standardSchema(Problems)["~standard"].validate([{ Code: 1 }, null])).toEqual({
    value: [{ Code: 1 }, null],
  });
  expect(xs.standardSchema(xs.int)["~standard"].validate(1.5)).toMatchObject({ issues: [{ path: [] }] });
  expect(xs.standardSchema(xs.anyType)["~standard"].validate("x")).toMatchObject({ issues: [{ path: [] }] });
  expect(xs.standardSchema(Drawing)["~standard"].validate({ shape: [{ $type: "Circle", radius: 1 }] })).toHaveProperty(
    "value",
  );
  const maybe: xs.ElementCodec<Problem | null> = { kind: "element", name: ["", "x"], nil: true, type: Problem };
  expect(xs.standardSchema(maybe)["~standard"].validate(null)).toEqual({ value: null });
});
