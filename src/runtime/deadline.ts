import { TransportError } from "./errors.ts";

/** What platforms count: longer waits would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** The end that is set to one call, by its deadline and by its caller. */
export interface Deadline {
  /** Fires at the deadline or when the caller aborts; its reason is the `TransportError` to end with. */
  readonly signal: AbortSignal;
  /** The deadline no longer counts; the caller's signal still does. */
  stopTimer(): void;
  /** The call is over: no timer and no listener is left behind. */
  release(): void;
}

/**
 * Sets the end of a call.
 *
 * @param name what the call is, for the message
 * @param milliseconds `Infinity` for no deadline
 */
export function startDeadline(name: string, milliseconds: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(
      new TransportError("transport.aborted", `${name}: aborted by the caller`, { cause: caller?.reason }),
    );
  };
  const expire = (): void => {
    const message = `${name}: no complete answer within ${milliseconds} ms`;
    controller.abort(new TransportError("transport.deadline", message));
  };
  const timer = milliseconds <= LONGEST ? setTimeout(expire, milliseconds) : undefined;
  if (caller?.aborted === true) abort();
  else caller?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    stopTimer: () => clearTimeout(timer),
    release: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", abort);
    },
  };
}

/** The outcome of work, or the signal's reason where that fires first. Work that comes too late is given to `late`. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal, late?: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      reject(signal.reason);
      work.then(late, () => undefined);
    };
    if (signal.aborted) return aborted();
    signal.addEventListener("abort", aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", aborted));
  });
}
