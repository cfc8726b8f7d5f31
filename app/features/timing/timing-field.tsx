import { type ReactNode, useEffect, useState } from "react";
import type { TimingReading } from "~/features/timing/describe-timing";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { TextInput } from "~/ui/fields";

/** How long typing must have stopped before the words are read. Milliseconds. */
const pause = 300;

/**
 * The field for "when": free text, and under it what the words are taken to mean, read again when typing stops. The
 * server has read the words that stand; the parser is fetched when others are written.
 */
export function TimingField({
  period,
  today,
  defaultValue,
  reading: read,
  ...field
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  defaultValue: string;
  reading: TimingReading;
  period: { from: string; to: string };
  today: string;
}) {
  const [words, setWords] = useState(defaultValue);
  const [reading, setReading] = useState(read);
  const { from, to } = period;
  useEffect(() => {
    if (words === reading.words) return;
    const timer = setTimeout(async () => {
      const { readTiming } = await import("~/features/timing/describe-timing");
      setReading(readTiming(words, { from, to }));
    }, pause);
    return () => clearTimeout(timer);
  }, [words, reading, from, to]);
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
