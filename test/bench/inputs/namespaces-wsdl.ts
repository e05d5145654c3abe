/** A contract of many namespaces: a list of items, each of a type that another namespace derives from the one of the list. */

/** How many namespaces have a derived type of their own. */
export const derivedCount = 24;

const base = "urn:example:shop";

/** The derived namespaces. */
export function derivedNamespace(number: number): string {
  return `${base}:department-${number}`;
}

const numbers = Array.from({ length: derivedCount }, (_, index) => index);

/** The WSDL. */
export function namespacesWsdl(): string {
  const prefixes = numbers.map((number) => `xmlns:d${number}="${derivedNamespace(number)}"`);
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="${base}"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" ${prefixes.join(" ")} targetNamespace="${base}" name="Shop">
<types>
<xs:schema targetNamespace="${base}" elementFormDefault="qualified">
<xs:complexType name="Item"><xs:sequence><xs:element name="Id" type="xs:int"/></xs:sequence></xs:complexType>
<xs:element name="Order"><xs:complexType><xs:sequence>
<xs:element name="Item" type="t:Item" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="OrderResponse"><xs:complexType><xs:sequence>
<xs:element name="Number" type="xs:string"/>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>
${numbers.map(derivedSchema).join("\n")}
</types>
<message name="In"><part name="body" element="t:Order"/></message>
<message name="Out"><part name="body" element="t:OrderResponse"/></message>
<portType name="Port"><operation name="Order"><input message="t:In"/><output message="t:Out"/></operation></portType>
<binding name="Binding" type="t:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
<operation name="Order"><soap:operation soapAction="order"/><input><soap:body use="literal"/></input>
<output><soap:body use="literal"/></output></operation></binding>
<service name="Shop"><port name="Port" binding="t:Binding"><soap:address location="https://example.com/"/></port></service>
</definitions>`;
}

function derivedSchema(number: number): string {
  return `<xs:schema targetNamespace="${derivedNamespace(number)}" elementFormDefault="qualified">
<xs:import namespace="${base}"/>
<xs:complexType name="Article${number}"><xs:complexContent><xs:extension base="t:Item"><xs:sequence>
<xs:element name="Title" type="xs:string"/><xs:element name="Price" type="xs:decimal"/><xs:element name="Remark" type="xs:string" minOccurs="0"/>
</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>`;
}
