/** Contracts from the network: only ever for an address that the user gave, or that such a document imports. */

/** Fetches a document within half a minute. */
export async function fetchDocument(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`the server answers with HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
