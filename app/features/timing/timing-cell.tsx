import { quoted } from "~/features/timing/day-words";
import type { TimingReading } from "~/features/timing/describe-timing";
import { m } from "~/i18n/messages/messages";
import { MonthStrip } from "~/ui/month-strip";
import { Empty } from "~/ui/table";

/** When, in a cell: the words as written, their picture over the period, quietly what they mean, and what was not read. */
export function TimingCell({
  reading,
  period,
  today,
}: {
  reading: Pick<TimingReading, "words" | "kind" | "meaning" | "unparsed"> & { windows: { from: string; to: string }[] };
  period: { from: string; to: string };
  today: string;
}) {
  const { words, kind, windows, meaning, unparsed } = reading;
  if (words.trim() === "") return <Empty label={m.common_empty_cell()} />;
  return (
    <div className="sv-when">
      <b dir="auto">{words}</b>
      {meaning !== null && (
        <>
          <MonthStrip
            windows={windows}
            kind={kind}
            period={period}
            today={today}
            label={m.timing_strip({ words, meaning })}
          />
          <small>{meaning}</small>
        </>
      )}
      {unparsed.length > 0 && (
        <small data-tone="warning">
          {m.timing_not_understood()} {quoted(unparsed)}
        </small>
      )}
    </div>
  );
}
