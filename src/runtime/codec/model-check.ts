import { arrange } from "./arrange.ts";
import { memberOf } from "./erased.ts";
import { Matcher } from "./matcher.ts";
import { contentLabel, type StructPlan } from "./plan.ts";

/** What a value lacks that its content model requires, whatever the order of its members; undefined for nothing. */
export function missingFromModel(plan: StructPlan, value: object): string | undefined {
  const { model, contents } = plan;
  if (model === undefined) return undefined;
  const occurrences = new Map<string, number>();
  for (const { key, many } of contents) {
    const member = memberOf(value, key);
    occurrences.set(key, many && Array.isArray(member) ? member.length : Number(member !== undefined));
  }
  const matcher = new Matcher(model);
  for (const key of arrange(model, occurrences).order) if (!matcher.step(key)) break;
  if (matcher.complete()) return undefined;
  const keys = matcher.expected();
  return contentLabel(
    contents.filter((content) => keys.has(content.key)),
    { namespace: "", local: "" },
  );
}
