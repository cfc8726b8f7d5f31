import { Form, useActionData } from "@remix-run/react";
import type { QueuePart, QueueView } from "~/features/cases/queue.view.server";
import { QueueList } from "~/features/cases/queue-list";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { Segments, Tabs } from "~/ui/tabs";

type Props = { view: QueueView; today: string; mayEdit: boolean; slug: string };

const partNames: Record<QueuePart, () => string> = {
  queued: () => m.cases_show_queued(),
  on_agenda: () => m.cases_show_on_agenda(),
  treated: () => m.cases_show_treated(),
  withdrawn: () => m.cases_show_withdrawn(),
};

/** The queue of a body, and its cases that stand elsewhere. */
export function QueuePage({ view, today, mayEdit, slug }: Props) {
  const refused = useActionData<{ refused?: string }>()?.refused;
  const { bodies, body, show, cases, next, meetings } = view;
  if (!body)
    return (
      <>
        <PageHead title={m.cases_queue()} />
        <EmptyState
          icon="inbox"
          title={m.cases_no_bodies()}
          why={m.cases_no_bodies_why()}
          action={
            mayEdit && (
              <LinkButton to={paths.newBody(slug)} icon="plus">
                {m.bodies_new()}
              </LinkButton>
            )
          }
        />
      </>
    );
  const base = `${paths.cases(slug)}?body=${body.id}`;
  const add = mayEdit && (
    <LinkButton to={paths.newCase(slug, body.id)} icon="plus">
      {m.cases_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={m.cases_queue()} sub={m.cases_queue_lead()} actions={add} />
      {bodies.length > 1 && (
        <Tabs
          label={m.cases_bodies()}
          tabs={bodies.map(({ id, name, count }) => ({
            to: `${paths.cases(slug)}?body=${id}`,
            label: name,
            count,
            current: id === body.id,
          }))}
        />
      )}
      <Segments
        label={m.cases_show()}
        items={(Object.keys(partNames) as QueuePart[]).map((part) => ({
          to: part === "queued" ? base : `${base}&show=${part}`,
          label: partNames[part](),
          current: part === show,
        }))}
      />
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {cases.length === 0 ? (
        <EmptyState
          icon="inbox"
          title={show === "queued" ? m.cases_queue_empty({ body: body.name }) : m.cases_none_here()}
          why={show === "queued" ? m.cases_queue_empty_why() : undefined}
          action={show === "queued" && add}
        />
      ) : (
        <Panel title={partNames[show]()} count={show === "queued" || !next ? cases.length : undefined}>
          <QueueList view={view} slug={slug} today={today} mayEdit={mayEdit} />
          {show === "queued" && mayEdit && meetings.length > 0 && (
            <Form method="post" id="take-up" className="sv-queue__foot">
              <Select
                name="minutes"
                label={m.cases_take_up_in()}
                width="medium"
                options={meetings.map(({ id, day, set }) => ({
                  value: id,
                  label: set
                    ? m.cases_meeting_set({ date: formatDate(day, getLocale()) })
                    : formatDate(day, getLocale()),
                }))}
              />
              <Button variant="secondary" icon="tasklist" name="intent" value="take-up">
                {m.cases_take_up()}
              </Button>
            </Form>
          )}
        </Panel>
      )}
      {next && <ShowMore to={`${base}&show=${show}&before=${next}`} label={m.common_next_50()} />}
    </>
  );
}
