/** Our clients of rpc and SOAP 1.2 ports against somebody else's server: node-soap, serving the same contract. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { listen, type IServices } from "soap";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient } from "../src/runtime/index.ts";
import { MeasuringService } from "./cases/wsdl/rpc-literal/expected.ts";
import { DivisionSoap12 } from "./cases/wsdl/soap12/expected.ts";

/** Serves the contract of a case; answers the address. */
async function served(feature: string, services: IServices, forceSoap12 = false): Promise<string> {
  const server = createServer((request) => void request.socket.destroy());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const contract = readFileSync(join(import.meta.dirname, "cases", "wsdl", feature, "service.wsdl"), "utf8");
  listen(server, { path: "/", services, xml: contract, forceSoap12Headers: forceSoap12 });
  return `http://127.0.0.1:${address.port}/`;
}

describe("a node-soap server", () => {
  test("understands rpc/literal, and is understood", async () => {
    const received: unknown[] = [];
    const Measure = (request: unknown): unknown => {
      received.push(request);
      return { result: 2.5, unit: "km" };
    };
    const endpoint = await served("rpc-literal", { MeasuringService: { Measuring: { Measure } } });
    const path = [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ];
    const { data, error } = await createClient(MeasuringService, { endpoint }).Measure({ body: { path, unit: "m" } });
    expect([data, error]).toEqual([{ result: 2.5, unit: "km" }, undefined]);
    // It knows no types inside of a part's type.
    const texts = path.map(({ x, y }) => ({ x: String(x), y: String(y) }));
    expect(received).toEqual([{ path: { Point: texts }, unit: "m" }]);
  });

  test("understands SOAP 1.2, and is understood", async () => {
    const Divide = ({ a, b }: { a: number; b: number }): unknown => ({ quotient: Math.trunc(a / b) });
    const endpoint = await served(
      "soap12",
      { DivisionService: { DivisionSoap12: { Divide }, DivisionSoap: { Divide } } },
      true,
    );
    const { data, error } = await createClient(DivisionSoap12, { endpoint }).Divide({ body: { a: 7, b: 2 } });
    expect([data, error]).toEqual([{ quotient: 3 }, undefined]);
  });
});
