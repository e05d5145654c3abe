/**
 * Everything the generator has to say about a document: one typed catalogue, code to message. Diagnostics are collected and
 * reported together, each with the place it speaks of.
 */

/** A place in a source document. Lines and columns count from 1. */
export interface Place {
  /** As the user would write it: a path relative to the working directory, or a URL. */
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/** One finding. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
}

/**
 * The catalogue. Codes are stable. Where XML Schema names the constraint, the code is that name (`src-resolve`); ours start
 * with the stage that finds them.
 */
export const catalogue = {
  "source.missing": "error",
  "source.malformed": "error",
  "source.format": "error",
  "src-resolve": "error",
  "src-import": "warning",
  /** Attribute wildcards that no single wildcard can express together (part 1, 3.4.3). */
  "src-ct": "error",
  "sch-props-correct": "error",
  "c-props-correct": "error",
  "cos-list-of-atomic": "error",
  /** The schema for schemas (part 1, A), which has no names of its own; those of Xerces are the field's. */
  "s4s-att-invalid-value": "error",
  "s4s-att-must-appear": "error",
  "s4s-elt-must-match.1": "error",
  "s4s-elt-must-match.2": "error",
  "src-attribute.3.1": "error",
  "src-element.2.1": "error",
  "src-simple-type.2": "error",
  "src-simple-type.3": "error",
  "src-union-memberTypes-or-simpleTypes": "error",
  /** Clauses of constraints whose other clauses are warnings: without what they ask for there is nothing to go on with. */
  "cos-ct-extends.1": "error",
  "ct-props-correct.3": "error",
  "st-props-correct.2": "error",
  "mg-props-correct.2": "error",
  "src-attribute_group.3": "error",
  "e-props-correct.6": "error",
  "src-simple-type.4": "error",
  /** What the standard allows and the generator does not carry: depths and sizes beyond its limits. */
  "xsd.unsupported": "error",
  /** Facets that say what their base does not leave open, or contradict each other: they are left out. */
  "enumeration-valid-restriction": "warning",
  "fractionDigits-totalDigits": "warning",
  "fractionDigits-valid-restriction": "warning",
  "length-valid-restriction": "warning",
  "maxExclusive-valid-restriction": "warning",
  "maxInclusive-maxExclusive": "warning",
  "maxInclusive-valid-restriction": "warning",
  "maxLength-valid-restriction": "warning",
  "minExclusive-less-than-equal-to-maxExclusive": "warning",
  "minExclusive-less-than-maxInclusive": "warning",
  "minExclusive-valid-restriction": "warning",
  "minInclusive-less-than-equal-to-maxInclusive": "warning",
  "minInclusive-less-than-maxExclusive": "warning",
  "minInclusive-minExclusive": "warning",
  "minInclusive-valid-restriction": "warning",
  "minLength-less-than-equal-to-maxLength": "warning",
  "minLength-valid-restriction": "warning",
  "totalDigits-valid-restriction": "warning",
  "whiteSpace-valid-restriction": "warning",
  "src-single-facet-value": "warning",
  /** What cannot hold as it stands, and is taken as the message says. */
  "src-include": "warning",
  "c-selector-xpath": "warning",
  "c-fields-xpaths": "warning",
  "a-props-correct.2": "warning",
  "a-props-correct.3": "warning",
  "cos-all-limited.2": "warning",
  "e-props-correct.2": "warning",
  "e-props-correct.5": "warning",
  "p-props-correct.2.1": "warning",
  "src-attribute.1": "warning",
  "src-attribute.4": "warning",
  "src-element.1": "warning",
  "src-element.3": "warning",
  "ct-props-correct.4": "warning",
  "ag-props-correct.2": "warning",
  "e-props-correct": "warning",
  "cos-st-restricts": "warning",
  "e-props-correct.4": "warning",
  /** A schema in a namespace of 1999 or October 2000. */
  "xsd.draft": "warning",
  /** No breach of the standard: what is not checked, and documents that are absent and not needed. */
  "xsd.ignored": "warning",
  /** What has no place where it stands, and does not make the meaning of the rest doubtful. */
  "s4s-att-not-allowed": "warning",
  "s4s-elt-character": "warning",
  "s4s-elt-schema-ns": "warning",
  "n-props-correct": "warning",
  "src-attribute.2": "warning",
  "src-attribute.3.2": "warning",
  "src-ct.2": "warning",
  "src-element.2.2": "warning",
  "src-import.1.1": "warning",
  /** Names of a namespace that is not imported as it should be, and at hand nevertheless. */
  "src-resolve.4.2": "warning",
  "ag-props-correct": "warning",
  "au-props-correct": "warning",
  "cos-applicable-facets": "warning",
  "cos-nonambig": "warning",
  "ct-props-correct": "warning",
  "enumeration-required-notation": "warning",
  "length-minLength-maxLength": "warning",
  "no-xmlns": "warning",
  /** A prefix without a declaration (Namespaces in XML 1.0, 5: Prefix Declared). */
  "nsc-NSDeclared": "warning",
  "no-xsi": "warning",
  "st-props-correct": "warning",
  "cos-element-consistent": "warning",
  "cos-all-limited": "warning",
  "cos-ct-extends": "warning",
  "cos-particle-restrict": "warning",
  "cos-valid-default": "warning",
  "derivation-ok-restriction": "warning",
  "rcase-MapAndSum": "warning",
  "rcase-NameAndTypeOK": "warning",
  "rcase-NSCompat": "warning",
  "rcase-NSRecurseCheckCardinality": "warning",
  "rcase-NSSubset": "warning",
  "rcase-Recurse": "warning",
  "rcase-RecurseLossy": "warning",
  "rcase-RecurseUnordered": "warning",
  "src-redefine": "warning",
  /** What has no place in a WSDL, and attributes that are missing. */
  "wsdl.element": "warning",
  /** Names that are not there: what needs them is left out. */
  "wsdl.resolve": "warning",
  /** Operations, ports, headers and faults that are left out, while others remain. */
  "wsdl.skipped": "warning",
  /** A component that is declared twice, and differently: the first counts. */
  "wsdl.duplicate": "warning",
  /** What the style of a binding does not allow; the message says how it is taken. */
  "wsdl.style": "warning",
  /** Nothing of a contract can be carried. */
  "wsdl.unsupported": "error",
  /** A WSDL document that declares nothing to generate from: its module is empty. */
  "wsdl.empty": "warning",
  /** Policies (WS-Policy), which are read and not enforced. */
  "wsdl.policy": "warning",
  "wsdl.ignored": "warning",
  /** An operation is asked for by a name that none has. */
  "operations.unknown": "error",
  "operations.invalid": "error",
  "operations.resolve": "error",
  "openapi.invalid": "error",
  "model.name": "error",
  "model.unsupported": "error",
} as const;

export type DiagnosticCode = keyof typeof catalogue;

/** Warnings of ours that speak of a breach of a standard nevertheless. */
const breaches: ReadonlySet<string> = new Set([
  "xsd.draft",
  "wsdl.element",
  "wsdl.resolve",
  "wsdl.duplicate",
  "wsdl.style",
]);

/** Whether a finding is a breach of XML Schema or WSDL: the constraint's name, or one of ours that stands for several. */
export function namesConstraint(code: string): boolean {
  // Behind the dot of a clause stands a number.
  return !/\.[a-z]/.test(code) || breaches.has(code);
}

/** Collects diagnostics of one run. */
export class Diagnostics {
  readonly #found: Diagnostic[] = [];
  readonly #strict: boolean;
  #allowsMissing = false;

  /** @param options `strict`: what breaks a standard is an error, also where its meaning is clear. */
  constructor(options: { readonly strict?: boolean | undefined } = {}) {
    this.#strict = options.strict === true;
  }

  report(code: DiagnosticCode, at: Place, message: string): void {
    this.#found.push({ code, severity: this.#severityOf(code), message, at });
  }

  /** Reports a breach of a constraint whose breaches are errors elsewhere, where what is meant is clear nevertheless. */
  tolerate(code: DiagnosticCode, at: Place, message: string): void {
    const severity = this.#strict && namesConstraint(code) ? "error" : "warning";
    this.#found.push({ code, severity, message, at });
  }

  /** From here on absent documents are warnings; what they would declare is taken as it comes. */
  allowMissing(): void {
    this.#allowsMissing = true;
  }

  get allowsMissing(): boolean {
    return this.#allowsMissing;
  }

  #severityOf(code: DiagnosticCode): Severity {
    if (code === "source.missing" && this.#allowsMissing) return "warning";
    return this.#strict && namesConstraint(code) ? "error" : catalogue[code];
  }

  get all(): readonly Diagnostic[] {
    return this.#found;
  }

  get hasErrors(): boolean {
    return this.#found.some((diagnostic) => diagnostic.severity === "error");
  }
}
