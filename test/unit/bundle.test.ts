/** Documents from the web, and the folder that keeps them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLock } from "../../scripts/source/bundle-lock.ts";
import { bundleFileName } from "../../scripts/source/bundle-names.ts";
import { fetchFromWeb, type WebOptions } from "../../scripts/source/bundle-web.ts";
import { Bundle, type BundleMode } from "../../scripts/source/bundle.ts";
import { redirect, startWeb, type Page, type Web } from "../support/web.ts";

const schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>';
const secret = "Bearer planted-secret";
let web: Web;
let other: Web;
let folder = "";

beforeEach(async () => {
  web = await startWeb();
  other = await startWeb();
  folder = mkdtempSync(join(tmpdir(), "specwire-bundle-"));
});

afterEach(async () => {
  await Promise.all([web.close(), other.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The text of a page, or what the error says. */
async function fetched(page: Page, options: WebOptions = {}): Promise<string> {
  web.pages.set("/page", page);
  try {
    const { bytes } = await fetchFromWeb(`${web.origin}/page`, options);
    return Buffer.from(bytes).toString();
  } catch (error) {
    return error instanceof Error ? `error: ${error.message}` : "?";
  }
}

describe("documents from the web", () => {
  test("come whole, compressed or not", async () => {
    expect(await fetched(schema)).toBe(schema);
    const zipped = gzipSync(schema);
    expect(await fetched((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(zipped))).toBe(
      schema,
    );
    expect(await fetched((_, response) => response.writeHead(200).end(zipped))).toBe(schema);
    expect(await fetched((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(schema))).toBe(
      schema,
    );
  });

  test.each([
    [
      "an HTML page",
      "<!DOCTYPE html>\n<html><head><title>Please log in</title></head></html>",
      'an HTML page called "Please log in"',
    ],
    ["an XHTML page", '<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"/>', "an HTML page"],
    ["nothing", "", "an empty document"],
  ])("%s is no contract", async (_name, page, message) => {
    expect(await fetched(page)).toContain(message);
  });

  test("damaged gzip, a status and a closed connection are told in words", async () => {
    const damaged = gzipSync(schema).subarray(0, 30);
    expect(await fetched((_, response) => response.writeHead(200).end(damaged))).toContain("damaged gzip");
    expect(await fetched((_, response) => response.writeHead(401).end())).toContain("401 (--header sends credentials");
    expect(await fetched((_, response) => response.writeHead(503).end())).toContain("HTTP status 503");
    expect(await fetched((request) => request.socket.destroy())).toContain("the connection failed");
  });

  test("size and time are limited, for what comes out of compression too", async () => {
    expect(await fetched("x".repeat(5000), { limit: 4999 })).toBe("error: the document has more than 4999 bytes");
    const bomb = gzipSync("x".repeat(1_000_000));
    for (const headers of [{}, { "content-encoding": "gzip" }]) {
      const answer = await fetched((_, response) => response.writeHead(200, headers).end(bomb), { limit: 100_000 });
      expect(answer).toContain("more than 100000 bytes");
    }
    expect(await fetched(() => undefined, { timeout: 100 })).toBe("error: the server did not answer within 0.1 s");
  });

  test("secrets stay with their origin, on redirects too", async () => {
    other.pages.set("/elsewhere", schema);
    const options = { headers: new Map([["Authorization", secret]]), origin: web.origin };
    expect(await fetched(redirect(`${other.origin}/elsewhere`), options)).toBe(schema);
    expect(web.requests).toEqual([{ path: "/page", authorization: secret }]);
    expect(other.requests).toEqual([{ path: "/elsewhere", authorization: undefined }]);
  });

  test("redirects end somewhere, and on the web", async () => {
    expect(await fetched(redirect("/page"))).toContain("redirects more than 10 times");
    expect(await fetched(redirect("file:///etc/passwd"))).toContain("no address on the web");
  });
});

describe("file names", () => {
  const addresses = [
    "https://host/Service.svc?wsdl",
    "https://host/Service.svc?xsd=xsd0",
    "https://host/Service.svc?xsd=xsd1",
    "https://host/a/types.xsd",
    "https://host/b/types.xsd",
    "https://host/b/TYPES.xsd",
    "https://host/..%2f..%2fetc%2fpasswd",
    "https://host/%00/con",
    "https://host/",
    `https://host/${"long".repeat(500)}?${"q".repeat(500)}`,
  ];

  test("are plain, short and unique, also where case is ignored", () => {
    const names = addresses.map(bundleFileName);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,60}\.[a-z]+$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(addresses.length);
    expect(names.slice(0, 2)).toEqual([
      expect.stringMatching(/^Service-wsdl-.*\.wsdl$/),
      expect.stringMatching(/xsd-xsd0-.*\.xsd$/),
    ]);
  });
});

describe("a bundle", () => {
  const open = (mode: BundleMode = "use", rememberMissing = false): Bundle =>
    new Bundle(folder, { mode, rememberMissing, fetch: (url) => fetchFromWeb(url) });
  const lock = (): ReturnType<typeof readLock> => readLock(readFileSync(join(folder, "specwire.lock.json"), "utf8"));

  /** Fetches a page through a bundle; what is saved afterwards is what a run leaves. */
  async function run(bundle: Bundle, ...paths: readonly string[]): Promise<readonly string[]> {
    const results: string[] = [];
    for (const path of paths) {
      const result = await bundle.fetch(web.origin + path).then(
        ({ bytes }) => Buffer.from(bytes).toString(),
        (error: Error) => `error: ${error.message}`,
      );
      results.push(result);
    }
    bundle.save(true);
    return results;
  }

  test("fetches once; the next run needs no network and gets the same bytes", async () => {
    web.pages.set("/a.xsd", schema).set("/b.xsd", "<b/>");
    expect(await run(open(), "/b.xsd", "/a.xsd", "/a.xsd#part")).toEqual(["<b/>", schema, schema]);
    expect(web.requests.map(({ path }) => path)).toEqual(["/b.xsd", "/a.xsd"]);
    expect([...lock().keys()]).toEqual([`${web.origin}/a.xsd`, `${web.origin}/b.xsd`]);
    const text = readFileSync(join(folder, "specwire.lock.json"), "utf8");
    web.pages.clear();
    for (const mode of ["use", "locked"] as const) {
      expect(await run(open(mode), "/a.xsd", "/b.xsd")).toEqual([schema, "<b/>"]);
    }
    expect(web.requests).toHaveLength(2);
    expect(readFileSync(join(folder, "specwire.lock.json"), "utf8")).toBe(text);
  });

  test("says where a document came from after redirects, without what may be signed", async () => {
    web.pages.set("/moved", redirect("/real/a.xsd?token=planted")).set("/real/a.xsd?token=planted", schema);
    expect(await open().fetch(`${web.origin}/moved`)).toMatchObject({ url: `${web.origin}/real/a.xsd` });
    const bundle = open();
    await run(bundle, "/moved");
    expect(readFileSync(join(folder, "specwire.lock.json"), "utf8")).not.toContain("planted");
    expect(await open("locked").fetch(`${web.origin}/moved`)).toMatchObject({ url: `${web.origin}/real/a.xsd` });
  });

  test("locked refuses what is missing, edited, or was never fetched", async () => {
    web.pages.set("/a.xsd", schema).set("/b.xsd", schema);
    await run(open(), "/a.xsd");
    const [entry] = [...lock().values()];
    const file = join(folder, entry !== undefined && "file" in entry ? entry.file : "");
    const locked = open("locked");
    expect(await run(locked, "/b.xsd")).toEqual([expect.stringContaining("is not in the bundle")]);
    expect(locked.violations).toHaveLength(1);
    writeFileSync(file, "<edited/>");
    for (const mode of ["locked", "use"] as const) {
      expect(await run(open(mode), "/a.xsd")).toEqual([expect.stringContaining("is not what specwire.lock.json says")]);
    }
    rmSync(file);
    expect(await run(open("locked"), "/a.xsd")).toEqual([expect.stringContaining("is not in the bundle")]);
    expect(await run(open("use"), "/a.xsd")).toEqual([schema]);
    expect(existsSync(file)).toBe(true);
  });

  test("update fetches anew, and drops what nobody asks for", async () => {
    web.pages.set("/a.xsd", schema).set("/b.xsd", "<b/>");
    await run(open(), "/a.xsd", "/b.xsd");
    web.pages.set("/a.xsd", "<new/>");
    expect(await run(open("update"), "/a.xsd")).toEqual(["<new/>"]);
    expect([...lock().keys()]).toEqual([`${web.origin}/a.xsd`]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".xsd"))).toHaveLength(1);
  });

  test("an update that fails drops nothing", async () => {
    web.pages.set("/a.xsd", schema).set("/b.xsd", schema);
    await run(open(), "/a.xsd", "/b.xsd");
    web.pages.clear();
    const update = open("update");
    await expect(update.fetch(`${web.origin}/a.xsd`)).rejects.toThrow("HTTP status 404");
    update.save(false);
    expect(await run(open("locked"), "/a.xsd", "/b.xsd")).toEqual([schema, schema]);
  });

  test("remembers that a document is absent where a run may go on without it", async () => {
    await run(open("use", true), "/gone.xsd");
    web.pages.set("/gone.xsd", schema);
    const locked = open("locked", true);
    expect(await run(locked, "/gone.xsd")).toEqual([expect.stringContaining("--update asks again")]);
    expect(locked.violations).toEqual([]);
    expect(await run(open("update", true), "/gone.xsd")).toEqual([schema]);
  });

  test.each([
    "{",
    "[]",
    '{"version":2,"documents":{}}',
    '{"version":1,"documents":{"http://a/":{"file":"../../etc/passwd","sha256":"","size":1}}}',
    `{"version":1,"documents":{"http://a/":{"file":"..","sha256":"${"0".repeat(64)}","size":1}}}`,
  ])("refuses the damaged lock file %s", (text) => {
    writeFileSync(join(folder, "specwire.lock.json"), text);
    expect(() => open()).toThrow("specwire.lock.json cannot be used");
  });
});
