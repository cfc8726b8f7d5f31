import { Form, Link } from "@remix-run/react";
import { AddressField, webcalOf } from "~/features/feeds/address-field";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";

type Props = {
  slug: string;
  region: string;
  /** When her feed was made; null where she has none. */
  madeAt: string | null;
  zone: string;
  /** The address that has just been made; this is the only time it is seen. */
  address: string | null;
  /** The region's own feed, for everybody. */
  open: string;
};

/** Somebody's own calendar feed: made, shown once, made anew and taken back. */
export function OwnFeedPage({ slug, region, madeAt, zone, address, open }: Props) {
  return (
    <Columns
      main={
        <>
          {address && <Made address={address} />}
          <Panel title={m.feeds_own()}>{madeAt ? <Standing madeAt={madeAt} zone={zone} /> : <None />}</Panel>
          <Steps />
        </>
      }
      side={
        <Panel title={m.feeds_open({ region })}>
          <PanelBody>
            <p>{m.feeds_open_what()}</p>
            <AddressField id="open" address={open} label={m.feeds_address()} />
            <p>
              <a href={webcalOf(open)}>{m.feeds_add()}</a>
            </p>
            <p>
              <Link to={paths.publicCalendar(slug)}>{m.feeds_see_calendar()}</Link>
            </p>
          </PanelBody>
        </Panel>
      }
    />
  );
}

function Made({ address }: { address: string }) {
  return (
    <Note tone="success" title={m.feeds_made()} live>
      <div className="sv-stack">
        <p>{m.feeds_made_once()}</p>
        <AddressField id="address" address={address} label={m.feeds_your_address()} />
        <p>
          <a href={webcalOf(address)}>{m.feeds_add()}</a>
        </p>
      </div>
    </Note>
  );
}

function Standing({ madeAt, zone }: { madeAt: string; zone: string }) {
  return (
    <PanelBody>
      <p>{m.feeds_made_at({ time: formatInstant(madeAt, zone, getLocale()) })}</p>
      <p className="sv-quiet">{m.feeds_anew_what()}</p>
      <Form method="post" className="sv-row">
        <Button name="intent" value="make" variant="secondary">
          {m.feeds_make_anew()}
        </Button>
        <Button name="intent" value="revoke" variant="danger">
          {m.feeds_revoke()}
        </Button>
      </Form>
    </PanelBody>
  );
}

function None() {
  return (
    <EmptyState
      icon="calendar"
      title={m.feeds_none()}
      why={m.feeds_none_why()}
      action={
        <Form method="post">
          <Button name="intent" value="make">
            {m.feeds_make()}
          </Button>
        </Form>
      }
    />
  );
}

/** How the address comes into the calendars that people have. */
function Steps() {
  const ways = [
    { name: "Outlook", steps: m.feeds_in_outlook() },
    { name: "Google", steps: m.feeds_in_google() },
    { name: "Apple", steps: m.feeds_in_apple() },
  ];
  return (
    <Panel title={m.feeds_how()} foot={m.feeds_how_often()}>
      <PanelBody>
        <dl className="sv-terms">
          {ways.map(({ name, steps }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{asSentence(steps)}</dd>
            </div>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}
