import type { XmlWriter } from "../xml/writer.ts";
import { encodeAttributes } from "./encode-node.ts";
import { jointOf, textElement, textOf, type TextElement, type TypeEncoders } from "./encode-element.ts";
import { fieldEncoder, leafEncoders } from "./encode-field.ts";
import { modelEncoder } from "./encode-model.ts";
import { attributeEncoder, textEncoder, type Encode } from "./encode-simple.ts";
import { describe, fail, located } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import type { StructPlan } from "./plan.ts";

/** The members of a struct's value, in the order in which they are written. */
interface Members {
  readonly plan: StructPlan;
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** The member has to be there. */
  readonly required: readonly boolean[];
  /** What each adds between the tags: nothing where it is an attribute. */
  readonly encode: readonly Encode[];
  /** What is written as start tag, text and end tag; undefined for all others. Made on first use. */
  readonly texts: (TextElement | undefined)[];
}

/** Makes the encoder of the attributes of a struct; undefined where it has none. */
export function attributesEncoder(plan: StructPlan): Encode | undefined {
  const { attributes, attributeWildcard: wildcard } = plan;
  if (attributes.length === 0 && wildcard === undefined) return undefined;
  const declared = attributes.map((attribute) => ({ key: attribute.key, encode: attributeEncoder(attribute) }));
  return (value, writer) => {
    checkObject(plan, value);
    let xml = "";
    for (const { key, encode } of declared) xml += encode(memberOf(value, key), writer);
    if (wildcard === undefined) return xml;
    try {
      return xml + encodeAttributes(wildcard.admits, memberOf(value, wildcard.key), writer);
    } catch (thrown) {
      throw located(thrown, wildcard.key);
    }
  };
}

/** Makes the encoder of what stands between the tags of a struct. */
export function contentEncoder(plan: StructPlan, encoders: TypeEncoders): Encode {
  const members = membersOf(plan, encoders);
  if (plan.model === undefined || plan.outer === undefined) {
    return (value, writer) => {
      checkObject(plan, value);
      return isOrdered(members, value) ? encodeOrdered(members, value, writer) : encodeMembers(members, value, writer);
    };
  }
  const content = modelEncoder(plan, plan.model, plan.outer, leafEncoders(plan, encoders));
  return (value, writer) => {
    checkObject(plan, value);
    gathered(members, value);
    return content(value, writer);
  };
}

function membersOf(plan: StructPlan, encoders: TypeEncoders): Members {
  const keys: string[] = [];
  const required: boolean[] = [];
  const encode: Encode[] = [];
  const texts: (TextElement | undefined)[] = [];
  const add = (key: string, needed: boolean, one: Encode): void => {
    keys.push(key);
    required.push(needed);
    encode.push(one);
    texts.push(undefined);
  };
  const { tag, attributes, attributeWildcard, text, contents } = plan;
  if (tag !== undefined) {
    add("$type", false, (value) => (value === undefined || value === tag ? "" : unknown(plan, "$type", value)));
  }
  for (const { key } of attributes) add(key, false, nothing);
  if (attributeWildcard !== undefined) add(attributeWildcard.key, false, nothing);
  if (text !== undefined) add(text.key, true, textEncoder(text.simple, false));
  const ordered = plan.model === undefined;
  for (const content of contents) {
    const place = keys.length;
    // Made on first use: a type may have hundreds of elements, and a value few of them.
    const first: Encode = (member, writer) => {
      const made = fieldEncoder(plan, content, encoders);
      encode[place] = made;
      texts[place] = content.kind === "element" && !content.many ? textElement(content) : undefined;
      return made(member, writer);
    };
    add(content.key, content.min > 0, ordered ? first : nothing);
  }
  return { plan, keys, required, encode, texts, places: new Map(keys.map((key, i) => [key, i])) };
}

function unknown({ name, tag }: StructPlan, key: string, member: unknown): never {
  const expected = key === "$type" && tag !== undefined ? describe(tag) : "no such member";
  return fail(`${name[1]} has no member ${key}`, expected, describe(member));
}

const nothing: Encode = () => "";

/** Refuses what is no object. */
export function checkObject(plan: StructPlan, value: unknown): asserts value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) {
    fail(`Not a value of ${plan.name[1]}`, "an object", describe(value));
  }
}

/**
 * Whether a plain object's keys stand in the order of the contract, none unknown, none missing: then going through the object is all
 * that is to be done, and no member has to be looked up.
 */
function isOrdered({ keys, required }: Members, value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const { length } = keys;
  let at = 0;
  for (const key in value) {
    while (keys[at] !== key) if (at === length || required[at++] === true) return false;
    at++;
  }
  while (at < length) if (required[at++] === true) return false;
  return true;
}

/** Writes the members of an object whose keys are in order. */
function encodeOrdered({ plan, keys, encode, texts }: Members, value: object, writer: XmlWriter): string {
  const record: { readonly [key: string]: unknown } = value as { readonly [key: string]: unknown };
  let xml = "";
  // An end tag that is written with the start tag behind it.
  let before = "";
  let at = 0;
  for (const key in record) {
    const member = record[key];
    while (at < keys.length && keys[at] !== key) at++;
    const element = texts[at];
    const one = encode[at++];
    // An object of accessors may have other keys by now than when they were looked at.
    if (one === undefined) return refuseMember(plan, key, member);
    try {
      if (element === undefined || member === undefined || member === null) {
        xml += before + one(member, writer);
        before = "";
        continue;
      }
      const text = textOf(element, member, writer);
      if (text === "") {
        xml += before + element.empty;
        before = "";
      } else {
        xml += jointOf(element, before);
        xml += text;
        before = element.close;
      }
    } catch (thrown) {
      throw located(thrown, key);
    }
  }
  return xml + before;
}

/** Writes the members of an object whatever the order of its keys. */
function encodeMembers(members: Members, value: object, writer: XmlWriter): string {
  const { keys, required, encode } = members;
  const found = gathered(members, value);
  let xml = "";
  for (let i = 0; i < encode.length; i++) {
    const member = found[i];
    const one = encode[i];
    if (one === undefined || (member === undefined && required[i] === false)) continue;
    try {
      xml += one(member, writer);
    } catch (thrown) {
      throw located(thrown, keys[i] ?? "");
    }
  }
  return xml;
}

/** An object's own members by their places; one that the type does not have is refused. */
function gathered({ plan, keys, places }: Members, value: object): readonly unknown[] {
  const found: unknown[] = keys.map(() => undefined);
  for (const key of Object.keys(value)) {
    const member = memberOf(value, key);
    const place = places.get(key);
    if (place !== undefined) found[place] = member;
    else if (member !== undefined) refuseMember(plan, key, member);
  }
  return found;
}

/** Refuses a member that a type with nothing but elements and attributes does not have. */
export function refuseUnknown(plan: StructPlan, value: object): void {
  const known = new Set([plan.attributeWildcard?.key, ...[...plan.attributes, ...plan.contents].map(({ key }) => key)]);
  for (const key of Object.keys(value)) {
    const member = memberOf(value, key);
    const isTag = key === "$type" && plan.tag !== undefined && member === plan.tag;
    if (member !== undefined && !isTag && !known.has(key)) refuseMember(plan, key, member);
  }
}

/** Refuses a member that is no attribute: an element that is nil has nothing else. */
export function refuseContent(plan: StructPlan, value: unknown): void {
  checkObject(plan, value);
  const attributes = new Set([plan.attributeWildcard?.key, ...plan.attributes.map(({ key }) => key)]);
  for (const key of Object.keys(value)) {
    const member = memberOf(value, key);
    if (member === undefined || key === "$nil" || key === "$type" || attributes.has(key)) continue;
    try {
      fail(`${key} in an element that is nil`, "attributes alone", describe(member));
    } catch (thrown) {
      throw located(thrown, key);
    }
  }
}

function refuseMember(plan: StructPlan, key: string, member: unknown): never {
  try {
    return unknown(plan, key, member);
  } catch (thrown) {
    throw located(thrown, key);
  }
}
