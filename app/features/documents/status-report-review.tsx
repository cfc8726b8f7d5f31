import { Form } from "@remix-run/react";
import { Fragment } from "react";
import { writtenNumber } from "~/domain/cases/numbers";
import type { Join } from "~/domain/documents/types";
import { conflictField, joinField } from "~/features/documents/import-fields";
import { besideField, rowAnswers, rowField } from "~/features/documents/status-report-fields";
import type { StatusReportReview } from "~/features/documents/status-report-import.view.server";
import { ReportRows } from "~/features/documents/status-report-rows";
import { StatedSums } from "~/features/documents/status-report-stated";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, Select, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { VerdictStrip } from "~/ui/verdicts";

type Props = { slug: string; review: StatusReportReview; periodError: string | null };

/** A report before it is saved: what was read, what a person must say, and the buttons that save or discard. */
export function StatusReportReviewPage({ slug, review, periodError }: Props) {
  const { counts, problems, existing, taken, frozen, cuts, questions, conflicts, saves, needsPeriod } = review;
  const stops = problems.length > 0 || taken !== null || frozen;
  const nothing = !needsPeriod && !stops && saves === 0 && conflicts.length === 0;
  return (
    <>
      <VerdictStrip
        items={[
          { verdict: "created", count: review.rows, words: m.documents_sr_rows({ n: review.rows }) },
          { verdict: "unchanged", count: counts.exact, words: m.documents_sr_exact() },
          { verdict: "updated", count: counts.near, words: m.documents_sr_near() },
          { verdict: "asks", count: counts.asks, words: m.documents_sr_asks() },
          { verdict: "problem", count: problems.length, words: m.documents_problems_title() },
        ]}
      />
      {problems.length > 0 && (
        <Note tone="danger" title={m.documents_problems_title()}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Note>
      )}
      {taken !== null && <Note tone="danger">{m.documents_sr_taken({ name: taken })}</Note>}
      {frozen && existing && (
        <Note tone="danger" action={{ label: existing.name, to: paths.round(slug, existing.id) }}>
          {m.documents_sr_submitted()}
        </Note>
      )}
      <Form method="post" className="sv-stack">
        <RoundPanel review={review} periodError={periodError} />
        {cuts.length > 0 && (
          <Panel title={m.documents_doubts()} count={cuts.length}>
            <PanelBody>
              <p>{m.documents_doubts_why()}</p>
              {cuts.map(({ id, line, left, right, chosen }) => (
                <RadioGroup
                  key={id}
                  name={joinField(id)}
                  legend={m.documents_place_line({ line })}
                  hint={m.documents_doubt_sides({ left: left.slice(-90), right: right.slice(0, 90) })}
                  options={(["space", "none", "new-row"] as const).map((value) => ({
                    value,
                    label: joinWords[value](left.slice(-60), right.slice(0, 60)),
                  }))}
                  defaultValue={chosen}
                />
              ))}
            </PanelBody>
          </Panel>
        )}
        {questions.length > 0 && <Questions review={review} />}
        {conflicts.length > 0 && (
          <Panel title={m.documents_sr_conflicts()} count={conflicts.length}>
            <PanelBody>
              <p>{m.documents_sr_conflicts_why()}</p>
              {conflicts.map(({ id, name, chosen, changes }) => (
                <RadioGroup
                  key={id}
                  name={conflictField(id)}
                  legend={name}
                  hint={changes.map(({ before, after }) => `${short(before)} → ${short(after)}`).join(", ")}
                  options={[
                    { value: "keep", label: m.documents_keep() },
                    { value: "take", label: m.documents_take() },
                  ]}
                  defaultValue={chosen}
                />
              ))}
            </PanelBody>
          </Panel>
        )}
        {nothing && (
          <Note tone="success" title={m.documents_nothing_to_save()}>
            {m.documents_nothing_to_save_why()}
          </Note>
        )}
        <div className="sv-row">
          {!stops && !nothing && (
            <Button name="intent" value="save" icon="check">
              {m.documents_sr_save()}
            </Button>
          )}
          <Button name="intent" value="choose" variant="secondary">
            {m.documents_show_again()}
          </Button>
          <Button name="intent" value="discard" variant="tertiary" icon="trash">
            {m.documents_discard()}
          </Button>
        </div>
      </Form>
      <StatedSums stated={review.stated} disagreements={review.disagreements} />
      <ReportRows review={review} />
    </>
  );
}

const short = (words: string) => (words.length > 200 ? `${words.slice(0, 200)} …` : words);

const joinWords: Record<Join, (left: string, right: string) => string> = {
  space: (left, right) => m.documents_join_space({ joined: `${left} ${right}` }),
  none: (left, right) => m.documents_join_none({ joined: `${left}${right}` }),
  "new-row": (_, right) => m.documents_join_new_row({ right }),
};

/** The round it becomes, or is laid over: its name, kind and days, which the report may say or not. */
function RoundPanel({ review, periodError }: Omit<Props, "slug">) {
  const { existing, plan, putBefore, from, needsPeriod } = review;
  const facts = [
    existing ? m.documents_sr_known_round({ name: existing.name }) : !needsPeriod && m.documents_sr_new_round(),
    plan
      ? m.documents_sr_plan({ year: String(plan.year) })
      : from !== "" && m.documents_sr_no_plan({ year: from.slice(0, 4) }),
    putBefore &&
      m.documents_sr_put_before({
        ...{ number: writtenNumber(putBefore), body: putBefore.body },
        day: putBefore.day ? formatDate(putBefore.day, getLocale()) : "",
      }),
  ].filter((words) => typeof words === "string");
  return (
    <Panel title={m.documents_sr_round()}>
      <PanelBody>
        {facts.length > 0 && (
          <ul className="sv-points">
            {facts.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {!existing && (
          <div className="sv-form">
            <TextInput name="name" label={m.documents_sr_name()} defaultValue={review.name} maxLength={200} />
            <Select
              name="kind"
              label={m.documents_sr_kind()}
              options={[
                { value: "four_monthly", label: m.documents_sr_four_monthly() },
                { value: "half_yearly", label: m.documents_sr_half_yearly() },
                { value: "yearly", label: m.documents_sr_yearly() },
              ]}
              placeholder={review.kind === "" ? m.documents_sr_kind_choose() : undefined}
              defaultValue={review.kind}
              error={review.kind === "" ? periodError : null}
              width="medium"
            />
            <FieldRow>
              <DateInput name="from" label={m.documents_sr_from()} defaultValue={review.from} error={periodError} />
              <DateInput name="to" label={m.documents_sr_to()} defaultValue={review.to} />
            </FieldRow>
          </div>
        )}
      </PanelBody>
    </Panel>
  );
}

/** Which activity of the plan a row is about, where its words do not settle it. */
function Questions({ review: { questions, activities } }: { review: StatusReportReview }) {
  const label = new Map(activities.map((one) => [one.id, one.label]));
  return (
    <Panel title={m.documents_sr_questions()} count={questions.length}>
      <PanelBody>
        <p>{m.documents_sr_questions_why()}</p>
        <div className="sv-form">
          {questions.map(({ line, focusArea, measure, activity, said, match, candidates, chosen, besides }) => {
            const likely = new Set(candidates);
            const rest = match === "near" ? [] : activities.filter(({ id }) => !likely.has(id));
            const planned = [
              ...(candidates.length > 0
                ? [
                    {
                      group: m.documents_sr_likely(),
                      options: candidates.map((id) => ({ value: id, label: label.get(id) ?? id })),
                    },
                  ]
                : []),
              ...[...Map.groupBy(rest, (one) => one.focusArea)].map(([group, own]) => ({
                group,
                options: own.map((one) => ({ value: one.id, label: one.label })),
              })),
            ];
            return (
              <Fragment key={line}>
                <Select
                  name={rowField(line)}
                  label={[measure, short(activity)].filter(Boolean).join(": ")}
                  hint={[focusArea, said].filter(Boolean).join(" · ")}
                  defaultValue={chosen}
                  options={[
                    { value: rowAnswers.later, label: m.documents_sr_later() },
                    { value: rowAnswers.none, label: m.documents_sr_none() },
                    ...planned,
                  ]}
                />
                {match === "asks" && (
                  <Select
                    name={besideField(line)}
                    label={m.reports_activity_besides()}
                    optional
                    defaultValue={besides}
                    options={[{ value: "", label: m.documents_sr_no_other() }, ...planned]}
                  />
                )}
              </Fragment>
            );
          })}
        </div>
      </PanelBody>
    </Panel>
  );
}
