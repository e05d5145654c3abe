/** The operations of Salesforce's Bulk API by method and path. */

/** The operation that method and path stand for. */
export function salesforceOperation(method: string, steps: readonly string[]): string {
  const [job, , batch, , last, result] = steps;
  const shape = [
    job,
    steps.length > 1 ? "*" : "",
    batch,
    steps.length > 3 ? "*" : "",
    last,
    result === undefined ? "" : "*",
  ];
  const pattern = `${method} ${shape.filter((step) => step !== undefined && step !== "").join("/")}`;
  return shapes[pattern] ?? "unknown";
}

const shapes: Readonly<Record<string, string>> = {
  "POST job": "createJob",
  "GET job/*": "getJob",
  "POST job/*": "updateJob",
  "POST job/*/batch": "createBatch",
  "GET job/*/batch": "listBatches",
  "GET job/*/batch/*": "getBatch",
  "GET job/*/batch/*/request": "getBatchRequest",
  "GET job/*/batch/*/result": "getBatchResult",
  "GET job/*/batch/*/result/*": "getQueryResult",
};
