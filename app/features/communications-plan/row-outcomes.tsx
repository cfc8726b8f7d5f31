import type { RowOutcome } from "~/features/communications-plan/row-times.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { IconName } from "~/ui/icons";
import { Panel, Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** Each kind of thing that can become of a row: its icon, its word and its page. */
export const outcomeLinks: Record<
  RowOutcome["kind"],
  { icon: IconName; words: () => string; to: (slug: string, id: string) => string }
> = {
  event: { icon: "calendar", words: () => m.plan_outcome_event(), to: paths.event },
  publication: { icon: "megaphone", words: () => m.plan_outcome_publication(), to: paths.publication },
};

/** What became of a row: events and publications together, by their day, and how more is made of it. */
export function RowOutcomes({
  outcomes,
  outside,
  slug,
  rowId,
  may,
}: {
  outcomes: RowOutcome[];
  /** The ids of those that fall in none of the row's times. */
  outside: string[];
  slug: string;
  rowId: string;
  may: { makeEvent: boolean; publish: boolean };
}) {
  const actions = (may.makeEvent || may.publish) && (
    <div className="sv-row">
      {may.makeEvent && (
        <LinkButton to={paths.newEvent(slug, rowId)} variant="secondary" icon="plus">
          {m.plan_make_event()}
        </LinkButton>
      )}
      {may.publish && (
        <LinkButton to={paths.newPublication(slug, rowId)} variant="secondary" icon="pencil">
          {m.plan_log_publication()}
        </LinkButton>
      )}
    </div>
  );
  if (outcomes.length === 0)
    return (
      <Panel title={m.plan_became()} id="became">
        <EmptyState icon="calendar" title={m.plan_became_none()} why={m.plan_became_none_why()} action={actions} />
      </Panel>
    );
  return (
    <Panel title={m.plan_became()} id="became" count={outcomes.length} foot={actions}>
      <Rows>
        {outcomes.map(({ id, kind, title, when, cancelled }) => (
          <Row
            key={id}
            icon={outcomeLinks[kind].icon}
            title={title}
            to={outcomeLinks[kind].to(slug, id)}
            note={[outcomeLinks[kind].words(), when].join(" · ")}
            end={
              cancelled ? (
                <Tag tone="neutral">{m.plan_event_cancelled()}</Tag>
              ) : (
                outside.includes(id) && <Tag tone="warning">{m.plan_outside_times()}</Tag>
              )
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}
