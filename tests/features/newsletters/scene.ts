import { makeNewsletterRegion, now } from "#tests/features/subscriptions/region";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { findIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue } from "~/features/newsletters/items.db.server";
import { makeIssue } from "~/features/newsletters/make-issue.server";

export { now };
export const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

/** A region with three contact persons, its newsletter, two coordinators, and what an issue is made of. */
export async function newsletterScene(adminUrl: string) {
  const region = await makeNewsletterRegion(adminUrl);
  const { inside } = region;
  const coordinator = async (name: string) => {
    const { id } = await region.person(name);
    await inside((db) =>
      db.role.create({ data: { personId: id, kind: "coordinator", validFrom: new Date("2026-01-01") } }),
    );
    return id;
  };
  const [first, second] = [await coordinator("Koordinator-Ein"), await coordinator("Koordinator-To")];
  const event = ({ startsAt = later(20), ...more }: { startsAt?: Date } & Record<string, unknown> = {}) =>
    inside((db) =>
      db.event.create({
        data: {
          ...{ title: "Fagdag", startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
          ...{ zone: "Europe/Oslo", state: "published", open: true, place: "Førde", description: "Om mat." },
          ...more,
        },
      }),
    );
  const draft = async (newsletterId: string, more: Partial<Parameters<typeof makeIssue>[1]> = {}) => {
    const made = await inside((db) => makeIssue(db, { newsletterId, planRow: null, sendAt: null, now, ...more }));
    if (!made.ok) throw new Error(made.reason);
    return made.issueId;
  };
  const issue = async (id: string) => {
    const found = await inside((db) => findIssue(db, id));
    if (!found) throw new Error("no issue");
    return found;
  };
  const approved = async (newsletterId: string) => {
    const issueId = await draft(newsletterId);
    const { version } = await issue(issueId);
    const done = await inside((db) => approveIssue(db, { issueId, version, personId: first, now }));
    if (!done.ok) throw new Error(JSON.stringify(done));
    return issueId;
  };
  const items = (id: string) => inside((db) => itemsOfIssue(db, id));
  return { ...region, first, second, event, draft, issue, items, approved };
}

export type NewsletterScene = Awaited<ReturnType<typeof newsletterScene>>;
