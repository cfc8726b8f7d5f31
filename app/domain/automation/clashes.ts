import type { Planned, PlannedKind } from "./planned";

/** Where what the rules will do gets in the way of itself. */
export type Clash =
  /** More to the same people within seven days than they should get. */
  | { kind: "crowded"; audience: string; from: string; to: string; most: number; lines: Planned[] }
  /** More in an hour than the region lets out: the last ones leave `hours` later. */
  | { kind: "slow"; at: string; recipients: number; cap: number; hours: number; lines: Planned[] }
  /** When the region is closed, it waits. */
  | { kind: "closed"; at: string; lines: Planned[] };

type Line = Planned & { about?: { eventId?: string; networkId?: string } };

export type Caps = { capHour: number | null; capWeek: number | null };

/** So many in seven days are not too many, where the region has set no cap. */
const few = 3;
const week = 7 * 24 * 3_600_000;

/** What goes out to those the region writes to, and not to those who make it. */
const outward: readonly PlannedKind[] = [
  "issue",
  "invitation",
  "reminder-unanswered",
  "reminder-coming",
  "feedback-request",
];

export const goesOut = ({ kind, recipients }: Pick<Planned, "kind" | "recipients">) =>
  outward.includes(kind) && recipients > 0;

/**
 * The clashes among what is planned, by the time of the first line of each.
 *
 * @param isOpen whether mail may leave by itself at an ISO instant (M8)
 */
export function clashesOf(planned: readonly Line[], isOpen: (at: string) => boolean, caps: Caps): Clash[] {
  const mails = planned.filter(goesOut);
  const found = [...crowds(mails, caps.capWeek ?? few), ...slow(mails, caps.capHour), ...closed(planned, isOpen)];
  const first = (clash: Clash) => Date.parse(clash.lines[0]?.at ?? "");
  return found.sort((a, b) => first(a) - first(b));
}

/** Those who have not answered one event, or the members of one network, are others than those of the next. */
const peopleOf = ({ audience, about }: Line) => `${audience} ${about?.eventId ?? about?.networkId ?? ""}`;

function crowds(mails: readonly Line[], most: number): Clash[] {
  return [...Map.groupBy(mails, peopleOf).values()].flatMap((own) => {
    const lines = byTime(own);
    const audience = lines[0]?.audience ?? "";
    const clashes: Clash[] = [];
    for (let at = 0; at < lines.length; ) {
      const first = lines[at] as Planned;
      const close = lines.slice(at).filter((line) => Date.parse(line.at) < Date.parse(first.at) + week);
      const last = close.at(-1) as Planned;
      if (close.length > most)
        clashes.push({ kind: "crowded", audience, from: first.at, to: last.at, most, lines: close });
      at += close.length > most ? close.length : 1;
    }
    return clashes;
  });
}

function slow(mails: readonly Planned[], cap: number | null): Clash[] {
  if (cap === null || cap <= 0) return [];
  return [...Map.groupBy(mails, ({ at }) => Date.parse(at))].flatMap(([, lines]) => {
    const recipients = lines.reduce((sum, line) => sum + line.recipients, 0);
    if (recipients <= cap) return [];
    return [{ kind: "slow", at: lines[0]?.at ?? "", recipients, cap, hours: Math.ceil(recipients / cap) - 1, lines }];
  });
}

function closed(planned: readonly Planned[], isOpen: (at: string) => boolean): Clash[] {
  return planned.filter(({ at }) => !isOpen(at)).map((line) => ({ kind: "closed", at: line.at, lines: [line] }));
}

const byTime = (lines: readonly Planned[]) => [...lines].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
