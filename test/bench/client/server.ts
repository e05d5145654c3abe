/** A server that answers every request with the text that standard input gave it; prints its port. */
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

const answer = await text(process.stdin);
const server = createServer((request, response) => {
  request.resume().on("end", () => response.setHeader("content-type", "text/xml; charset=utf-8").end(answer));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : 0}\n`);
});
