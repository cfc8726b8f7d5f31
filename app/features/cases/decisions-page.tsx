import { Link } from "@remix-run/react";
import { caseNumberWords, closedWords } from "~/features/cases/case-words";
import type { FollowUpsView, FollowUpView } from "~/features/cases/follow-ups.view.server";
import { TakenDecisions } from "~/features/cases/taken-list";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { type Column, DataTable, Empty, type Group } from "~/ui/table";
import { Segments } from "~/ui/tabs";
import { Tag } from "~/ui/tag";

type Props = { view: FollowUpsView; slug: string; mayEdit: boolean };

/** What is to be done after decisions: what is late first, then what comes; and what has been done. */
export function DecisionsPage({ view, slug, mayEdit }: Props) {
  const { asked, bodies, counts, late, rest, next } = view;
  const base = paths.decisions(slug);
  const none = counts.open + counts.done === 0;
  const show = asked.done ? "done" : asked.taken ? "taken" : null;
  const kept = new URLSearchParams({
    ...(asked.bodyId && { body: asked.bodyId }),
    ...(show && { show }),
  }).toString();
  const groups: Group<FollowUpView>[] = [
    { id: "late", title: m.cases_follow_late(), icon: "warning" as const, count: String(late.length), rows: late },
    { id: "rest", title: m.cases_follow_coming(), count: String(rest.length), rows: rest },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead
        title={m.cases_decisions()}
        {...(mayEdit && {
          actions: (
            <LinkButton icon="plus" to={paths.newFollowUp(slug)}>
              {m.cases_follow_new()}
            </LinkButton>
          ),
        })}
        sub={none ? m.cases_decisions_lead() : m.cases_follow_counts({ open: counts.open, late: counts.late })}
      />
      <Segments
        label={m.cases_show()}
        items={[
          { to: base, label: m.cases_follow_open({ n: counts.open }), current: show === null },
          { to: `${base}?show=done`, label: m.cases_follow_done({ n: counts.done }), current: asked.done },
          { to: `${base}?show=taken`, label: m.cases_taken(), current: asked.taken },
        ]}
      />
      {(!none || asked.taken) && bodies.length > 1 && (
        <FilterBar
          key={kept}
          label={m.cases_filter()}
          submitLabel={m.common_show()}
          hidden={show ? { show } : {}}
          {...(asked.bodyId && { resetTo: show ? `${base}?show=${show}` : base })}
          filters={[
            {
              name: "body",
              label: m.cases_body(),
              options: bodies,
              selected: asked.bodyId ? [asked.bodyId] : [],
              one: true,
            },
          ]}
        />
      )}
      {asked.taken ? (
        <TakenDecisions rows={view.taken} slug={slug} mayEdit={mayEdit} />
      ) : late.length + rest.length === 0 ? (
        <EmptyState
          icon="gavel"
          title={asked.done ? m.cases_follow_none_done() : m.cases_follow_none()}
          why={m.cases_follow_none_why()}
        />
      ) : (
        <div className="sv-panel">
          <DataTable
            caption={m.cases_decisions()}
            {...(late.length > 0 && !asked.done ? { groups } : {})}
            rows={late.length > 0 && !asked.done ? [] : [...late, ...rest]}
            rowKey={({ id }) => id}
            columns={columns(slug, mayEdit, asked.done)}
          />
        </div>
      )}
      {next && <ShowMore to={`${base}?${kept}${kept && "&"}after=${next}`} label={m.common_next_50()} />}
    </>
  );
}

function columns(slug: string, mayEdit: boolean, done: boolean): Column<FollowUpView>[] {
  const locale = getLocale();
  return [
    {
      id: "words",
      head: m.cases_follow_words(),
      rowHeader: true,
      onSmall: "full",
      cell: (one) =>
        one.hidden ? (
          closedWords(one.legalBasis)
        ) : (
          <>
            {mayEdit ? (
              <Link to={paths.followUp(slug, one.id)} className="sv-link">
                {one.words}
              </Link>
            ) : (
              one.words
            )}
            <small>
              {[one.body, one.number && caseNumberWords(one.number), one.title].filter(Boolean).join(" · ")}
            </small>
          </>
        ),
    },
    {
      id: "responsible",
      head: m.cases_follow_responsible(),
      width: 200,
      cell: ({ responsible }) => responsible || <Empty label={m.common_empty_cell()} />,
    },
    done
      ? {
          id: "done",
          head: m.cases_follow_done_on(),
          width: 220,
          cell: ({ doneOn, doneNote }) => (
            <>
              {doneOn && formatDate(doneOn, locale, "short")}
              {doneNote && <small>{doneNote}</small>}
            </>
          ),
        }
      : {
          id: "due",
          head: m.cases_follow_due(),
          width: 160,
          cell: ({ dueOn, late }) =>
            dueOn === null ? (
              <Empty label={m.common_empty_cell()} />
            ) : late ? (
              <Tag tone="warning" icon="warning">
                {formatDate(dueOn, locale, "short")}
              </Tag>
            ) : (
              formatDate(dueOn, locale, "short")
            ),
        },
  ];
}
