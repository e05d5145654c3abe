/** Contracts of any size, so that growth shows whoever runs the benchmark. */

/** The schema of such a WSDL alone. */
export function syntheticSchema(operations: number): string {
  const schema = /<xs:schema[^]*<\/xs:schema>/.exec(syntheticWsdl(operations))?.[0] ?? "";
  const namespaces = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:synthetic"';
  return schema.replace("<xs:schema", `<xs:schema ${namespaces}`);
}

/** A WSDL with so many operations, each with a request, a response, a base type, an enumeration and references across. */
export function syntheticWsdl(operations: number): string {
  const numbers = Array.from({ length: operations }, (_, index) => index);
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:synthetic"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:synthetic" name="Synthetic">
<types><xs:schema targetNamespace="urn:synthetic" elementFormDefault="qualified">
<xs:complexType name="Base"><xs:sequence><xs:element name="Id" type="xs:long"/></xs:sequence></xs:complexType>
${numbers.map((number) => declarations(number, operations)).join("\n")}
</xs:schema></types>
${numbers.map(messages).join("\n")}
<portType name="Port">
${numbers.map((n) => `<operation name="Get${n}"><input message="t:In${n}"/><output message="t:Out${n}"/></operation>`).join("\n")}
</portType>
<binding name="Binding" type="t:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
${numbers.map(bindingOperation).join("\n")}
</binding>
<service name="Service"><port name="Port" binding="t:Binding"><soap:address location="https://example.com/"/></port></service>
</definitions>`;
}

function declarations(number: number, count: number): string {
  const fields = Array.from({ length: 8 }, (_, field) => {
    return `<xs:element name="Field${field}" type="xs:string" minOccurs="0"/>`;
  });
  return `<xs:simpleType name="Kind${number}"><xs:restriction base="xs:string"><xs:enumeration value="A"/><xs:enumeration value="B"/>
</xs:restriction></xs:simpleType>
<xs:complexType name="Type${number}"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>${fields.join("")}
<xs:element name="Kind" type="t:Kind${number}"/><xs:element name="Next" type="t:Type${(number + 1) % count}" minOccurs="0"/>
<xs:element name="Many" type="t:Type${(number * 7) % count}" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="Get${number}"><xs:complexType><xs:sequence><xs:element name="Of" type="t:Type${number}"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="Get${number}Response" type="t:Type${number}"/>`;
}

function messages(number: number): string {
  return `<message name="In${number}"><part name="body" element="t:Get${number}"/></message>
<message name="Out${number}"><part name="body" element="t:Get${number}Response"/></message>`;
}

function bindingOperation(number: number): string {
  return `<operation name="Get${number}"><soap:operation soapAction="urn:get${number}"/><input><soap:body use="literal"/></input>
<output><soap:body use="literal"/></output></operation>`;
}
