/**
 * Our client against somebody else's server: node-soap, serving the vendor's own WSDL, reads what we send and answers. What it
 * received on the wire is then compared with the seed's request.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { listen as soapListen } from "soap";
import { slimdom } from "./support/dom.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, SoapFault } from "../src/runtime/index.ts";
import { BulkService } from "../generated/microsoft-advertising/bulk-service.ts";
import { sharedPath } from "./support/shared.ts";

const tns = "https://bingads.microsoft.com/CampaignManagement/v13";
const adapi = "https://adapi.microsoft.com";
const soapEnvelope = "http://schemas.xmlsoap.org/soap/envelope/";
const original = sharedPath("originals", "microsoft-advertising", "BulkService-v13.wsdl");

describe.skipIf(original === undefined)(
  "a node-soap server of the vendor's WSDL (skipped: no originals at hand)",
  () => {
    let server: Server;
    let endpoint = "";
    /** What was sent. */
    const received: { readonly body: string; readonly action: string | null }[] = [];

    beforeAll(async () => {
      server = createServer((request) => {
        // node-soap takes POSTs away from here; what reaches this is a mistake.
        request.socket.destroy();
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      endpoint = `http://127.0.0.1:${address.port}/bulk`;
      soapListen(server, {
        path: "/bulk",
        xml: readFileSync(original ?? "", "utf8"),
        services: {
          BulkService: {
            BasicHttpBinding_IBulkService: {
              GetBulkUploadStatus: (input: { RequestId?: string }) => {
                if (input.RequestId === "broken") {
                  throw {
                    Fault: {
                      faultcode: "s:Server",
                      faultstring: "Invalid client data",
                      detail: {
                        AdApiFaultDetail: {
                          attributes: { xmlns: adapi },
                          TrackingId: "t",
                          Errors: {
                            AdApiError: [{ Code: 109, ErrorCode: "AuthenticationTokenExpired", Message: "expired" }],
                          },
                        },
                      },
                    },
                  };
                }
                return { PercentComplete: 40, RequestStatus: "InProgress" };
              },
              GetBulkUploadUrl: (input: { AccountId?: string }) => ({
                RequestId: String(input.AccountId),
                UploadUrl: "https://example.com/upload",
              }),
            },
          },
        },
      });
    });

    afterAll(() => {
      server.close();
      server.closeAllConnections();
    });

    /** Records what is sent on its way to the network. */
    const recorded: typeof fetch = (input, init) => {
      const body = init?.body;
      const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
      received.push({ body: text, action: new Headers(init?.headers).get("SOAPAction") });
      return fetch(input, init);
    };

    const client = () =>
      createClient(BulkService, {
        endpoint,
        fetch: recorded,
        soapHeaders: {
          DeveloperToken: "developer-token",
          AuthenticationToken: () => Promise.resolve("access-token"),
          CustomerId: "2",
          CustomerAccountId: "1",
        },
      });

    test("GetBulkUploadStatus is understood and its answer typed", async () => {
      const { data, error } = await client().GetBulkUploadStatus({ body: { RequestId: "42" } });
      expect(error).toBeUndefined();
      expect(data).toMatchObject({ PercentComplete: 40, RequestStatus: "InProgress" });
    });

    test("the envelope has the header and body elements of the seed, in that order and namespace", async () => {
      await client().GetBulkUploadStatus({ body: { RequestId: "42" } });
      const sent = received.at(-1);
      expect(sent?.action).toBe('"GetBulkUploadStatus"');
      const envelope = slimdom(sent?.body ?? "");
      expect([envelope.namespace, envelope.localName]).toEqual([soapEnvelope, "Envelope"]);
      const [header, body] = envelope.children;
      expect([header?.namespace, header?.localName, body?.namespace, body?.localName]).toEqual([
        soapEnvelope,
        "Header",
        soapEnvelope,
        "Body",
      ]);
      expect(header?.children.map((child) => [child.namespace, child.localName, child.text])).toEqual([
        [tns, "AuthenticationToken", "access-token"],
        [tns, "CustomerAccountId", "1"],
        [tns, "CustomerId", "2"],
        [tns, "DeveloperToken", "developer-token"],
      ]);
      expect(body?.children.map((child) => [child.namespace, child.localName])).toEqual([
        [tns, "GetBulkUploadStatusRequest"],
      ]);
      expect(body?.children[0]?.children.map((child) => [child.namespace, child.localName, child.text])).toEqual([
        [tns, "RequestId", "42"],
      ]);
    });

    test("a 64-bit id arrives as it was given", async () => {
      const { data } = await client().GetBulkUploadUrl({
        body: { ResponseMode: "ErrorsOnly", AccountId: 9007199254740993n },
      });
      expect(received.at(-1)?.body).toContain(">9007199254740993<");
      expect(data?.UploadUrl).toBe("https://example.com/upload");
    });

    test("its fault arrives typed", async () => {
      const { error } = await client().GetBulkUploadStatus({ body: { RequestId: "broken" } });
      expect(error).toBeInstanceOf(SoapFault);
      if (!(error instanceof SoapFault) || error.detail?.name !== "AdApiFaultDetail")
        throw new Error("not the declared fault");
      expect(error.detail.value?.Errors?.[0]?.Code).toBe(109);
    });
  },
);
