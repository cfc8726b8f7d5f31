import { type ReactNode, useEffect, useState } from "react";
import { stripLabels } from "~/features/timing/day-words";
import { readTiming, type TimingReading } from "~/features/timing/describe-timing";
import { quoted } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { TextInput } from "~/ui/fields";
import { MonthStrip, ReadAs } from "~/ui/month-strip";

type Period = { from: string; to: string };

/** How long typing must have stopped before the words are read. Milliseconds. */
const pause = 300;

/** The field for "when": free text, and under it what the words are taken to mean, read again when typing stops. */
export function TimingField({
  period,
  today,
  defaultValue,
  ...field
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  defaultValue: string;
  period: Period;
  today: string;
}) {
  const [words, setWords] = useState(defaultValue);
  const [reading, setReading] = useState(() => readTiming(defaultValue, period));
  const { from, to } = period;
  useEffect(() => {
    const timer = setTimeout(() => setReading(readTiming(words, { from, to })), pause);
    return () => clearTimeout(timer);
  }, [words, from, to]);
  return (
    <>
      <TextInput {...field} defaultValue={defaultValue} onChange={(event) => setWords(event.target.value)} />
      <Reading reading={reading} period={period} today={today} editing />
      <noscript>
        <p className="sv-small sv-quiet">{m.timing_without_script()}</p>
      </noscript>
    </>
  );
}

/** What words about time were read as, large: with the months over the strip where the period is one year. */
export function Reading({
  reading,
  period,
  today,
  editing = false,
}: {
  reading: TimingReading;
  period: Period;
  today: string;
  /** Says that words which were not understood may be saved. */
  editing?: boolean;
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
          windows.length > 0 && m.timing_windows({ n: windows.length })
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
