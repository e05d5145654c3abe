/** All that is measured against the clock, process by process. */
import { timed, type Timed } from "../measure/timed.ts";
import { decodeList, decodeMixed, decodeSoap } from "./decode.ts";
import { encodeList, encodeSoap } from "./encode.ts";

/** In the order of the report. */
export const works: readonly Timed[] = [
  timed(decodeSoap),
  timed(decodeList),
  timed(decodeMixed),
  timed(encodeSoap),
  timed(encodeList),
];
