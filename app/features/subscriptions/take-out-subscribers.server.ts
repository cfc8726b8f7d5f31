import { audit } from "~/features/audit/audit.server";
import { listsOf, type SubscriberRow } from "~/features/subscriptions/subscriber-lists.server";
import { apartWords, asWords, languageNames, listNames, shownLists } from "~/features/subscriptions/subscriber-words";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Everybody the lists of a newsletter name, as rows of a sheet; it is written down who took them out. */
export async function takeOutSubscribers(
  db: RegionDb,
  asked: { id: string; today: string; zone: string },
): Promise<{ heads: string[]; rows: (string | null)[][] } | null> {
  const found = await listsOf(db, asked);
  if (!found) return null;
  const { newsletter, lists } = found;
  const rows = shownLists.flatMap((list) => lists[list].map((row) => [listNames[list](), ...cellsOf(row)]));
  await audit(db, { action: "exported", subject: "newsletter", id: newsletter.id, after: { rows: rows.length } });
  const heads = [
    ...[m.subscriptions_list_head(), m.subscriptions_name(), m.subscriptions_address(), m.subscriptions_municipality()],
    ...[m.subscriptions_through(), m.subscriptions_mail_language(), m.subscriptions_day(), m.subscriptions_why_apart()],
  ];
  return { heads, rows };
}

const cellsOf = ({ name, email, municipality, because, language, day, apart }: SubscriberRow) => [
  ...[name, email, municipality, because && asWords[because]()],
  ...[language && languageNames[language], day, apart && apartWords[apart]()],
];
