import { Form, useNavigation } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import { isDay } from "~/domain/shared/days";
import type { RefusedProposals } from "~/features/events/answer-proposals-form.server";
import type { OrganiserOptions } from "~/features/events/choose-organiser.server";
import type { EventForm } from "~/features/events/event-form.schema";
import { kindNames } from "~/features/events/event-words";
import { lengthWords } from "~/features/events/proposal-words";
import type { ProposedDates } from "~/features/events/propose-dates.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, FieldError, FieldRow, Select, TextInput, TimeInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

type Props = {
  view: ProposedDates;
  kind: EventForm["kind"];
  /** Who can hold them; null where that is given. */
  options: OrganiserOptions | null;
  actorId: string;
  refused: RefusedProposals | undefined;
  cancelTo: string;
};

/** Days for something that has a cadence or a window: each can be moved, ticked ones become events. Works without script. */
export function ProposalsPage({ view, kind, options, actorId, refused, cancelTo }: Props) {
  return (
    <>
      {refused && <FormProblems errors={refused.errors} />}
      <SpanForm span={view.span} />
      <p className="sv-quiet sv-props__whom">
        {m.events_proposals_avoid()} <Whom audience={view.audience} />
      </p>
      {view.proposals.length === 0 ? (
        <Panel title={m.events_proposals()}>
          <EmptyState icon="calendar" title={m.events_proposals_empty()} why={m.events_proposals_empty_why()} />
        </Panel>
      ) : (
        <Proposals key={`${view.span.from} ${view.span.to}`} {...{ view, kind, options, actorId, refused, cancelTo }} />
      )}
    </>
  );
}

function SpanForm({ span: { from, to } }: { span: ProposedDates["span"] }) {
  return (
    <Form method="get" className="sv-props__span" key={`${from} ${to}`} preventScrollReset>
      <DateInput name="from" label={m.events_proposals_from()} defaultValue={from} />
      <DateInput name="to" label={m.events_proposals_to()} defaultValue={to} />
      <Button variant="secondary">{m.events_proposals_show()}</Button>
    </Form>
  );
}

function Whom({ audience: { names, people, members } }: { audience: ProposedDates["audience"] }) {
  if (people === 0) return m.events_proposals_nobody();
  if (names.length === 0) return members ? m.events_proposals_members({ n: people }) : null;
  return m.events_proposals_audience({ names: names.join(", "), n: people });
}

function Proposals({ view, kind, options, actorId, refused, cancelTo }: Props) {
  const ticked = refused?.picked ?? view.proposals.flatMap(({ key, day }) => (day ? [key] : []));
  const [count, setCount] = useState(ticked.length);
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const recount = (event: ChangeEvent<HTMLFormElement>) =>
    setCount(new FormData(event.currentTarget).getAll("pick").length);
  return (
    <Form method="post" onChange={recount} noValidate>
      <Panel
        title={m.events_proposals()}
        count={view.proposals.length}
        aside={view.more > 0 && m.events_proposals_more({ n: view.more })}
      >
        <ul className="sv-props" id="pick">
          {view.proposals.map((proposal) => (
            <ProposalRow
              key={proposal.key}
              proposal={proposal}
              title={view.title}
              ticked={ticked.includes(proposal.key)}
              refused={refused}
            />
          ))}
        </ul>
        <PanelBody>
          <FieldError id="pick">{errors.pick}</FieldError>
          <FieldRow>
            <Select
              name="kind"
              width={options ? "full" : "medium"}
              label={m.events_kind()}
              options={Object.entries(kindNames).map(([value, words]) => ({ value, label: words() }))}
              defaultValue={refused?.values.kind ?? kind}
              error={errors.kind}
            />
            {options && options.actors.length > 0 && (
              <Select
                name="actorId"
                label={m.events_organiser()}
                placeholder={options.limited ? m.events_organiser_choose() : m.events_organiser_region()}
                options={options.actors}
                defaultValue={refused?.values.actorId ?? actorId}
                error={errors.actorId}
                optional={!options.limited}
              />
            )}
          </FieldRow>
          <Note>{m.events_proposals_drafts()}</Note>
          <div className="sv-row">
            <Button busy={busy}>{m.events_proposals_make({ n: count })}</Button>
            <LinkButton to={cancelTo} variant="tertiary">
              {m.common_cancel()}
            </LinkButton>
          </div>
        </PanelBody>
      </Panel>
    </Form>
  );
}

const lengths = [30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480];

function ProposalRow({
  proposal,
  title,
  ticked,
  refused,
}: {
  proposal: ProposedDates["proposals"][number];
  title: string;
  ticked: boolean;
  refused: RefusedProposals | undefined;
}) {
  const { key, words, day, start, minutes, note, against } = proposal;
  const typed = (name: string, otherwise: string) => refused?.values[`${name}-${key}`] ?? otherwise;
  const field = (name: string) => ({ name: `${name}-${key}`, error: refused?.errors[`${name}-${key}`] ?? null });
  const [date, setDate] = useState(typed("date", day ?? ""));
  const length = typed("minutes", String(minutes));
  const choices = [...new Set([...lengths, minutes])].sort((a, b) => a - b);
  return (
    <li>
      <label className="sv-props__pick">
        <input type="checkbox" name="pick" value={key} defaultChecked={ticked} />
        <span>
          <b>{isDay(date) ? asSentence(formatDate(date, getLocale())) : m.events_proposal_without_day()}</b>
          <small>{m.events_proposal_for({ time: words })}</small>
        </span>
      </label>
      <div className="sv-props__fields">
        <DateInput
          {...field("date")}
          label={m.events_field_date()}
          defaultValue={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TimeInput {...field("start")} label={m.events_field_start()} defaultValue={typed("start", start)} />
        <Select
          {...field("minutes")}
          label={m.events_length()}
          options={choices.map((each) => ({ value: String(each), label: lengthWords(each) }))}
          defaultValue={length}
        />
        <TextInput
          {...field("title")}
          label={m.events_field_title()}
          defaultValue={typed("title", title)}
          maxLength={200}
        />
      </div>
      {(note || against.length > 0) && (
        <div className="sv-props__why">
          <p>{note ?? m.events_proposal_went_round()}</p>
          {against.length > 0 && (
            <ul>
              {against.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  );
}
