import type { ReactNode } from "react";

export type Entry = { kind: "sent" | "planned" | "change" | "failed"; title: ReactNode; note?: ReactNode };

/** What was sent and what will be, one line under the other: a ring is planned, a disc sent, grey a change. */
export function Timeline({ groups }: { groups: { title?: string; entries: Entry[] }[] }) {
  return (
    <div className="sv-log">
      {groups.map(({ title, entries }, index) => (
        <div key={title ?? index}>
          {title && <h3>{title}</h3>}
          <ol>
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log has no other key, and is not reordered.
              <li key={at} data-kind={entry.kind}>
                <b>{entry.title}</b>
                {entry.note && <small>{entry.note}</small>}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
