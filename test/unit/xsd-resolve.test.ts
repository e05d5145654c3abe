/** Schema documents to components: derivation, groups, references, substitution, and what cannot be resolved. */
import { describe, expect, test } from "vitest";
import { anyType, builtinSimpleTypes } from "../../scripts/xsd/builtins.ts";
import {
  attributesOf,
  complexOf,
  contentOf,
  elementOf,
  resolveBody,
  resolveFiles,
  schema,
  simpleOf,
  told,
  typeName,
} from "../support/schemas.ts";

const sequence = (...names: readonly string[]): string =>
  `<xs:sequence>${names.map((name) => `<xs:element name="${name}" type="xs:string"/>`).join("")}</xs:sequence>`;

describe("complex types", () => {
  test("without a base they restrict xs:anyType to what they say", async () => {
    const { set, found } = await resolveBody(
      `<xs:complexType name="T">${sequence("a")}</xs:complexType><xs:complexType name="E"/>`,
    );
    expect(found).toEqual([]);
    expect(complexOf(set, "T")).toMatchObject({ derivation: "restriction", abstract: false, mixed: false });
    expect(complexOf(set, "T").base).toBe(anyType);
    expect(complexOf(set, "T").attributeWildcard).toBeUndefined();
    expect(contentOf(complexOf(set, "E"))).toBe("empty");
  });

  test("an extension has the base's particles first, attributes and all", async () => {
    const { set, found } = await resolveBody(`
<xs:complexType name="C"><xs:complexContent><xs:extension base="t:B">${sequence("c")}<xs:attribute name="z"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="B" abstract="true"><xs:complexContent><xs:extension base="t:A"><xs:choice>${sequence("b")}</xs:choice></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="A">${sequence("a")}<xs:attribute name="x" use="required"/></xs:complexType>
<xs:complexType name="D"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>`);
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "C"))).toBe("sequence(sequence(sequence(a), choice(sequence(b))), sequence(c))");
    expect(attributesOf(complexOf(set, "C"))).toBe("x!, z");
    expect(complexOf(set, "C").base).toBe(complexOf(set, "B"));
    expect(complexOf(set, "B").abstract).toBe(true);
    expect(contentOf(complexOf(set, "D"))).toBe("sequence(a)");
  });

  test("a restriction has its own particles, and the base's attributes but for those it changes or prohibits", async () => {
    const { set, found } = await resolveBody(`
<xs:complexType name="A"><xs:sequence>${sequence("a")}<xs:any minOccurs="0"/></xs:sequence><xs:attribute name="x"/><xs:attribute name="y"/><xs:attribute name="z"/><xs:anyAttribute/></xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:restriction base="t:A">${sequence("a")}<xs:attribute name="y" use="required"/><xs:attribute name="z" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`);
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "B"))).toBe("sequence(a)");
    expect(attributesOf(complexOf(set, "B"))).toBe("x, y!");
    expect(complexOf(set, "B").attributeWildcard).toBeUndefined();
    expect(complexOf(set, "A").attributeWildcard?.namespaces).toBe("##any");
  });

  test("what occurs never is not there; what is empty is left out", async () => {
    const { set } = await resolveBody(`
<xs:complexType name="A"><xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="0"/><xs:sequence/><xs:element name="b"/></xs:sequence></xs:complexType>
<xs:complexType name="B"><xs:sequence><xs:sequence/></xs:sequence></xs:complexType>
<xs:complexType name="C"><xs:choice minOccurs="0"/></xs:complexType>
<xs:complexType name="D"><xs:choice/></xs:complexType>`);
    expect(contentOf(complexOf(set, "A"))).toBe("sequence(b)");
    expect(contentOf(complexOf(set, "B"))).toBe("empty");
    expect(contentOf(complexOf(set, "C"))).toBe("empty");
    expect(contentOf(complexOf(set, "D"))).toBe("choice()");
  });

  test("mixed is said by the type, or by its content, and inherited by extension", async () => {
    const { set } = await resolveBody(`
<xs:complexType name="A" mixed="true"/>
<xs:complexType name="B" mixed="true"><xs:complexContent mixed="false"><xs:restriction base="xs:anyType"/></xs:complexContent></xs:complexType>
<xs:complexType name="C"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>
<xs:complexType name="D"><xs:complexContent><xs:restriction base="t:A"/></xs:complexContent></xs:complexType>`);
    expect(["A", "B", "C", "D"].map((name) => complexOf(set, name).mixed)).toEqual([true, false, true, false]);
  });

  test("simple content: extended, restricted, and out of mixed content", async () => {
    const { set, found } = await resolveBody(`
<xs:complexType name="A"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="B"><xs:simpleContent><xs:extension base="t:A"><xs:attribute name="y" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="C"><xs:simpleContent><xs:restriction base="t:B"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleContent></xs:complexType>
<xs:complexType name="M" mixed="true"><xs:sequence><xs:any minOccurs="0"/></xs:sequence></xs:complexType>
<xs:complexType name="D"><xs:simpleContent><xs:restriction base="t:M"><xs:simpleType><xs:restriction base="xs:token"/></xs:simpleType></xs:restriction></xs:simpleContent></xs:complexType>`);
    expect(found).toEqual([]);
    expect(["A", "B", "C", "D"].map((name) => contentOf(complexOf(set, name)))).toEqual([
      "simple decimal",
      "simple decimal",
      "simple decimal*",
      "simple token*",
    ]);
    expect(attributesOf(complexOf(set, "C"))).toBe("x, y!");
    const { content } = complexOf(set, "C");
    expect(content.kind === "simple" && content.type.variety).toMatchObject({ facets: { maxInclusive: "9" } });
  });

  test("derivations without a meaning are errors", async () => {
    const derive = (body: string): string => `<xs:complexType name="T">${body}</xs:complexType>`;
    const simple =
      '<xs:complexType name="S"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType>\n';
    const said = async (body: string): Promise<readonly string[]> => told((await resolveBody(body)).found);
    expect(await said(derive('<xs:complexContent><xs:extension base="xs:string"/></xs:complexContent>'))).toEqual([
      "src-ct 2:1 complex content derives from a complex type, and string is a simple one",
    ]);
    expect(
      await said(
        derive('<xs:simpleContent><xs:extension base="t:T2"/></xs:simpleContent>') + '\n<xs:complexType name="T2"/>',
      ),
    ).toEqual(["src-ct 2:1 the base T2 has no simple content"]);
    expect(
      await said(
        simple +
          derive(`<xs:complexContent><xs:extension base="t:S">${sequence("a")}</xs:extension></xs:complexContent>`),
      ),
    ).toEqual(["cos-ct-extends.1 3:1 the base S has simple content: an extension adds no elements"]);
    expect(await said('<xs:attribute name="a" type="t:T"/>\n<xs:complexType name="T"/>')).toEqual([
      "src-resolve 2:1 T is not a simple type",
    ]);
  });

  test("block and final are those of the component, or the schema's defaults", async () => {
    const defaults = 'targetNamespace="urn:t" blockDefault="restriction substitution" finalDefault="extension"';
    const body = `<xs:complexType name="A"/><xs:complexType name="B" block="extension" final="#all"/>
<xs:element name="a"/><xs:element name="b" block=""/><xs:element name="c" block="#all"/>`;
    const { set, found } = await resolveFiles({ "main.xsd": schema(body, defaults) });
    expect(found).toEqual([]);
    const typeRules = (name: string): unknown => [[...complexOf(set, name).block], [...complexOf(set, name).final]];
    expect(typeRules("A")).toEqual([["restriction"], ["extension"]]);
    expect(typeRules("B")).toEqual([["extension"], ["extension", "restriction"]]);
    const blocks = ["a", "b", "c"].map((name) => [...elementOf(set, name).block]);
    expect(blocks).toEqual([["restriction", "substitution"], [], ["extension", "restriction", "substitution"]]);
  });

  test("final is said, and goes on", async () => {
    const { found, set } =
      await resolveBody(`<xs:complexType name="A" final="extension">${sequence("a")}</xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>
<xs:complexType name="C"><xs:complexContent><xs:restriction base="t:A">${sequence("a")}</xs:restriction></xs:complexContent></xs:complexType>`);
    expect(told(found)).toEqual(["cos-ct-extends 3:1 the type A is final: it is not for derivation by extension"]);
    expect(contentOf(complexOf(set, "B"))).toBe("sequence(a)");
  });
});

describe("groups", () => {
  test("a reference stands for the group's particles, with an occurrence of its own", async () => {
    const { set, found } = await resolveBody(`
<xs:group name="G"><xs:choice>${sequence("a")}<xs:element name="b"/></xs:choice></xs:group>
<xs:complexType name="T"><xs:sequence><xs:group ref="t:G" minOccurs="0" maxOccurs="unbounded"/><xs:element name="c"/></xs:sequence></xs:complexType>
<xs:complexType name="U"><xs:group ref="t:G"/></xs:complexType>`);
    expect(found).toEqual([]);
    expect(contentOf(complexOf(set, "T"))).toBe("sequence(choice{0,*}(sequence(a), b), c)");
    expect(contentOf(complexOf(set, "U"))).toBe("choice(sequence(a), b)");
  });

  test("a group may come back to itself through an element", async () => {
    const { set, found } = await resolveBody(`
<xs:group name="G"><xs:sequence><xs:element name="e" minOccurs="0"><xs:complexType><xs:group ref="t:G"/></xs:complexType></xs:element></xs:sequence></xs:group>
<xs:complexType name="T"><xs:group ref="t:G"/></xs:complexType>`);
    expect(found).toEqual([]);
    const { content } = complexOf(set, "T");
    const group = content.kind === "elements" ? content.particle.term : undefined;
    const inner = group?.kind === "sequence" ? group.particles[0]?.term : undefined;
    const type = inner?.kind === "element" ? inner.type : undefined;
    expect(type?.kind === "complex" && type.content.kind === "elements" && type.content.particle.term).toBe(group);
  });

  test("attribute groups give their attributes and wildcards; several wildcards admit what all of them do", async () => {
    const { set, found } = await resolveBody(`
<xs:attributeGroup name="A"><xs:attribute name="x"/><xs:attributeGroup ref="t:B"/><xs:anyAttribute namespace="##other"/></xs:attributeGroup>
<xs:attributeGroup name="B"><xs:attribute name="y" use="required"/></xs:attributeGroup>
<xs:complexType name="T"><xs:attribute name="w"/><xs:attributeGroup ref="t:A"/><xs:anyAttribute namespace="urn:t urn:u ##local" processContents="lax"/></xs:complexType>`);
    expect(found).toEqual([]);
    expect(attributesOf(complexOf(set, "T"))).toBe("w, x, y!");
    expect(complexOf(set, "T").attributeWildcard).toMatchObject({ namespaces: ["urn:u"], process: "lax" });
  });

  test("an extension's wildcard admits what the base's does, too", async () => {
    const { set } = await resolveBody(`
<xs:complexType name="A"><xs:anyAttribute namespace="urn:a" processContents="skip"/></xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:anyAttribute namespace="urn:b"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="C"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>`);
    expect(complexOf(set, "B").attributeWildcard).toMatchObject({ namespaces: ["urn:b", "urn:a"], process: "strict" });
    expect(complexOf(set, "C").attributeWildcard).toMatchObject({ namespaces: ["urn:a"], process: "skip" });
  });
});

describe("elements and attributes", () => {
  test("references are links to the global declaration", async () => {
    const { set, found } = await resolveBody(`
<xs:element name="a" type="xs:int" nillable="true" default="7"/>
<xs:attribute name="x" type="xs:long" default="1"/>
<xs:complexType name="T"><xs:sequence><xs:element ref="t:a" maxOccurs="2"/></xs:sequence><xs:attribute ref="t:x" fixed="2"/><xs:attribute ref="xml:lang"/></xs:complexType>`);
    expect(found).toEqual([]);
    const type = complexOf(set, "T");
    expect(contentOf(type)).toBe("sequence(a{1,2})");
    const sequenceOf = type.content.kind === "elements" ? type.content.particle.term : undefined;
    expect(sequenceOf?.kind === "sequence" && sequenceOf.particles[0]?.term).toBe(elementOf(set, "a"));
    expect(elementOf(set, "a")).toMatchObject({ nillable: true, default: "7", global: true });
    const [x, lang] = type.attributes;
    expect(x).toMatchObject({ fixed: "2", attribute: { name: ["urn:t", "x"], default: "1" } });
    expect(lang?.attribute.name).toEqual(["http://www.w3.org/XML/1998/namespace", "lang"]);
  });

  test("an element without a type has any; a member of a substitution group its head's", async () => {
    const { set, found } = await resolveBody(`
<xs:element name="c" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:a"/>
<xs:element name="a" type="xs:int" abstract="true"/><xs:element name="d"/>`);
    expect(found).toEqual([]);
    expect(elementOf(set, "c").type).toBe(builtinSimpleTypes.get("int"));
    expect(elementOf(set, "c").substitutes).toBe(elementOf(set, "b"));
    expect(elementOf(set, "a").abstract).toBe(true);
    expect(elementOf(set, "d").type).toBe(anyType);
  });

  test("a member's type is derived from its head's", async () => {
    const { found } = await resolveBody(`<xs:element name="a" type="xs:integer" final="restriction"/>
<xs:element name="b" type="xs:int" substitutionGroup="t:a"/>
<xs:element name="c" type="xs:string" substitutionGroup="t:a"/>`);
    expect(told(found)).toEqual([
      "e-props-correct.4 3:1 the element a is final: b cannot stand for it",
      "e-props-correct 4:1 the type of c is not derived from that of a, which it stands for nevertheless",
    ]);
  });

  test("defaults and fixed values have to be values of their types", async () => {
    const { set, found } = await resolveBody(`<xs:element name="a" type="xs:int" default="x"/>
<xs:complexType name="T"><xs:attribute name="b" fixed="2024-13-01" type="xs:date"/></xs:complexType>
<xs:attribute name="c" type="t:E" default="no"/>
<xs:simpleType name="E"><xs:restriction base="xs:string"><xs:enumeration value="yes"/></xs:restriction></xs:simpleType>
<xs:element name="d" default="1.5"><xs:complexType><xs:simpleContent><xs:extension base="xs:integer"/></xs:simpleContent></xs:complexType></xs:element>
<xs:attribute name="e" type="xs:QName" default="t:ok"/>
<xs:attribute name="f" type="xs:QName" default="u:no"/>`);
    expect(told(found).toSorted()).toEqual([
      'a-props-correct.2 3:26 the fixed value "2024-13-01" is left out: it is not one of its type; xs:date is expected',
      'a-props-correct.2 4:1 the default value "no" is left out: it is not one of its type; one of yes is expected',
      'e-props-correct.2 2:1 the default value "x" is left out: it is not one of its type; xs:int is expected',
      'e-props-correct.2 6:1 the default value "1.5" is left out: it is not one of its type; xs:integer is expected',
      'src-resolve 8:1 the default value "u:no" has a prefix that is not declared',
    ]);
    expect(set.attributes.get("{urn:t}e")).toHaveProperty("default", "{urn:t}ok");
  });

  test("attributes twice", async () => {
    const { found } = await resolveBody(`<xs:complexType name="A">
<xs:attribute name="x"/>
<xs:attribute name="x"/></xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A">
<xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>`);
    expect(told(found)).toEqual([
      "ct-props-correct.4 4:1 the attribute x stands twice in one type or group: the first counts",
      "ct-props-correct.4 6:1 the attribute x is inherited: an extension does not declare it again, and this one replaces it",
    ]);
  });
});

describe("what is circular is said, and ends", () => {
  const rows: readonly (readonly [what: string, body: string, told: readonly string[]])[] = [
    [
      "a type",
      '<xs:complexType name="A"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>\n<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>',
      ["ct-props-correct.3 2:1 the type A is derived from itself"],
    ],
    [
      "a type of itself",
      '<xs:simpleType name="A"><xs:restriction base="t:A"/></xs:simpleType>',
      ["st-props-correct.2 2:1 the type A is derived from itself"],
    ],
    [
      "a union",
      '<xs:simpleType name="A"><xs:union memberTypes="xs:int t:B"/></xs:simpleType>\n<xs:simpleType name="B"><xs:union memberTypes="t:A"/></xs:simpleType>',
      ["src-simple-type.4 2:1 the type A is derived from itself"],
    ],
    [
      "a group",
      '<xs:group name="G"><xs:sequence>\n<xs:group ref="t:H"/></xs:sequence></xs:group>\n<xs:group name="H"><xs:choice><xs:group ref="t:G"/></xs:choice></xs:group>',
      ["mg-props-correct.2 2:1 the group G contains itself"],
    ],
    [
      "an attribute group",
      '<xs:attributeGroup name="G"><xs:attributeGroup ref="t:G"/></xs:attributeGroup>',
      ["src-attribute_group.3 2:1 the attribute group G contains itself"],
    ],
    [
      "a substitution group",
      '<xs:element name="a" substitutionGroup="t:b"/>\n<xs:element name="b" substitutionGroup="t:a"/>',
      ["e-props-correct.6 2:1 the element a is in its own substitution group"],
    ],
  ];
  test.each(rows)("%s", async (_what, body, expected) => {
    expect(told((await resolveBody(body)).found)).toEqual(expected);
  });
});

test("what is built upon each other without end is refused", async () => {
  const types = Array.from(
    { length: 2000 },
    (_, index) =>
      `<xs:complexType name="T${index}"><xs:complexContent><xs:extension base="t:T${index + 1}"/></xs:complexContent></xs:complexType>`,
  );
  const { found } = await resolveBody(`${types.join("\n")}<xs:complexType name="T2000"/>`);
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["xsd.unsupported"]));
  expect(told(found)[0]).toBe(
    "xsd.unsupported 302:1 components are built upon each other more than 300 deep: that is not carried",
  );
});

describe("names that nothing has", () => {
  const rows: readonly (readonly [what: string, body: string, told: readonly string[]])[] = [
    [
      "a type, with what may have been meant",
      '<xs:element name="a" type="t:Custmoer"/>\n<xs:complexType name="Customer"/>',
      ["src-resolve 2:1 there is no type Custmoer in urn:t; did you mean Customer?"],
    ],
    [
      "a built-in type",
      '<xs:element name="a" type="xs:datetime"/>',
      ["src-resolve 2:1 there is no type datetime in http://www.w3.org/2001/XMLSchema; did you mean dateTime?"],
    ],
    [
      "an element",
      '<xs:complexType name="T"><xs:sequence>\n<xs:element ref="t:gone"/></xs:sequence></xs:complexType>',
      ["src-resolve 3:1 there is no element gone in urn:t"],
    ],
    [
      "an attribute",
      '<xs:complexType name="T">\n<xs:attribute ref="xml:long"/></xs:complexType>',
      [
        "src-resolve 3:1 there is no attribute long in http://www.w3.org/XML/1998/namespace: no schema of that namespace is at hand",
      ],
    ],
    [
      "groups",
      '<xs:complexType name="T">\n<xs:group ref="t:G"/>\n<xs:attributeGroup ref="t:A"/></xs:complexType>',
      ["src-resolve 4:1 there is no attribute group A in urn:t", "src-resolve 3:1 there is no group G in urn:t"],
    ],
    [
      "a head and a member type",
      '<xs:element name="a" substitutionGroup="t:h"/>\n<xs:simpleType name="S">\n<xs:union memberTypes="t:u xs:int"/></xs:simpleType>',
      ["src-resolve 4:1 there is no type u in urn:t", "src-resolve 2:1 there is no element h in urn:t"],
    ],
  ];
  test.each(rows)("%s", async (_what, body, expected) => {
    expect(told((await resolveBody(body)).found)).toEqual(expected);
  });

  test("in their place stands xs:anyType, and an absent reference leaves its place", async () => {
    const { set } = await resolveBody(
      '<xs:element name="a" type="t:b"/><xs:complexType name="T"><xs:sequence><xs:element ref="t:c"/><xs:element name="d"/></xs:sequence></xs:complexType>',
    );
    expect(elementOf(set, "a").type).toBe(anyType);
    expect(contentOf(complexOf(set, "T"))).toBe("sequence(d)");
  });
});

test("messages may bring their own schema", async () => {
  const { set, found } = await resolveBody(
    '<xs:complexType name="T"><xs:sequence><xs:element ref="xs:schema"/><xs:any/></xs:sequence></xs:complexType>',
  );
  expect(found).toEqual([]);
  expect(contentOf(complexOf(set, "T"))).toBe("sequence(schema, any)");
});

test("recursion through elements ties itself", async () => {
  const { set, found } = await resolveBody(
    `<xs:complexType name="T"><xs:sequence><xs:element name="next" type="t:T" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:element name="tree"><xs:complexType><xs:sequence><xs:element ref="t:tree" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
  );
  expect(found).toEqual([]);
  const { content } = complexOf(set, "T");
  const term = content.kind === "elements" ? content.particle.term : undefined;
  const next = term?.kind === "sequence" ? term.particles[0]?.term : undefined;
  expect(next?.kind === "element" && next.type).toBe(complexOf(set, "T"));
});

test("of declarations twice the first counts, also where they differ", async () => {
  const { found } = await resolveBody(`<xs:element name="a" type="xs:int"/>
<xs:complexType name="a"/>
<xs:element name="a" type="xs:string"/>
<xs:element name="a" type="xs:int"/>
<xs:simpleType name="a"><xs:list itemType="xs:int"/></xs:simpleType>`);
  expect(told(found)).toEqual([
    "sch-props-correct 3:1 the type a is declared twice, first at https://schemas.test/main.xsd:6, where it says something else: that one counts",
    "sch-props-correct 4:1 the element a is declared twice, first at https://schemas.test/main.xsd:2, where it says something else: that one counts",
    "sch-props-correct 5:1 the element a is declared twice, first at https://schemas.test/main.xsd:2",
  ]);
});

test("anonymous simple types are named by what they restrict", async () => {
  const { set } = await resolveBody(
    '<xs:simpleType name="S"><xs:restriction><xs:simpleType><xs:list><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:list></xs:simpleType><xs:maxLength value="3"/></xs:restriction></xs:simpleType>',
  );
  const { variety } = simpleOf(set, "S");
  expect(variety).toMatchObject({ kind: "restriction", facets: { maxLength: 3 }, base: { variety: { kind: "list" } } });
  const base = variety.kind === "restriction" ? variety.base.variety : undefined;
  expect(base?.kind === "list" && typeName(base.item)).toBe("int*");
});
