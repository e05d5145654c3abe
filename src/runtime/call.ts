import { readBody, streamBody, type BodyContext } from "./body.ts";
import { startDeadline, untilAborted, type Deadline } from "./deadline.ts";
import { HttpError, ServiceError, SoapFault, TransportError, XmlError, type SpecwireError } from "./errors.ts";
import { obtain } from "./credentials.ts";
import { Secrets } from "./redact.ts";
import { cleanCause, scrub } from "./scrub.ts";
import type { CallOptions, ClientOptions, Secret, Transport } from "./service.ts";
import { connectionError } from "./transport.ts";

const DEFAULT_DEADLINE = 60_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** A client's options, and the transport that was made from them. */
export interface Connection {
  readonly service: string;
  readonly options: ClientOptions;
  readonly transport: Transport;
}

/** What a protocol sends: an `HttpCall` without what the call itself adds. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** What became of a call, before its descriptor gives it types. */
export type Outcome =
  | { readonly data: unknown; readonly response: Response; readonly headers: unknown; readonly attachments?: unknown }
  | { readonly error: SpecwireError; readonly response?: Response };

/** One call under way. */
export class Call {
  /** `Service.operation`, for messages. */
  readonly name: string;
  readonly signal: AbortSignal;
  readonly secrets: Secrets = new Secrets();
  /** The answer, from the moment its headers are there. */
  response: Response | undefined;
  readonly #connection: Connection;
  readonly #operation: string;
  readonly #deadline: Deadline;
  #streaming = false;

  constructor(connection: Connection, operation: string, options: CallOptions) {
    this.name = `${connection.service}.${operation}`;
    this.#connection = connection;
    this.#operation = operation;
    const milliseconds = options.deadline ?? connection.options.deadline ?? DEFAULT_DEADLINE;
    this.#deadline = startDeadline(this.name, milliseconds, options.signal);
    this.signal = this.#deadline.signal;
  }

  /**
   * The value of a credential, or of another parameter that may be a function.
   *
   * @throws TransportError `transport.credentials` where the function fails
   */
  resolve(secret: Secret, what: string): Promise<string> {
    return untilAborted(obtain(secret, `${this.name}: no value could be obtained for ${what}`), this.signal);
  }

  /** Sends a request through interceptors and transport. */
  async send(outgoing: Outgoing): Promise<Response> {
    this.signal.throwIfAborted();
    this.secrets.addUrl(outgoing.url);
    const { service, transport } = this.#connection;
    const { signal, secrets } = this;
    const answer = transport({
      ...outgoing,
      url: outgoing.url.href,
      service,
      operation: this.#operation,
      signal,
      conceal: (secret) => secrets.add(secret),
    });
    // An answer that arrives when nobody waits for it any more is hung up on.
    const hangUp = (late: Response): void => void late.body?.cancel().catch(() => undefined);
    this.response = await untilAborted(answer, signal, hangUp);
    return this.response;
  }

  /** Reads an answer to its end. */
  read(response: Response): Promise<Uint8Array> {
    return readBody(response, this.#connection.options.maxBytes ?? DEFAULT_MAX_BYTES, this.#bodyContext());
  }

  /** Hands an answer's body on as a stream: from here on the deadline does not count, the caller's signal does. */
  stream(response: Response): ReadableStream<Uint8Array> {
    this.#deadline.stopTimer();
    this.#streaming = true;
    const clean = (thrown: unknown): SpecwireError => this.failure(thrown);
    return streamBody(response, this.#bodyContext(), clean, () => this.#deadline.release());
  }

  /** Ends the call, unless a stream goes on. */
  end(): void {
    if (!this.#streaming) this.#deadline.release();
  }

  /** What the caller gets to see of an error. */
  failure(thrown: unknown): SpecwireError {
    return scrub(isCallError(thrown) ? thrown : this.#foreign(thrown), this.secrets);
  }

  #foreign(thrown: unknown): TransportError {
    const cause = cleanCause(thrown, this.secrets);
    return new TransportError("transport.interceptor", `${this.name}: an interceptor or a callback threw an error`, {
      cause,
    });
  }

  #bodyContext(): BodyContext {
    const { name, signal, secrets } = this;
    const broken = (cause?: unknown): TransportError =>
      connectionError(`${name}: the connection broke before the answer was complete`, cause, secrets);
    return { name, signal, broken };
  }
}

/** Makes a call. Whatever happens in it ends in the outcome: it never rejects. */
export async function runCall(
  connection: Connection,
  operation: string,
  options: CallOptions,
  work: (call: Call) => Promise<Outcome>,
): Promise<Outcome> {
  const call = new Call(connection, operation, options);
  try {
    return await work(call);
  } catch (thrown) {
    const error = call.failure(thrown);
    return call.response === undefined ? { error } : { error, response: call.response };
  } finally {
    call.end();
  }
}

function isCallError(thrown: unknown): thrown is SpecwireError {
  return [TransportError, HttpError, XmlError, SoapFault, ServiceError].some((type) => thrown instanceof type);
}
