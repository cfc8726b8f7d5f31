import { RoundStateTag, roundKindNames } from "~/features/reports/report-words";
import type { RoundLine } from "~/features/reports/rounds.view.server";
import { describeDay, describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

/** The rounds of a region: those that are worked on, and those that are submitted. */
export function RoundLists({ rounds, slug, today }: { rounds: RoundLine[]; slug: string; today: string }) {
  const open = rounds.filter(({ state }) => state !== "submitted");
  const submitted = rounds.filter(({ state }) => state === "submitted");
  return (
    <div className="sv-stack">
      {open.length > 0 && <RoundList title={m.reports_list_open()} rounds={open} slug={slug} today={today} />}
      {submitted.length > 0 && (
        <RoundList title={m.reports_list_submitted()} rounds={submitted} slug={slug} today={today} />
      )}
    </div>
  );
}

function RoundList({
  title,
  rounds,
  slug,
  today,
}: {
  title: string;
  rounds: RoundLine[];
  slug: string;
  today: string;
}) {
  return (
    <Panel title={title} count={rounds.length > 1 ? rounds.length : undefined}>
      <Rows>
        {rounds.map((round) => (
          <Row
            key={round.id}
            icon="chart"
            title={round.name}
            to={paths.round(slug, round.id)}
            note={[
              roundKindNames[round.kind](),
              describeDays(round),
              round.rows.all > 0 && m.reports_delivered_of({ delivered: round.rows.delivered, n: round.rows.all }),
              round.state !== "submitted" && dueWords(round, today),
            ]
              .filter(Boolean)
              .join(" · ")}
            end={<RoundStateTag {...round} />}
          />
        ))}
      </Rows>
    </Panel>
  );
}

function dueWords({ rowsBy, submitBy }: RoundLine, today: string): string | false {
  const rows = rowsBy !== null && rowsBy >= today;
  const day = rows ? rowsBy : submitBy;
  if (day === null) return false;
  const words = { day: describeDay(day, day.slice(0, 4) !== today.slice(0, 4)) };
  return rows ? m.reports_rows_by(words) : m.reports_submit_by(words);
}
