/** WSDL 1.1 documents as they are written (sections 2 and 3): names are expanded, nothing is looked up yet. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Documented } from "../xsd/components.ts";

/** One wsdl:definitions. */
export interface WsdlSyntax extends Documented {
  readonly targetNamespace: string;
  readonly imports: readonly ImportSyntax[];
  readonly messages: readonly MessageSyntax[];
  readonly portTypes: readonly PortTypeSyntax[];
  readonly bindings: readonly BindingSyntax[];
  readonly services: readonly ServiceSyntax[];
  /** Policies that stand by themselves, to be referred to. */
  readonly policies: readonly PolicySyntax[];
}

/** A policy expression, or a reference to one. */
export interface PolicySyntax extends Documented {
  readonly id: string | undefined;
  readonly assertions: readonly AssertionSyntax[];
  /** Ids, or URIs of documents elsewhere. */
  readonly references: readonly string[];
}

/** An assertion of a policy. */
export interface AssertionSyntax {
  readonly name: Name;
  readonly optional: boolean;
}

/** One wsdl:import; it has no location where a namespace is only named. */
export interface ImportSyntax extends Documented {
  readonly namespace: string;
  readonly location: string | undefined;
}

export interface MessageSyntax extends Documented {
  readonly name: Name;
  readonly parts: readonly PartSyntax[];
}

/** One wsdl:part: of a global element, or of a type (2.3). */
export interface PartSyntax extends Documented {
  readonly name: string;
  readonly element?: Name;
  readonly type?: Name;
}

export interface PortTypeSyntax extends Documented {
  readonly name: Name;
  readonly operations: readonly OperationSyntax[];
}

/** One operation of a port type. Without an output it is one-way, without an input a notification (2.4). */
export interface OperationSyntax extends Documented {
  readonly name: string;
  readonly input?: OperationMessageSyntax;
  readonly output?: OperationMessageSyntax;
  readonly faults: readonly OperationFaultSyntax[];
}

/** The input or output of an operation. */
export interface OperationMessageSyntax extends Documented {
  /** As it is written; overloaded operations are told apart by it (2.4.5). */
  readonly name: string | undefined;
  readonly message: Name;
  /** wsam:Action or wsaw:Action (WS-Addressing 1.0 Metadata, 4.4). */
  readonly action: string | undefined;
}

/** One wsdl:fault of an operation; its name is empty where the contract forgot it. */
export interface OperationFaultSyntax extends Documented {
  readonly name: string;
  readonly message: Name;
}

/** What a binding speaks: SOAP 1.1, SOAP 1.2, HTTP with a verb, or something else that only has a name here. */
export type BindingProtocol = "soap11" | "soap12" | "http" | "other";

export interface BindingSyntax extends Documented {
  readonly name: Name;
  readonly portType: Name;
  readonly protocol: BindingProtocol;
  readonly style: "document" | "rpc";
  /** URI of the transport of SOAP; empty where the binding says none. */
  readonly transport: string;
  /** Verb of an HTTP binding (4.1). */
  readonly verb: string;
  /** Policies of the binding, and of the operations and messages in it. */
  readonly policies: readonly PolicySyntax[];
  readonly operations: readonly BindingOperationSyntax[];
}

export interface BindingOperationSyntax extends Documented {
  readonly name: string;
  /** Names of the input and output, where the binding says them to tell overloaded operations apart. */
  readonly inputName: string | undefined;
  readonly outputName: string | undefined;
  readonly action: string;
  readonly style: "document" | "rpc" | undefined;
  /** http:operation: relative to the port's address (4.4). */
  readonly location: string;
  readonly input: BindingMessageSyntax;
  readonly output: BindingMessageSyntax;
}

export interface BindingMessageSyntax {
  readonly use: "literal" | "encoded";
  /** Namespace of the wrapper element in rpc style; undefined where the contract does not say. */
  readonly namespace: string | undefined;
  /** Names of the parts that stand in the body; undefined where the contract does not say. */
  readonly parts: readonly string[] | undefined;
  readonly headers: readonly HeaderSyntax[];
  /** Parts that travel as attachments (5.4): mime:content beside the soap:body of mime:multipartRelated. */
  readonly attachments: readonly ContentSyntax[];
  /** How a message of an HTTP binding is carried; undefined where nothing says it. */
  readonly http: HttpMessageSyntax | undefined;
}

/** http:urlEncoded, http:urlReplacement, mime:mimeXml or mime:content (4.5 to 5.6). */
export interface HttpMessageSyntax extends Documented {
  readonly kind: "urlEncoded" | "urlReplacement" | "mimeXml" | "content";
  readonly content: readonly ContentSyntax[];
}

/** One mime:content. */
export interface ContentSyntax extends Documented {
  readonly part: string | undefined;
  readonly type: string | undefined;
}

/** One soap:header (3.7), or a soap:headerfault in it (3.8). */
export interface HeaderSyntax extends Documented {
  readonly message: Name;
  readonly part: string;
  readonly use: "literal" | "encoded";
  readonly namespace: string | undefined;
  readonly faults: readonly HeaderSyntax[];
}

export interface ServiceSyntax extends Documented {
  readonly name: string;
  readonly ports: readonly PortSyntax[];
}

/** One port; its address is empty where the contract leaves it to the deployment. */
export interface PortSyntax extends Documented {
  readonly name: string;
  readonly binding: Name;
  readonly address: string;
  readonly policies: readonly PolicySyntax[];
}
