import { Form, Link } from "@remix-run/react";
import { type OccurrenceState, occurrenceStates } from "~/domain/communications-plan/row-state";
import { outcomeLinks } from "~/features/communications-plan/row-outcomes";
import type { EarlierSaying, RowOutcome, RowTime } from "~/features/communications-plan/row-times.view.server";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { type State, StateWords } from "~/ui/state";

/** What was said of a time and refused: it stands in the fields again. */
export type RefusedSaying = { errors: FormErrors; values: FormValues };

type Shared = { slug: string; mayEdit: boolean; refused: RefusedSaying | undefined };

/** So many times stand open; more are folded away. */
const shownAtMost = 8;

/** The times of a row, each with where it stands, what became of it, and a small form that says otherwise. */
export function RowTimes({ times, earlier, ...shared }: Shared & { times: RowTime[]; earlier: EarlierSaying[] }) {
  const few = times.length <= shownAtMost;
  const over = few ? [] : times.filter(isOver);
  const current = few ? times : times.filter((time) => !isOver(time));
  const [first, later] = [current.slice(0, shownAtMost), current.slice(shownAtMost)];
  return (
    <Panel title={m.plan_times()} id="times" count={times.length || undefined}>
      {times.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.plan_times_none()}</p>
        </PanelBody>
      ) : (
        <>
          <Folded times={over} words={m.plan_times_over({ n: over.length })} open={first.length === 0} {...shared} />
          <Times times={first} {...shared} />
          <Folded times={later} words={m.plan_times_later({ n: later.length })} {...shared} />
        </>
      )}
      {earlier.length > 0 && <Earlier sayings={earlier} {...shared} />}
    </Panel>
  );
}

const isOver = ({ state }: RowTime) => state === "done" || state === "passed" || state === "dropped";

function Folded({ words, open = false, ...shared }: Shared & { times: RowTime[]; words: string; open?: boolean }) {
  if (shared.times.length === 0) return null;
  return (
    <details className="sv-times__more" open={open}>
      <summary>{words}</summary>
      <Times {...shared} />
    </details>
  );
}

function Times({ times, ...shared }: Shared & { times: RowTime[] }) {
  return (
    <ul className="sv-times">
      {times.map((time) => (
        <li key={`${time.from} ${time.to}`}>
          <b>{time.of === "whole" ? m.plan_time_whole({ days: time.words }) : time.words}</b>
          <div className="sv-times__state">
            <TimeStateWords time={time} />
          </div>
          {time.became.length > 0 && <Became outcomes={time.became} slug={shared.slug} />}
          {shared.mayEdit && <SayForm time={time} {...shared} />}
        </li>
      ))}
    </ul>
  );
}

function Became({ outcomes, slug }: { outcomes: RowOutcome[]; slug: string }) {
  return (
    <ul className="sv-plain sv-small">
      {outcomes.map((outcome) => (
        <li key={outcome.id}>
          <Link className="sv-link" to={outcomeLinks[outcome.kind].to(slug, outcome.id)}>
            {outcome.title}
          </Link>
          <span className="sv-quiet"> {outcome.when}</span>
        </li>
      ))}
    </ul>
  );
}

const looks: Record<RowTime["state"], { glyph: State; words: () => string }> = {
  coming: { glyph: "not-started", words: () => m.plan_time_coming() },
  open: { glyph: "needs-person", words: () => m.plan_time_open() },
  passed: { glyph: "no-answer", words: () => m.plan_time_passed() },
  planned: { glyph: "planned", words: () => m.plan_state_planned() },
  "in-preparation": { glyph: "in-progress", words: () => m.plan_state_in_preparation() },
  done: { glyph: "done", words: () => m.plan_state_done() },
  dropped: { glyph: "no", words: () => m.plan_state_dropped() },
};

function TimeStateWords({ time: { state, of, said, reason } }: { time: RowTime }) {
  if (of === "whole" && state === "open") return <StateWords state="in-progress">{m.plan_time_running()}</StateWords>;
  const { glyph, words } = looks[state];
  return (
    <StateWords state={glyph} note={said ? reason || m.plan_time_said() : undefined}>
      {words()}
    </StateWords>
  );
}

const stateWords: Record<OccurrenceState, () => string> = {
  planned: () => m.plan_state_planned(),
  in_preparation: () => m.plan_state_in_preparation(),
  done: () => m.plan_state_done(),
  dropped: () => m.plan_state_dropped(),
};

/** What somebody has said, in words. */
const saidState = (time: RowTime): OccurrenceState | "" =>
  !time.said ? "" : (occurrenceStates.find((state) => state === time.state.replace("-", "_")) ?? "");

const fieldId = (name: string, { from, to }: { from?: string; to?: string }) => `${name}-${from}-${to}`;

/** Where the reason of the time a form was about is written. */
export const reasonId = (values: FormValues) => fieldId("reason", values);

function SayForm({ time, refused }: Shared & { time: RowTime }) {
  const { from, to, words } = time;
  const own = refused && refused.values.from === from && refused.values.to === to ? refused : null;
  const id = (name: string) => fieldId(name, { from, to });
  return (
    <details className="sv-times__say" open={own !== null}>
      <summary>
        {m.common_change()}
        <span className="ds-sr-only"> {m.plan_time_say({ time: words })}</span>
      </summary>
      <Form method="post" preventScrollReset noValidate>
        <Hidden from={from} to={to} seen={time.seen} />
        <Select
          name="state"
          id={id("state")}
          label={m.plan_time_state()}
          options={[
            { value: "", label: m.plan_time_as_it_goes() },
            ...occurrenceStates.map((state) => ({ value: state, label: stateWords[state]() })),
          ]}
          defaultValue={own?.values.state ?? saidState(time)}
        />
        <TextInput
          name="reason"
          id={id("reason")}
          label={m.plan_time_reason()}
          defaultValue={own?.values.reason ?? time.reason}
          error={own?.errors.reason ?? null}
          maxLength={500}
        />
        <Button variant="secondary" name="intent" value="say">
          {m.plan_time_save()}
        </Button>
      </Form>
    </details>
  );
}

function Hidden({ from, to, seen }: { from: string; to: string; seen: string }) {
  return (
    <>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

/** What was said before the words were changed: it is of no time the row has now. */
function Earlier({ sayings, mayEdit }: Shared & { sayings: EarlierSaying[] }) {
  return (
    <div className="sv-times__earlier">
      <h3>{m.plan_times_earlier()}</h3>
      <p className="sv-quiet sv-small">{m.plan_times_earlier_why()}</p>
      <ul className="sv-plain">
        {sayings.map(({ from, to, words, state, reason, seen }) => (
          <li key={`${from} ${to}`}>
            <span>
              {words}: {stateWords[state]()}
              {reason && <span className="sv-quiet"> ({reason})</span>}
            </span>
            {mayEdit && (
              <Form method="post" preventScrollReset>
                <Hidden from={from} to={to} seen={seen} />
                <input type="hidden" name="state" value="" />
                <Button variant="tertiary" small name="intent" value="say">
                  {m.common_remove()}
                  <span className="ds-sr-only"> {words}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
