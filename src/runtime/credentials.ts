import { TransportError } from "./errors.ts";
import type { Secret } from "./service.ts";

/**
 * The value of a credential that is one, or a function.
 *
 * @param message what to say where the function fails
 * @throws TransportError `transport.credentials`
 */
export async function obtain(secret: Secret, message: string): Promise<string> {
  let value: unknown;
  try {
    value = typeof secret === "function" ? await secret() : secret;
  } catch (cause) {
    throw new TransportError("transport.credentials", message, { cause });
  }
  if (typeof value === "string") return value;
  throw new TransportError("transport.credentials", `${message}: not a string`);
}
