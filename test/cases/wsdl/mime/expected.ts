// Generated from test/cases/wsdl/mime/service.wsdl
// sha256 0ef9c88371c1863ccecc56f0377ca1f1f797cb553e1f9b48e69b0d741d711292
// Do not edit: change the contract and generate again.
import {
  int,
  multipart,
  soap,
  string,
  type Attachment,
  type ElementCodec,
  type Int,
  type SoapService,
} from "../../../../src/runtime/index.ts";

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
    readonly attachments: { readonly file: Attachment };
    readonly outputAttachments: {
      /** In small. */
      readonly small: Attachment;
      readonly "the log": Attachment;
    };
  };
}
export const Uploads: SoapService<Uploads> = {
  protocol: soap,
  name: "Uploads",
  endpoint: "https://u.example/",
  operations: {
    Upload: {
      action: "urn:upload",
      input: Upload,
      output: Uploaded,
      faults: {},
      packed: multipart,
      attachments: { file: ["image/png"] },
      outputAttachments: { small: ["image/png", "image/gif"], "the log": ["text/*"] },
    },
  },
};
