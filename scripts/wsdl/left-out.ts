import type { Place } from "../diagnostics.ts";

/** Why an operation cannot be carried: thrown while it is lowered, and reported with its name. The rest of the contract stays. */
export class LeftOut extends Error {
  readonly at: Place;

  constructor(at: Place, message: string) {
    super(message);
    this.name = "LeftOut";
    this.at = at;
  }
}
