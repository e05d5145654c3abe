/** Rows of Microsoft Advertising's and eBay's files in the forms that they come in. */
import { describe, expect, test } from "vitest";
import { ebayRows } from "../../src/ebay/rows.ts";
import { bulkRows } from "../../src/microsoft-advertising/rows.ts";
import { collect } from "../support/collect.ts";

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bulk = (text: string, size = 7): ReturnType<typeof collect<Awaited<ReturnType<typeof first>>>> =>
  collect(bulkRows(pieces(text, size), "result"));
const first = async (text: string) => (await collect(bulkRows(pieces(text, 7), "result")))[0];

describe("Microsoft Advertising", () => {
  test("errors belong to the record before them; those of another one stand alone", async () => {
    const text = [
      "\uFEFFType,Id,Client Id,Error,Error Number,Field Path",
      "Format Version,,,,,",
      "Campaign,,c1,,,",
      "Campaign Error,,c1,Wrong,1,Name",
      "Campaign Error,,c1,Worse,2,",
      "Campaign Error,,c2,Alone,3,",
      "Ad Group,7,c3,,,",
      "Keyword,,c4,In the row,,",
      "",
    ].join("\r\n");
    expect(await bulk(text)).toMatchObject([
      {
        number: 1,
        outcome: "failed",
        errors: [
          { code: "1", message: "Wrong", field: "Name" },
          { code: "2", message: "Worse" },
        ],
      },
      { number: 2, outcome: "failed", row: { "Client Id": "c2" }, errors: [{ code: "3", message: "Alone" }] },
      { number: 3, outcome: "succeeded", id: "7", errors: [] },
      { number: 4, outcome: "failed", errors: [{ message: "In the row" }] },
    ]);
  });

  test("tabs, a header alone, nothing", async () => {
    expect(await first("Type\tName, the\nCampaign\t1\n")).toMatchObject({
      row: { Type: "Campaign", "Name, the": "1" },
    });
    expect(await bulk("Type,Id\n")).toEqual([]);
    expect(await bulk("")).toEqual([]);
  });
});

const ebay = async (text: string, size = 9) => collect(ebayRows(pieces(text, size), "job.xml"));

describe("eBay", () => {
  test("answers with a prefix, fields that repeat, warnings", async () => {
    const text = `<?xml version="1.0"?><!-- x --><e:BulkDataExchangeResponses xmlns:e="urn:e">
      <e:AddItemResponse><e:Ack>Warning</e:Ack><e:ItemID>5</e:ItemID>
        <e:Errors><e:ShortMessage>Hm</e:ShortMessage><e:SeverityCode>Warning</e:SeverityCode></e:Errors>
        <e:Fee><e:Name>a</e:Name></e:Fee><e:Fee><e:Name>b</e:Name></e:Fee></e:AddItemResponse>
      <e:AddItemResponse><e:Ack>Failure</e:Ack></e:AddItemResponse></e:BulkDataExchangeResponses>`;
    expect(await ebay(text)).toMatchObject([
      {
        number: 1,
        outcome: "succeeded",
        id: "5",
        errors: [],
        row: { Ack: "Warning", Fee: [{ Name: "a" }, { Name: "b" }] },
      },
      { number: 2, outcome: "failed", errors: [{ message: "eBay gives no reason" }] },
    ]);
  });

  test("reports: lines of those that are known, others as a whole", async () => {
    const known = `<B xmlns="u"><SoldReport><Ack>Success</Ack><OrderDetails><OrderID>1</OrderID></OrderDetails><OrderDetails/></SoldReport></B>`;
    expect(await ebay(known)).toMatchObject([
      { number: 1, row: { OrderID: "1" } },
      { number: 2, row: {} },
    ]);
    const other = `<B><OtherReport xmlns="u"><Line>1</Line><Line>2</Line></OtherReport></B>`;
    expect(await ebay(other)).toMatchObject([{ row: { Line: ["1", "2"] } }]);
  });

  test.each(["<B/>", "<B></B>", '<?xml version="1.0"?>\n<B xmlns="u">\n</B>'])("nothing in %s", async (text) => {
    expect(await ebay(text)).toEqual([]);
  });

  test.each(["", "Internal server error", "<B", "<B><", "<B><A>", '<!DOCTYPE B [<!ENTITY e "x">]><B><A>&e;</A></B>'])(
    "no file of answers: %s",
    async (text) => {
      await expect(ebay(text)).rejects.toThrow();
    },
  );

  test("what does not begin is not read for ever", async () => {
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      for (;;) yield Buffer.alloc(1024, " ");
    }
    await expect(collect(ebayRows(endless(), "job.xml"))).rejects.toMatchObject({ code: "job.results" });
  });
});
