import { liesOutside } from "~/domain/communications-plan/outside";
import type { CarryOverView } from "~/features/communications-plan/carry-over.view.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { rowName } from "~/features/communications-plan/row-name";
import { quoted } from "~/features/timing/day-words";
import { useTimingReading } from "~/features/timing/timing-field";
import { m } from "~/i18n/messages/messages";
import { TextArea } from "~/ui/fields";

/** The words of time of a row in the other period, to be changed; under them what they mean and what to look at. */
export function CarriedWhen({
  row,
  period,
  typed,
  error,
}: {
  row: CarryOverView["groups"][number]["rows"][number];
  period: { from: string; to: string };
  typed: string | undefined;
  error: string | null;
}) {
  const defaultValue = typed ?? row.reading.words;
  const { reading, setWords, tooLong } = useTimingReading({ defaultValue, reading: row.reading, period });
  const title = periodTitle(period);
  // What was not sure of the words is no longer so once a person has written others.
  const unsure = reading.words === row.reading.words ? row.unsure : [];
  const notRead = reading.unparsed.filter((words) => !unsure.includes(words));
  return (
    <div className="sv-when">
      <TextArea
        name={`timing.${row.id}`}
        label={m.plan_carry_then_of({ period: title, row: rowName(row) })}
        labelHidden
        rows={linesOf(defaultValue)}
        defaultValue={defaultValue}
        error={tooLong ?? error}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
      />
      {reading.meaning !== null && <small>{reading.meaning}</small>}
      {unsure.length > 0 && <small data-tone="warning">{m.plan_carry_unsure({ words: quoted(unsure) })}</small>}
      {liesOutside(reading, period) && <small data-tone="warning">{m.plan_carry_outside({ period: title })}</small>}
      {notRead.length > 0 && (
        <small data-tone="warning">
          {m.timing_not_understood()} {quoted(notRead)}
        </small>
      )}
    </div>
  );
}

/** How many lines words take in a column of this width, about; no more than are good to have in a table. */
function linesOf(words: string): number {
  return Math.min(
    4,
    words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0),
  );
}
