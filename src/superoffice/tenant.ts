/** Customers of SuperOffice Online move between hosts: where they are now, a service of its own says. */
import { TransportError } from "../runtime/errors.ts";
import type { HttpCall, Interceptor, Transport } from "../runtime/service.ts";

const MOVED = 421;
const UNAVAILABLE = 503;

/** What the state of a customer says, as far as it is needed. */
interface TenantState {
  readonly api: string | undefined;
  readonly state: string;
  readonly running: boolean;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
}

/**
 * Follows a customer who has moved (421): asks for the address, repeats the call there, and stays there. A customer who is not
 * running (maintenance, backup) is answered as a service that is out of order, with the time until which that holds.
 *
 * Calls go with their credentials only to hosts of the same domain as before.
 *
 * @param endpoint address of the customer's API as it was given; without a customer in its path (an own installation), nothing
 * is followed
 */
export function tenantMoves(endpoint: string | URL): Interceptor {
  const given = new URL(endpoint);
  const [, customer, version] = /^\/(?:.*\/)?([^/]+)\/api\/(v\d+)\/?$/.exec(given.pathname) ?? [];
  let current = given.href.replace(/\/+$/, "");
  return (next) => async (call) => {
    const asked = current;
    const response = await next(movedTo(call, given, asked));
    if (response.status !== MOVED || customer === undefined) return response;
    // Another call may have found the new address meanwhile.
    if (asked === current) {
      const state = await tenantState(next, call, `${given.origin}/api/state/${customer}`);
      // Nobody knows of a move.
      if (state === undefined) return response;
      if (!state.running) return outOfOrder(customer, state);
      current = addressOf(call, given, state, version ?? "v1");
    }
    await response.body?.cancel();
    return next(movedTo(call, given, current));
  };
}

function movedTo(call: HttpCall, given: URL, base: string): HttpCall {
  const from = given.href.replace(/\/+$/, "");
  return call.url.startsWith(from) ? { ...call, url: base + call.url.slice(from.length) } : call;
}

/** The state service wants no credentials. Undefined where it says nothing of the customer. */
async function tenantState(next: Transport, call: HttpCall, url: string): Promise<TenantState | undefined> {
  const headers = new Headers({ accept: "application/json" });
  const { body: _, ...bare } = call;
  const response = await next({ ...bare, operation: "tenantState", method: "GET", url, headers });
  const value: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const members = new Map<string, unknown>(Object.entries(value));
  const until = members.get("ValidUntil");
  const api = members.get("Api");
  return {
    api: typeof api === "string" ? api : undefined,
    state: String(members.get("State")),
    running: members.get("IsRunning") === true,
    validUntil: typeof until === "string" ? Date.parse(until) : NaN,
  };
}

function addressOf(call: HttpCall, given: URL, { api }: TenantState, version: string): string {
  const url = api === undefined ? null : URL.parse(api);
  if (url === null) throw unresolved(call, "its state names no address");
  const sameScheme = url.protocol === given.protocol;
  if (!sameScheme || domainOf(url.hostname) !== domainOf(given.hostname)) {
    const why = `its state names the host ${url.host}, which is not of the domain of ${given.host}`;
    throw unresolved(call, why, "transport.interceptor");
  }
  const base = url.href.replace(/\/+$/, "");
  return base.endsWith("/api") ? `${base}/${version}` : base;
}

/** The last two labels of a name; an address as it is. */
function domainOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? host : host.split(".").slice(-2).join(".");
}

function outOfOrder(customer: string, { state, validUntil }: TenantState): Response {
  const seconds = Number.isNaN(validUntil) ? undefined : Math.max(0, Math.ceil((validUntil - Date.now()) / 1000));
  const body = { Error: true, ErrorType: "TenantNotRunning", ErrorMessage: `${customer} is in the state ${state}` };
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify(body), {
    status: UNAVAILABLE,
    headers: seconds === undefined ? headers : { ...headers, "retry-after": String(seconds) },
  });
}

function unresolved(
  { service, operation }: HttpCall,
  why: string,
  code: "transport.connection" | "transport.interceptor" = "transport.connection",
): TransportError {
  return new TransportError(code, `${service}.${operation}: the customer has moved, but ${why}`);
}
