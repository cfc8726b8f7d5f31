import { Form } from "@remix-run/react";
import type { EventView } from "~/features/events/event.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Menu, MenuLink } from "~/ui/menu";

/** What can be done with an event: change it, invite or publish, and in the menu what is done seldom. */
export function EventActions({
  event,
  slug,
  may,
  open,
}: {
  event: EventView;
  slug: string;
  may: { edit: boolean; invite: boolean };
  /** Whether anyone may see it once it is published. */
  open: boolean;
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
      {may.edit && standing && draft && open && (
        <Form method="post">
          <Button variant="secondary" icon="globe" name="intent" value="publish">
            {m.events_publish()}
          </Button>
        </Form>
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
