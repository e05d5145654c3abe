// Generated from test/cases/wsdl/mime/service.wsdl
// sha256 f690a163f11bae78088d13a5eae231c4454ff0fce49743847d1af501fa07cb64
// Do not edit: change the contract and generate again.
import { int, soap, string, type ElementCodec, type Int, type SoapService } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export const Upload: ElementCodec<string> = { kind: "element", name: [tns, "Upload"], type: string };

export const Uploaded: ElementCodec<Int> = { kind: "element", name: [tns, "Uploaded"], type: int };

export interface Uploads {
  readonly Upload: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: Int;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Uploads: SoapService<Uploads> = {
  protocol: soap,
  name: "Uploads",
  endpoint: "https://u.example/",
  operations: { Upload: { action: "urn:upload", input: Upload, output: Uploaded, faults: {} } },
};
