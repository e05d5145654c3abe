/** Items of a document, one by one, while it comes. */
import { describe, expect, expectTypeOf, test } from "vitest";
import { BulkService } from "../../generated/microsoft-advertising/bulk-service.ts";
import { batchInfoList, type BatchInfo } from "../../generated/salesforce/async-api.ts";
import {
  decode,
  int,
  responseOf,
  SoapFault,
  stream,
  streamEnvelope,
  string,
  XmlError,
  type ElementCodec,
  type Int,
  type Pieces,
  type StreamOptions,
  type StructCodec,
  type Unexpected,
} from "../../src/runtime/index.ts";

const utf8 = new TextEncoder();

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function* later<T>(values: Iterable<T>): AsyncGenerator<T> {
  for (const value of values) {
    await Promise.resolve();
    yield value;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function failure(items: AsyncIterable<unknown>): Promise<{ before: number; error: unknown }> {
  let before = 0;
  try {
    for await (const _ of items) before++;
  } catch (error) {
    return { before, error };
  }
  throw new Error("the stream ended without an error");
}

interface Row {
  readonly id: Int;
  readonly name?: string;
}
interface Page {
  readonly title: string;
  readonly row: readonly Row[];
}
interface Book {
  readonly page: readonly Page[];
  readonly end?: string;
}
const row: StructCodec<Row> = {
  kind: "struct",
  name: ["u", "Row"],
  fields: { id: { at: "id", count: "1", type: int }, name: { el: "name", count: "?", type: string } },
};
const page: StructCodec<Page> = {
  kind: "struct",
  name: ["u", "Page"],
  fields: { title: { el: "title", count: "1", type: string }, row: { el: "row", count: "*", type: row } },
};
const bookType: StructCodec<Book> = {
  kind: "struct",
  name: ["u", "Book"],
  fields: { page: { el: "page", count: "+", type: page }, end: { el: "end", count: "?", type: string } },
};
const book: ElementCodec<Book> = { kind: "element", name: ["u", "book"], type: bookType };

const text = `<?xml version="1.0" encoding="UTF-8"?>
<!-- every kind of markup -->
<b:book xmlns:b="u" xmlns="u">
  <page><title>One &amp; only — “ünïcode” 𝒳</title><row id="1"/><!-- > --><row id='2'><name>a &gt; b<![CDATA[ <&> ]]>c</name></row></page>
  <?target data > ?>
  <b:page xmlns:c="u"><c:title/><c:row c:x="" id="3" xmlns:c="u"><b:name>${"long ".repeat(40)}</b:name></c:row></b:page>
  <page><title>日本語のテキスト</title></page><end>.</end>
</b:book>
`.replace(' c:x=""', "");

describe("what is delivered", () => {
  const bytes = utf8.encode(text);
  const whole = decode(book, bytes, { mode: "strict" });
  const rows = whole.page.flatMap((one) => one.row);

  test.each([1, 2, 3, 5, 7, 11, 64, 256, 100_000])("is the same in pieces of %i bytes", async (size) => {
    expect(await all(stream(book, "page", pieces(bytes, size), { mode: "strict" }))).toEqual(whole.page);
    expect(await all(stream(book, ["page", "row"], pieces(bytes, size), { mode: "strict" }))).toEqual(rows);
    expect(await all(stream(book, ["page", "row"], pieces(bytes, size)))).toEqual(rows);
  });

  test("is the same in UTF-16, whose pieces cut characters", async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le"));
    for (const size of [1, 3, 1000]) {
      expect(await all(stream(book, ["page", "row"], pieces(utf16, size)))).toEqual(rows);
    }
  });

  test("comes from web streams, async iterables and arrays alike", async () => {
    const sources: Pieces[] = [new Blob([bytes]).stream(), later(pieces(bytes, 10)), [bytes]];
    for (const source of sources) expect(await all(stream(book, "page", source))).toEqual(whole.page);
  });

  test("is typed by the contract", () => {
    expectTypeOf(stream(batchInfoList, "batchInfo", [])).toExtend<AsyncIterable<BatchInfo>>();
    expectTypeOf(stream(book, ["page", "row"], [])).toExtend<AsyncIterable<Row>>();
    // @ts-expect-error: a single element is no stream
    expect(() => stream(book, "end", [utf8.encode("<book xmlns='u'/>")])).not.toThrow();
  });

  test("an item larger than many pieces is read all the same", async () => {
    const large = `<book xmlns="u"><page><title>${"x".repeat(300_000)}</title></page></book>`;
    const [one] = await all(stream(book, "page", pieces(utf8.encode(large), 1000)));
    expect(one?.title.length).toBe(300_000);
  });
});

describe("what is wrong", () => {
  const at = async (
    xml: string,
    options: StreamOptions = { mode: "strict" },
  ): Promise<XmlError & { before: number }> => {
    const { before, error } = await failure(stream(book, ["page", "row"], pieces(utf8.encode(xml), 9), options));
    if (!(error instanceof XmlError)) throw error;
    return Object.assign(error, { before });
  };

  test("is told with its place, behind the items before it", async () => {
    const xml = `<book xmlns="u">\n<page><title>t</title>\n<row id="1"/>\n<row id="2"><name/></row>\n  <row id="x"/></page></book>`;
    expect(await at(xml)).toMatchObject({
      code: "xml.invalid",
      path: "/book/page/row[3]/@id",
      line: 5,
      column: 3,
      before: 2,
    });
    expect(await at(xml.replace('"x"', '"3"').replace("</book>", ""))).toMatchObject({
      code: "xml.malformed",
      before: 3,
    });
    expect(await at(xml.replace("<page>", "<page><bad/>"))).toMatchObject({
      code: "xml.unexpected",
      line: 2,
      before: 0,
    });
    expect(await at(xml.replace("<title>t</title>", ""), {})).toMatchObject({ code: "xml.invalid", before: 2 });
    expect(await at(`<book xmlns="u"><page><row id="1"/></page></book>`, {})).toMatchObject({
      code: "xml.missing",
      before: 1,
    });
    expect(await at("<other/>")).toMatchObject({ code: "xml.root", before: 0 });
    expect(await at("")).toMatchObject({ code: "xml.malformed", before: 0 });
    expect(await at(`<!DOCTYPE book><book xmlns="u"/>`)).toMatchObject({ code: "xml.doctype" });
    expect(await at(`<book xmlns="u"><page><title/></page></book>junk`)).toMatchObject({ code: "xml.malformed" });
  });

  test("bytes that are not in the encoding are refused", async () => {
    const bytes = utf8.encode(`<book xmlns="u"><page><title>é</title></page></book>`);
    bytes[bytes.indexOf(0xc3)] = 0xff;
    expect((await failure(stream(book, "page", pieces(bytes, 7)))).error).toMatchObject({ code: "xml.encoding" });
  });

  test("an item that is larger than the limit is refused, a document is not", async () => {
    const many = `<book xmlns="u"><page><title/>${'<row id="1"/>'.repeat(1000)}</page></book>`;
    expect(
      await all(stream(book, ["page", "row"], pieces(utf8.encode(many), 100), { limits: { size: 400 } })),
    ).toHaveLength(1000);
    const large = `<book xmlns="u"><page><title>${"x".repeat(1000)}</title></page></book>`;
    const { error } = await failure(stream(book, "page", pieces(utf8.encode(large), 100), { limits: { size: 400 } }));
    expect(error).toMatchObject({ code: "xml.limit" });
  });

  test("what tolerant decoding lets pass is reported once, however the pieces are cut", async () => {
    const xml = `<book xmlns="u"><extra><b/></extra><page><title/><row id="1"><more/></row></page></book>`;
    for (const size of [1, 4, 1000]) {
      const reports: Unexpected[] = [];
      const options = { onUnexpected: (unexpected: Unexpected) => void reports.push(unexpected) };
      expect(await all(stream(book, ["page", "row"], pieces(utf8.encode(xml), size), options))).toEqual([{ id: 1 }]);
      expect(reports.map(({ kind }) => kind)).toEqual(["unknown-element", "unknown-element"]);
    }
  });
});

describe("the body", () => {
  const part = utf8.encode(`<row id="1"/>`);

  function endless(): { body: ReadableStream<Uint8Array>; pulled: () => number; cancelled: () => unknown } {
    let pulled = 0;
    let cancelled: unknown;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          controller.enqueue(pulled++ === 0 ? utf8.encode(`<book xmlns="u"><page><title/>`.padEnd(300)) : part);
        },
        cancel: (reason) => void (cancelled = reason ?? "no reason"),
      },
      { highWaterMark: 0 },
    );
    return { body, pulled: () => pulled, cancelled: () => cancelled };
  }

  test("is read no faster than items are taken, and cancelled when the loop is left", async () => {
    const { body, pulled, cancelled } = endless();
    const items = stream(book, ["page", "row"], body);
    expect(pulled()).toBe(0);
    for (let i = 0; i < 5; i++) expect((await items.next()).value).toEqual({ id: 1 });
    expect(pulled()).toBeLessThanOrEqual(6);
    expect(await items.return()).toEqual({ done: true, value: undefined });
    expect(cancelled()).toBe("no reason");
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  test("is cancelled with the error that ends the stream", async () => {
    const { body, cancelled } = endless();
    const failing = stream(book, ["page", "row"], body, { limits: { depth: 2 } });
    await expect(failing.next()).rejects.toMatchObject({ code: "xml.limit" });
    expect(cancelled()).toMatchObject({ code: "xml.limit" });
    expect(await failing.next()).toEqual({ done: true, value: undefined });
  });

  test("that breaks breaks the stream", async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield utf8.encode(`<book xmlns="u"><page><title/><row id="1"/>`.padEnd(300));
      throw new Error("connection lost");
    };
    const { before, error } = await failure(stream(book, ["page", "row"], broken()));
    expect([before, error]).toEqual([1, new Error("connection lost")]);
  });

  test("requests that do not wait for each other are answered in order", async () => {
    const xml = `<book xmlns="u"><page><title/><row id="1"/><row id="2"/><row id="3"/></page></book>`;
    const items = stream(book, ["page", "row"], later(pieces(utf8.encode(xml), 5)));
    const answers = await Promise.all([items.next(), items.next(), items.next(), items.next(), items.next()]);
    expect(answers.map(({ value }) => value?.id)).toEqual([1, 2, 3, undefined, undefined]);
  });
});

describe("SOAP", () => {
  const ns = "https://bingads.microsoft.com/CampaignManagement/v13";
  const soap = (body: string): Uint8Array =>
    utf8.encode(
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><h:TrackingId xmlns:h="${ns}">t</h:TrackingId></s:Header>` +
        `<s:Body>${body}</s:Body></s:Envelope>`,
    );
  const codec = responseOf(BulkService.operations.GetBulkUploadStatus);

  test("items of a wrapper in the body come one by one", async () => {
    const errors = [1, 2, 3]
      .map((n) => `<OperationError><Code>${n}</Code><Message>m</Message></OperationError>`)
      .join("");
    const message = soap(
      `<GetBulkUploadStatusResponse xmlns="${ns}"><Errors>${errors}</Errors><PercentComplete>1</PercentComplete></GetBulkUploadStatusResponse>`,
    );
    for (const size of [1, 10, 10_000]) {
      const found = await all(streamEnvelope(codec, "Errors", pieces(message, size)));
      expect(found.map((error) => error?.Code)).toEqual([1, 2, 3]);
    }
  });

  test("a header entry that must be understood is an error, unless somebody does", async () => {
    const item = `<GetBulkUploadStatusResponse xmlns="${ns}"><Errors><OperationError><Code>1</Code></OperationError></Errors></GetBulkUploadStatusResponse>`;
    const withEntry = (attributes: string): Uint8Array =>
      utf8.encode(
        Buffer.from(soap(item))
          .toString()
          .replace("</s:Header>", `<x:Lock xmlns:x="urn:x" ${attributes}>1</x:Lock></s:Header>`),
      );
    const locked = withEntry('s:mustUnderstand="1"');
    for (const size of [1, 10_000]) {
      const { error } = await failure(streamEnvelope(codec, "Errors", pieces(locked, size)));
      expect(error).toMatchObject({ code: "xml.unexpected", received: "{urn:x}Lock", path: "/Envelope/Header/Lock" });
      for (const [message, options] of [
        [locked, { understood: ["{urn:x}Lock"] }],
        [withEntry(""), {}],
        [withEntry('s:mustUnderstand="1" s:actor="urn:other"'), {}],
      ] as const) {
        expect(await all(streamEnvelope(codec, "Errors", pieces(message, size), options))).toHaveLength(1);
      }
    }
  });

  test("a fault is a SoapFault with its detail", async () => {
    const fault = soap(
      `<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring><detail><ApiFaultDetail xmlns="${ns}"><TrackingId>t</TrackingId><BatchErrors/><OperationErrors><OperationError><Code>7</Code></OperationError></OperationErrors></ApiFaultDetail></detail></s:Fault>`,
    );
    for (const size of [1, 10_000]) {
      const { error } = await failure(streamEnvelope(codec, "Errors", pieces(fault, size)));
      expect(error).toBeInstanceOf(SoapFault);
      expect(error).toMatchObject({ faultString: "no", detail: { name: "ApiFaultDetail" } });
    }
  });

  test("another document is none", async () => {
    const { error } = await failure(streamEnvelope(codec, "Errors", pieces(utf8.encode("<html/>"), 3)));
    expect(error).toMatchObject({ code: "xml.root" });
  });
});
