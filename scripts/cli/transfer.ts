/** Progress of uploads and downloads: a bar on a terminal, events for scripts, nothing where neither is wanted. */
import { createLogUpdate } from "log-update";
import type { JobHandle } from "../../src/jobs/model.ts";
import type { TransferProgress } from "../../src/jobs/source.ts";
import pc from "./colors.ts";
import { formatDuration } from "./duration.ts";
import { oneLine } from "./errors.ts";
import type { Output } from "./progress.ts";
import { json } from "./snapshot-text.ts";

/** Shows how files are carried. */
export interface Transfers {
  /** A file goes on; `name` tells it from others. */
  show(name: string, progress: TransferProgress): void;
  retry(error: unknown, delay: number): void;
  handle(handle: JobHandle): void;
  /** The file is through; its last numbers are shown. */
  done(): void;
}

/** Milliseconds between two pictures or events of a file. */
const EVERY = 200;

/** Transfers as the output can show them. */
export function transfersOn(output: Output, errors: Output, asJson: boolean): Transfers {
  if (asJson) return events(output);
  return errors.isTTY === true ? live(errors) : plain(errors);
}

interface Shown {
  readonly name: string;
  readonly started: number;
  last: TransferProgress;
  at: number;
}

/** One JSON object a line. */
function events(output: Output): Transfers {
  const write = (event: object): void => void output.write(`${json(event)}\n`);
  const meter = new Meter((shown) => {
    write({ event: "progress", name: shown.name, ...shown.last, bytesPerSecond: Math.round(rate(shown)) });
  });
  return {
    show: meter.show,
    retry: (error, delay) => write({ event: "retry", delay, message: textOf(error) }),
    handle: (handle) => write({ event: "handle", handle }),
    done: meter.done,
  };
}

/** Lines on the output for errors: a summary of each file, and what is repeated. */
function plain(errors: Output): Transfers {
  const meter = new Meter(() => undefined);
  const done = (): void => {
    const { current } = meter;
    meter.done();
    if (current !== undefined) errors.write(`${summary(current)}\n`);
  };
  return {
    show: (name, progress) => {
      if (meter.current !== undefined && meter.current.name !== name) done();
      meter.show(name, progress);
    },
    retry: (error, delay) => void errors.write(`again in ${formatDuration(delay)}: ${textOf(error)}\n`),
    handle: () => undefined,
    done,
  };
}

/** A bar that is drawn anew. */
function live(errors: Output): Transfers {
  const update = createLogUpdate(errors);
  const meter = new Meter((shown) => update(bar(shown)));
  const done = (): void => {
    meter.done();
    update.done();
  };
  return {
    show: (name, progress) => {
      if (meter.current !== undefined && meter.current.name !== name) done();
      meter.show(name, progress);
    },
    retry: (error, delay) => update(pc.yellow(`again in ${formatDuration(delay)}: ${textOf(error)}`)),
    handle: () => undefined,
    done,
  };
}

/** Keeps the numbers of the file that is under way, and tells of them now and then. */
class Meter {
  readonly #tell: (shown: Shown) => void;
  #current: Shown | undefined;

  constructor(tell: (shown: Shown) => void) {
    this.#tell = tell;
  }

  get current(): Shown | undefined {
    return this.#current;
  }

  readonly show = (name: string, progress: TransferProgress): void => {
    const now = performance.now();
    if (this.#current?.name !== name) {
      this.done();
      this.#current = { name, started: now, last: progress, at: -Infinity };
    }
    this.#current.last = progress;
    if (now - this.#current.at < EVERY) return;
    this.#current.at = now;
    this.#tell(this.#current);
  };

  readonly done = (): void => {
    if (this.#current !== undefined) this.#tell(this.#current);
    this.#current = undefined;
  };
}

const WIDTH = 20;

function bar(shown: Shown): string {
  const { bytes, total } = shown.last;
  const part = total === undefined || total === 0 ? undefined : Math.min(1, bytes / total);
  const full = Math.round((part ?? 0) * WIDTH);
  const picture = part === undefined ? "" : pc.green("█".repeat(full)) + pc.dim("░".repeat(WIDTH - full));
  return [arrow(shown), picture, numbers(shown)].filter((text) => text !== "").join("  ");
}

function summary(shown: Shown): string {
  return [arrow(shown), numbers(shown)].join("  ");
}

function arrow({ name, last }: Shown): string {
  return `${last.direction === "upload" ? "↑" : "↓"} ${oneLine(name)}`;
}

/** `12.3 MB of 100 MB  4,000 rows  2.1 MB/s`. */
function numbers(shown: Shown): string {
  const { bytes, total, rows } = shown.last;
  const parts = [
    total === undefined ? bytesText(bytes) : `${bytesText(bytes)} of ${bytesText(total)}`,
    ...(rows === undefined ? [] : [`${rows} rows`]),
    `${bytesText(rate(shown))}/s`,
  ];
  return parts.join("  ");
}

function rate({ last, started }: Shown): number {
  return last.bytes / Math.max(0.001, (performance.now() - started) / 1000);
}

/** Bytes for people, in powers of ten. */
function bytesText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  const [unit, size] =
    bytes < 1e6 ? (["kB", 1e3] as const) : bytes < 1e9 ? (["MB", 1e6] as const) : (["GB", 1e9] as const);
  return `${(bytes / size).toFixed(1)} ${unit}`;
}

function textOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}
