/** saxes and a state machine for each contract: the values and checks of our decoding, the best that a strict parser of npm gives today. */
import type { Contender } from "../work.ts";
import { batchNamespace } from "../inputs/batch-list.ts";
import { dateTime, intOf, longOf, refuse, state } from "./checks.ts";
import { makeParser, type NamespaceParser } from "./saxes.ts";

const decoder = new TextDecoder();

type Reading = (text: string, name: string) => unknown;

const asText: Reading = (text) => text;

/** The fields of a batch in their order: how each is read, and whether it has to be there. */
const batchFields: readonly (readonly [name: string, read: Reading, required: boolean])[] = [
  ["id", asText, true],
  ["jobId", asText, true],
  ["state", state, true],
  ["stateMessage", asText, false],
  ["createdDate", dateTime, true],
  ["systemModstamp", dateTime, false],
  ["numberRecordsProcessed", intOf, true],
  ["numberRecordsFailed", intOf, false],
  ["totalProcessingTime", longOf, false],
  ["apiActiveProcessingTime", longOf, false],
  ["apexProcessingTime", longOf, false],
];

/** A list of batches. */
export const decodeBatches: Contender<Uint8Array> = {
  name: "saxes, typed",
  takes: "xml",
  checked: true,
  load: async () => {
    const parser = await makeParser();
    const machine = new BatchMachine(() => undefined);
    machine.attach(parser);
    return (bytes) => () => {
      const list: unknown[] = [];
      machine.begin((batch) => list.push(batch));
      parser.write(decoder.decode(bytes)).close();
      return { batchInfo: list };
    };
  },
};

/** Follows the events of a list of batches, and gives each batch when it ends. */
export class BatchMachine {
  #give: (batch: object) => void;
  #depth = 0;
  /** Index of the first field that may come. */
  #next = 0;
  #field = -1;
  #text = "";
  #batch: Record<string, unknown> = {};

  constructor(give: (batch: object) => void) {
    this.#give = give;
  }

  /** Begins a document. */
  begin(give: (batch: object) => void): void {
    this.#give = give;
    this.#depth = 0;
  }

  /** Listens to a parser. */
  attach(parser: NamespaceParser): void {
    parser.on("opentag", (tag) => {
      if (tag.uri !== batchNamespace) refuse(`${tag.name} is in another namespace`);
      for (const name in tag.attributes) if (name !== "xmlns") refuse(`${name} is not known`);
      this.#open(tag.local);
    });
    const text = (piece: string): void => this.#characters(piece);
    parser.on("text", text);
    parser.on("cdata", text);
    parser.on("closetag", () => this.#close());
  }

  #open(name: string): void {
    this.#depth += 1;
    if (this.#depth === 1) {
      if (name !== "batchInfoList") refuse(`${name} is not known`);
    } else if (this.#depth === 2) {
      if (name !== "batchInfo") refuse(`${name} is not known`);
      this.#batch = {};
      this.#next = 0;
    } else if (this.#depth === 3) {
      this.#field = this.#next;
      while (batchFields[this.#field]?.[0] !== name) this.#skip(name);
      this.#next = this.#field + 1;
      this.#text = "";
    } else refuse(`${name} is not known`);
  }

  #skip(found: string): void {
    const field = batchFields[this.#field];
    if (field === undefined || field[2]) refuse(`${found} is out of place`);
    this.#field += 1;
  }

  #characters(piece: string): void {
    if (this.#depth === 3) this.#text += piece;
    else if (/[^ \t\r\n]/.test(piece)) refuse("text between elements");
  }

  #close(): void {
    if (this.#depth === 3) {
      const field = batchFields[this.#field];
      if (field !== undefined) this.#batch[field[0]] = field[1](this.#text, field[0]);
    } else if (this.#depth === 2) {
      for (; this.#next < batchFields.length; this.#next++)
        if (batchFields[this.#next]?.[2]) refuse("a field is missing");
      this.#give(this.#batch);
    }
    this.#depth -= 1;
  }
}
