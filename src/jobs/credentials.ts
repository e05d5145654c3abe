import { TransportError } from "../runtime/errors.ts";
import { Secrets } from "../runtime/redact.ts";
import type { Secret } from "../runtime/service.ts";

/**
 * The credentials of a facade that come by where the client does not look: in a message's own elements, or in what a vendor
 * says in an answer that is an error only to the facade.
 */
export class Credentials {
  readonly #learnt = new Secrets();
  readonly #service: string;

  constructor(service: string) {
    this.#service = service;
  }

  /**
   * The value of a credential.
   *
   * @param what what it is, for the message
   * @throws TransportError `transport.credentials` where its function fails; what that says is left out, it may have the value
   */
  async obtain(secret: Secret, what: string): Promise<string> {
    try {
      const value = typeof secret === "string" ? secret : await secret();
      this.#learnt.add(value);
      return value;
    } catch {
      throw new TransportError("transport.credentials", `${this.#service}: no value could be obtained for the ${what}`);
    }
  }

  /** The same credential, learnt when the client asks for it. */
  learning(secret: Secret, what: string): () => Promise<string> {
    return () => this.obtain(secret, what);
  }

  /** A vendor's text without the credentials that are known by now. */
  readonly redact = (text: string): string => this.#learnt.redact(text);
}
