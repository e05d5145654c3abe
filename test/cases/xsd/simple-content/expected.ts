// Generated from test/cases/xsd/simple-content/schema.xsd
// sha256 e79fab3c0b11b01451b77689ef4323df95667c33455a77efdef714eb2367b52d
// Do not edit: change the contract and generate again.
import {
  boolean,
  date,
  decimal,
  language,
  string,
  type CalendarDate,
  type Decimal,
  type Flavored,
  type Language,
  type Nilled,
  type PolyCodec,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type AmountCurrency = Flavored<string, "AmountCurrency">;
export const AmountCurrency: RestrictionCodec<AmountCurrency, string> = {
  kind: "restriction",
  base: string,
  facets: { pattern: [/^(?:[A-Z]{3})$/u] },
};

/** An amount of money. */
export interface Amount {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Amount";
  readonly currency: AmountCurrency;
  readonly rounded?: boolean;
  readonly $value: Decimal;
}
export const Amount: StructCodec<Amount> = {
  kind: "struct",
  name: [tns, "Amount"],
  tag: "Amount",
  fields: {
    currency: { at: "currency", count: "1", type: AmountCurrency },
    rounded: { at: "rounded", count: "?", default: "false", type: boolean },
    $value: { text: true, type: decimal },
  },
};

export interface DatedAmount {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "DatedAmount";
  readonly currency: AmountCurrency;
  readonly rounded?: boolean;
  readonly day?: CalendarDate;
  readonly $value: Decimal;
}
export const DatedAmount: StructCodec<DatedAmount> = {
  kind: "struct",
  name: [tns, "DatedAmount"],
  tag: "DatedAmount",
  fields: {
    currency: { at: "currency", count: "1", type: AmountCurrency },
    rounded: { at: "rounded", count: "?", default: "false", type: boolean },
    day: { at: "day", count: "?", type: date },
    $value: { text: true, type: decimal },
  },
};

export type SmallAmountValue = Decimal;
export const SmallAmountValue: RestrictionCodec<SmallAmountValue> = {
  kind: "restriction",
  base: decimal,
  facets: { maxInclusive: "99.99" },
};

export interface SmallAmount {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "SmallAmount";
  readonly currency: AmountCurrency;
  readonly rounded?: boolean;
  readonly $value: SmallAmountValue;
}
export const SmallAmount: StructCodec<SmallAmount> = {
  kind: "struct",
  name: [tns, "SmallAmount"],
  tag: "SmallAmount",
  fields: {
    currency: { at: "currency", count: "1", type: AmountCurrency },
    rounded: { at: "rounded", count: "?", default: "false", type: boolean },
    $value: { text: true, type: SmallAmountValue },
  },
};

/** Amount, or a type derived from it: `$type` tells which. */
export type AnyAmount = Amount | DatedAmount | SmallAmount;
export const AnyAmount: PolyCodec<AnyAmount> = {
  kind: "poly",
  name: [tns, "Amount"],
  types: { Amount, DatedAmount, SmallAmount },
};

export interface Bill {
  readonly Amount: readonly (AnyAmount | Nilled<AnyAmount, "$type" | "currency" | "rounded" | "day"> | null)[];
  readonly Tip?: SmallAmount;
}
export const Bill: StructCodec<Bill> = {
  kind: "struct",
  name: [tns, "Bill"],
  element: true,
  fields: {
    Amount: { el: "Amount", count: "+", nil: true, type: AnyAmount },
    Tip: { el: "Tip", count: "?", type: SmallAmount },
  },
};

export interface note {
  readonly lang?: Language;
  readonly $value: string;
}
export const note: StructCodec<note> = {
  kind: "struct",
  name: [tns, "note"],
  element: true,
  fields: { lang: { at: "lang", count: "?", type: language }, $value: { text: true, type: string } },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Bill, note },
  attributes: {},
  types: {
    Amount: { name: [tns, "Amount"], base: [xsNamespace, "decimal"], by: ["extension"], type: Amount },
    DatedAmount: { name: [tns, "DatedAmount"], base: [tns, "Amount"], by: ["extension"], type: DatedAmount },
    SmallAmount: { name: [tns, "SmallAmount"], base: [tns, "Amount"], by: ["restriction"], type: SmallAmount },
  },
};
