/** The whole life of SuperOffice's batch tasks, against the stand-in over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseHandle, stringifyHandle, submissionOf, type JobHandle } from "../src/jobs/index.ts";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { superOffice, type SuperOffice } from "../src/superoffice.ts";
import { collect } from "./support/collect.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

type Handle = JobHandle<"superoffice", "task">;

function facade(token: string = sandbox.credentials.superOffice.token): SuperOffice {
  return superOffice({ endpoint: sandbox.endpoints.superOffice, token: () => token, clock: instantClock() });
}

const fast = { pace: { first: 1, most: 1 } };
const task = { Name: "Export", Description: "contacts", Request: "all" };

function started(): number {
  return sandbox.requests.filter(({ operation }) => operation === "startBatchTask").length;
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("submit", () => {
  test("starts a task and reads what it left behind", async () => {
    const so = facade();
    const seen: Handle[] = [];
    const handle = await so.submit(task, { onHandle: (one) => void seen.push(one) });
    expect(seen).toMatchObject([
      { id: "", submission: { stage: "creating", marks: { name: "Export", after: 0 } } },
      { id: handle.id },
    ]);
    expect(await so.wait(handle, fast)).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
    const { files } = await so.results(handle);
    expect(files.map(({ name }) => name)).toEqual([`${handle.id}-result.txt`, `${handle.id}-response.txt`]);
    const [first] = files;
    expect(await new Response(first?.bytes()).text()).toBe("100 records, 0 failed");
    if (first === undefined) throw new Error("no file");
    expect(await collect(first.rows())).toMatchObject([{ number: 1, outcome: "succeeded" }]);
  });

  test("a lost answer: the task is found, nothing is started twice", async () => {
    const so = facade();
    sandbox.addJob({ vendor: "superoffice" });
    sandbox.fault([{ kind: "answer-lost", operation: "startBatchTask" }]);
    const handle = await so.submit(task);
    expect(started()).toBe(1);
    expect((await so.status(handle)).raw).toMatchObject(task);
  });

  test("a lost answer from a vendor whose clock is ahead: the task is found all the same", async () => {
    const so = facade();
    sandbox.fault([{ kind: "clock-skew" }, { kind: "answer-lost", operation: "startBatchTask" }]);
    const handle = await so.submit(task);
    const { created = "" } = (await so.status(handle)).times;
    expect(Date.parse(created) - Date.now()).toBeGreaterThan(3_000_000);
    expect(started()).toBe(1);
  });

  test("where the task is not to be found, that is said, with the handle", async () => {
    const so = facade();
    sandbox.fault([{ kind: "cut-upload", operation: "startBatchTask" }]);
    const error = await failure(so.submit(task));
    expect(error).toMatchObject({ code: "job.submit-unknown" });
    expect(String(error)).toContain("it was not started, or it has ended and was removed");
    const handle = parseHandle(stringifyHandle(submissionOf(error) ?? so.task(1))) as Handle;
    expect(await failure(so.resume(handle, task))).toMatchObject({ code: "job.submit-unknown" });
    // Two tasks that could be the one: their ids are named.
    const one = await so.submit(task);
    const two = await so.submit(task);
    expect(String(await failure(so.resume(handle, task)))).toContain(`${one.id}, ${two.id}`);
    await so.remove(two);
    expect(await so.resume(handle, task)).toEqual(one);
    expect(await so.resume(one, task)).toEqual(one);
  });

  test("a call that was turned away is made again", async () => {
    sandbox.fault([{ kind: "busy", operation: "startBatchTask", retryAfter: 3 }]);
    const delays: number[] = [];
    await facade().submit(task, { onRetry: (_, delay) => void delays.push(delay) });
    expect(delays).toEqual([3000]);
    expect(started()).toBe(2);
  });

  test("a task without a name is refused before anything is sent", async () => {
    expect(await failure(facade().submit({}))).toMatchObject({ code: "job.request" });
    expect(sandbox.requests).toEqual([]);
  });
});

describe("list", () => {
  test("by state", async () => {
    const so = facade();
    await so.submit(task);
    const found = await collect(so.list({ state: "New" }));
    expect(found).toMatchObject([{ state: "queued", raw: task, handle: { kind: "task" } }]);
    expect(await collect(so.list({ state: "Failed" }))).toEqual([]);
  });

  test("by an OData search, page by page", async () => {
    const so = facade();
    for (let number = 0; number < 5; number++) await so.submit({ ...task, Name: `Export ${number}` });
    await so.submit({ ...task, Name: "Import" });
    const search = { filter: "name begins 'Export'", orderBy: "id desc", pageSize: 2 };
    const found = await collect(so.list(search));
    expect(found.map(({ raw }) => "name" in raw && raw["name"])).toEqual([4, 3, 2, 1, 0].map((n) => `Export ${n}`));
    expect(found[0]).toMatchObject({ state: "queued", rawState: "New" });
    expect(await collect(so.list({ ...search, top: 3 }))).toHaveLength(3);
    const pages = sandbox.requests.filter(({ operation }) => operation === "listBatchTasks").length;
    expect(pages).toBe(5);
    const broken = collect(so.list({ filter: "nonsense" }));
    expect(await failure(broken)).toMatchObject({ code: "job.refused" });
  });
});

describe("cancel", () => {
  test.each([
    ["CanCancel", {}, "aborted"],
    ["CancelWithWarning", { despiteWarning: true }, "aborted"],
  ] as const)("%s %o", async (cancellation, options, state) => {
    const so = facade();
    const { id } = sandbox.addJob({ vendor: "superoffice", cancellation });
    expect(await so.cancel(so.task(id), options)).toMatchObject({ state, terminal: true });
  });

  test.each(["CancelWithWarning", "CannotCancel"] as const)("%s is not called", async (cancellation) => {
    const so = facade();
    const { id } = sandbox.addJob({ vendor: "superoffice", cancellation });
    expect(await failure(so.cancel(so.task(id)))).toMatchObject({ code: "job.refused" });
    expect(sandbox.requests.some(({ operation }) => operation === "stopBatchTask")).toBe(false);
  });

  test("a task that has ended is answered as it is", async () => {
    const so = facade();
    const { id } = sandbox.addJob({ vendor: "superoffice", states: ["Succeeded"] });
    expect(await so.cancel(so.task(id))).toMatchObject({ state: "succeeded" });
  });

  test("a lost answer to stopping is asked again", async () => {
    const so = facade();
    const { id } = sandbox.addJob({ vendor: "superoffice" });
    sandbox.fault([{ kind: "answer-lost", operation: "stopBatchTask" }]);
    // The second call finds the task stopped, and answers false.
    expect(await so.cancel(so.task(id))).toMatchObject({ terminal: true });
  });
});

describe("update and remove", () => {
  test("change four members, and delete once", async () => {
    const so = facade();
    const handle = await so.submit(task);
    expect((await so.update(handle, { Description: "new" })).raw).toMatchObject({ ...task, Description: "new" });
    sandbox.fault([{ kind: "answer-lost", operation: "deleteBatchTask" }]);
    await so.remove(handle);
    expect(await failure(so.status(handle))).toMatchObject({ code: "job.unknown" });
    expect(await failure(so.remove(handle))).toMatchObject({ code: "job.unknown" });
  });
});

describe("customers who move", () => {
  test("are followed, and stay where they are", async () => {
    const so = facade();
    sandbox.fault([{ kind: "tenant-moved" }]);
    const handle = await so.submit(task);
    await so.status(handle);
    // A call that met 421 is repeated by fetch itself, over another connection.
    const paths = sandbox.requests.map(({ operation, path }) => `${operation} ${path.split("/")[1] ?? ""}`);
    expect(paths).toEqual([
      "getBatchTasksByState Cust12345",
      "getBatchTasksByState Cust12345",
      "tenantState api",
      "getBatchTasksByState online2",
      "startBatchTask online2",
      "getBatchTask online2",
    ]);
    const asked = sandbox.requests.find(({ operation }) => operation === "tenantState");
    expect(asked?.headers).not.toHaveProperty("authorization");
  });

  test("and are out of order are asked again when they are back", async () => {
    const delays: number[] = [];
    sandbox.fault([{ kind: "tenant-paused", operation: "startBatchTask", retryAfter: 30 }]);
    await facade().submit(task, { onRetry: (_, delay) => void delays.push(delay) });
    expect(delays[0]).toBeGreaterThan(25_000);
    expect(delays[0]).toBeLessThanOrEqual(30_000);
  });

  test("to a host of another domain are not followed with credentials", async () => {
    const asked: string[] = [];
    const so = superOffice({
      endpoint: "https://online.superoffice.com/Cust12345/api/v1",
      token: "planted-token-of-the-customer",
      clock: instantClock(),
      fetch: async (url) => {
        asked.push(String(url));
        const state = { IsRunning: true, State: "Running", Api: "https://superoffice.evil.example/Cust12345/api" };
        return String(url).includes("/api/state/") ? Response.json(state) : new Response("moved", { status: 421 });
      },
    });
    const error = await failure(so.status(so.task(7)));
    expect(String(error)).toContain("superoffice.evil.example, which is not of the domain");
    expect([...new Set(asked)]).toEqual([
      "https://online.superoffice.com/Cust12345/api/v1/BatchTask/7",
      "https://online.superoffice.com/api/state/Cust12345",
    ]);
  });
});

describe("dates", () => {
  test.each([
    ["2023-05-01T10:00:00", "2023-05-01T10:00:00"],
    ["2023-05-01T10:00:00Z", "2023-05-01T10:00:00Z"],
    ["2023-05-01T10:00:00.1234567+0200", "2023-05-01T10:00:00.1234567+02:00"],
    ["0001-01-01T01:00:00+01:00", undefined],
    ["0001-01-01T00:00:00", undefined],
  ])("%s", async (text, read) => {
    const answer = { Id: 7, State: "New", Created: text, LastStarted: "0001-01-01T00:00:00Z" };
    const so = superOffice({
      endpoint: "https://x.example/api/v1",
      token: "t",
      fetch: async () => Response.json(answer),
    });
    expect((await so.status(so.task(7))).times).toEqual(read === undefined ? {} : { created: read });
  });
});

test("no error shows the token", async () => {
  const token = "7T:planted-superoffice-token";
  const so = facade(token);
  const handle = so.task(212);
  const verbs = [
    so.submit(task),
    so.cancel(handle),
    so.results(handle),
    so.remove(handle),
    collect(so.list({ state: "All" })),
  ];
  for (const error of await Promise.all(verbs.map(failure))) {
    expect(error).toBeInstanceOf(Error);
    expect(String(error) + JSON.stringify(error)).not.toContain(token);
  }
});
