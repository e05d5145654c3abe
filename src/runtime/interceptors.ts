import { obtain } from "./credentials.ts";
import type { Interceptor, Secret } from "./service.ts";

/**
 * Sends `Authorization: Bearer …` (RFC 6750) with every call.
 *
 * @param token a value, or a function that is asked before every call
 */
export function bearer(token: Secret): Interceptor {
  return authorization("Bearer", token);
}

/**
 * Sends an `Authorization` header (RFC 9110, 11.6.2) with every call.
 *
 * @param scheme `Basic`, `SoTicket`, …
 * @param credentials what stands behind the scheme: a value, or a function that is asked before every call. The call ends with
 * `transport.credentials` where the function fails.
 */
export function authorization(scheme: string, credentials: Secret): Interceptor {
  return (next) => async (call) => {
    const headers = new Headers(call.headers);
    const value = await obtain(
      credentials,
      `${call.service}.${call.operation}: no value could be obtained for Authorization`,
    );
    call.conceal(value);
    headers.set("Authorization", `${scheme} ${value}`);
    return next({ ...call, headers });
  };
}
