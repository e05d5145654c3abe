/** Messages as lists of fields, and the deviations that a list of fields can show. */

/** An element of XML or a member of JSON: what the stand-ins' answers are made of. */
export interface Field {
  readonly name: string;
  readonly value: FieldValue;
  /** Whether the contract lets the field be absent; the drift `missing-fields` drops these. */
  readonly optional?: boolean;
  /** Attributes of the element, namespace declarations included. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Text, a number, a truth value, nothing (nil or null), or fields below. */
export type FieldValue = string | number | boolean | null | readonly Field[];

/** A field that the contract requires, or that a drift must not drop. */
export function field(name: string, value: FieldValue, attributes?: Readonly<Record<string, string>>): Field {
  return attributes === undefined ? { name, value } : { name, value, attributes };
}

/** A field that the contract has optional; absent when undefined. */
export function optional(name: string, value: FieldValue | undefined): readonly Field[] {
  return value === undefined ? [] : [{ name, value, optional: true }];
}

/** Which deviations of a message are on. */
export interface FieldDrift {
  readonly outOfOrder: boolean;
  readonly missingFields: boolean;
  readonly extraFields: boolean;
}

/** The fields of a message as a vendor that deviates would send them. */
export function drifted(fields: readonly Field[], drift: FieldDrift): readonly Field[] {
  const kept = drift.missingFields ? fields.filter((one) => one.optional !== true) : fields;
  const below = kept.map((one): Field => Object.assign({}, one, { value: driftedValue(one.value, drift) }));
  const complete = drift.extraFields ? [...below, field("SandboxExtension", "not in the contract")] : below;
  return drift.outOfOrder ? reordered(complete) : complete;
}

function driftedValue(value: FieldValue, drift: FieldDrift): FieldValue {
  // Extensions come once a message; below it, lists and records alike only change their order and completeness.
  return isFields(value) ? drifted(value, { ...drift, extraFields: false }) : value;
}

/** Whether a value is fields again. */
export function isFields(value: FieldValue): value is readonly Field[] {
  return typeof value === "object" && value !== null;
}

function reordered(fields: readonly Field[]): readonly Field[] {
  const sorted = fields.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  return sorted.every((one, index) => one === fields[index]) ? sorted.toReversed() : sorted;
}
