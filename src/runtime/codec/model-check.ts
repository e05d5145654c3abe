import { arrange } from "./arrange.ts";
import { memberOf } from "./erased.ts";
import { Matcher } from "./matcher.ts";
import { leavesLabel, type StructPlan } from "./plan.ts";

/** What a value lacks that its content model requires, whatever the order of its members; undefined for nothing. */
export function missingFromModel(plan: StructPlan, value: object): string | undefined {
  const { outer, contents, leaves } = plan;
  if (outer === undefined) return undefined;
  const occurrences = new Map<string, number>();
  for (const { key, many, kind } of contents) {
    const member = memberOf(value, key);
    const count = many && Array.isArray(member) ? member.length : Number(member !== undefined);
    occurrences.set(key, kind === "ordered" ? Math.min(count, 1) : count);
  }
  const matcher = new Matcher(outer);
  for (const key of arrange(outer, occurrences).order) if (!matcher.step(key)) break;
  if (matcher.complete()) return undefined;
  const keys = matcher.expected();
  return leavesLabel(leaves.filter(({ content }) => keys.has(content.key)));
}
