import { Form } from "@remix-run/react";
import {
  apartWords,
  asWords,
  languageNames,
  listNames,
  type ShownList,
} from "~/features/subscriptions/subscriber-words";
import type { SubscriberRow, SubscribersView } from "~/features/subscriptions/subscribers.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tabs } from "~/ui/tabs";

const noneOf: Record<ShownList, () => string> = {
  role: () => m.subscriptions_none_role(),
  subscribers: () => m.subscriptions_none_subscribers(),
  pending: () => m.subscriptions_none_pending(),
  left: () => m.subscriptions_none_left(),
  apart: () => m.subscriptions_none_apart(),
};

/** Who gets a newsletter, by role and by subscription, and who does not and why. */
export function SubscribersPage({ view, slug }: { view: SubscribersView; slug: string }) {
  const { newsletter, list, counts, rows, all, start, total, next } = view;
  const page = paths.subscribers(slug, newsletter.id);
  return (
    <>
      <PageHead
        title={m.subscriptions_page_of({ newsletter: newsletter.name })}
        sub={m.subscriptions_page_sub({ n: all })}
        actions={
          <>
            {newsletter.open && (
              <LinkButton to={paths.publicNewsletters(slug)} variant="tertiary" icon="globe">
                {m.subscriptions_open_page()}
              </LinkButton>
            )}
            <Form method="post" action={paths.subscribersFile(slug, newsletter.id)} reloadDocument>
              <Button variant="secondary" icon="download">
                {m.automation_file()}
              </Button>
            </Form>
          </>
        }
      />
      {!newsletter.open && <Note>{m.subscriptions_closed()}</Note>}
      <Tabs
        label={m.subscriptions_list()}
        tabs={(Object.keys(listNames) as ShownList[]).map((each) => ({
          to: `${page}?list=${each}`,
          label: listNames[each](),
          count: counts[each],
          current: each === list,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState
          icon="person-group"
          title={noneOf[list]()}
          why={list === "subscribers" && newsletter.open ? m.subscriptions_none_subscribers_why() : undefined}
        />
      ) : (
        <div className="sv-panel">
          <DataTable
            caption={listNames[list]()}
            rows={rows}
            rowKey={({ personId }) => personId}
            columns={columnsOf(list)}
          />
        </div>
      )}
      {next && (
        <ShowMore
          to={`${page}?list=${list}&after=${next}`}
          label={m.subscriptions_more({ n: Math.min(50, total - start - rows.length) })}
          shown={m.subscriptions_shown({ from: start + 1, to: start + rows.length, n: total })}
        />
      )}
    </>
  );
}

function columnsOf(list: ShownList): Column<SubscriberRow>[] {
  const none = <Empty label={m.common_empty_cell()} />;
  const who: Column<SubscriberRow> = {
    id: "who",
    head: m.subscriptions_person(),
    rowHeader: true,
    onSmall: "full",
    cell: ({ name, email, municipality }) => (
      <>
        {name === email ? email : name}
        <div className="sv-quiet sv-small">
          {[municipality, name === email ? null : email].filter(Boolean).join(" · ")}
        </div>
      </>
    ),
  };
  const through: Column<SubscriberRow> = {
    id: "through",
    head: m.subscriptions_through(),
    onSmall: "label",
    cell: ({ because }) => (because ? asWords[because]() : none),
  };
  const language: Column<SubscriberRow> = {
    id: "language",
    head: m.subscriptions_mail_language(),
    onSmall: "label",
    quiet: true,
    cell: ({ language: own }) => (own ? languageNames[own] : none),
  };
  const day = (head: string): Column<SubscriberRow> => ({
    id: "day",
    head,
    onSmall: "label",
    quiet: true,
    cell: ({ day: on }) => (on ? formatDate(on, getLocale()) : none),
  });
  const apart: Column<SubscriberRow> = {
    id: "apart",
    head: m.subscriptions_why_apart(),
    onSmall: "label",
    cell: (row) => (row.apart ? apartWords[row.apart]() : none),
  };
  const takeOff: Column<SubscriberRow> = {
    id: "take-off",
    head: m.subscriptions_take_off(),
    headSpoken: true,
    align: "right",
    cell: ({ personId, name }) => (
      <Form method="post" preventScrollReset>
        <input type="hidden" name="person" value={personId} />
        <Button variant="tertiary" small aria-label={m.subscriptions_take_off_who({ name })}>
          {m.subscriptions_take_off()}
        </Button>
      </Form>
    ),
  };
  return {
    role: [who, through, language, takeOff],
    subscribers: [who, language, day(m.subscriptions_since()), takeOff],
    pending: [who, day(m.subscriptions_asked_on()), takeOff],
    left: [who, day(m.subscriptions_left_on())],
    apart: [who, through, apart],
  }[list];
}
