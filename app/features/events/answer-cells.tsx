import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { kindWords, reasonWords, shownState, stateGlyphs, stateWords } from "~/features/delivery/delivery-words";
import type { EventView } from "~/features/events/event.view.server";
import { formatDate, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { StateWords } from "~/ui/state";
import { Empty } from "~/ui/table";

type Row = EventView["rows"][number];

const shortDay = (at: string, zone: string) => formatDate(instantToLocal(at, zone).date, getLocale(), "short");

/** How the newest mail about an invitation stands, and when. */
export function DeliveryCell({
  row,
  event,
  slug,
  linked,
}: {
  row: Row;
  event: EventView;
  slug: string;
  linked: boolean;
}) {
  const { delivery, plannedFor } = row;
  if (!delivery) return <Empty label={m.common_empty_cell()} />;
  if (plannedFor)
    return (
      <StateWords state="planned" note={formatInstant(plannedFor, event.zone, getLocale())}>
        {m.events_planned_for()}
      </StateWords>
    );
  const state = shownState(delivery, event.onHold);
  const words = stateWords(state);
  const day = shortDay(delivery.at, event.zone);
  return (
    <StateWords
      state={stateGlyphs[state]}
      note={
        delivery.lastError
          ? reasonWords(delivery.lastError)
          : delivery.kind === "event-invitation"
            ? day
            : `${kindWords(delivery.kind)}, ${day}`
      }
    >
      {linked ? <Link to={paths.delivery(slug, delivery.id)}>{words}</Link> : words}
    </StateWords>
  );
}

/** When she was last reminded, or will be. */
export function RemindedCell({ row: { reminder }, zone }: { row: Row; zone: string }) {
  if (!reminder || reminder.state === "dropped") return <Empty label={m.events_not_reminded()} />;
  if (reminder.state === "sent") return shortDay(reminder.at, zone);
  if (reminder.state === "failed") return <StateWords state="failed">{stateWords("failed")}</StateWords>;
  return <StateWords state="planned">{formatInstant(reminder.at, zone, getLocale())}</StateWords>;
}

/** What can be done to one invitation: its address put right, sent again, taken back. */
export function RowActions({
  row,
  eventId,
  slug,
  members,
}: {
  row: Row;
  eventId: string;
  slug: string;
  members: boolean;
}) {
  const name = row.municipality || row.name;
  const more = (
    <>
      <Icon name="more" size={18} />
      <span className="ds-sr-only">{m.events_row_more()}</span>
    </>
  );
  return (
    <div className="sv-row sv-row--end">
      {row.notReminded === "held" && members && (
        <LinkButton variant="secondary" small to={paths.member(slug, row.personId)}>
          {m.events_mend_address()}
        </LinkButton>
      )}
      <Menu className="sv-iconlink" align="end" name={name} label={more}>
        {row.notReminded !== "held" && !row.plannedFor && (
          <MenuButton icon="send" name="intent" value={`resend:${row.id}`}>
            {m.events_resend()}
          </MenuButton>
        )}
        <MenuLink icon="cross" to={paths.withdrawInvitation(slug, eventId, row.id)}>
          {m.events_withdraw()}
        </MenuLink>
      </Menu>
    </div>
  );
}
