/** HTTP bindings of a WSDL, over real HTTP: parameters in the URL and in forms, XML bodies, bytes. */
import { describe, expect, test } from "vitest";
import { createClient } from "../../src/runtime/index.ts";
import { Rates, TellingPost } from "../cases/wsdl/http/expected.ts";
import { bodyOf, serve } from "../support/server.ts";

const rate = '<Rate xmlns="urn:cases">1.5</Rate>';

async function answering(
  answer: string,
  type = "text/xml",
): Promise<{ readonly endpoint: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const endpoint = await serve(async (request, response) => {
    const { method, url, headers } = request;
    seen.push([method, url, headers["content-type"] ?? "", await bodyOf(request)].join(" "));
    response.writeHead(200, { "Content-Type": type }).end(answer);
  });
  return { endpoint: `${endpoint}/Rates.asmx`, seen };
}

describe("an HTTP binding", () => {
  const query = { from: "a&b", amount: 3, exact: true, tag: ["x", "y"] };

  test("puts parts into the query", async () => {
    const { endpoint, seen } = await answering(rate);
    expect(await createClient(Rates, { endpoint }).Rate({ query })).toMatchObject({ data: 1.5 });
    expect(seen).toEqual(["GET /Rates.asmx/Rate?from=a%26b&amount=3&exact=true&tag=x&tag=y  "]);
  });

  test("puts parts into the path", async () => {
    const { endpoint, seen } = await answering(rate);
    const { data } = await createClient(Rates, { endpoint }).Past({ path: { year: 2001, currency: "a/b" } });
    expect(data).toBe(1.5);
    expect(seen).toEqual(["GET /Rates.asmx/past/2001/a%2Fb.xml  "]);
  });

  test("answers bytes where the contract says no element", async () => {
    const { endpoint } = await answering("png", "image/png");
    const { data } = await createClient(Rates, { endpoint }).Chart();
    expect(await new Response(data).text()).toBe("png");
  });

  test("puts parts into a form", async () => {
    const { endpoint, seen } = await answering(rate);
    expect(await createClient(TellingPost, { endpoint }).Rate({ form: query })).toMatchObject({ data: 1.5 });
    expect(seen).toEqual([
      "POST /Rates.asmx/Rate application/x-www-form-urlencoded from=a%26b&amount=3&exact=true&tag=x&tag=y",
    ]);
  });

  test("sends an element as the body, and expects no answer", async () => {
    const { endpoint, seen } = await answering("");
    const { data, error } = await createClient(TellingPost, { endpoint }).Tell({ body: "n" });
    expect([data, error]).toEqual([undefined, undefined]);
    expect(seen[0]).toMatch(/^POST \/Rates.asmx\/Tell text\/xml <\?xml .*Note[^>]*>n<\/\w+:Note>$/s);
  });
});
