import { type ReactNode, useEffect, useState } from "react";
import type { TimingReading } from "~/features/timing/describe-timing";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { TextInput } from "~/ui/fields";

/** How long typing must have stopped before the words are read. Milliseconds. */
const pause = 300;

/** Words longer than this are not read while they are written, nor taken when they are sent. */
const longest = 500;

type Props = {
  defaultValue: string;
  /** The server's reading of the words that stand. */
  reading: TimingReading;
  period: { from: string; to: string };
};

/**
 * What the words of a field are taken to mean, read again when typing stops: the server has read those that stand, and
 * the parser is fetched when others are written.
 */
export function useTimingReading({ defaultValue, reading: read, period: { from, to } }: Props) {
  const [words, setWords] = useState(defaultValue);
  const [reading, setReading] = useState(read);
  useEffect(() => {
    if (words === reading.words || words.length > longest) return;
    const timer = setTimeout(async () => {
      const { readTiming } = await import("~/features/timing/describe-timing");
      setReading(readTiming(words, { from, to }));
    }, pause);
    return () => clearTimeout(timer);
  }, [words, reading, from, to]);
  return { reading, setWords, tooLong: words.length > longest ? m.common_too_long({ max: longest }) : null };
}

/** The field for "when": free text, and under it what the words are taken to mean. */
export function TimingField({
  period,
  today,
  defaultValue,
  reading: read,
  does = null,
  ...field
}: Props & {
  does?: string | null;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  today: string;
}) {
  const { reading, setWords, tooLong } = useTimingReading({ defaultValue, reading: read, period });
  return (
    <>
      <TextInput
        {...field}
        error={tooLong ?? field.error ?? null}
        defaultValue={defaultValue}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
      />
      <Reading reading={reading} period={period} today={today} editing does={does} />
      <noscript>
        <p className="sv-small sv-quiet">{m.timing_without_script()}</p>
      </noscript>
    </>
  );
}
