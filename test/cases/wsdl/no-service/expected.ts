// Generated from test/cases/wsdl/no-service/service.wsdl
// sha256 81e2575a52957e147c6b5280f9c330c413095cf62b79ba9ec3ddc68e20190543
// Do not edit: change the contract and generate again.
import { string, type ElementCodec, type StructCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Extra {}
export const Extra: StructCodec<Extra> = { kind: "struct", name: [tns, "Extra"], fields: {} };

export const Ping: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };

export const Pong: ElementCodec<string> = { kind: "element", name: [tns, "Pong"], type: string };
