import { Form, Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { kindNames } from "~/features/events/event-words";
import { AddressField, webcalOf } from "~/features/feeds/address-field";
import { OpenEventList } from "~/features/feeds/open-event-list";
import type { PublicCalendar } from "~/features/feeds/public-calendar.view.server";
import { describeMonth } from "~/features/timing/day-words";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { OutwardLink } from "~/ui/outward-links";
import { ShowMore } from "~/ui/pagination";
import { Card, CardSection } from "~/ui/public-parts";

type Props = { view: PublicCalendar; slug: string; region: string };

/** A region's public calendar: what comes by month, recordings of what has been, and how to subscribe. */
export function PublicCalendarPage({ view, slug, region }: Props) {
  const { months, next, recordings, choice } = view;
  const chosen = choice.kind !== null || choice.network !== null;
  return (
    <Card>
      <CardSection>
        <h1>{m.feeds_calendar()}</h1>
        <p>{m.feeds_calendar_what({ region })}</p>
        <Choose view={view} />
      </CardSection>
      {months.length === 0 && (
        <CardSection>
          <EmptyState
            icon="calendar"
            title={chosen ? m.feeds_coming_none_filter() : m.feeds_coming_none()}
            why={chosen ? undefined : m.feeds_coming_none_why()}
            action={chosen && <Link to={paths.publicCalendar(slug)}>{m.feeds_whole_calendar()}</Link>}
          />
        </CardSection>
      )}
      {months.map(({ month, events }) => (
        <CardSection key={month}>
          <h2>{asSentence(describeMonth(month))}</h2>
          <OpenEventList events={events} slug={slug} />
        </CardSection>
      ))}
      {next && (
        <CardSection>
          <ShowMore to={`${paths.publicCalendar(slug)}?${moreOf(choice, next)}`} label={m.feeds_more()} />
        </CardSection>
      )}
      {recordings.length > 0 && <Recordings view={view} slug={slug} />}
      <CardSection>
        <h2>{m.feeds_subscribe()}</h2>
        <div className="sv-stack">
          <p>{m.feeds_subscribe_what()}</p>
          <AddressField id="feed" address={view.address} label={m.feeds_address()} />
          <p>
            <a className="sv-link" href={webcalOf(view.address)}>
              {m.feeds_add()}
            </a>
          </p>
        </div>
      </CardSection>
      <CardSection>
        <Link to={paths.publicRegion(slug)}>{m.feeds_to_region({ region })}</Link>
      </CardSection>
    </Card>
  );
}

function moreOf({ kind, network }: PublicCalendar["choice"], next: string): string {
  return new URLSearchParams({ ...(kind && { kind }), ...(network && { network }), after: next }).toString();
}

/** What to see; nothing to choose between is no form. */
function Choose({ view: { kinds, networks, choice } }: { view: PublicCalendar }) {
  if (kinds.length < 2 && networks.length === 0 && choice.kind === null && choice.network === null) return null;
  return (
    <Form method="get" className="sv-choose" role="search" aria-label={m.feeds_filter()} preventScrollReset>
      <Select
        key={choice.kind}
        name="kind"
        label={m.feeds_kind()}
        placeholder={m.feeds_all_kinds()}
        defaultValue={choice.kind ?? ""}
        options={kinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
      />
      {networks.length > 0 && (
        <Select
          key={choice.network}
          name="network"
          label={m.feeds_network()}
          placeholder={m.feeds_all_networks()}
          defaultValue={choice.network ?? ""}
          options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button variant="secondary">{m.feeds_show()}</Button>
    </Form>
  );
}

function Recordings({ view: { recordings }, slug }: { view: PublicCalendar; slug: string }) {
  return (
    <CardSection>
      <h2>{m.feeds_recordings()}</h2>
      <ul className="sv-opens">
        {recordings.map((event) => (
          <li key={event.id}>
            <Link to={paths.publicEvent(slug, event.id)}>{event.title}</Link>
            <div className="sv-quiet">
              {asSentence(formatDate(instantToLocal(event.startsAt, event.zone).date, getLocale()))} ·{" "}
              <OutwardLink to={event.recordingLink}>{m.feeds_see_recording()}</OutwardLink>
            </div>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}
