/** No credential leaves a call in an error, whichever way the call fails and however the answer escapes what it repeats. */
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  authorization,
  bearer,
  createClient,
  type CallError,
  type Interceptor,
  type RestService,
  rest,
} from "../../src/runtime/index.ts";
import { Secrets } from "../../src/runtime/redact.ts";
import { EchoService, NoteService } from "../support/echo-service.ts";
import { deadAddress, serve } from "../support/server.ts";

/** Credentials that every escaping changes. */
const token = `tök en/"&<'>+%=\\secret`;
const password = "p@ss w&rd!";

/** Everything that a person or a log could get to see of an error. */
function shown(error: unknown): string {
  const seen: string[] = [];
  const look = (value: unknown, depth: number): void => {
    if (typeof value === "string") seen.push(value);
    if (typeof value !== "object" || value === null || depth > 10) return;
    for (const key of Reflect.ownKeys(value)) look(Reflect.get(value, key), depth + 1);
  };
  look(error, 0);
  return [...seen, inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error)].join("\n");
}

function escapesOf(secret: string): readonly string[] {
  const xml = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ x: secret }).toString().slice(2),
    xml,
    xml.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    xml.replaceAll('"', "&#x22;").replaceAll("'", "&apos;"),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(secret)
      .slice(1, -1)
      .replaceAll("/", "\\/")
      .replace(/[^\u0020-\u007e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ];
}

function expectHidden(error: CallError | Error | undefined, ...secrets: readonly string[]): void {
  expect(error).toBeInstanceOf(Error);
  const text = shown(error);
  // Node's inspect escapes once more: compare without any escaping in between, too.
  for (const secret of secrets) for (const form of escapesOf(secret)) expect(text).not.toContain(form);
}

const everyEscape = [...escapesOf(token), ...escapesOf(password)].join(" | ");

describe("SOAP", () => {
  const client = (endpoint: string, more: object = {}) =>
    createClient(EchoService, {
      endpoint,
      soapHeaders: { AuthenticationToken: async () => token, CustomerId: "4711" },
      ...more,
    });
  const request = { body: { Text: "hello", Password: password } } as const;

  test("an error page that repeats the request", async () => {
    const endpoint = await serve(
      (_, response) => void response.writeHead(502, { "Content-Type": "text/html" }).end(everyEscape),
    );
    const { error } = await client(endpoint).Echo(request);
    expectHidden(error, token, password);
    expect(error).toMatchObject({ code: "http.status", excerpt: expect.stringContaining("[redacted] | [redacted]") });
  });

  test("a fault that repeats it in its text and in its detail", async () => {
    const escaped = token.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const endpoint = await serve((_, response) => {
      response.writeHead(500, { "Content-Type": "text/xml; charset=utf-8" }).end(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode>
        <faultstring>bad ${escaped}</faultstring><detail><TextFault xmlns="urn:echo">no ${escaped}</TextFault>
        <o a="${escaped.replaceAll('"', "&quot;")}">${escaped}</o></detail></s:Fault></s:Body></s:Envelope>`,
      );
    });
    const { error } = await client(endpoint).Echo(request);
    expectHidden(error, token);
    expect(error).toMatchObject({
      code: "soap.fault",
      faultString: "bad [redacted]",
      detail: { name: "TextFault", value: "no [redacted]" },
    });
  });

  test("a value that cannot be decoded", async () => {
    const endpoint = await serve((_, response) => {
      response.end(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><EchoResponse xmlns="urn:echo">
        <Count>${password.replaceAll("&", "&amp;")}</Count></EchoResponse></s:Body></s:Envelope>`,
      );
    });
    const { error } = await client(endpoint).Echo(request);
    expectHidden(error, password);
    expect(error?.code).toBe("xml.invalid");
  });

  test("a value that cannot be encoded", async () => {
    const bad = `${password}\u0000 and more`;
    const { error } = await client("http://127.0.0.1:9").Echo({ body: { Text: "", Password: bad } });
    expect(error?.code).toBe("xml.encode");
    expect(shown(error)).not.toContain(password);
  });

  test("a beginning of it, where a text was cut", async () => {
    const long = `eyJ${"abcdefgh0123456789".repeat(20)}`;
    const endpoint = await serve((_, response) => {
      response.end(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><EchoResponse xmlns="urn:echo">
        <Count>${long}</Count></EchoResponse></s:Body></s:Envelope>`,
      );
    });
    const { error } = await client(endpoint, { soapHeaders: { AuthenticationToken: long } }).Echo({
      body: { Text: "" },
    });
    expect(error?.code).toBe("xml.invalid");
    expect(shown(error)).not.toContain("eyJabc");
    expect(shown(error)).toContain("[redacted]");
  });

  test("what is no credential stays readable", async () => {
    const endpoint = await serve((_, response) => void response.writeHead(500).end("customer 4711 said hello"));
    const { error } = await client(endpoint).Echo(request);
    expect(error).toMatchObject({ excerpt: "customer 4711 said hello" });
  });
});

describe("transport", () => {
  const planted = new Error(`request with ${token} failed`, { cause: { headers: { Authorization: token } } });

  test("what fetch throws, its cause and its stack", async () => {
    const fetch = (): Promise<Response> =>
      Promise.reject(
        Object.assign(new TypeError(`fetch failed for ${token}`, { cause: planted }), {
          code: "E_FETCH",
          request: { token },
        }),
      );
    const client = createClient(EchoService, { fetch, soapHeaders: { DeveloperToken: token } });
    const { error } = await client.Echo({ body: { Text: "" } });
    expectHidden(error, token);
    expect(error).toMatchObject({
      code: "transport.connection",
      cause: { name: "TypeError", message: "fetch failed for [redacted]" },
    });
  });

  test("a URL with user name, password and token", async () => {
    const endpoint = `${(await deadAddress()).replace("http://", `http://me:${encodeURIComponent(password)}@`)}/?access_token=${encodeURIComponent(token)}`;
    const { error } = await createClient(EchoService, { endpoint }).Echo({ body: { Text: "" } });
    expectHidden(error, token, password);
    expect(error?.code).toBe("transport.connection");
  });

  test("the reason of an abort", async () => {
    const signal = AbortSignal.abort(planted);
    const client = createClient(NoteService, { parameters: { token }, interceptors: [bearer(token)] });
    const { error } = await client.write({ body: "x" }, { signal });
    expect(error?.code).toBe("transport.aborted");
    expect(inspect(error, { depth: 20 })).not.toContain("Authorization");
  });

  test("an interceptor's own error, with the credential that it set", async () => {
    const leaky: Interceptor = (next) => (call) => {
      if (call.headers.has("authorization")) throw new Error(`sent ${call.headers.get("authorization")}`);
      return next(call);
    };
    const key = "k3y-of-the-house";
    const options = { interceptors: [authorization("SoTicket", () => key), leaky] };
    const { error } = await createClient(EchoService, options).Echo({ body: { Text: "" } });
    expectHidden(error, key);
    expect(error).toMatchObject({ cause: { message: "sent SoTicket [redacted]" } });
  });

  test("a credential among the client's headers, before anything is sent", async () => {
    const key = "k3y-of-the-house";
    const early: Interceptor = () => (call) =>
      Promise.reject(new Error(`about to send ${call.headers.get("x-api-key")}`));
    const options = { headers: { "X-Api-Key": key }, interceptors: [early] };
    const { error } = await createClient(EchoService, options).Echo({ body: { Text: "" } });
    expect(error).toMatchObject({ cause: { message: "about to send [redacted]" } });
  });

  test("headers that say credential, basic credentials decoded too", async () => {
    const endpoint = await serve(
      (_, response) =>
        void response.writeHead(401).end("user me, password open-sesame, key s3ss10n-id, bWU6b3Blbi1zZXNhbWU="),
    );
    const client = createClient(EchoService, {
      endpoint,
      headers: { "X-SFDC-Session": "s3ss10n-id" },
      interceptors: [authorization("Basic", btoa("me:open-sesame"))],
    });
    const { error } = await client.Echo({ body: { Text: "" } });
    expect(error).toMatchObject({ excerpt: "user me, password [redacted], key [redacted], [redacted]" });
  });

  test.each([
    bearer(() => Promise.reject(new Error("no network"))),
    authorization("Basic", () => {
      throw new Error("no network");
    }),
  ])("a credential that cannot be obtained is an error of its own", async (interceptor) => {
    const { error } = await createClient(EchoService, { interceptors: [interceptor] }).Echo({ body: { Text: "" } });
    expect(error).toMatchObject({ code: "transport.credentials", cause: { message: "no network" } });
  });

  test("a credential that is no string is none", async () => {
    // @ts-expect-error the compiler says it, too
    const { error } = await createClient(EchoService, {
      soapHeaders: { AuthenticationToken: async () => undefined },
    }).Echo({
      body: { Text: "" },
    });
    expect(error).toMatchObject({ code: "transport.credentials", message: expect.stringContaining("not a string") });
  });

  test("a header entry that cannot be obtained is, too", async () => {
    const client = createClient(EchoService, {
      soapHeaders: { AuthenticationToken: () => Promise.reject(new Error("no network")) },
    });
    const { error } = await client.Echo({ body: { Text: "" } });
    expect(error).toMatchObject({
      code: "transport.credentials",
      message: expect.stringContaining("AuthenticationToken"),
    });
  });
});

describe("plain XML", () => {
  test("a secret parameter, in every error path", async () => {
    const endpoint = await serve((request, response) => {
      const bodies: Record<string, string> = {
        "/notes/shelf/html/note/1": `<html>${everyEscape}</html>`,
        "/notes/shelf/problem/note/1": `<problem>${token.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</problem>`,
      };
      response
        .writeHead(200, { "Content-Type": "text/xml; charset=utf-8" })
        .end(bodies[request.url ?? ""] ?? everyEscape);
    });
    const client = createClient(NoteService, { endpoint: `${endpoint}/notes`, parameters: { token } });
    for (const shelf of ["html", "problem", "text"]) {
      const { error } = await client.read({ path: { shelf, id: "1" } });
      expectHidden(error, token);
      expect(shown(error)).toContain(shelf === "problem" ? "xml.invalid" : "[redacted]");
    }
  });

  test("a header that HTTP does not allow", async () => {
    const client = createClient(NoteService, { parameters: { token: "line\nbreak-t0ken" } });
    const { error } = await client.write({ body: "x" });
    expectHidden(error, "break-t0ken");
    expect(error?.code).toBe("xml.encode");
  });
});

describe("REST", () => {
  interface Paths {
    readonly "/x/{id}": {
      readonly post: {
        readonly parameters: { readonly path: { readonly id: string }; readonly query: { readonly api_key: string } };
        readonly requestBody: { readonly content: { readonly "application/json": { readonly password: string } } };
        readonly responses: {
          readonly 204: { readonly content?: never };
          readonly 400: { readonly content: { readonly "application/json": { readonly message: string } } };
        };
      };
    };
  }
  const service: RestService<Paths> = {
    protocol: rest,
    name: "X",
    endpoint: "http://127.0.0.1:9",
    errors: { "POST /x/{id}": ["400"] },
  };

  test.each([
    [400, "application/json", JSON.stringify({ message: `${token} ${password}` })],
    [500, "application/json", JSON.stringify({ message: `${token} ${password}` })],
    [200, "application/json", `{${everyEscape}`],
    [200, "text/html", everyEscape],
  ])("HTTP %i with %s", async (status, type, body) => {
    const endpoint = await serve((_, response) => void response.writeHead(status, { "Content-Type": type }).end(body));
    const client = createClient(service, { endpoint });
    const { error } = await client.POST("/x/{id}", {
      params: { path: { id: "1" }, query: { api_key: token } },
      body: { password },
    });
    expectHidden(error, token, password);
    expect(shown(error)).toContain("[redacted]");
  });
});

test("REST: an address with user name and password", async () => {
  const service: RestService<{ readonly "/x": { readonly get: { readonly responses: {} } } }> = {
    protocol: rest,
    name: "X",
    endpoint: `http://me:${encodeURIComponent(password)}@127.0.0.1:9/`,
  };
  const { error } = await createClient(service).GET("/x");
  expectHidden(error, password);
});

describe("the redaction itself", () => {
  test("short secrets are words, not letters", () => {
    const secrets = new Secrets();
    for (const secret of ["a", "ab", "", "  "]) secrets.add(secret);
    expect(secrets.redact("a cab, ab: alas")).toBe("[redacted] cab, [redacted]: alas");
  });

  test("the longer of two secrets wins, whatever their order", () => {
    const secrets = new Secrets();
    secrets.add("alpha");
    secrets.add("alphabet");
    expect(secrets.redact("alphabet alpha")).toBe("[redacted] [redacted]");
  });

  test("secrets are not patterns", () => {
    const secrets = new Secrets();
    secrets.add("a.*b[c]$");
    expect(secrets.redact("axxb a.*b[c]$")).toBe("axxb [redacted]");
  });

  test("what comes late counts as well", () => {
    const secrets = new Secrets();
    secrets.add("first-one");
    expect(secrets.redact("first-one second-one")).toBe("[redacted] second-one");
    secrets.add("second-one");
    expect(secrets.redact("first-one second-one")).toBe("[redacted] [redacted]");
  });
});
