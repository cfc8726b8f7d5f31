import { Link } from "@remix-run/react";
import { stateGlyphs, stateNames } from "~/features/newsletters/newsletter-words";
import type { NewslettersView } from "~/features/newsletters/newsletters.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { StateWords } from "~/ui/state";
import { type Column, DataTable, Empty } from "~/ui/table";

type Waiting = NewslettersView["waiting"][number];
type Closed = NewslettersView["closed"][number];

/** What an issue is called where it stands in a list: its subject, with the newsletter and number under it. */
function nameColumn<R extends { id: string; heading: string; newsletter: string; year: number; number: number }>(
  slug: string,
): Column<R> {
  return {
    id: "name",
    head: m.newsletters_issues_name(),
    rowHeader: true,
    onSmall: "full",
    cell: ({ id, heading, newsletter, year, number }) => {
      const name = `${newsletter} ${number}/${year}`;
      return (
        <>
          <Link to={paths.issue(slug, id)}>{heading || name}</Link>
          {heading !== "" && heading !== name && <small>{name}</small>}
        </>
      );
    },
  };
}

/** Issues that have not gone out: how far each has come, whom it waits for, and when it goes. */
export function WaitingTable({ issues, slug, zone }: { issues: Waiting[]; slug: string; zone: string }) {
  return (
    <DataTable
      caption={m.newsletters_issues_waiting()}
      layout="fixed"
      rows={issues}
      rowKey={({ id }) => id}
      columns={[
        nameColumn<Waiting>(slug),
        {
          id: "state",
          head: m.newsletters_issues_state(),
          width: 200,
          onSmall: "full",
          cell: ({ state, askedOf }) => (
            <StateWords
              state={stateGlyphs[state]}
              {...(state === "approval" && askedOf && { note: m.newsletters_step_waits_of({ of: askedOf.name }) })}
            >
              {stateNames[state]()}
            </StateWords>
          ),
        },
        {
          id: "when",
          head: m.newsletters_issues_when(),
          width: 220,
          onSmall: "label",
          cell: ({ sendAt }) =>
            sendAt ? (
              <time dateTime={sendAt}>{asSentence(formatInstant(sendAt, zone, getLocale()))}</time>
            ) : (
              <span className="sv-quiet">{m.newsletters_step_sending_none()}</span>
            ),
        },
      ]}
    />
  );
}

/** Issues that have been sent, to how many, and those that were dropped. */
export function ClosedTable({ issues, slug, zone }: { issues: Closed[]; slug: string; zone: string }) {
  return (
    <DataTable
      caption={m.newsletters_issues_closed()}
      layout="fixed"
      rows={issues}
      rowKey={({ id }) => id}
      columns={[
        nameColumn<Closed>(slug),
        {
          id: "state",
          head: m.newsletters_issues_state(),
          width: 110,
          cell: ({ state }) => <StateWords state={stateGlyphs[state]}>{stateNames[state]()}</StateWords>,
        },
        {
          id: "when",
          head: m.newsletters_issues_sent_on(),
          width: 190,
          onSmall: "label",
          cell: ({ sentAt }) =>
            sentAt ? (
              <time dateTime={sentAt}>{asSentence(formatInstant(sentAt, zone, getLocale()))}</time>
            ) : (
              <Empty label={m.common_empty_cell()} />
            ),
        },
        {
          id: "recipients",
          head: m.newsletters_recipients(),
          align: "right",
          width: 110,
          onSmall: "label",
          cell: ({ state, recipients }) => (state === "sent" ? recipients : <Empty label={m.common_empty_cell()} />),
        },
      ]}
    />
  );
}
