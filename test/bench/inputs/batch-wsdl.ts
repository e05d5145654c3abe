/** A WSDL around the list of batches, and a SOAP envelope around a list: for those that read nothing else. */
import { batchNamespace } from "./batch-list.ts";

const strings = ["id", "jobId", "state", "stateMessage"];
const fields = [
  ...strings.map((name) => [name, "string"] as const),
  ["createdDate", "dateTime"] as const,
  ["systemModstamp", "dateTime"] as const,
  ["numberRecordsProcessed", "int"] as const,
  ["numberRecordsFailed", "int"] as const,
  ["totalProcessingTime", "long"] as const,
  ["apiActiveProcessingTime", "long"] as const,
  ["apexProcessingTime", "long"] as const,
];

/** The contract. */
export function batchWsdl(): string {
  const elements = fields.map(([name, type]) => `<xs:element name="${name}" type="xs:${type}" minOccurs="0"/>`);
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:t="${batchNamespace}" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${batchNamespace}">
<types><xs:schema targetNamespace="${batchNamespace}" elementFormDefault="qualified">
<xs:complexType name="BatchInfo"><xs:sequence>${elements.join("")}</xs:sequence></xs:complexType>
<xs:element name="list"><xs:complexType/></xs:element>
<xs:element name="batchInfoList"><xs:complexType><xs:sequence>
<xs:element name="batchInfo" type="t:BatchInfo" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
</xs:schema></types>
<message name="In"><part name="body" element="t:list"/></message>
<message name="Out"><part name="body" element="t:batchInfoList"/></message>
<portType name="Port"><operation name="list"><input message="t:In"/><output message="t:Out"/></operation></portType>
<binding name="Binding" type="t:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
<operation name="list"><soap:operation soapAction="list"/><input><soap:body use="literal"/></input>
<output><soap:body use="literal"/></output></operation></binding>
<service name="Service"><port name="Port" binding="t:Binding"><soap:address location="https://example.com/"/></port></service>
</definitions>`;
}

/** A document, without its XML declaration, as the body of an envelope. */
export function inEnvelope(document: string): string {
  const content = document.replace(/^<\?xml[^>]*\?>\s*/, "");
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
}
