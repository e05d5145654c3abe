// Generated from test/cases/wsdl/rpc-encoded/service.wsdl
// sha256 1eb371aa04aab2a072f0e82b0336564039eabf012a8a3c8661c133977e65a5e7
// Do not edit: change the contract and generate again.
import {
  anyType,
  boolean,
  double,
  int,
  section5,
  soap,
  string,
  type ElementCodec,
  type Int,
  type PolyCodec,
  type SoapService,
  type StructCodec,
  type WrapperCodec,
  type XmlElement,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const greetingNamespace = "urn:greeting";
const encodingNamespace = "http://schemas.xmlsoap.org/soap/encoding/";

export interface Person {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Person";
  readonly name: string;
  readonly age: Int | null;
  readonly friends: People | null;
  readonly note?: string;
}
export const Person: StructCodec<Person> = {
  kind: "struct",
  name: [tns, "Person"],
  tag: "Person",
  fields: {
    name: { el: "name", ns: "", count: "1", type: string },
    age: { el: "age", ns: "", count: "1", nil: true, type: int },
    friends: { el: "friends", ns: "", count: "1", nil: true, type: () => People },
    note: { el: "note", ns: "", count: "?", type: string },
  },
};

export interface Employee {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "Employee";
  readonly name: string;
  readonly age: Int | null;
  readonly friends: People | null;
  readonly note?: string;
  readonly salary: number;
}
export const Employee: StructCodec<Employee> = {
  kind: "struct",
  name: [tns, "Employee"],
  tag: "Employee",
  fields: {
    name: { el: "name", ns: "", count: "1", type: string },
    age: { el: "age", ns: "", count: "1", nil: true, type: int },
    friends: { el: "friends", ns: "", count: "1", nil: true, type: () => People },
    note: { el: "note", ns: "", count: "?", type: string },
    salary: { el: "salary", ns: "", count: "1", type: double },
  },
};

/** Person, or a type derived from it: `$type` tells which. */
export type AnyPerson = Person | Employee;
export const AnyPerson: PolyCodec<AnyPerson> = { kind: "poly", name: [tns, "Person"], types: { Person, Employee } };

export type People = readonly (AnyPerson | null)[];
export const People: WrapperCodec<People> = {
  kind: "wrapper",
  name: [tns, "People"],
  array: true,
  item: { el: "item", ns: "", count: "*", nil: true, type: AnyPerson },
};

export interface greet {
  readonly people: People | null;
  readonly loud: boolean | null;
}
export const greet: StructCodec<greet> = {
  kind: "struct",
  name: [greetingNamespace, "greet"],
  element: true,
  fields: {
    people: { el: "people", ns: "", count: "1", nil: true, type: People },
    loud: { el: "loud", ns: "", count: "1", nil: true, type: boolean },
  },
};

export interface greetResponse {
  readonly return: People | null;
}
export const greetResponse: StructCodec<greetResponse> = {
  kind: "struct",
  name: [greetingNamespace, "greetResponse"],
  element: true,
  fields: { return: { el: "return", ns: "", count: "1", nil: true, type: People } },
};

export interface Refusal {
  readonly reason: string;
}
export const Refusal: StructCodec<Refusal> = {
  kind: "struct",
  name: [tns, "Refusal"],
  fields: { reason: { el: "reason", ns: "", count: "1", type: string } },
};

export type GridItem = readonly (Int | null)[];
export const GridItem: WrapperCodec<GridItem> = {
  kind: "wrapper",
  name: ["", ""],
  array: true,
  item: { el: "item", count: "*", nil: true, type: int },
};

export type Grid = readonly (GridItem | null)[];
export const Grid: WrapperCodec<Grid> = {
  kind: "wrapper",
  name: [tns, "Grid"],
  array: true,
  item: { el: "row", ns: "", count: "*", nil: true, type: GridItem },
};

export interface turn {
  readonly grid: Grid | null;
  readonly extra: XmlElement | null;
}
export const turn: StructCodec<turn> = {
  kind: "struct",
  name: [greetingNamespace, "turn"],
  element: true,
  fields: {
    grid: { el: "grid", ns: "", count: "1", nil: true, type: Grid },
    extra: { el: "extra", ns: "", count: "1", nil: true, type: anyType },
  },
};

export type SoapArray = readonly (XmlElement | null)[];
export const SoapArray: WrapperCodec<SoapArray> = {
  kind: "wrapper",
  name: [encodingNamespace, "Array"],
  array: true,
  item: { el: "item", ns: "", count: "*", nil: true, type: anyType },
};

export interface turnResponse {
  readonly grid: Grid | null;
  readonly list: SoapArray | null;
}
export const turnResponse: StructCodec<turnResponse> = {
  kind: "struct",
  name: [greetingNamespace, "turnResponse"],
  element: true,
  fields: {
    grid: { el: "grid", ns: "", count: "1", nil: true, type: Grid },
    list: { el: "list", ns: "", count: "1", nil: true, type: SoapArray },
  },
};

export const refusal: ElementCodec<Refusal> = { kind: "element", name: ["", "refusal"], type: Refusal };

export const Mark: ElementCodec<string> = { kind: "element", name: [tns, "Mark"], type: string };

export interface GreetingService {
  readonly greet: {
    readonly input: greet;
    readonly headers: undefined;
    readonly output: greetResponse;
    readonly outputHeaders: undefined;
    readonly faults: { readonly refusal: Refusal; readonly Mark: string };
  };
  readonly turn: {
    readonly input: turn;
    readonly headers: undefined;
    readonly output: turnResponse;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const GreetingService: SoapService<GreetingService> = {
  protocol: soap,
  name: "GreetingService",
  endpoint: "https://greet.example/",
  operations: {
    greet: { action: "urn:greet", encoded: section5, input: greet, output: greetResponse, faults: { refusal, Mark } },
    turn: { action: "urn:turn", encoded: section5, input: turn, output: turnResponse, faults: {} },
  },
};
