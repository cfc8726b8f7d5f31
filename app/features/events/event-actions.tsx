import { Form } from "@remix-run/react";
import type { EventView } from "~/features/events/event.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Menu, MenuLink } from "~/ui/menu";
import { Note } from "~/ui/note";

/** What can be done with an event: change it, invite, and in the menu what is done seldom. */
export function EventActions({
  event,
  slug,
  may,
}: {
  event: EventView;
  slug: string;
  may: { edit: boolean; invite: boolean };
}) {
  const standing = event.state !== "cancelled" && !event.begun;
  const draft = event.state === "draft";
  return (
    <>
      {may.edit && standing && (
        <LinkButton variant="secondary" icon="pencil" to={paths.editEvent(slug, event.id)}>
          {m.common_edit()}
        </LinkButton>
      )}
      {may.invite && standing && (
        <LinkButton icon="send" variant={draft ? "primary" : "secondary"} to={paths.invite(slug, event.id)}>
          {event.network ? m.audiences_invite() : m.events_invite()}
        </LinkButton>
      )}
      {may.edit && (
        <Menu
          align="end"
          className="ds-button sv-mxbutton"
          label={
            <>
              <Icon name="more" size={18} />
              <span className="ds-sr-only">{m.events_more()}</span>
            </>
          }
        >
          <MenuLink to={paths.duplicateEvent(slug, event.id)} icon="copy">
            {m.events_duplicate()}
          </MenuLink>
          <MenuLink to={paths.series(slug, event.id)} icon="calendar">
            {m.events_series_make_menu()}
          </MenuLink>
          {draft && (
            <MenuLink to={paths.removeEvent(slug, event.id)} icon="trash">
              {m.events_remove()}
            </MenuLink>
          )}
          {standing && !draft && (
            <MenuLink to={paths.cancelEvent(slug, event.id)} icon="cross">
              {m.events_cancel()}
            </MenuLink>
          )}
        </Menu>
      )}
    </>
  );
}

/** That the event is a draft; with the button that publishes it where anyone may see it then. */
export function DraftNote({ mayPublish }: { mayPublish: boolean }) {
  if (!mayPublish) return <Note>{m.events_draft_note()}</Note>;
  return (
    <Note>
      <Form method="post" className="sv-row">
        <span>{m.events_draft_note_open()}</span>
        <Button variant="secondary" small name="intent" value="publish">
          {m.events_publish()}
        </Button>
      </Form>
    </Note>
  );
}
