import { Form } from "@remix-run/react";
import { type ChangeEvent, type ReactNode, useState } from "react";
import type { EventView } from "~/features/events/event.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";

type Row = EventView["rows"][number];

/** Whether a row's box is ticked from the start: those who would get a reminder and have not had one for a while. */
export const isPicked = (row: Row) => row.notReminded === null;

/**
 * The answers of those who have not answered, with a bar over them that says how many are chosen, and when and to whom a
 * reminder goes (mock 06). Without script the bar says what the boxes are for.
 */
export function RemindForm({
  event,
  slug,
  shown,
  children,
}: {
  event: EventView;
  slug: string;
  /** The rows that can be chosen; empty where nobody is to be reminded. */
  shown: Row[];
  children: ReactNode;
}) {
  const [count, setCount] = useState(shown.filter(isPicked).length);
  const { reminderLeaves } = event;
  const recount = (change: ChangeEvent<HTMLFormElement>) =>
    setCount(new FormData(change.currentTarget).getAll("invitation").length);
  const held = shown.filter(({ notReminded }) => notReminded === "held").map(place);
  const wantNone = shown.filter(({ notReminded }) => notReminded === "opted-out").map(place);
  const when = reminderLeaves && formatInstant(reminderLeaves, event.zone, getLocale());
  return (
    <Form method="post" className="sv-remind" onChange={recount} preventScrollReset>
      {shown.length > 0 && (
        <div className="sv-bulk">
          <div className="sv-bulk__words">
            <b role="status">{m.events_remind_chosen({ n: count })}</b>
            <small>
              {when ? m.events_remind_leaves({ when }) : m.events_remind_no_time()}{" "}
              {held.length > 0 && m.events_remind_held({ n: held.length, names: held.join(", ") })}{" "}
              {wantNone.length > 0 && m.events_remind_opted_out({ n: wantNone.length, names: wantNone.join(", ") })}
            </small>
          </div>
          <LinkButton variant="tertiary" small to={`${paths.reminders(slug, event.id)}#e-post`}>
            {m.events_remind_show()}
          </LinkButton>
          <Button variant="secondary" small name="intent" value="remind-now">
            {m.events_remind_now()}
          </Button>
          {when && (
            <Button small icon="bell" name="intent" value="remind">
              {m.events_remind()}
            </Button>
          )}
        </div>
      )}
      {children}
    </Form>
  );
}

const place = ({ municipality, name }: Row) => municipality || name;
