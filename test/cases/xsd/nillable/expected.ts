// Generated from test/cases/xsd/nillable/schema.xsd
// sha256 932a23a9f4b9065428b522dee149c0aefd60cf9f5d9aa5cefefda39d5d9f09fa
// Do not edit: change the contract and generate again.
import {
  int,
  long,
  string,
  type ElementCodec,
  type Int,
  type Long,
  type Nilled,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Person {
  readonly id?: Int;
  readonly Name: string | null;
}
export const Person: StructCodec<Person> = {
  kind: "struct",
  name: [tns, "Person"],
  fields: { id: { at: "id", count: "?", type: int }, Name: { el: "Name", count: "1", nil: true, type: string } },
};

export interface Team {
  readonly Leader: Person | Nilled<Person, "id"> | null;
  readonly Deputy?: Person | Nilled<Person, "id"> | null;
  readonly Size?: Int | null;
  readonly Members: readonly (Person | Nilled<Person, "id"> | null)[];
}
export const Team: StructCodec<Team> = {
  kind: "struct",
  name: [tns, "Team"],
  element: true,
  fields: {
    Leader: { el: "Leader", count: "1", nil: true, type: Person },
    Deputy: { el: "Deputy", count: "?", nil: true, type: Person },
    Size: { el: "Size", count: "?", nil: true, type: int },
    Members: { el: "Members", count: "*", nil: true, type: Person },
  },
};

export interface Answer {
  readonly Value: Int;
}
export const Answer: StructCodec<Answer> = {
  kind: "struct",
  name: [tns, "Answer"],
  fields: { Value: { el: "Value", count: "1", type: int } },
};

export interface Ask {
  readonly answer?: Answer | null;
}
export const Ask: StructCodec<Ask> = {
  kind: "struct",
  name: [tns, "Ask"],
  element: true,
  fields: { answer: { el: "answer", count: "?", nil: true, type: Answer } },
};

export const answer: ElementCodec<Answer | null> = { kind: "element", name: [tns, "answer"], nil: true, type: Answer };

export const numberElement: ElementCodec<Long | null> = {
  kind: "element",
  name: [tns, "number"],
  nil: true,
  type: long,
};

export const person: ElementCodec<Person | Nilled<Person, "id"> | null> = {
  kind: "element",
  name: [tns, "person"],
  nil: true,
  type: Person,
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Team, Ask, answer, numberElement, person },
  attributes: {},
  types: { Person: { name: [tns, "Person"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Person } },
};
