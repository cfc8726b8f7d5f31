import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import type { Desk } from "./matrix-board";
import { wantedWord } from "./matrix-desk";
import { ConflictPop, FromDayPop } from "./matrix-notices";
import { PartMenu } from "./matrix-pop";
import { codeWords } from "./matrix-words";

/** The menu, question or conflict that is open at a cell. */
export default function OpenPop({ desk, view }: { desk: Desk; view: MatrixView }) {
  const { pop, cell, close } = desk;
  if (!pop || !cell) return null;
  const at = pop.kind === "menu" ? pop.place : pop.change;
  const actor = desk.actorOf(at.column)?.name ?? "";
  if (pop.kind === "menu")
    return (
      <PartMenu
        key={`${at.row} ${at.column}`}
        cell={cell}
        code={desk.code}
        actor={actor}
        close={close}
        choose={(wanted) => {
          close(true);
          desk.set(at, wanted);
        }}
      />
    );
  if (pop.kind === "ask")
    return (
      <FromDayPop
        cell={cell}
        day={[view.asOf, view.approvedFrom ?? ""].sort().at(-1) ?? ""}
        close={close}
        answer={(day) => {
          desk.setFrom(day);
          close(true);
          desk.commit(pop.change);
        }}
      />
    );
  const { met, change } = pop;
  const part = codeWords(met.cells.charAt(at.column)) || m.responsibility_part_none();
  const row = [...view.tasks, ...view.planRows].find(({ id }) => id === at.row)?.name ?? "";
  return (
    <ConflictPop
      key={`conflict ${at.row} ${at.column}`}
      cell={cell}
      title={m.responsibility_conflict_title({ actor, row })}
      what={
        met.at === null
          ? m.responsibility_conflict_no_time({ part })
          : m.responsibility_conflict({ who: met.who ?? m.responsibility_somebody(), part, time: timeOf(met.at) })
      }
      keep={m.responsibility_keep({ part })}
      set={wantedSet(change.wanted)}
      onKeep={close}
      onSet={() => {
        close(true);
        desk.commit(change);
      }}
    />
  );
}

const wantedSet = (wanted: Parameters<typeof wantedWord>[0]) => m.responsibility_set({ part: wantedWord(wanted) });

/** "10.20", with the day before it when it was not today. */
function timeOf(instant: string): string {
  const at = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  const time = m.timing_time({ hour: two(at.getHours()), minute: two(at.getMinutes()) });
  return time;
}
