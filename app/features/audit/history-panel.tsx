import type { HistoryLine } from "~/features/audit/history.view.server";
import { m } from "~/i18n/messages/messages";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { CellChange } from "~/ui/verdicts";

/** What has happened to something, newest first, with what stood there before. */
export function HistoryPanel({ lines }: { lines: HistoryLine[] }) {
  return (
    <Panel title={m.audit_history()}>
      {lines.length === 0 ? (
        <EmptyState icon="clock" title={m.audit_none()} />
      ) : (
        <PanelBody>
          <Timeline groups={[{ entries: lines.map(entry) }]} />
        </PanelBody>
      )}
    </Panel>
  );
}

function entry({ when, who, did, about, changes }: HistoryLine) {
  return {
    kind: "change" as const,
    title: about ? `${did}: ${about}` : did,
    note: (
      <>
        {when} · {who}
        {changes.map(({ field, before, after }) => (
          <span key={field}>
            <br />
            {field}:{" "}
            <CellChange
              before={before}
              after={after || m.common_empty_cell()}
              beforeLabel={m.audit_before()}
              afterLabel={m.audit_after()}
            />
          </span>
        ))}
      </>
    ),
  };
}
