/**
 * Items that come in blocks, one by one. An async generator takes several promises for each item; this takes one, which counts where
 * there are millions.
 */
export function itemsOf<T>(blocks: AsyncGenerator<readonly T[], void, undefined>): AsyncIterableIterator<T, undefined> {
  return new Items(blocks);
}

class Items<T> implements AsyncIterableIterator<T, undefined> {
  readonly #blocks: AsyncGenerator<readonly T[], void, undefined>;
  #block: readonly T[] = [];
  #next = 0;
  #waiting: Promise<unknown> = Promise.resolve();

  constructor(blocks: AsyncGenerator<readonly T[], void, undefined>) {
    this.#blocks = blocks;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#next < this.#block.length) return Promise.resolve(this.#take());
    // Calls that do not wait for each other are served in their order.
    const item = this.#waiting.then(() => this.#load());
    this.#waiting = item.catch(() => undefined);
    return item;
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#block = [];
    this.#next = 0;
    await this.#blocks.return();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #load(): Promise<IteratorResult<T, undefined>> {
    while (this.#next >= this.#block.length) {
      const { done, value } = await this.#blocks.next();
      if (done === true) return { done, value: undefined };
      this.#block = value;
      this.#next = 0;
    }
    return this.#take();
  }

  #take(): IteratorYieldResult<T> {
    // The caller has looked: there is one, even where it is undefined.
    const value = this.#block[this.#next] as T;
    this.#next += 1;
    return { done: false, value };
  }
}
