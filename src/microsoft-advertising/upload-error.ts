/**
 * What the upload address answers, with HTTP status 400, when it does not take a file. It is JSON, outside of the WSDL: the table is
 * written by hand.
 */
import { fromJson } from "../runtime/codec/from-json.ts";
import { parseJson } from "../runtime/codec/json-simple.ts";
import { int } from "../runtime/codec/scalars/integers.ts";
import { string } from "../runtime/codec/scalars/text.ts";
import type { StructCodec } from "../runtime/codec/table.ts";
import type { Int } from "../runtime/codec/values.ts";

/** Why a file was not taken. */
export interface UploadError {
  /** Id of the log entry, for the vendor's support. */
  readonly TrackingId?: string | null;
  /** Id of the upload that the address belongs to. */
  readonly RequestId?: string | null;
  /** Number of the error: 3224 where the address was used before, 3226 where it has expired. */
  readonly Code: Int;
  /** Name of the error. */
  readonly ErrorCode?: string | null;
  readonly Message?: string | null;
}

const table: StructCodec<UploadError> = {
  kind: "struct",
  name: ["", "UploadError"],
  fields: {
    TrackingId: { el: "TrackingId", count: "?", nil: true, type: string },
    RequestId: { el: "RequestId", count: "?", nil: true, type: string },
    Code: { el: "Code", count: "1", type: int },
    ErrorCode: { el: "ErrorCode", count: "?", nil: true, type: string },
    Message: { el: "Message", count: "?", nil: true, type: string },
  },
};

/**
 * Reads the answer to a refused upload.
 *
 * @throws XmlError `xml.invalid` or `xml.missing` with the path of the member, SyntaxError where it is no JSON
 */
export function readUploadError(text: string): UploadError {
  return fromJson(table, parseJson(text));
}
