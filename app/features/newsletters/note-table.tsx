import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import type { ListedNote } from "~/features/newsletters/notes.view.server";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { DataTable } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = { notes: ListedNote[]; slug: string; zone: string; used: boolean };

/** What the actors want said, or what has been: heading, from whom, for which newsletter, and since when. */
export function NoteTable({ notes, slug, zone, used }: Props) {
  const day = (at: string) => asSentence(formatDate(instantToLocal(at, zone).date, getLocale(), "short"));
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.newsletters_notes()}
        layout="fixed"
        rows={notes}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "heading",
            head: m.newsletters_field_heading(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, heading, kind }) => (
              <>
                <Link to={paths.newsletterNote(slug, id)}>{heading}</Link>{" "}
                {kind === "news" && <Tag icon="external">{m.newsletters_notes_kind_news()}</Tag>}
              </>
            ),
          },
          {
            id: "from",
            head: m.newsletters_notes_from(),
            width: 220,
            onSmall: "label",
            cell: ({ actor }) => <Link to={paths.actor(slug, actor.id)}>{actor.name}</Link>,
          },
          {
            id: "newsletter",
            head: m.newsletters_notes_newsletter(),
            width: 220,
            onSmall: "label",
            cell: ({ newsletter }) => newsletter,
          },
          {
            id: "day",
            head: used ? m.newsletters_notes_used_on() : m.newsletters_notes_written_on(),
            width: 200,
            onSmall: "label",
            cell: ({ createdAt, usedAt }) => day(usedAt ?? createdAt),
          },
        ]}
      />
    </div>
  );
}
