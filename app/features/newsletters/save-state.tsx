import { clockOf } from "~/features/newsletters/issue-words";
import type { SaveStatus } from "~/features/newsletters/use-autosave";
import { m } from "~/i18n/messages/messages";
import { StateGlyph } from "~/ui/state";

/** Whether what is written is saved, at the head of the page. */
export function SaveState({ status, zone }: { status: SaveStatus; zone: string }) {
  return (
    <span className="sv-saved" role="status" data-state={status.state}>
      <Words status={status} zone={zone} />
    </span>
  );
}

function Words({ status, zone }: { status: SaveStatus; zone: string }) {
  switch (status.state) {
    case "idle":
      return null;
    case "saving":
      return <>{m.newsletters_saving()}</>;
    case "saved":
      return (
        <>
          <StateGlyph state="done" size={16} />
          {m.newsletters_saved_at({ time: clockOf(status.at, zone) })}
        </>
      );
    case "unsaved":
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          <span title={m.newsletters_not_saved_kept()}>{m.newsletters_not_saved()}</span>
        </>
      );
    case "refused":
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          {m.newsletters_not_saved_refused()}
        </>
      );
    case "changed": {
      const { by, at } = status.conflict;
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          <a className="sv-link" href="#difference">
            {by && at ? m.newsletters_changed_by({ by, time: clockOf(at, zone) }) : m.newsletters_changed_by_someone()}
          </a>
        </>
      );
    }
  }
}
