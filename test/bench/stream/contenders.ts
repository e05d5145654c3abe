/** Who reads a stream: each says what it found, so that all can be held to the same. */
import { batchInfoList } from "../../../generated/salesforce/async-api.ts";
import { stream } from "../../../src/runtime/index.ts";
import { ours } from "../contenders/ours.ts";
import { follow } from "../contenders/saxes-machine.ts";
import { batchesRoot } from "../contenders/saxes-typed.ts";
import { makeParser } from "../contenders/saxes.ts";

/** What a stream held. */
export interface Counted {
  readonly items: number;
  /** All numbers of processed records. */
  readonly records: number;
}

/** A reader of streams. */
export interface StreamContender {
  readonly name: string;
  /** Reads a list of batches to its end. */
  readonly read: (body: ReadableStream<Uint8Array>) => Promise<Counted>;
}

/** All events of saxes; items and records are found by their names. */
const saxesEvents: StreamContender = {
  name: "saxes",
  read: async (body) => {
    const parser = await makeParser();
    let items = 0;
    let records = 0;
    let text = "";
    parser.on("opentag", ({ local }) => {
      text = "";
      if (local === "batchInfo") items += 1;
    });
    parser.on("text", (piece) => (text += piece));
    parser.on("closetag", ({ local }) => {
      if (local === "numberRecordsProcessed") records += Number(text);
    });
    await feed(body, (piece) => parser.write(piece));
    parser.close();
    return { items, records };
  },
};

/** saxes and the state machine of the typed contender. */
const saxesTyped: StreamContender = {
  name: "saxes, typed",
  read: async (body) => {
    const parser = await makeParser();
    const counting = new Counting();
    follow(
      parser,
      batchesRoot((batch) => counting.add(batch)),
    );
    await feed(body, (piece) => parser.write(piece));
    parser.close();
    return counting.counted;
  },
};

/** Ours: strict, from an iterator of typed batches. */
const own: StreamContender = {
  name: ours,
  read: async (body) => {
    const counting = new Counting();
    for await (const batch of stream(batchInfoList, "batchInfo", body, { mode: "strict" })) counting.add(batch);
    return counting.counted;
  },
};

/** Counts typed batches. */
export class Counting {
  #items = 0;
  #records = 0;

  /** One more. */
  add(batch: unknown): void {
    this.#items += 1;
    if (typeof batch === "object" && batch !== null && "numberRecordsProcessed" in batch)
      this.#records += Number(batch.numberRecordsProcessed);
  }

  /** What there was. */
  get counted(): Counted {
    return { items: this.#items, records: this.#records };
  }
}

async function feed(body: ReadableStream<Uint8Array>, write: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of body) write(decoder.decode(chunk, { stream: true }));
  write(decoder.decode());
}

/** All of them, for each another process: whoever reads streams joins here. The first is the one that the others are compared with. */
export const streamContenders: readonly StreamContender[] = [saxesEvents, saxesTyped, own];
