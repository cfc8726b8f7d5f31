import type { RowState } from "~/domain/communications-plan/row-state";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { StateWords } from "~/ui/state";
import { Empty } from "~/ui/table";
import { Chip, Chips } from "~/ui/tag";

/** The names of a row's cells. */
export const cellNames = {
  channel: () => m.plan_channel(),
  theme: () => m.plan_theme(),
  goal: () => m.plan_goal(),
  timing: () => m.plan_when(),
  responsible: () => m.plan_responsible(),
  audience: () => m.plan_audience(),
};

/** The names of a row's states. */
export const stateNames: Record<RowState["state"], () => string> = {
  "not-started": () => m.plan_state_not_started(),
  "no-date": () => m.plan_state_no_date(),
  "in-preparation": () => m.plan_state_in_preparation(),
  planned: () => m.plan_state_planned(),
  partly: () => m.plan_state_some_done(),
  done: () => m.plan_state_done(),
  dropped: () => m.plan_state_dropped(),
  running: () => m.plan_state_running(),
};

/** Where a plan stands: "Utkast", "Vedteken 12. april 2021 av styringsgruppa", "Avslutta". */
export function planStateWords({
  state,
  adoptedOn,
  adoptedBy,
}: {
  state: "draft" | "adopted" | "closed";
  adoptedOn: string | null;
  adoptedBy: string;
}): string {
  if (state === "draft") return m.plan_draft();
  if (state === "closed") return m.plan_closed();
  const day = adoptedOn ? describeDay(adoptedOn) : "";
  return adoptedBy ? m.plan_adopted_by({ day, by: adoptedBy }) : m.plan_adopted({ day });
}

/** Where a row stands, as a glyph and words. */
export function RowStateWords({ state }: { state: RowState }) {
  switch (state.state) {
    case "not-started":
      return <StateWords state="not-started">{m.plan_state_not_started()}</StateWords>;
    case "no-date":
      return (
        <StateWords state="needs-person" note={m.plan_days_left({ n: state.days })}>
          {m.plan_state_no_date()}
        </StateWords>
      );
    case "planned":
      return (
        <StateWords state="planned" note={describeDay(state.next)}>
          {m.plan_state_planned()}
        </StateWords>
      );
    case "partly":
      return <StateWords state="in-progress">{m.plan_state_partly({ done: state.done, of: state.of })}</StateWords>;
    case "done":
      return (
        <StateWords state="done" note={describeDay(state.last)}>
          {m.plan_state_done()}
        </StateWords>
      );
    case "in-preparation":
      return <StateWords state="in-progress">{m.plan_state_in_preparation()}</StateWords>;
    case "dropped":
      return (
        <StateWords state="no" note={state.reason}>
          {m.plan_state_dropped()}
        </StateWords>
      );
    case "running":
      return (
        <StateWords state="in-progress">
          {state.kind === "continuous" ? m.plan_state_running() : m.plan_state_on_demand()}
        </StateWords>
      );
  }
}

/** Longer wordings than this stand as text: a chip does not break. The icon of a group takes room. */
const chipLength = { actor: 17, group: 14 };

/** Those responsible as the plan names them. */
export function Responsible({ names }: { names: string[] }) {
  if (names.length === 0) return <Empty label={m.common_empty_cell()} />;
  return (
    <Chips>
      {names.map((name) => {
        const kind = /grupp|apparat/i.test(name) ? "group" : "actor";
        return name.length > chipLength[kind] ? (
          <span key={name} className="sv-small">
            {name}
          </span>
        ) : (
          <Chip key={name} code={name} kind={kind} />
        );
      })}
    </Chips>
  );
}
