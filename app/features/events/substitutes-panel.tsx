import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import type { EventView } from "~/features/events/event.view.server";
import { answerNames } from "~/features/events/event-words";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Note } from "~/ui/note";
import { Panel, Row, Rows } from "~/ui/panel";

type Props = { event: EventView; slug: string; mayInvite: boolean };

/** Who meets for another, and since when (mock 06); and whose seats nobody is left to be asked for. */
export function SubstitutesPanel({ event, slug, mayInvite }: Props) {
  const locale = getLocale();
  const rows = event.rows.filter((row) => row.meetsFor);
  const vacant = event.callsDeputies ? event.rows.filter((row) => row.answer === "declined") : [];
  const who = vacant.map((row) => row.municipality || row.meetsFor?.name || row.name).join(", ");
  return (
    <>
      {vacant.length > 0 && !event.begun && (
        <Note tone="warning" title={m.events_nobody_meets({ who })}>
          {m.events_nobody_meets_why()}
        </Note>
      )}
      {rows.length > 0 && (
        <Panel title={m.events_meets_panel()} count={rows.length}>
          <Rows>
            {rows.map((row) => (
              <Row
                key={row.id}
                icon="swap"
                title={row.municipality || row.name}
                note={[words(row), row.meetsFor?.calledUp && m.events_meets_deputy()].filter(Boolean).join(" ")}
                end={
                  <span className="sv-row">
                    {formatDate(instantToLocal(row.meetsFor?.since ?? "", event.zone).date, locale, "short")}
                    {mayInvite && !event.begun && row.meetsFor?.firstId && (
                      <Link className="sv-link" to={paths.substitute(slug, row.meetsFor.firstId)}>
                        {m.common_edit()}
                        <span className="ds-sr-only"> {row.municipality || row.name}</span>
                      </Link>
                    )}
                  </span>
                }
              />
            ))}
          </Rows>
        </Panel>
      )}
    </>
  );
}

function words({ name: who, answer }: EventView["rows"][number]): string {
  if (answer === null) return m.events_meets_row_none({ who });
  if (answer === "declined") return m.events_meets_row_no({ who });
  return m.events_meets_row({ who, answer: answerNames[answer]().toLowerCase() });
}
