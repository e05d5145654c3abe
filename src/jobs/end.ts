import { TransportError } from "../runtime/errors.ts";
import type { Clock } from "./clock.ts";

/** The end that is set to following one job. */
export interface End {
  /** Fires when it is over for whatever reason. */
  readonly signal: AbortSignal;
  /** Why it is over before the job was: the deadline, the one who watched, or the error for a caller that aborted. */
  readonly reason: "deadline" | "watcher" | TransportError | undefined;
  /** Ends it: the one who watches has had enough. */
  stop(): void;
  /** No timer and no listener is left behind. */
  release(): void;
}

/** Sets the end. `deadline` in milliseconds from now, `Infinity` for none. */
export function setEnd(clock: Clock, deadline: number, caller: AbortSignal | undefined): End {
  const controller = new AbortController();
  let reason: End["reason"];
  const finish = (why: NonNullable<End["reason"]>): void => {
    reason ??= why;
    controller.abort();
  };
  const abort = (): void => {
    const message = "Following the job was aborted by the caller; the job itself goes on";
    finish(new TransportError("transport.aborted", message, { cause: caller?.reason }));
  };
  const cancel = clock.after(deadline, () => finish("deadline"));
  if (caller?.aborted === true) abort();
  else caller?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    get reason() {
      return reason;
    },
    stop: () => finish("watcher"),
    release: () => {
      cancel();
      caller?.removeEventListener("abort", abort);
    },
  };
}

/** Resolves after that many milliseconds, or when the signal fires. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      cancel();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const cancel = clock.after(milliseconds, done);
    signal.addEventListener("abort", done, { once: true });
  });
}
