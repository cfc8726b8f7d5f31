import type { Facts, Whom } from "./facts";
import type { PlannedStep } from "./planned";

/** Who gets what is planned from these facts, by id; null where they were not looked up. */
export function whoGets({ rows, networks, mails, issues }: Facts): (line: PlannedStep) => readonly string[] | null {
  const byKey = new Map<string, Whom>(mails.map(({ key, whom }) => [key, whom]));
  const of = new Map<string, Whom>([...rows, ...networks, ...issues].map(({ id, whom }) => [id, whom]));
  return ({ key, about: { planRowId, networkId, issueId } }) =>
    (byKey.get(key) ?? of.get(planRowId ?? networkId ?? issueId ?? ""))?.ids ?? null;
}
