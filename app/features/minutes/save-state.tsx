import type { LiveState } from "~/features/minutes/live-state.view.server";
import type { SaveStatus } from "~/features/minutes/live-store";
import { clockIn } from "~/features/minutes/minutes-words";
import { m } from "~/i18n/messages/messages";
import { StateGlyph } from "~/ui/state";

type Props = {
  status: SaveStatus;
  state: LiveState;
  conflicts: Record<string, string[]>;
  zone: string;
  onOpen?: (id: string) => void;
};

/** Whether what is written is saved, at the head of the page. */
export function SaveState(props: Props) {
  return (
    <span className="sv-saved" role="status" data-state={props.status.state}>
      <Words {...props} />
    </span>
  );
}

function Words({ status, state, conflicts, zone, onOpen }: Props) {
  switch (status.state) {
    case "idle":
      return null;
    case "saving":
      return <>{m.minutes_saving()}</>;
    case "saved":
      return (
        <>
          <StateGlyph state="done" size={16} />
          {m.minutes_saved_at({ time: clockIn(status.at, zone) })}
        </>
      );
    case "unsaved":
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          <span title={m.minutes_not_saved_kept()}>{m.minutes_not_saved()}</span>
        </>
      );
    case "refused":
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          {m.minutes_not_saved_refused()}
        </>
      );
    case "changed": {
      const target = Object.keys(conflicts)[0] ?? "";
      const item = state.items.find(({ id }) => target.includes(id));
      return (
        <>
          <StateGlyph state="needs-person" size={16} />
          <button
            type="button"
            className="sv-follow__add"
            onClick={() => {
              onOpen?.(target.startsWith("presence:") ? "presence" : (target.split(":")[1] ?? ""));
              requestAnimationFrame(() => document.getElementById("difference")?.scrollIntoView({ block: "center" }));
            }}
          >
            {item?.changedBy
              ? m.minutes_changed_by({ by: item.changedBy, time: clockIn(item.changedAt, zone) })
              : m.minutes_changed_someone()}
          </button>
        </>
      );
    }
  }
}
