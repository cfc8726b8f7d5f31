import { m } from "~/i18n/messages/messages";
import { Note } from "~/ui/note";
import { StateGlyph } from "~/ui/state";

/** What clashes or is missing in a row, as lines with a warning; nothing when there is none. */
export function RowClashes({ clashes }: { clashes: readonly string[] | undefined }) {
  if (!clashes || clashes.length === 0) return null;
  return (
    <ul className="sv-clashes">
      {clashes.map((words) => (
        <li key={words}>
          <StateGlyph state="needs-person" size={14} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same over the page of a row. */
export function RowClashNote({ clashes }: { clashes: readonly string[] }) {
  if (clashes.length === 0) return null;
  return (
    <Note tone="warning" {...(clashes.length > 1 && { title: m.plan_clashes() })}>
      {clashes.length === 1 ? (
        clashes[0]
      ) : (
        <ul className="sv-points">
          {clashes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
