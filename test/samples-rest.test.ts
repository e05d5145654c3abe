/** The sample messages of SuperOffice, as an HTTP answer delivers them. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, ServiceError } from "../src/runtime/index.ts";
import { superOffice } from "../src/superoffice.ts";
import { BatchTaskApi } from "../generated/superoffice/batch-task.ts";
import { sharedPath } from "./support/shared.ts";

const samples = sharedPath("samples", "superoffice");

describe.skipIf(samples === undefined)("sample messages of SuperOffice (skipped: no samples at hand)", () => {
  let server: Server;
  let endpoint = "";

  /** Which sample answers which address, under which status. */
  const answers: Readonly<Record<string, readonly [status: number, file: string]>> = {
    "/api/v1/BatchTask/212": [200, "seed_get_batchtask_by_id_response.json"],
    "/api/v1/BatchTask/Started": [200, "doc_get_batchtask_by_state_response.json"],
    "/api/v1/BatchTask/404": [404, "doc_error_404_body.json"],
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const [status, file] = answers[request.url ?? ""] ?? [500, ""];
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
      response.end(file === "" ? "" : readFileSync(`${samples}/${file}`));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    endpoint = `http://127.0.0.1:${address.port}/api/v1`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test("seed_get_batchtask_by_id_response: State All, seven fractional digits", async () => {
    const { data, error } = await createClient(BatchTaskApi, { endpoint }).GET("/BatchTask/{id}", {
      params: { path: { id: 212 } },
    });
    expect(error).toBeUndefined();
    expect(data).toMatchObject({
      Id: 212,
      State: "All",
      Created: "2019-10-02T14:34:02.7132229+02:00",
      TableRight: null,
      ParameterObject: { ParameterObject1: "selectionId=1234", ParameterObject2: "format=csv" },
      FieldProperties: { fieldName: { FieldRight: null, FieldType: "System.String", FieldLength: 217 } },
    });
    const so = superOffice({ endpoint, token: "planted" });
    const job = await so.status(so.task(212));
    expect(job).toMatchObject({ state: "unknown", terminal: false, rawState: "All", progress: 1 });
    expect(job.raw.FileName).toBe("campaign_export_2024.csv");
  });

  test("doc_get_batchtask_by_state_response: the other GET on the same shape of path is a list", async () => {
    const { data, error } = await createClient(BatchTaskApi, { endpoint }).GET("/BatchTask/Started");
    expect(error).toBeUndefined();
    expect(data?.map((task) => [task.Id, task.ProgressPercent])).toEqual([[713, 759]]);
  });

  test("doc_error_404_body: a typed error", async () => {
    const { error } = await createClient(BatchTaskApi, { endpoint }).GET("/BatchTask/{id}", {
      params: { path: { id: 404 } },
    });
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ status: 404, detail: { Error: true, ErrorType: "SoNotFoundException" } });
  });
});
