import { literalOf } from "./decode.ts";
import { encodeEncoded } from "./encode.ts";

/** How bodies of an encoding become literal ones, and the other way round. A descriptor names it, so bundles without it are smaller. */
export interface SoapEncoding {
  readonly encode: typeof encodeEncoded;
  readonly literalOf: typeof literalOf;
}

/** SOAP's own encoding (SOAP 1.1, 5; SOAP 1.2 part 2, 3). */
export const section5: SoapEncoding = { encode: encodeEncoded, literalOf };
