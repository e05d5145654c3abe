/** WSDL 1.1 documents as they are written (sections 2 and 3): names are expanded, nothing is looked up yet. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Documented } from "../xsd/components.ts";

/** One wsdl:definitions. */
export interface WsdlSyntax extends Documented {
  readonly targetNamespace: string;
  readonly imports: readonly (Documented & { readonly location: string })[];
  readonly messages: readonly MessageSyntax[];
  readonly portTypes: readonly PortTypeSyntax[];
  readonly bindings: readonly BindingSyntax[];
  readonly services: readonly ServiceSyntax[];
}

export interface MessageSyntax extends Documented {
  readonly name: Name;
  readonly parts: readonly (Documented & { readonly name: string; readonly element?: Name; readonly type?: Name })[];
}

export interface PortTypeSyntax extends Documented {
  readonly name: Name;
  readonly operations: readonly (Documented & {
    readonly name: string;
    readonly input?: Name;
    readonly output?: Name;
    readonly faults: readonly (Documented & { readonly name: string; readonly message: Name })[];
  })[];
}

/** A binding: SOAP 1.1, SOAP 1.2, or something else that only has a name here. */
export interface BindingSyntax extends Documented {
  readonly name: Name;
  readonly portType: Name;
  readonly protocol: "soap11" | "soap12" | "other";
  readonly style: "document" | "rpc";
  readonly transport: string;
  readonly operations: readonly BindingOperationSyntax[];
}

export interface BindingOperationSyntax extends Documented {
  readonly name: string;
  readonly action: string;
  readonly style: "document" | "rpc" | undefined;
  readonly input: BindingMessageSyntax;
  readonly output: BindingMessageSyntax;
}

export interface BindingMessageSyntax {
  readonly use: "literal" | "encoded";
  /** Names of the parts that stand in the body; undefined where the contract does not say. */
  readonly parts: readonly string[] | undefined;
  readonly headers: readonly HeaderSyntax[];
}

/** One soap:header (3.7). */
export interface HeaderSyntax extends Documented {
  readonly message: Name;
  readonly part: string;
  readonly use: "literal" | "encoded";
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
}
