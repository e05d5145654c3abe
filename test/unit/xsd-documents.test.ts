/** Several documents: import, include, chameleon include, redefine, cycles, the schemas of a WSDL, catalogs. */
import { describe, expect, test } from "vitest";
import { keyOf } from "../../scripts/xsd/components.ts";
import {
  address,
  attributesOf,
  complexOf,
  contentOf,
  elementOf,
  resolveFiles,
  schema,
  simpleOf,
  told,
} from "../support/schemas.ts";

/** A schema of another namespace, its prefix `u`. */
const of = (namespace: string, body: string): string =>
  schema(
    body,
    `xmlns:u="urn:u" ${namespace === "" ? "" : `targetNamespace="${namespace}"`} elementFormDefault="qualified"`,
  );

const main = (body: string): string => of("urn:t", body);
const typed = (name: string, base = "xs:string"): string =>
  `<xs:complexType name="${name}"><xs:simpleContent><xs:extension base="${base}"/></xs:simpleContent></xs:complexType>`;

describe("include", () => {
  test("documents that include each other are read once each", async () => {
    const { set, found, loader } = await resolveFiles({
      "main.xsd": main(
        '<xs:include schemaLocation="b.xsd"/><xs:include schemaLocation="./b.xsd"/><xs:element name="a" type="t:B"/>',
      ),
      "b.xsd": main(
        `<xs:include schemaLocation="main.xsd"/>${typed("B")}<xs:element name="c"><xs:complexType><xs:sequence><xs:element ref="t:a"/></xs:sequence></xs:complexType></xs:element>`,
      ),
    });
    expect(found).toEqual([]);
    expect(elementOf(set, "a").type).toBe(complexOf(set, "B"));
    expect(loader.documents.map(({ uri }) => uri)).toEqual([address("main.xsd"), address("b.xsd")]);
    expect(set.namespaces).toEqual(["urn:t"]);
  });

  test("a schema without a namespace takes the includer's, for its names and its references, at every level", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main('<xs:include schemaLocation="c.xsd"/><xs:import namespace="urn:u" schemaLocation="u.xsd"/>'),
      "c.xsd": of("", '<xs:include schemaLocation="d.xsd"/><xs:element name="e" type="D"/>'),
      "d.xsd": of("", typed("D")),
      "u.xsd": of("urn:u", '<xs:include schemaLocation="c.xsd"/>'),
    });
    expect(found).toEqual([]);
    expect([...set.elements.keys()]).toEqual(["{urn:t}e", "{urn:u}e"]);
    expect(elementOf(set, "e").type).toBe(complexOf(set, "D"));
    expect(elementOf(set, "e", "urn:u").type).toBe(complexOf(set, "D", "urn:u"));
    expect(complexOf(set, "D", "urn:u")).not.toBe(complexOf(set, "D"));
  });

  test("of another namespace, of no schema, of nothing", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main(
        '<xs:include schemaLocation="u.xsd"/>\n<xs:include schemaLocation="h.html"/>\n<xs:include schemaLocation="gone.xsd"/>\n<xs:element name="a" type="t:FromThere"/>',
      ),
      "u.xsd": of("urn:u", ""),
      "h.html": "<html/>",
    });
    expect(told(found)).toEqual([
      `src-include 2:1 ${address("u.xsd")} is the schema of urn:u, not of urn:t: it is imported instead`,
      "source.format 1:1 a schema is expected, not html of no namespace",
      // The type may be in the document that is missing: it is not reported, too.
      `source.missing 4:1 ${address("gone.xsd")} cannot be read: 404`,
    ]);
  });
});

describe("import", () => {
  test("with a location, and back again", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main('<xs:import namespace="urn:u" schemaLocation="sub/u.xsd"/><xs:element name="a" type="u:U"/>'),
      "sub/u.xsd": of(
        "urn:u",
        `<xs:import namespace="urn:t" schemaLocation="../main.xsd"/>${typed("U")}<xs:element name="b" substitutionGroup="t:a"/>`,
      ),
    });
    expect(found).toEqual([]);
    expect(elementOf(set, "b", "urn:u").substitutes).toBe(elementOf(set, "a"));
    expect(set.namespaces).toEqual(["urn:t", "urn:u"]);
  });

  test("of no namespace", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": schema('<xs:import schemaLocation="n.xsd"/><xs:element name="a" type="N"/>'),
      "n.xsd": of("", typed("N")),
    });
    expect(found).toEqual([]);
    expect(elementOf(set, "a").type).toBe(complexOf(set, "N", ""));
  });

  test("of another namespace than the document's", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main('<xs:import namespace="urn:u" schemaLocation="v.xsd"/>'),
      "v.xsd": of("urn:v", ""),
    });
    expect(told(found)).toEqual([`src-import 2:1 ${address("v.xsd")} is the schema of urn:v, not of urn:u`]);
  });

  test("what cannot be read matters where something is named from it that no other document has", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main(
        '<xs:import namespace="urn:u" schemaLocation="gone.xsd"/>\n<xs:import namespace="urn:u" schemaLocation="u.xsd"/>\n<xs:import namespace="urn:v" schemaLocation="gone-too.xsd"/>\n<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>\n<xs:element name="a" type="u:U"/>',
      ),
      "u.xsd": of("urn:u", typed("U")),
    });
    expect(told(found)).toEqual([`xsd.ignored 4:1 ${address("gone-too.xsd")} cannot be read: 404: it is not needed`]);
  });

  test("without a location: nothing is said until something is named from there", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main(
        '<xs:import namespace="urn:u"/><xs:import namespace="urn:v"/>\n<xs:element name="a" type="u:U"/>',
      ),
    });
    expect(told(found)).toEqual([
      "src-resolve 3:1 there is no type U in urn:u: no schema of that namespace is at hand, and its import says no location",
    ]);
  });

  test("a namespace that is at hand and not imported is a warning, once", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main(
        '<xs:include schemaLocation="b.xsd"/>\n<xs:element name="a" type="u:U"/><xs:element name="b" type="u:U"/>',
      ),
      "b.xsd": main('<xs:import namespace="urn:u" schemaLocation="u.xsd"/>'),
      "u.xsd": of("urn:u", typed("U")),
    });
    expect(told(found)).toEqual(["src-resolve.4.2 3:1 u:U is of urn:u, which this schema should import"]);
    expect(found[0]?.severity).toBe("warning");
    expect(elementOf(set, "a").type).toBe(complexOf(set, "U", "urn:u"));
  });

  test("a namespace that is nowhere is an error, whether it is imported or not", async () => {
    const { found } = await resolveFiles({ "main.xsd": main('<xs:element name="a" type="u:U"/>') });
    expect(told(found)).toEqual([
      "src-resolve 2:1 there is no type U in urn:u: no schema of that namespace is at hand",
    ]);
  });

  test("a name that another namespace has", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main('<xs:import namespace="urn:u" schemaLocation="u.xsd"/>\n<xs:element name="a" type="t:U"/>'),
      "u.xsd": of("urn:u", typed("U")),
    });
    expect(told(found)).toEqual(["src-resolve 3:1 there is no type U in urn:t; there is one in urn:u"]);
  });

  test("its own namespace is taken as an include", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main('<xs:import namespace="urn:t" schemaLocation="b.xsd"/><xs:element name="a" type="t:B"/>'),
      "b.xsd": main(typed("B")),
    });
    expect(told(found)).toEqual([
      "src-import.1.1 2:1 a schema does not import its own namespace: it is taken as an include",
    ]);
    expect(elementOf(set, "a").type).toBe(complexOf(set, "B"));
  });
});

describe("redefine", () => {
  const original = main(`<xs:complexType name="P"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType>
<xs:complexType name="Q"><xs:complexContent><xs:extension base="t:P"><xs:sequence><xs:element name="q"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="p" type="t:P"/>
<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
<xs:group name="G"><xs:sequence><xs:element name="g"/></xs:sequence></xs:group>
<xs:attributeGroup name="A"><xs:attribute name="x"/></xs:attributeGroup>
<xs:complexType name="U"><xs:group ref="t:G"/><xs:attributeGroup ref="t:A"/></xs:complexType>`);
  const extended = (element: string): string =>
    `<xs:complexType name="P"><xs:complexContent><xs:extension base="t:P"><xs:sequence><xs:element name="${element}"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
  const redefinition = main(`<xs:redefine schemaLocation="o.xsd">${extended("b")}
<xs:simpleType name="S"><xs:restriction base="t:S"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
<xs:group name="G"><xs:sequence><xs:group ref="t:G"/><xs:element name="h"/></xs:sequence></xs:group>
<xs:attributeGroup name="A"><xs:attributeGroup ref="t:A"/><xs:attribute name="y"/></xs:attributeGroup>
</xs:redefine>`);

  test("what is redefined is another for all who name it, the redefined document included", async () => {
    const { set, found } = await resolveFiles({ "main.xsd": redefinition, "o.xsd": original });
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "P"))).toBe("sequence(sequence(a), sequence(b))");
    expect(contentOf(complexOf(set, "Q"))).toBe("sequence(sequence(sequence(a), sequence(b)), sequence(q))");
    expect(elementOf(set, "p").type).toBe(complexOf(set, "P"));
    expect(complexOf(set, "P").base?.name).toBeUndefined();
    expect(contentOf(complexOf(set, "U"))).toBe("sequence(sequence(g), h)");
    expect(attributesOf(complexOf(set, "U"))).toBe("x, y");
    const { variety } = simpleOf(set, "S");
    expect(variety).toMatchObject({ facets: { minLength: 1 }, base: { variety: { facets: { maxLength: 9 } } } });
  });

  test("twice, one upon the other", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main(`<xs:redefine schemaLocation="r.xsd">${extended("c")}</xs:redefine>`),
      "r.xsd": redefinition,
      "o.xsd": original,
    });
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "P"))).toBe("sequence(sequence(sequence(a), sequence(b)), sequence(c))");
  });

  test("a schema without a namespace", async () => {
    const { set, found } = await resolveFiles({
      "main.xsd": main(`<xs:redefine schemaLocation="o.xsd">${extended("b")}</xs:redefine>`),
      "o.xsd": of(
        "",
        '<xs:complexType name="P"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType><xs:element name="p" type="P"/>',
      ),
    });
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "P"))).toBe("sequence(sequence(a), sequence(b))");
    expect(elementOf(set, "p").type).toBe(complexOf(set, "P"));
  });

  test("of what is not there", async () => {
    const { found } = await resolveFiles({
      "main.xsd": main(
        `<xs:redefine schemaLocation="o.xsd">${extended("b")}\n<xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group></xs:redefine>`,
      ),
      "o.xsd": main(""),
    });
    expect(told(found)).toEqual([
      "src-resolve 2:37 there is no type P to redefine",
      "src-resolve 3:1 there is no group G to redefine",
    ]);
  });
});

describe("the schemas of a WSDL", () => {
  const wsdl = (schemas: string): string =>
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:u="urn:u"><types>${schemas}</types></definitions>`;

  test("see each other, with an import and without, and share the prefixes around them", async () => {
    const { set, found } = await resolveFiles({
      "s.wsdl": wsdl(
        `<xs:schema targetNamespace="urn:t"><xs:import namespace="urn:u"/><xs:element name="a" type="u:U"/></xs:schema><xs:schema targetNamespace="urn:u">${typed("U", "t:V")}</xs:schema><xs:schema targetNamespace="urn:t">${typed("V")}</xs:schema>`,
      ),
    });
    expect(found).toEqual([]);
    expect(elementOf(set, "a").type).toBe(complexOf(set, "U", "urn:u"));
    expect(complexOf(set, "U", "urn:u").base).toBe(complexOf(set, "V"));
    expect(set.namespaces).toEqual(["urn:t", "urn:u"]);
  });

  test("import documents relative to the WSDL", async () => {
    const { set, found } = await resolveFiles({
      "a/s.wsdl": wsdl('<xs:schema><xs:import namespace="urn:u" schemaLocation="../u.xsd"/></xs:schema>'),
      "u.xsd": of("urn:u", typed("U")),
    });
    expect(found).toEqual([]);
    expect(set.types.has(keyOf(["urn:u", "U"]))).toBe(true);
  });
});

describe("a catalog", () => {
  const u = of("urn:u", typed("U"));

  test("says where an address really is, as it is written or made absolute", async () => {
    for (const key of ["http://elsewhere.test/u.xsd", "gone/u.xsd", address("gone/u.xsd")]) {
      const location = key === address("gone/u.xsd") ? "gone/u.xsd" : key;
      const { set, found } = await resolveFiles(
        {
          "main.xsd": main(
            `<xs:import namespace="urn:u" schemaLocation="${location}"/><xs:element name="a" type="u:U"/>`,
          ),
          "u.xsd": u,
        },
        new Map([[key, address("u.xsd")]]),
      );
      expect(found).toEqual([]);
      expect(elementOf(set, "a").type).toBe(complexOf(set, "U", "urn:u"));
    }
  });

  test("has a namespace that is imported without a location, or where nothing can be read", async () => {
    for (const attributes of ["", 'schemaLocation="gone.xsd"']) {
      const { found } = await resolveFiles(
        {
          "main.xsd": main(`<xs:import namespace="urn:u" ${attributes}/><xs:element name="a" type="u:U"/>`),
          "u.xsd": u,
        },
        new Map([["urn:u", address("u.xsd")]]),
      );
      expect(found).toEqual([]);
    }
  });

  test("stands behind a document that has the namespace", async () => {
    const { found, loader } = await resolveFiles(
      {
        "main.xsd": main(
          '<xs:import namespace="urn:u"/><xs:import namespace="urn:v" schemaLocation="v.xsd"/><xs:element name="a" type="u:U"/>',
        ),
        "v.xsd": of("urn:v", '<xs:import namespace="urn:u" schemaLocation="u.xsd"/>'),
        "u.xsd": u,
        "other.xsd": of("urn:u", ""),
      },
      new Map([["urn:u", address("other.xsd")]]),
    );
    expect(found).toEqual([]);
    expect(loader.documents.map(({ uri }) => uri)).not.toContain(address("other.xsd"));
  });
});
