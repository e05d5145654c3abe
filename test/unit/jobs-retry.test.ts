/** Which failed calls are repeated whatever the vendor, and what the service asks for. */
import { describe, expect, test } from "vitest";
import { dataOf } from "../../src/jobs/answer.ts";
import { callRetryDelay } from "../../src/jobs/retry.ts";
import {
  HttpError,
  JobError,
  ServiceError,
  type SpecwireError,
  TransportError,
  XmlError,
} from "../../src/runtime/errors.ts";

function http(status: number, code: "http.status" | "http.content" = "http.status"): HttpError {
  return new HttpError(code, "m", { status, contentType: "text/html", excerpt: "" });
}

describe("calls that failed", () => {
  const passing: readonly (readonly [string, SpecwireError])[] = [
    ["no connection", new TransportError("transport.connection", "m")],
    ["no answer in time", new TransportError("transport.deadline", "m")],
    ["a gateway's page under 200", http(200, "http.content")],
    ...[408, 429, 500, 502, 503, 504].map((status) => [`HTTP ${status}`, http(status)] as const),
  ];
  test.each(passing)("%s: repeated, ever later, six times", (_, error) => {
    const delays = [1, 2, 3, 4, 5, 6, 7].map((attempt) => callRetryDelay(error, attempt));
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, undefined]);
    expect(callRetryDelay(error, 3, 2)).toBeUndefined();
  });

  test.each([
    ["the caller aborted", new TransportError("transport.aborted", "m")],
    ["no credential", new TransportError("transport.credentials", "m")],
    ["an answer that is too large", new TransportError("transport.size", "m")],
    ["HTTP 401", http(401)],
    ["HTTP 404", http(404)],
    ["a declared error", new ServiceError("m", {}, 400)],
    ["a message that cannot be read", new XmlError("xml.malformed", "m", { path: "/" })],
    ["a refusal", new JobError("job.refused", "m")],
    ["anything else", new Error("m")],
    ["no error at all", "text"],
  ])("%s: not repeated", (_, error) => {
    expect(callRetryDelay(error, 1)).toBeUndefined();
  });
});

describe("Retry-After", () => {
  function thrown(header: string | undefined, error: SpecwireError = http(503)): unknown {
    const headers: Record<string, string> = header === undefined ? {} : { "Retry-After": header };
    try {
      dataOf({ error, response: new Response(null, { status: 503, headers }) }, (same) => same);
    } catch (caught) {
      return caught;
    }
    throw new Error("nothing was thrown");
  }

  test("seconds: waited for, where they are more than the usual wait", () => {
    expect(callRetryDelay(thrown("120"), 1)).toBe(120_000);
    expect(callRetryDelay(thrown("0"), 3)).toBe(4000);
  });

  test("a date", () => {
    const delay = callRetryDelay(thrown(new Date(Date.now() + 90_000).toUTCString()), 1) ?? 0;
    expect(delay).toBeGreaterThan(87_000);
    expect(delay).toBeLessThanOrEqual(90_000);
    expect(callRetryDelay(thrown("Thu, 01 Jan 1970 00:00:00 GMT"), 1)).toBe(1000);
  });

  test("nonsense, or nothing: the usual wait", () => {
    for (const header of ["soon", "", undefined]) expect(callRetryDelay(thrown(header), 1)).toBe(1000);
  });

  test("data comes through", () => {
    expect(dataOf({ data: 7, response: new Response(), headers: undefined }, (same) => same)).toBe(7);
  });
});
