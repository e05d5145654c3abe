/** The way of a call over a real connection: deadlines, aborts, limits, broken connections, interceptors. */
import { once } from "node:events";
import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import {
  createClient,
  TransportError,
  type ClientOptions,
  type Interceptor,
  type SoapClientOptions,
} from "../../src/runtime/index.ts";
import { EchoService } from "../support/echo-service.ts";
import { deadAddress, serve, serveRaw } from "../support/server.ts";

const answer =
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
  `<EchoResponse xmlns="urn:echo"><Count>1</Count></EchoResponse></s:Body></s:Envelope>`;

function echo(endpoint: string, options: Omit<SoapClientOptions, "soapHeaders"> = {}) {
  const client = createClient(EchoService, { endpoint, ...options });
  return (call: Parameters<typeof client.Echo>[1] = {}) => client.Echo({ body: { Text: "hello" } }, call);
}

async function codeOf(call: Promise<{ readonly error?: Error }>): Promise<string> {
  const { error } = await call;
  expect(error).toBeInstanceOf(TransportError);
  return error instanceof TransportError ? error.code : "";
}

describe("deadline", () => {
  test("covers an answer that never begins", async () => {
    const endpoint = await serve(() => undefined);
    const started = performance.now();
    expect(await codeOf(echo(endpoint, { deadline: 80 })())).toBe("transport.deadline");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("covers a body that stalls, and hangs up", async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const endpoint = await serve((_, response) => {
      closed = once(response, "close");
      response.writeHead(200, { "Content-Type": "text/xml" });
      response.write("<s:Envelope");
    });
    const result = await echo(endpoint, { deadline: 80 })();
    expect(result.error).toMatchObject({ code: "transport.deadline", message: expect.stringContaining("80 ms") });
    expect(result.response?.status).toBe(200);
    await closed;
  });

  test("of a call goes before the client's", async () => {
    const endpoint = await serve(() => undefined);
    expect(await codeOf(echo(endpoint, { deadline: 60_000 })({ deadline: 50 }))).toBe("transport.deadline");
  });

  test("covers a fetch and a credential that know nothing of signals", async () => {
    const deaf: typeof fetch = () => new Promise<Response>(() => undefined);
    expect(await codeOf(echo("http://127.0.0.1:9", { fetch: deaf, deadline: 50 })())).toBe("transport.deadline");
    const client = createClient(EchoService, {
      deadline: 50,
      soapHeaders: { AuthenticationToken: () => new Promise<string>(() => undefined) },
    });
    expect(await codeOf(client.Echo({ body: { Text: "" } }))).toBe("transport.deadline");
  });

  test("covers a body stream that knows nothing of signals, and cancels it", async () => {
    let cancelled: unknown;
    const body = new ReadableStream<Uint8Array>({ cancel: (reason) => void (cancelled = reason) });
    const fetch = async (): Promise<Response> => new Response(body);
    expect(await codeOf(echo("http://127.0.0.1:9", { fetch, deadline: 50 })())).toBe("transport.deadline");
    expect(cancelled).toBeInstanceOf(TransportError);
  });

  test("hangs up on an answer that comes too late", async () => {
    const late = Promise.withResolvers<Response>();
    const cancelled = Promise.withResolvers<void>();
    const result = await echo("http://127.0.0.1:9", { fetch: () => late.promise, deadline: 30 })();
    expect(result.error?.code).toBe("transport.deadline");
    late.resolve(new Response(new ReadableStream({ cancel: () => cancelled.resolve() })));
    await cancelled.promise;
  });

  test("may be endless, and beyond what timers count", async () => {
    const endpoint = await serve((_, response) => void response.end(answer));
    for (const deadline of [Infinity, 2 ** 40])
      expect((await echo(endpoint, { deadline })()).data).toEqual({ Count: 1 });
  });

  test("leaves no timer behind", async () => {
    const endpoint = await serve((_, response) => void response.end(answer));
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const call = echo(endpoint, { deadline: 3_600_000 });
    const before = timers();
    await call();
    await echo(await deadAddress(), { deadline: 3_600_000 })();
    // The HTTP client of Node keeps at most one of its own.
    expect(timers()).toBeLessThanOrEqual(before + 1);
  });
});

describe("abort", () => {
  test("before the call: nothing is sent", async () => {
    let requests = 0;
    const endpoint = await serve((_, response) => void (requests++, response.end(answer)));
    const result = await echo(endpoint)({ signal: AbortSignal.abort(new Error("changed my mind")) });
    expect(result.error).toMatchObject({ code: "transport.aborted", cause: { message: "changed my mind" } });
    expect(requests).toBe(0);
  });

  test("before the call: a fetch that knows nothing of signals is not asked", async () => {
    let asked = 0;
    const fetch = async (): Promise<Response> => new Response(String(++asked));
    const call = echo("http://127.0.0.1:9", { fetch });
    expect(await codeOf(call({ signal: AbortSignal.abort() }))).toBe("transport.aborted");
    expect(asked).toBe(0);
  });

  test("during the call: the server sees it", async () => {
    const controller = new AbortController();
    const closed = Promise.withResolvers<void>();
    const endpoint = await serve((_, response) => {
      response.on("close", () => closed.resolve());
      response.write("<");
      controller.abort();
    });
    expect(await codeOf(echo(endpoint)({ signal: controller.signal }))).toBe("transport.aborted");
    await closed.promise;
  });

  test("leaves no listener on the caller's signal", async () => {
    const endpoint = await serve((_, response) => void response.end(answer));
    const { signal } = new AbortController();
    const call = echo(endpoint);
    await Promise.all(Array.from({ length: 5 }, () => call({ signal })));
    await echo(await deadAddress())({ signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("size", () => {
  test("a 200 MB answer is cut off at the limit, in flat memory", { timeout: 30_000 }, async () => {
    const total = 200 * 1024 * 1024;
    const chunk = Buffer.alloc(1024 * 1024, "x");
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    const endpoint = await serve((_, response) => {
      const pump = (): void => {
        while (sent < total && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once("drain", pump);
        }
        if (sent >= total) response.end();
      };
      response.on("close", () => closed.resolve());
      response.writeHead(200, { "Content-Type": "text/xml" });
      pump();
    });
    const before = process.memoryUsage();
    expect(await codeOf(echo(endpoint, { maxBytes: 2 * 1024 * 1024 })())).toBe("transport.size");
    await closed.promise;
    const after = process.memoryUsage();
    expect(sent).toBeLessThan(total / 2);
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(60 * 1024 * 1024);
  });

  test("an announced length over the limit is refused before anything is read", async () => {
    const closed = Promise.withResolvers<void>();
    const endpoint = await serve((_, response) => {
      response.on("close", () => closed.resolve());
      response.writeHead(200, { "Content-Length": String(200 * 1024 * 1024) });
      response.write("<");
    });
    const { error } = await echo(endpoint, { maxBytes: 1000 })();
    expect(error).toMatchObject({ code: "transport.size", message: expect.stringContaining("209715200") });
    await closed.promise;
  });

  test("an answer of exactly the limit is taken", async () => {
    const endpoint = await serve((_, response) => void response.end(answer));
    expect((await echo(endpoint, { maxBytes: answer.length })()).data).toEqual({ Count: 1 });
    expect((await echo(endpoint, { maxBytes: answer.length - 1 })()).error?.code).toBe("transport.size");
  });
});

describe("connection", () => {
  test("refused: with the system's code", async () => {
    const { error } = await echo(await deadAddress())();
    expect(error).toMatchObject({ code: "transport.connection", message: expect.stringContaining("ECONNREFUSED") });
    expect(error?.cause).toBeInstanceOf(Error);
  });

  test("a host that does not exist", async () => {
    expect(await codeOf(echo("http://nobody.invalid/", { deadline: 20_000 })())).toBe("transport.connection");
  });

  test("dropped before the answer", async () => {
    const endpoint = await serveRaw((socket) => socket.destroy());
    expect(await codeOf(echo(endpoint)())).toBe("transport.connection");
  });

  test.each([
    ["shorter than its Content-Length", `Content-Length: ${answer.length + 10}\r\n\r\n${answer}`],
    [
      "chunked without the last chunk",
      `Transfer-Encoding: chunked\r\n\r\n${answer.length.toString(16)}\r\n${answer}\r\n`,
    ],
  ])("a body %s", async (_, rest) => {
    const endpoint = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n${rest}`));
    const result = await echo(endpoint)();
    expect(result.error).toMatchObject({ code: "transport.connection" });
    expect(result.response?.status).toBe(200);
  });

  test("a fetch that does not mind the Content-Length is minded", async () => {
    const fetch = async (): Promise<Response> =>
      new Response(answer, { headers: { "Content-Length": String(answer.length + 1) } });
    expect(await codeOf(echo("http://127.0.0.1:9", { fetch })())).toBe("transport.connection");
  });

  test.each([
    ["compressed", { "Content-Encoding": "gzip" }, "default"],
    ["from another origin, where compression does not show", {}, "cors"],
  ])("the Content-Length of an answer %s counts other bytes", async (_, headers, type) => {
    const fetch = async (): Promise<Response> => {
      const response = new Response(answer, { headers: { ...headers, "Content-Length": String(answer.length + 1) } });
      return Object.defineProperty(response, "type", { value: type });
    };
    expect((await echo("http://127.0.0.1:9", { fetch })()).data).toEqual({ Count: 1 });
  });

  test("reset in the middle of the body", async () => {
    const endpoint = await serveRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<s:", () => socket.resetAndDestroy());
    });
    expect(await codeOf(echo(endpoint)())).toBe("transport.connection");
  });

  test("redirects are not followed: credentials do not travel on", async () => {
    let visits = 0;
    const other = await serve((_, response) => void (visits++, response.end(answer)));
    const endpoint = await serve((_, response) => void response.writeHead(307, { Location: other }).end());
    const { error } = await echo(endpoint)();
    expect(error).toMatchObject({ code: "http.status", status: 307 });
    // A body that comes piece by piece cannot be sent a second time.
    const streaming: Interceptor = (next) => (call) => next({ ...call, body: new Blob(["<a/>"]).stream() });
    expect(await codeOf(echo(endpoint, { interceptors: [streaming] })())).toBe("transport.connection");
    expect(visits).toBe(0);
  });
});

describe("interceptors", () => {
  test("the first is the outermost, and all see the call", async () => {
    const seen: string[] = [];
    const named =
      (name: string): Interceptor =>
      (next) =>
      async (call) => {
        seen.push(`${name} > ${call.service}.${call.operation} ${call.method}`);
        const response = await next(call);
        seen.push(`${name} < ${response.status}`);
        return response;
      };
    const endpoint = await serve((_, response) => void response.end(answer));
    await echo(endpoint, { interceptors: [named("a"), named("b")] })();
    expect(seen).toEqual(["a > EchoService.Echo POST", "b > EchoService.Echo POST", "b < 200", "a < 200"]);
  });

  test("may retry a broken connection", async () => {
    let requests = 0;
    const endpoint = await serve((request, response) => {
      if (++requests < 3) request.socket.destroy();
      else response.end(answer);
    });
    const retry: Interceptor = (next) => async (call) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await next(call);
        } catch (error) {
          if (attempt === 5 || !(error instanceof TransportError) || error.code !== "transport.connection") throw error;
        }
      }
    };
    expect((await echo(endpoint, { interceptors: [retry] })()).data).toEqual({ Count: 1 });
    expect(requests).toBe(3);
  });

  test("see why a call ends: the deadline is no broken connection", async () => {
    const seen: unknown[] = [];
    const watching: Interceptor = (next) => async (call) => {
      try {
        return await next(call);
      } catch (error) {
        seen.push(error);
        throw error;
      }
    };
    const endpoint = await serve(() => undefined);
    await echo(endpoint, { interceptors: [watching], deadline: 40 })();
    await new Promise((later) => setTimeout(later, 20));
    expect(seen).toMatchObject([{ code: "transport.deadline" }]);
  });

  test("are set up once for a client, not once a call", async () => {
    let setUp = 0;
    const counting: Interceptor = (next) => {
      setUp++;
      return next;
    };
    const endpoint = await serve((_, response) => void response.end(answer));
    const call = echo(endpoint, { interceptors: [counting] });
    await Promise.all([call(), call(), call()]);
    expect(setUp).toBe(1);
  });

  test("what one throws is an error of the call", async () => {
    const broken: Interceptor = () => () => Promise.reject(new RangeError("out of luck"));
    const { error } = await echo("http://127.0.0.1:9", { interceptors: [broken] })();
    expect(error).toMatchObject({
      code: "transport.interceptor",
      cause: { name: "RangeError", message: "out of luck" },
    });
  });

  test("what a callback throws is an error of the call", async () => {
    const endpoint = await serve((_, response) => void response.end(answer.replace("<Count>", "<New/><Count>")));
    const onUnexpected = (): never => {
      throw new Error("listener");
    };
    const { error } = await echo(endpoint, { onUnexpected })();
    expect(error).toMatchObject({ code: "transport.interceptor", cause: { message: "listener" } });
  });
});

describe("many calls at once", () => {
  test("each gets its own answer, token and deadline", async () => {
    const endpoint = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const token = /<s?:?\w*:?AuthenticationToken>(\d+)</.exec(Buffer.concat(chunks).toString())?.[1] ?? "0";
      setTimeout(() => response.end(answer.replace(">1<", `>${token}<`)), Number(token) % 3);
    });
    let issued = 0;
    const client = createClient(EchoService, {
      endpoint,
      soapHeaders: { AuthenticationToken: async () => String(++issued) },
    } satisfies ClientOptions & { soapHeaders: object });
    const results = await Promise.all(Array.from({ length: 40 }, () => client.Echo({ body: { Text: "x" } })));
    const counts = results.map(({ data }) => Number(data?.Count)).sort((left, right) => left - right);
    expect(counts).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

test.each(["user:hunter2@nowhere", "/relative/hunter2", "https://{hunter2}.example/", "hunter2"])(
  "the endpoint %j is refused when the client is made, without repeating it",
  (endpoint) => {
    expect(() => createClient(EchoService, { endpoint })).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.not.stringContaining("hunter2") }),
    );
  },
);
