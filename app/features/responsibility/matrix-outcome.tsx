import { useCallback } from "react";
import { m } from "~/i18n/messages/messages";
import type { Desk } from "./matrix-board";
import { type Failure, wantedWord } from "./matrix-desk";
import { FailedNote, SavedToast } from "./matrix-notices";

/** What became of a change: the note of one that failed, or else the toast of one that was saved. */
export default function Outcome({ desk, failed }: { desk: Desk; failed: Failure | null }) {
  const endToast = useCallback(desk.endToast, []);
  const { words, undo } = desk.toast;
  if (!failed) return <SavedToast words={words} undo={undo ? desk.undo : null} gone={endToast} />;
  return (
    <FailedNote
      title={m.responsibility_failed_title({
        part: wantedWord(failed.change.wanted),
        actor: desk.actorOf(failed.change.column)?.name ?? "",
      })}
      why={failed.message ?? m.responsibility_failed_net()}
      again={() => desk.commit(failed.change)}
      leave={desk.leave}
    />
  );
}
