// Generated from test/cases/wsdl/operations/service.wsdl
// sha256 27f52b6033abac6b09872a50662ef11750eeff80d1c6259262d0144c35e85af4
// Do not edit: change the contract and generate again.
import {
  int,
  soap,
  string,
  type ElementCodec,
  type Int,
  type SoapService,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface NotesType {
  readonly Note: readonly string[];
}
export const NotesType: StructCodec<NotesType> = {
  kind: "struct",
  name: [tns, "Notes"],
  element: true,
  fields: { Note: { el: "Note", count: "*", type: string } },
};

/** Parts of a message that stand in the body one after the other. */
export interface PutParts {
  readonly Id: Int;
  readonly Note: string;
}
export const PutParts: StructCodec<PutParts> = {
  kind: "struct",
  name: [tns, "PutParts"],
  fields: { Id: { el: "Id", count: "1", type: int }, Note: { el: "Note", count: "1", type: string } },
};

/** Parts of a message that stand in the body one after the other. */
export interface AllResponseParts {
  readonly Id: Int;
  readonly Note: string;
}
export const AllResponseParts: StructCodec<AllResponseParts> = {
  kind: "struct",
  name: [tns, "AllResponseParts"],
  fields: { Id: { el: "Id", count: "1", type: int }, Note: { el: "Note", count: "1", type: string } },
};

export const Note: ElementCodec<string> = { kind: "element", name: [tns, "Note"], type: string };

export const Id: ElementCodec<Int> = { kind: "element", name: [tns, "Id"], type: int };

export interface Notes {
  readonly Add: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: undefined;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly FindByText: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: NotesType;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly FindById: {
    readonly input: Int;
    readonly headers: undefined;
    readonly output: NotesType;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Put: {
    readonly input: PutParts;
    readonly headers: undefined;
    readonly output: undefined;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly All: {
    readonly input: undefined;
    readonly headers: undefined;
    readonly output: AllResponseParts;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Notes: SoapService<Notes> = {
  protocol: soap,
  name: "Notes",
  endpoint: "https://notes.example/",
  operations: {
    Add: { action: "urn:add", input: Note, output: undefined, faults: {} },
    FindByText: { action: "urn:byText", input: Note, output: NotesType, faults: {} },
    FindById: { action: "urn:byId", input: Id, output: NotesType, faults: {} },
    Put: { action: "urn:put", input: PutParts, output: undefined, faults: {} },
    All: { action: "urn:all", input: undefined, output: AllResponseParts, faults: {} },
  },
};

export interface Spare extends Notes {}
export const Spare: SoapService<Spare> = {
  protocol: soap,
  name: "Spare",
  endpoint: "https://spare.example/",
  operations: {
    Add: { action: "urn:add", input: Note, output: undefined, faults: {} },
    FindByText: { action: "urn:byText", input: Note, output: NotesType, faults: {} },
    FindById: { action: "urn:byId", input: Id, output: NotesType, faults: {} },
    Put: { action: "urn:put", input: PutParts, output: undefined, faults: {} },
    All: { action: "urn:all", input: undefined, output: AllResponseParts, faults: {} },
  },
};

export interface Archive extends Notes {}
export const Archive: SoapService<Archive> = {
  protocol: soap,
  name: "Archive",
  endpoint: "https://archive.example/",
  operations: {
    Add: { action: "urn:add", input: Note, output: undefined, faults: {} },
    FindByText: { action: "urn:byText", input: Note, output: NotesType, faults: {} },
    FindById: { action: "urn:byId", input: Id, output: NotesType, faults: {} },
    Put: { action: "urn:put", input: PutParts, output: undefined, faults: {} },
    All: { action: "urn:all", input: undefined, output: AllResponseParts, faults: {} },
  },
};
