/** JSON over HTTP through openapi-fetch: one result shape, typed errors, nothing that rejects. */
import { describe, expect, test } from "vitest";
import {
  bearer,
  createClient,
  HttpError,
  rest,
  ServiceError,
  type ClientOptions,
  type RestService,
} from "../../src/runtime/index.ts";
import { bodyOf, deadAddress, serve } from "../support/server.ts";

interface Task {
  readonly Id: number;
  readonly Big?: number | bigint;
  readonly Tags?: readonly string[];
}

interface Paths {
  readonly "/Task/{id}": {
    readonly get: {
      readonly parameters: {
        readonly path: { readonly id: number };
        readonly query?: { readonly $select?: readonly string[] };
      };
      readonly responses: {
        readonly 200: { readonly content: { readonly "application/json": Task } };
        readonly 404: { readonly content: { readonly "application/json": { readonly ErrorMessage: string } } };
      };
    };
    readonly delete: {
      readonly parameters: { readonly path: { readonly id: number } };
      readonly responses: { readonly 204: { readonly content?: never } };
    };
  };
  readonly "/Task": {
    readonly post: {
      readonly parameters: { readonly header?: { readonly "SO-Language"?: string } };
      readonly requestBody: { readonly content: { readonly "application/json": Task } };
      readonly responses: { readonly 200: { readonly content: { readonly "application/json": number } } };
    };
  };
}
const TaskApi: RestService<Paths> = {
  protocol: rest,
  name: "TaskApi",
  endpoint: "http://127.0.0.1:9/api/",
  errors: { "GET /Task/{id}": ["404", "5XX"] },
};

/** A GET that is answered like this. */
async function got(
  body: string,
  { status = 200, type = "application/json", ...options }: { status?: number; type?: string } & ClientOptions = {},
) {
  const endpoint = await serve(
    (_, response) => void response.writeHead(status, type === "" ? {} : { "Content-Type": type }).end(body),
  );
  return createClient(TaskApi, { endpoint, ...options }).GET("/Task/{id}", { params: { path: { id: 1 } } });
}

describe("the request", () => {
  test("fills path, query, headers and body", async () => {
    const seen: { url: string | undefined; headers: object; body: string }[] = [];
    const endpoint = await serve(async (request, response) => {
      const { url, headers } = request;
      seen.push({ url, headers, body: await bodyOf(request) });
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.end(request.method === "POST" ? "17" : `{"Id":1}`);
    });
    const client = createClient(TaskApi, {
      endpoint: `${endpoint}/api/v1/`,
      headers: { "X-Client": "c", "X-Both": "client" },
      interceptors: [bearer(async () => "t0ken")],
    });
    const one = await client.GET("/Task/{id}", {
      params: { path: { id: 5 }, query: { $select: ["a", "b c"] } },
      headers: { "X-Both": "call" },
    });
    expect(one).toMatchObject({ data: { Id: 1 }, response: { status: 200 } });
    const two = await client.POST("/Task", {
      params: { header: { "SO-Language": "de" } },
      body: { Id: 0, Big: 9007199254740993n },
    });
    expect(two.data).toBe(17);
    expect(seen[0]).toMatchObject({
      url: "/api/v1/Task/5?$select=a&$select=b%20c",
      headers: { accept: "application/json", authorization: "Bearer t0ken", "x-client": "c", "x-both": "call" },
      body: "",
    });
    expect(seen[1]).toMatchObject({
      url: "/api/v1/Task",
      headers: { "content-type": "application/json", "so-language": "de" },
      body: `{"Id":0,"Big":9007199254740993}`,
    });
  });

  test("that cannot be written is an error of the call", async () => {
    const circular: { Id: number; self?: unknown } = { Id: 1 };
    circular.self = circular;
    const { error } = await createClient(TaskApi).POST("/Task", { body: circular });
    expect(error).toMatchObject({ code: "xml.encode", cause: { name: "TypeError" } });
  });

  test.each(["", ".", ".."])("the path value %j would lead elsewhere: refused", async (id) => {
    // @ts-expect-error the compiler wants a number; JavaScript does not ask
    const { error } = await createClient(TaskApi).GET("/Task/{id}", { params: { path: { id } } });
    expect(error).toMatchObject({ code: "xml.encode", path: "/params/path/id" });
  });
});

describe("the answer", () => {
  test("without a body is undefined", async () => {
    for (const status of [204, 200]) {
      const endpoint = await serve((_, response) => void response.writeHead(status).end());
      const result = await createClient(TaskApi, { endpoint }).DELETE("/Task/{id}", { params: { path: { id: 1 } } });
      expect(result).toMatchObject({ data: undefined, response: { status } });
      expect(result.error).toBeUndefined();
    }
  });

  test("keeps integers that a number would round", async () => {
    expect((await got(`{"Id":1,"Big":9007199254740993}`)).data).toEqual({ Id: 1, Big: 9007199254740993n });
  });

  test.each(["application/json", "text/json; charset=utf-8", "application/problem+json", "APPLICATION/JSON"])(
    "in %s",
    async (type) => {
      expect((await got(`\ufeff{"Id":1}`, { type })).data).toEqual({ Id: 1 });
    },
  );

  test.each([
    ["HTML", "<html>", "text/html"],
    ["JSON that is cut off", `{"Id":`, "application/json"],
    ["bytes without a type", `{"Id":1}`, ""],
    ["JSON in another encoding", `"\u00ff"`, "application/json"],
  ])("%s under 200 is HttpError http.content", async (_, body, type) => {
    const endpoint = await serve((_, response) => {
      response.writeHead(200, type === "" ? {} : { "Content-Type": type }).end(Buffer.from(body, "latin1"));
    });
    const { error, data } = await createClient(TaskApi, { endpoint }).GET("/Task/{id}", {
      params: { path: { id: 1 } },
    });
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ code: "http.content", status: 200 });
  });

  test("a declared error is a ServiceError with its body", async () => {
    for (const status of [404, 503]) {
      const { error, response } = await got(`{"ErrorMessage":"gone"}`, { status });
      expect(error).toBeInstanceOf(ServiceError);
      expect(error).toMatchObject({ code: "service.error", status, detail: { ErrorMessage: "gone" } });
      expect(response?.status).toBe(status);
    }
  });

  test("other errors are HttpErrors", async () => {
    expect((await got(`{"Message":"no"}`, { status: 401 })).error).toMatchObject({
      code: "http.status",
      excerpt: `{"Message":"no"}`,
    });
    expect((await got("<html>", { status: 404, type: "text/html" })).error).toMatchObject({ code: "http.status" });
    expect((await got("{", { status: 404 })).error).toMatchObject({
      code: "http.status",
      cause: { name: "SyntaxError" },
    });
    expect((await got("", { status: 404 })).error).toMatchObject({ code: "http.status" });
  });

  test("a contract that does not say which errors have a body has them all", async () => {
    const { errors: _errors, ...open } = TaskApi;
    const endpoint = await serve(
      (_, response) => void response.writeHead(409, { "Content-Type": "application/json" }).end(`{"a":1}`),
    );
    const { error } = await createClient<Paths>(open, { endpoint }).GET("/Task/{id}", { params: { path: { id: 1 } } });
    expect(error).toMatchObject({ code: "service.error", detail: { a: 1 } });
  });
});

describe("the connection", () => {
  test("deadline, abort, size and refusal are the same as everywhere", async () => {
    const silent = await serve(() => undefined);
    const get = (options: ClientOptions, call: { signal?: AbortSignal; deadline?: number } = {}) =>
      createClient(TaskApi, options).GET("/Task/{id}", { params: { path: { id: 1 } }, ...call });
    expect((await get({ endpoint: silent, deadline: 40 })).error).toMatchObject({ code: "transport.deadline" });
    expect((await get({ endpoint: silent }, { deadline: 40 })).error).toMatchObject({ code: "transport.deadline" });
    expect((await get({ endpoint: silent }, { signal: AbortSignal.timeout(40) })).error).toMatchObject({
      code: "transport.aborted",
    });
    expect((await got(`{"Id":1}`, { maxBytes: 7 })).error).toMatchObject({ code: "transport.size" });
    expect((await get({ endpoint: await deadAddress() })).error).toMatchObject({ code: "transport.connection" });
  });
});
