// Generated from test/cases/wsdl/no-operations/service.wsdl
// sha256 83770d86d96216bb2ee8da416059a83ff2aa4babf2791f284338e65cf9c8bac6
// Do not edit: change the contract and generate again.
import { string, type ElementCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export const Ping: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };
