// Generated from test/cases/xsd/substitution-many/schema.xsd
// sha256 f74c9754143f456b2e14aaf3171fe02de8765400e8949457372d023feb625fec
// Do not edit: change the contract and generate again.
import {
  boolean,
  date,
  int,
  string,
  token,
  type CalendarDate,
  type ElementCodec,
  type GroupField,
  type Int,
  type Schema,
  type StructCodec,
  type Tagged,
  type Token,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

type AnyConvoyContent =
  | Tagged<"vehicleNamespace", string>
  | Tagged<"bike", string>
  | Tagged<"boat", Token | null>
  | Tagged<"bus", Int>
  | Tagged<"car", string>
  | Tagged<"convoy", Convoy>
  | Tagged<"train", string>;

const anyConvoyContent: GroupField<AnyConvoyContent, "1">["group"] = {
  vehicleNamespace: { el: "vehicleNamespace", type: string },
  bike: { el: "bike", type: string },
  boat: { el: "boat", nil: true, type: token },
  bus: { el: "bus", type: int },
  car: { el: "car", type: string },
  convoy: { el: "convoy", type: () => Convoy },
  train: { el: "train", type: string },
};

export interface Convoy {
  readonly $content: readonly (string | AnyConvoyContent)[];
}
export const Convoy: StructCodec<Convoy> = {
  kind: "struct",
  name: [tns, "Convoy"],
  fields: {
    $content: {
      mixed: true,
      items: anyConvoyContent,
      content: {
        choice: [{ choice: ["vehicleNamespace", "bike", "boat", "bus", "car", "convoy", "train"] }],
        count: "*",
      },
    },
  },
};

export type RoadLane = {
  readonly a1?: string;
  readonly a2?: string;
  readonly a3?: string;
  readonly a4?: string;
  readonly a5?: string;
  readonly a6?: string;
  readonly a7?: string;
  readonly vehicle: AnyConvoyContent;
} & (
  | { readonly open: boolean; readonly closed?: never; readonly planned?: never }
  | { readonly open?: never; readonly closed: CalendarDate; readonly planned?: never }
  | { readonly open?: never; readonly closed?: never; readonly planned: CalendarDate }
);
export const RoadLane: StructCodec<RoadLane> = {
  kind: "struct",
  name: [tns, "RoadLane"],
  fields: {
    a1: { at: "a1", count: "?", type: string },
    a2: { at: "a2", count: "?", type: string },
    a3: { at: "a3", count: "?", type: string },
    a4: { at: "a4", count: "?", type: string },
    a5: { at: "a5", count: "?", type: string },
    a6: { at: "a6", count: "?", type: string },
    a7: { at: "a7", count: "?", type: string },
    vehicle: { group: anyConvoyContent, count: "1" },
    open: { el: "open", count: "?", type: boolean },
    closed: { el: "closed", count: "?", type: date },
    planned: { el: "planned", count: "?", type: date },
  },
  content: { sequence: ["vehicle", { choice: ["open", "closed", "planned"] }] },
};

export interface Road {
  readonly vehicle: readonly AnyConvoyContent[];
  readonly lane: RoadLane;
}
export const Road: StructCodec<Road> = {
  kind: "struct",
  name: [tns, "Road"],
  element: true,
  fields: { vehicle: { group: anyConvoyContent, count: "+" }, lane: { el: "lane", count: "1", type: RoadLane } },
};

export const vehicleNamespace: ElementCodec<string> = {
  kind: "element",
  name: [tns, "vehicleNamespace"],
  type: string,
};

export const bike: ElementCodec<string> = { kind: "element", name: [tns, "bike"], type: string };

export const boat: ElementCodec<Token | null> = { kind: "element", name: [tns, "boat"], nil: true, type: token };

export const bus: ElementCodec<Int> = { kind: "element", name: [tns, "bus"], type: int };

export const car: ElementCodec<string> = { kind: "element", name: [tns, "car"], type: string };

export const convoy: ElementCodec<Convoy> = { kind: "element", name: [tns, "convoy"], type: Convoy };

export const train: ElementCodec<string> = { kind: "element", name: [tns, "train"], type: string };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Road, vehicleNamespace, bike, boat, bus, car, convoy, train },
  abstract: [[tns, "vehicle"]],
  attributes: {},
  types: { Convoy: { name: [tns, "Convoy"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Convoy } },
};
