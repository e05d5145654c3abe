/** WS-Addressing: where requests have its header entries, and what they say. */
import { describe, expect, test } from "vitest";
import { createClient, type Unexpected } from "../../src/runtime/index.ts";
import { Pings, Required } from "../cases/wsdl/addressing/expected.ts";
import { slimdom } from "../support/dom.ts";
import { bodyOf, serve } from "../support/server.ts";

const wsa = "http://www.w3.org/2005/08/addressing";
const soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
const soap12 = "http://www.w3.org/2003/05/soap-envelope";

/** A server that says in its answer what it answers to; `seen` has the header entries of the requests. */
async function answering(
  namespace: string,
): Promise<{ readonly endpoint: string; readonly seen: [string, string][][] }> {
  const seen: [string, string][][] = [];
  const endpoint = await serve(async (request, response) => {
    const header = slimdom(await bodyOf(request)).children.find(({ localName }) => localName === "Header");
    seen.push((header?.children ?? []).map(({ namespace: own, localName, text }) => [`{${own}}${localName}`, text]));
    const answered = `<a:RelatesTo xmlns:a="${wsa}">x</a:RelatesTo><a:Action xmlns:a="${wsa}" e:mustUnderstand="1">y</a:Action>`;
    response.end(
      `<e:Envelope xmlns:e="${namespace}"><e:Header>${answered}</e:Header><e:Body><Pong xmlns="urn:cases">p</Pong></e:Body></e:Envelope>`,
    );
  });
  return { endpoint, seen };
}

describe("WS-Addressing", () => {
  test("is spoken where the contract asks for it, with the action that it says", async () => {
    const { endpoint, seen } = await answering(soap12);
    const client = createClient(Required, { endpoint, mode: "strict" });
    for (const operation of [client.Said, client.Soap, client.Default]) {
      expect(await operation({ body: "p" })).toMatchObject({ data: "p" });
    }
    const [first, ...others] = seen;
    expect(first).toEqual([
      [`{${wsa}}To`, `${endpoint}/`],
      [`{${wsa}}Action`, "urn:cases:said"],
      [`{${wsa}}MessageID`, expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/)],
      [`{${wsa}}ReplyTo`, `${wsa}/anonymous`],
    ]);
    expect(others.map((entries) => entries[1]?.[1])).toEqual(["urn:soap", "urn:cases:Pinging:DefaultRequest"]);
    expect(new Set(seen.map((entries) => entries[2]?.[1])).size).toBe(3);
    expect([Required.operations.Named.addressingAction, Required.operations.Once.addressingAction]).toEqual([
      "urn:cases:Pinging:Call",
      "urn:cases:Pinging:Once",
    ]);
  });

  test("is spoken elsewhere where the caller wants it", async () => {
    const { endpoint, seen } = await answering(soap11);
    const unexpected: Unexpected[] = [];
    const options = { endpoint, onUnexpected: (found: Unexpected): void => void unexpected.push(found) };
    await createClient(Pings, options).Said({ body: "p" });
    expect(seen).toEqual([[]]);
    expect(unexpected.map(({ path }) => path)).toEqual(["/Envelope/Header/RelatesTo", "/Envelope/Header/Action"]);
    await createClient(Pings, { ...options, addressing: true }).Said({ body: "p" });
    expect(seen[1]?.[1]).toEqual([`{${wsa}}Action`, "urn:cases:said"]);
    expect(unexpected).toHaveLength(2);
    await createClient(Required, { endpoint, addressing: false }).Said({ body: "p" });
    expect(seen[2]).toEqual([]);
  });
});
