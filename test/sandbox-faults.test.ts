/** The sandbox's faults, seen over real HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox, type FaultKind, type Sandbox } from "../src/sandbox/index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.fault([]));

/** Starts a task, or asks for all of them. */
function call(method: "GET" | "POST", path = "/BatchTask"): Promise<Response> {
  const { token } = sandbox.credentials.superOffice;
  return fetch(sandbox.endpoints.superOffice + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "POST" ? { body: JSON.stringify({ Name: "x".repeat(1000) }) } : {}),
  });
}

const tasks = async (): Promise<number> => {
  const answer: unknown = await (await call("GET", "/BatchTask/All")).json();
  return Array.isArray(answer) ? answer.length : -1;
};

describe("faults", () => {
  test("busy: turned away once, with Retry-After", async () => {
    sandbox.fault([{ kind: "busy", status: 429, retryAfter: 7 }], "superoffice");
    const before = await call("POST");
    expect(before.status).toBe(429);
    expect(before.headers.get("retry-after")).toBe("7");
    expect((await call("POST")).status).toBe(200);
  });

  test("cut-upload: nothing is carried out", async () => {
    const before = await tasks();
    sandbox.fault([{ kind: "cut-upload", at: 100 }]);
    await expect(call("POST")).rejects.toThrow();
    expect(await tasks()).toBe(before);
  });

  test("answer-lost: carried out, but not answered", async () => {
    const before = await tasks();
    sandbox.fault([{ kind: "answer-lost", operation: "startBatchTask" }]);
    await expect(call("POST")).rejects.toThrow();
    expect(await tasks()).toBe(before + 1);
  });

  test("cut-download: some bytes, then an error", async () => {
    sandbox.fault([{ kind: "cut-download", at: 10 }]);
    const answer = await call("GET", "/BatchTask/All");
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  test("happen as often as they are told, after as many calls, to a share of them", async () => {
    sandbox.fault([{ kind: "busy", times: 2, after: 1 }]);
    const statuses: number[] = [];
    for (let number = 0; number < 5; number++) statuses.push((await call("GET")).status);
    expect(statuses).toEqual([200, 503, 503, 200, 200]);
    sandbox.fault([{ kind: "busy", share: 0.3, times: Infinity }]);
    let busy = 0;
    for (let number = 0; number < 100; number++) busy += (await call("GET")).status === 503 ? 1 : 0;
    expect(busy).toBeGreaterThan(15);
    expect(busy).toBeLessThan(45);
  });

  test("of one vendor leave the others alone; unknown ones are refused", async () => {
    sandbox.fault([{ kind: "busy" }], "ebay");
    expect((await call("GET")).status).toBe(200);
    const unknown = Object.assign({}, { kind: "meteor" as FaultKind });
    expect(() => sandbox.fault([unknown])).toThrow("No fault is called meteor");
  });
});
