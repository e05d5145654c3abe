/** Line ends as XML wants them (2.11). */
export function normalised(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}

/** Line ends of XML 1.1 (2.11 there). */
export function normalisedLater(raw: string): string {
  return raw.replace(/\r[\n\u0085]?|[\u0085\u2028]/g, "\n");
}
