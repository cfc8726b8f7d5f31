import type { MadeEvent, MadeIssue, Time } from "~/domain/automation/facts";
import { fits } from "~/domain/communications-plan/row-state";
import { kept } from "~/domain/shared/kept";
import { instantToLocal } from "~/domain/shared/local-time";
import { parseTiming, slots, type Window } from "~/domain/timing";
import type { HeldEvent, IssuesToPlan } from "~/features/automation/automation.db.server";
import type { SelectedRow } from "~/features/communications-plan/plan-selection.view.server";

type Span = { from: string; to: string };

/** An event a rule made, and the day (ISO) it did. */
export type MadeByRule = { eventId: string; on: string };

/** What became of the times of a row or a network, as far as it is known. */
export type Became = {
  /** The key of the rule, "event:<row>". */
  rule: string;
  events: readonly HeldEvent[];
  issues: IssuesToPlan["ofRows"];
  publications: readonly Span[];
  /** The events the rules made, by the key of their draft. */
  made: ReadonlyMap<string, MadeByRule>;
};

const localDays = ({ startsAt, endsAt, zone }: HeldEvent): Span => ({
  from: instantToLocal(startsAt.toISOString(), zone).date,
  to: instantToLocal(endsAt.toISOString(), zone).date,
});

function madeEvent(event: HeldEvent, madeOn: string | null): MadeEvent {
  const { id, title, replyBy, state } = event;
  return {
    ...{ id, title, madeOn, state: state === "cancelled" ? "held" : state },
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    replyBy: replyBy?.toISOString().slice(0, 10) ?? null,
  };
}

function madeIssue({ id, state, sendAt, year, number, newsletter }: IssuesToPlan["ofRows"][number]): MadeIssue {
  return { id, state, sendAt: sendAt?.toISOString() ?? null, title: `${newsletter} ${number}/${year}` };
}

type Windowed = Pick<Window, "from" | "to" | "precision"> & { time?: string | undefined; settled?: boolean };

/** The times of a row or a network, each with what became of it; an event is of one of them alone. */
export function timesWith(windows: readonly Windowed[], { rule, events, issues, publications, made }: Became): Time[] {
  const used = new Set<string>();
  const own = windows.map(({ from, to }) => {
    const own = made.get(`${rule}|${from}..${to}|draft`);
    const event = events.find((one) => one.id === own?.eventId);
    if (event) used.add(event.id);
    return own && event ? madeEvent(event, own.on) : null;
  });
  return windows.map((window, at): Time => {
    const { from, to } = window;
    const found = own[at] ?? events.find((event) => !used.has(event.id) && fits(localDays(event), window)) ?? null;
    if (found) used.add(found.id);
    const issue = issues.find((one) => one.from === from && one.to === to);
    return {
      ...{ from, to, time: window.time ?? null, settled: window.settled ?? false },
      event: found && ("madeOn" in found ? found : madeEvent(found, null)),
      issue: issue ? madeIssue(issue) : null,
      published: publications.some((one) => fits(one, window)),
    };
  });
}

/** The times of a row of the plan: its windows, and the parts of its period that a cadence promises one in. */
export function windowsOfRow({ occurrences, windows }: Pick<SelectedRow, "occurrences" | "windows">): Windowed[] {
  return occurrences.flatMap(({ from, to, of, state, said }) => {
    if (of === "whole") return [];
    const window = windows.find((one) => one.from === from && one.to === to);
    const settled = said && (state === "done" || state === "dropped");
    return [{ from, to, precision: window?.precision ?? "day", time: window?.time, settled }];
  });
}

/** The times of a network's gatherings in some years, by the words of its form. */
export function windowsOfNetwork(form: string, years: readonly number[]): readonly Windowed[] {
  return windowsOfForm(`${years.join(" ")}|${form}`);
}

const windowsOfForm = kept(500, (key): readonly Windowed[] => {
  const at = key.indexOf("|");
  const [years, form] = [key.slice(0, at).split(" "), key.slice(at + 1)];
  const windows = years.flatMap((year) => {
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const { windows: written, cadences } = parseTiming(form, period);
    const parts = cadences.flatMap((cadence) => slots(cadence, period));
    return [...written, ...parts.map((part) => ({ ...part, precision: "day" as const }))];
  });
  return [...new Map(windows.map((window) => [`${window.from} ${window.to}`, window])).values()].sort((a, b) =>
    a.from + a.to < b.from + b.to ? -1 : 1,
  );
});
