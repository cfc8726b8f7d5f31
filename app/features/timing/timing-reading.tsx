import { quoted, stripLabels } from "~/features/timing/day-words";
import type { TimingReading } from "~/features/timing/describe-timing";
import { m } from "~/i18n/messages/messages";
import { MonthStrip, ReadAs } from "~/ui/month-strip";

type Period = { from: string; to: string };

/** What words about time were read as, large: with the months over the strip where the period is one year. */
export function Reading({
  reading,
  period,
  today,
  editing = false,
  does = null,
}: {
  reading: TimingReading;
  period: Period;
  today: string;
  /** Says that words which were not understood may be saved. */
  editing?: boolean;
  /** What the rules do at these times. */
  does?: string | null;
}) {
  const { words, kind, windows, meaning, unparsed } = reading;
  if (words.trim() === "")
    return <ReadAs tone="warning" label={m.timing_nothing_written()} words="" note={m.timing_nothing_written_note()} />;
  const left = unparsed.length > 0 || meaning === null;
  return (
    <ReadAs
      tone={meaning === null ? "warning" : "success"}
      label={meaning === null ? m.timing_not_understood() : m.timing_understood()}
      words={meaning ?? quoted([words])}
      note={
        left ? (
          <span className="sv-when">
            {meaning !== null && (
              <small data-tone="warning">
                {m.timing_not_understood()} {quoted(unparsed)}
              </small>
            )}
            {editing && <small>{m.timing_saved_marked()}</small>}
          </span>
        ) : (
          windows.length > 0 && [m.timing_windows({ n: windows.length }), does].filter(Boolean).join(". ")
        )
      }
    >
      {meaning !== null && (
        <MonthStrip
          windows={windows}
          kind={kind}
          period={period}
          today={today}
          width={372}
          label={m.timing_strip({ words, meaning })}
          monthNames={stripLabels(period, "short")}
        />
      )}
    </ReadAs>
  );
}
