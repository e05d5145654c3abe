/** A web server on 127.0.0.1 for contracts that are fetched, with a record of what was asked for. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What a path answers: a text, or what writes the answer. */
export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A running server. */
export interface Web {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Answers by path and query; anything else is 404. May be changed while the server runs. */
  readonly pages: Map<string, Page>;
  /** Requests in their order: path and query, and the header `authorization`. */
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startWeb(pages: Readonly<Record<string, Page>> = {}): Promise<Web> {
  const known = new Map(Object.entries(pages));
  const requests: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push({ path, authorization: request.headers.authorization });
    const page = known.get(path);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === "string") response.writeHead(200, { "content-type": "text/xml" }).end(page);
    else page(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages: known,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A page that sends the reader elsewhere. */
export function redirect(location: string): Page {
  return (_request, response) => void response.writeHead(302, { location }).end();
}
