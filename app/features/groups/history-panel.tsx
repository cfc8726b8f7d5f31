import { didWords, fieldWords, whoWords } from "~/features/audit/audit-words";
import type { HistoryLine } from "~/features/groups/history.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";

/** What has happened to something, newest first. */
export function HistoryPanel({ lines, zone }: { lines: HistoryLine[]; zone: string }) {
  return (
    <Panel title={m.groups_history()}>
      {lines.length === 0 ? (
        <EmptyState icon="clock" title={m.groups_no_history()} />
      ) : (
        <PanelBody>
          <Timeline groups={[{ entries: lines.map((line) => entry(line, zone)) }]} />
        </PanelBody>
      )}
    </Panel>
  );
}

function entry(line: HistoryLine, zone: string) {
  const did = didWords(line);
  const fields = [...new Set(line.fields.map((field) => fieldWords(field).toLowerCase()))].join(", ");
  return {
    kind: "change" as const,
    title: line.about ? `${did}: ${line.about}` : did,
    note: (
      <>
        {asSentence(formatInstant(line.at, zone, getLocale()))} · {whoWords(line)}
        {fields && (
          <>
            <br />
            {m.groups_changed_fields({ fields })}
          </>
        )}
      </>
    ),
  };
}
