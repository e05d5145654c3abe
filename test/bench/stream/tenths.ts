/** Notes the memory of the process after each tenth of a stream. */
export class Tenths {
  readonly #size: number;
  /** Resident, in MB. */
  readonly memory: number[] = [];
  /** That went by. */
  bytes = 0;

  /** @param size bytes of the whole stream */
  constructor(size: number) {
    this.#size = size;
  }

  /** More bytes go by. */
  add(count: number): void {
    this.bytes += count;
    while (this.memory.length < 10 && this.bytes >= ((this.memory.length + 1) * this.#size) / 10)
      this.memory.push(process.memoryUsage.rss() / 2 ** 20);
  }
}
