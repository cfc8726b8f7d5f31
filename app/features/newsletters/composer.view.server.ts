import { sizeOfName } from "~/domain/newsletters/image";
import { faultsOf, languagesMissing } from "~/domain/newsletters/issue-faults";
import { isOpenForEdit, judgeStep } from "~/domain/newsletters/issue-step";
import { languagesOf } from "~/domain/newsletters/languages";
import { type Language, type Words, wordsIn } from "~/domain/newsletters/words";
import { instantToLocal } from "~/domain/shared/local-time";
import type { ComposerQuery } from "~/features/newsletters/composer-query";
import { wordsOf } from "~/features/newsletters/edit-item.server";
import { approversOf } from "~/features/newsletters/editors.view.server";
import type { StoredIssue } from "~/features/newsletters/issues.db.server";
import { itemsOfIssue, type StoredItem } from "~/features/newsletters/items.db.server";
import { eventsByIds } from "~/features/newsletters/sources.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Who = { personId: string; mayWrite: boolean; locale: Language; now: Date };

/** An issue with its pieces and the one that is open, as somebody writes or reads it; moments as ISO instants. */
export async function composerView(db: RegionDb, issue: StoredIssue, query: ComposerQuery, who: Who) {
  const region = await ownRegion(db);
  const all = languagesOf(issue.newsletter.language, region.languages);
  const languages = [...all].sort((a, b) => Number(b === who.locale) - Number(a === who.locale));
  const stored = await itemsOfIssue(db, issue.id);
  const events = new Map(
    (await eventsByIds(db, sourcesOf(stored, "event", "recording"))).map((event) => [event.id, event]),
  );
  const editable = who.mayWrite && isOpenForEdit(issue.state);
  const missing = languagesMissing({ subject: issue.subject, items: stored }, languages);
  const items = stored.map((item) => {
    const event = events.get(item.sourceId ?? "");
    return {
      id: item.id,
      kind: item.kind,
      title: item.kind === "introduction" ? "" : wordsIn(item.heading, who.locale),
      included: item.included,
      actor: item.actor?.name ?? null,
      day: event ? instantToLocal(event.startsAt.toISOString(), event.zone).date : null,
      cancelled: item.kind === "event" && event !== undefined && !["published", "held"].includes(event.state),
      // What comes from elsewhere is in the language it was written in there.
      missing:
        item.kind === "introduction"
          ? missing
          : languages.filter((each) => item.sourceId === null && lacks(item, each)),
    };
  });
  const asked = stored.find(({ id }) => id === query.item);
  const introduction = stored.find(({ kind }) => kind === "introduction");
  const open = editable && query.item !== "none" ? (asked ?? introduction) : undefined;
  const shown = languages.find((each) => each === query.preview) ?? languages[0] ?? "nb";
  return {
    issue: issueFacts(issue, who.locale),
    languages,
    zone: region.zone,
    region: { name: region.name },
    items,
    open: open ? openFacts(open, issue.subject) : null,
    preview: { language: shown },
    faults: editable ? faultsOf({ subject: issue.subject, items: stored }) : [],
    steps: {
      approve: who.mayWrite && judgeStep(issue, "approve", who.personId).ok,
      ask: editable && judgeStep(issue, "ask").ok,
      reopen: who.mayWrite && judgeStep(issue, "reopen").ok,
      drop: who.mayWrite && judgeStep(issue, "drop").ok,
    },
    editable,
    mayWrite: who.mayWrite,
    approvers: editable
      ? await approversOf(db, { newsletterId: issue.newsletterId, except: who.personId, now: who.now })
      : [],
    askedOfMe: issue.askedById !== null && (issue.askedOfId === null || issue.askedOfId === who.personId),
    askedByMe: issue.askedById === who.personId,
  };
}

export type Composer = Awaited<ReturnType<typeof composerView>>;
export type ComposerItem = Composer["items"][number];
export type OpenItem = NonNullable<Composer["open"]>;

function sourcesOf(items: readonly StoredItem[], ...kinds: string[]): string[] {
  return items.flatMap(({ kind, sourceId }) => (kinds.includes(kind) ? (sourceId ?? []) : []));
}

/** Whether a piece says something in another language that it does not say in this one. */
function lacks({ heading, body }: StoredItem, language: Language): boolean {
  return [heading, body].some((words) => wordsIn(words, language) !== "" && !words[language]?.trim());
}

function issueFacts(issue: StoredIssue, locale: Language) {
  const { id, version, state, year, number, newsletter, planRow } = issue;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id,
    version,
    state,
    number: `${number}/${year}`,
    newsletter: { id: newsletter.id, name: newsletter.name, fourEyes: newsletter.fourEyes },
    ended: newsletter.endedAt !== null,
    heading: wordsIn(issue.subject, locale),
    planWords: planRow?.timing ?? null,
    createdAt: issue.createdAt.toISOString(),
    askedAt: iso(issue.askedAt),
    approvedAt: iso(issue.approvedAt),
    sendAt: iso(issue.sendAt),
    sentAt: iso(issue.sentAt),
    askedBy: issue.askedBy?.name ?? null,
    askedOf: issue.askedOf?.name ?? null,
    approvedBy: issue.approvedBy?.name ?? null,
  };
}

function openFacts(item: StoredItem, subject: Words) {
  return {
    id: item.id,
    kind: item.kind,
    version: item.version,
    words: wordsOf(item, subject),
    image: item.image ? { id: item.image.id, ...sizeOfName(item.image.name) } : null,
    removable: item.sourceId === null && item.kind !== "introduction",
  };
}
