/** Plain XML over HTTP: where everything of a request goes, and what is made of every kind of answer. */
import { describe, expect, test } from "vitest";
import {
  createClient,
  HttpError,
  ServiceError,
  TransportError,
  XmlError,
  type XmlClientOptions,
} from "../../src/runtime/index.ts";
import { NoteService } from "../support/echo-service.ts";
import { bodyOf, serve } from "../support/server.ts";
import type { IncomingHttpHeaders } from "node:http";

interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

async function recording(
  answer: string | Buffer,
  status = 200,
  type = "text/xml",
): Promise<{ endpoint: string; seen: Seen }> {
  const seen: Seen = { method: "", url: "", headers: {}, body: "" };
  const endpoint = await serve(async (request, response) => {
    const { method = "", url = "", headers } = request;
    Object.assign(seen, { method, url, headers, body: await bodyOf(request) });
    response.writeHead(status, type === "" ? {} : { "Content-Type": type }).end(answer);
  });
  return { endpoint, seen };
}

const parameters = { token: "t" } as const;

describe("the request", () => {
  test("fills path, query, headers and constants", async () => {
    const { endpoint, seen } = await recording("<note>n</note>");
    const client = createClient(NoteService, {
      endpoint: `${endpoint}/base/?v=1`,
      parameters: { token: async () => "from-function", lang: "en" },
    });
    const { data, error } = await client.read({
      path: { shelf: "a/b ü?#", id: "1%2F" },
      query: { tag: ["x", "y&z"] },
      headers: { trace: "ü" },
    });
    expect(error).toBeUndefined();
    expect(data).toBe("n");
    expect(seen.method).toBe("GET");
    expect(seen.url).toBe("/base/shelf/a%2Fb%20%C3%BC%3F%23/note/1%252F?v=1&language=en&tag=x&tag=y%26z");
    expect(seen.headers).toMatchObject({ "x-entry": "from-function", "x-operation": "read" });
    expect(seen.headers["x-trace"]).toBe("ü");
    expect(seen.headers["content-type"]).toBeUndefined();
    expect(seen.body).toBe("");
  });

  test("the call's own parameter goes before the client's", async () => {
    const { endpoint, seen } = await recording("<note/>");
    const client = createClient(NoteService, { endpoint, parameters: { ...parameters, lang: "en", trace: "client" } });
    await client.read({ path: { shelf: "s", id: "1" }, query: { lang: "fr" }, headers: {} });
    expect(seen.url).toBe("/shelf/s/note/1?language=fr");
    expect(seen.headers["x-trace"]).toBe("client");
  });

  test.each(["", ".", "..", "\ud800"])("the path value %j would lead elsewhere: refused", async (id) => {
    const { error } = await createClient(NoteService, { parameters }).read({ path: { shelf: "s", id } });
    expect(error).toMatchObject({ code: "xml.encode", path: "/path/id" });
  });

  test("a missing parameter is an error before anything is sent", async () => {
    const client = createClient(NoteService, { parameters });
    // @ts-expect-error the compiler says it, too
    expect((await client.read({ path: { shelf: "s" } })).error).toMatchObject({ code: "xml.encode", path: "/path/id" });
    const { error } = await createClient(NoteService).read({ path: { shelf: "s", id: "1" } });
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ code: "transport.credentials", message: expect.stringContaining("token") });
  });

  test("sends its message as text/xml, or as the contract's constant says", async () => {
    const { endpoint, seen } = await recording("");
    const { data, error } = await createClient(NoteService, { endpoint, parameters }).write({ body: "a & b" });
    expect([data, error]).toEqual([undefined, undefined]);
    expect(seen).toMatchObject({
      method: "PUT",
      url: "/",
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<note>a &amp; b</note>`,
    });
    expect(seen.headers["content-type"]).toBe("application/xml; charset=UTF-8");
  });

  test("sends its message in a field of a form", async () => {
    const { endpoint, seen } = await recording("<note>ok</note>");
    await createClient(NoteService, { endpoint, parameters }).post({ body: "1 + 1 & ü" });
    expect(seen.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(seen.body.startsWith("qf=xml&xml=%3C%3Fxml+version")).toBe(true);
    expect(new URLSearchParams(seen.body).get("xml")).toMatch(/<note>1 \+ 1 &amp; ü<\/note>$/);
  });
});

describe("raw bodies", () => {
  test("a string, bytes and a stream go out as they are", async () => {
    const { endpoint, seen } = await recording("done", 200, "text/csv");
    const client = createClient(NoteService, { endpoint, parameters });
    for (const content of ["Id\n1", new TextEncoder().encode("Id\n1"), new Blob(["Id\n1"]).stream()]) {
      const { data, error } = await client.transfer({ body: { contentType: "text/csv; charset=UTF-8", content } });
      expect(error).toBeUndefined();
      expect(await new Response(data).text()).toBe("done");
      expect(seen).toMatchObject({ url: "/transfer", body: "Id\n1" });
      expect(seen.headers["content-type"]).toBe("text/csv; charset=UTF-8");
    }
  });

  test("a body that is none is refused", async () => {
    // @ts-expect-error the compiler says it, too
    const { error } = await createClient(NoteService, { parameters }).transfer({ body: { content: 5 } });
    expect(error).toMatchObject({ code: "xml.encode", path: "/body" });
  });

  const transfer = async (endpoint: string, options: XmlClientOptions & { signal?: AbortSignal } = {}) => {
    const { signal, ...rest } = options;
    const client = createClient(NoteService, { endpoint, parameters, ...rest });
    return client.transfer({ body: { contentType: "a/b", content: "" } }, signal === undefined ? {} : { signal });
  };

  test("an answer larger than maxBytes streams through, beyond the deadline", async () => {
    const endpoint = await serve((_, response) => {
      response.write("a".repeat(1000));
      setTimeout(() => response.end("b"), 120);
    });
    const { data } = await transfer(endpoint, { maxBytes: 10, deadline: 60 });
    expect(await new Response(data).text()).toBe(`${"a".repeat(1000)}b`);
  });

  test("the deadline covers the headers", async () => {
    const endpoint = await serve(() => undefined);
    expect((await transfer(endpoint, { deadline: 50 })).error).toMatchObject({ code: "transport.deadline" });
  });

  test("the caller's signal ends the stream, and the server sees it", async () => {
    const closed = Promise.withResolvers<void>();
    const endpoint = await serve((_, response) => {
      response.on("close", () => closed.resolve());
      response.write("begin");
    });
    const controller = new AbortController();
    const { data } = await transfer(endpoint, { signal: controller.signal });
    const reader = data?.getReader();
    await reader?.read();
    const pending = reader?.read();
    controller.abort(new Error("t is enough"));
    await expect(pending).rejects.toMatchObject({
      code: "transport.aborted",
      cause: { message: "[redacted] is enough" },
    });
    await closed.promise;
  });

  test("a stream that is cancelled hangs up", async () => {
    const closed = Promise.withResolvers<void>();
    const endpoint = await serve((_, response) => {
      response.on("close", () => closed.resolve());
      response.write("begin");
    });
    const { data } = await transfer(endpoint);
    await data?.cancel();
    await closed.promise;
  });

  test("a stream that breaks says so", async () => {
    const endpoint = await serve((_, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("begin", () => response.destroy());
    });
    const { data } = await transfer(endpoint);
    await expect(new Response(data).text()).rejects.toMatchObject({ code: "transport.connection" });
  });

  test("a declared error comes under an error status", async () => {
    const { endpoint } = await recording("<problem>3</problem>", 400);
    expect((await transfer(endpoint)).error).toMatchObject({
      code: "service.error",
      detail: { name: "problem", value: 3 },
    });
  });
});

describe("the answer", () => {
  const read = async (body: string, status = 200, type = "text/xml") => {
    const { endpoint } = await recording(body, status, type);
    return createClient(NoteService, { endpoint, parameters }).read({ path: { shelf: "s", id: "1" } });
  };

  test.each([200, 400, 500])("a declared error under %i is a ServiceError", async (status) => {
    const { error, response } = await read("<problem>42</problem>", status);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code: "service.error", detail: { name: "problem", value: 42 }, status });
    expect(response?.status).toBe(status);
  });

  test("a declared error that cannot be decoded: the error of the document, or the status", async () => {
    expect((await read("<problem>x</problem>")).error).toMatchObject({ code: "xml.invalid" });
    expect((await read("<problem>x</problem>", 500)).error).toMatchObject({
      code: "http.status",
      cause: { code: "xml.invalid" },
    });
  });

  test("another root is XmlError under 200, HttpError under 500", async () => {
    expect((await read("<other/>")).error).toBeInstanceOf(XmlError);
    expect((await read("<other/>")).error).toMatchObject({ code: "xml.root", received: "other" });
    expect((await read("<other/>", 500)).error).toBeInstanceOf(HttpError);
    expect((await read("<note>n</note>", 500)).error).toMatchObject({ code: "http.status" });
  });

  test("HTML, text and nothing are HttpErrors", async () => {
    expect((await read("<html><p>hi</p></html>", 200, "text/html")).error).toMatchObject({
      code: "http.content",
      status: 200,
    });
    expect((await read("nope", 500, "text/plain")).error).toMatchObject({ code: "http.status", excerpt: "nope" });
    expect((await read("", 200, "")).error).toMatchObject({ code: "http.content", contentType: "", excerpt: "" });
  });

  test("an operation without an answer takes an empty one, any XML, and declared errors", async () => {
    const write = async (body: string, status: number) => {
      const { endpoint } = await recording(body, status);
      return createClient(NoteService, { endpoint, parameters }).write({ body: "x" });
    };
    expect(await write("", 201)).toMatchObject({ data: undefined, response: { status: 201 } });
    expect((await write("<fine/>", 200)).error).toBeUndefined();
    expect((await write("<problem>1</problem>", 200)).error).toMatchObject({ code: "service.error" });
    expect((await write("", 500)).error).toMatchObject({ code: "http.status" });
  });
});
