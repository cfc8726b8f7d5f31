import { Form, Link } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { Proposed } from "~/features/cases/case-text";
import { caseNumberWords } from "~/features/cases/case-words";
import type { followUpView } from "~/features/cases/follow-ups.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { DateInput, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export type RefusedFollowUp = {
  intent: string;
  errors: Record<string, string>;
  values: Record<string, string>;
};

type Props = {
  one: NonNullable<Awaited<ReturnType<typeof followUpView>>>;
  slug: string;
  refused: RefusedFollowUp | undefined;
};

/** One thing to be done after a decision: the decision, marking it done, and changing it. */
export function FollowUpPage({ one, slug, refused }: Props) {
  const locale = getLocale();
  const editing = refused?.intent === "save" ? refused : undefined;
  const marking = refused?.intent === "save" ? undefined : refused;
  const values = editing?.values ?? { words: one.words, responsible: one.responsible, dueOn: one.dueOn ?? "" };
  const errors = editing?.errors ?? {};
  const field = (name: "words" | "responsible" | "dueOn") => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ?? null,
  });
  return (
    <>
      <PageHead
        eyebrow={one.body}
        title={one.words}
        facts={[
          ...(one.responsible ? [{ icon: "person" as const, text: one.responsible }] : []),
          ...(one.dueOn
            ? [{ icon: "clock" as const, text: m.cases_follow_by({ date: formatDate(one.dueOn, locale) }) }]
            : []),
        ]}
      />
      {one.late && <Note tone="warning">{m.cases_follow_is_late()}</Note>}
      <Columns
        main={
          <>
            <Panel title={one.doneOn ? m.cases_follow_is_done() : m.cases_follow_mark()} id="done">
              <PanelBody>
                {one.doneOn && <p>{m.cases_follow_done_when({ date: formatDate(one.doneOn, locale) })}</p>}
                {one.doneOn && one.doneNote && <p className="sv-prose sv-lines">{one.doneNote}</p>}
                <FormProblems errors={marking?.errors ?? {}} />
                <Form method="post" className="sv-form" key={one.version}>
                  <input type="hidden" name="version" value={one.version} />
                  {!one.doneOn && (
                    <TextArea
                      name="note"
                      label={m.cases_follow_note()}
                      hint={m.cases_follow_note_hint()}
                      defaultValue={marking?.values.note ?? one.doneNote}
                      error={marking?.errors.note ?? null}
                      rows={3}
                      optional
                    />
                  )}
                  <div>
                    <Button
                      icon={one.doneOn ? "undo" : "check"}
                      variant={one.doneOn ? "secondary" : "primary"}
                      name="intent"
                      value={one.doneOn ? "undo" : "done"}
                    >
                      {one.doneOn ? m.cases_follow_undo() : m.cases_follow_mark()}
                    </Button>
                  </div>
                </Form>
              </PanelBody>
            </Panel>
            {!one.doneOn && (
              <Panel title={m.common_change()}>
                <PanelBody>
                  <FormProblems errors={errors} />
                  <Form method="post" className="sv-form" noValidate key={`edit ${one.version}`}>
                    <input type="hidden" name="version" value={one.version} />
                    <TextInput {...field("words")} label={m.cases_follow_words()} required />
                    {!one.bound && (
                      <TextInput {...field("responsible")} label={m.cases_follow_responsible()} optional />
                    )}
                    <DateInput {...field("dueOn")} label={m.cases_follow_due()} width="short" optional />
                    <div>
                      <Button variant="secondary" name="intent" value="save">
                        {m.cases_save()}
                      </Button>
                    </div>
                  </Form>
                </PanelBody>
              </Panel>
            )}
          </>
        }
        side={
          <>
            <Panel title={m.cases_follow_from()}>
              <PanelBody>
                <p>
                  <Link className="sv-link" to={paths.case(slug, one.caseId)}>
                    {[one.number && caseNumberWords(one.number), one.title].filter(Boolean).join(" ")}
                  </Link>
                  <br />
                  <span className="sv-small sv-quiet">{formatDate(one.day, locale)}</span>
                </p>
                <Proposed label={m.cases_decision()} blocks={one.decision} decided />
              </PanelBody>
            </Panel>
            <HistoryPanel lines={one.history} />
          </>
        }
      />
    </>
  );
}
