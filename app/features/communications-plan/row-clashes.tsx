import type { RowClash } from "~/domain/communications-plan/clashes";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { Note } from "~/ui/note";
import { StateGlyph } from "~/ui/state";

/** What clashes or is missing in a row, in words. */
export function clashWords(clash: RowClash): string {
  switch (clash.kind) {
    case "same-day":
      return m.plan_clash_same_day({ day: describeDay(clash.day), other: clash.other.name });
    case "closes":
      return m.plan_clash_closes({ n: clash.days });
    case "closed":
      return m.plan_clash_closed({ day: describeDay(clash.to) });
    case "nobody":
      return m.plan_clash_nobody();
    case "unknown":
      return m.plan_clash_unknown({ names: clash.names.join(", ") });
  }
}

/** The same as lines with a warning, for a cell or a page of the row; nothing when there is none. */
export function RowClashes({ clashes }: { clashes: readonly RowClash[] | undefined }) {
  if (!clashes || clashes.length === 0) return null;
  return (
    <ul className="sv-clashes">
      {clashes.map((clash) => {
        const words = clashWords(clash);
        return (
          <li key={words}>
            <StateGlyph state="needs-person" size={14} />
            <span>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same over the page of a row. */
export function RowClashNote({ clashes }: { clashes: readonly RowClash[] }) {
  const words = clashes.map(clashWords);
  if (words.length === 0) return null;
  return (
    <Note tone="warning" {...(words.length > 1 && { title: m.plan_clashes() })}>
      {words.length === 1 ? (
        words[0]
      ) : (
        <ul className="sv-points">
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
