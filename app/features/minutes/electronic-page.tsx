import { Form } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { HoldNote } from "~/features/delivery/hold-note";
import type { ElectronicView } from "~/features/minutes/electronic.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { formatDate, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { AnswerBar } from "~/ui/answer-bar";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, FieldRow, TimeInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = {
  slug: string;
  minutesId: string;
  view: ElectronicView;
  problem: string | null;
  refusal: { errors: Record<string, string>; values: Record<string, string> } | null;
};

/** An electronic meeting: who has been asked, who has answered, and what. */
export function ElectronicPage({ slug, minutesId, view, problem, refusal }: Props) {
  const { body, zone, answerBy, state, seats, items, over } = view;
  const until = answerBy ? formatInstant(answerBy, zone, getLocale()) : "";
  const missing = seats.filter(({ answered, reachable }) => reachable && answered < items.length).length;
  const running = state === "live";
  if (!view.electronic)
    return (
      <>
        <PageHead title={body.name} sub={formatDate(view.day, getLocale())} />
        <EmptyState icon="gavel" title={m.minutes_electronic_not()} />
      </>
    );
  return (
    <>
      <PageHead
        eyebrow={m.minutes_electronic()}
        title={body.name}
        sub={formatDate(view.day, getLocale())}
        actions={
          running && (
            <>
              {!over && missing > 0 && (
                <Form method="post">
                  <Button variant="secondary" icon="mail" name="intent" value="remind">
                    {m.minutes_electronic_remind({ n: missing })}
                  </Button>
                </Form>
              )}
              <LinkButton to={paths.live(slug, body.id, minutesId)} icon="gavel">
                {m.minutes_electronic_record()}
              </LinkButton>
            </>
          )
        }
      />
      {problem && (
        <Note tone="danger" live>
          {problem}
        </Note>
      )}
      {refusal && <FormProblems errors={refusal.errors} />}
      {view.onHold && !over && ["agenda", "live"].includes(state) && <HoldNote slug={slug} />}
      {running && (
        <Note tone={over ? "success" : "info"}>
          {over ? m.minutes_electronic_over({ when: until }) : m.minutes_electronic_until({ when: until })}
        </Note>
      )}
      <Columns
        main={
          running || items.some(({ yes, no }) => yes + no > 0) ? (
            <Panel title={m.minutes_electronic_result()}>
              <Rows>
                {items.map(({ id, number, title, yes, no, none, comments }) => (
                  <Row
                    key={id}
                    title={[number, title].filter(Boolean).join(" ")}
                    note={
                      <>
                        <AnswerBar counts={{ yes, maybe: 0, no, none }} />
                        {m.minutes_electronic_tally({ yes, no, none })}
                        {comments.map(({ who, comment, agrees }) => (
                          <span key={who} className="sv-lines sv-comment" data-agrees={agrees}>
                            {`${who}: ${comment}`}
                          </span>
                        ))}
                      </>
                    }
                  />
                ))}
              </Rows>
            </Panel>
          ) : (
            <Panel title={m.minutes_agenda()}>
              <Rows>
                {items.map(({ id, number, title }) => (
                  <Row key={id} title={[number, title].filter(Boolean).join(" ")} />
                ))}
              </Rows>
            </Panel>
          )
        }
        side={
          <div className="sv-stack">
            {["agenda", "live"].includes(state) && <Deadline {...{ view, refusal }} />}
            {seats.length > 0 && (
              <Panel title={m.minutes_electronic_members()} count={seats.length}>
                <Rows>
                  {seats.map(({ id, name, represents, substitute, answered, reachable }) => (
                    <Row
                      key={id}
                      title={represents || name}
                      note={[
                        substitute && m.minutes_electronic_substitute({ name: substitute }),
                        answered > 0
                          ? m.minutes_electronic_answered({ some: answered, all: items.length })
                          : reachable
                            ? m.minutes_electronic_none()
                            : m.minutes_electronic_no_address(),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    />
                  ))}
                </Rows>
              </Panel>
            )}
          </div>
        }
      />
    </>
  );
}

/** By when they answer: sent the first time, moved after. */
function Deadline({ view, refusal }: Pick<Props, "view" | "refusal">) {
  const { answerBy, zone, whom, state } = view;
  const local = answerBy ? instantToLocal(answerBy, zone) : { date: "", time: "12:00" };
  const first = state === "agenda";
  return (
    <Panel title={first ? m.minutes_electronic_sub() : m.minutes_electronic_move()}>
      <PanelBody>
        {first && <p className="sv-quiet">{m.minutes_electronic_ask_why()}</p>}
        <Form method="post" className="sv-form" noValidate>
          <FieldRow>
            <DateInput
              name="day"
              label={m.minutes_electronic_day()}
              defaultValue={refusal?.values.day ?? local.date}
              error={refusal?.errors.day ?? null}
            />
            <TimeInput
              name="time"
              label={m.minutes_electronic_time()}
              defaultValue={refusal?.values.time ?? local.time}
              error={refusal?.errors.time ?? null}
            />
          </FieldRow>
          <div>
            <Button name="intent" value="ask" variant={first ? "primary" : "secondary"}>
              {first ? m.minutes_electronic_send({ n: whom }) : m.minutes_electronic_move()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
