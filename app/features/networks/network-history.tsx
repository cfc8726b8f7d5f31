import type { NetworkView } from "~/features/networks/network.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { CellChange } from "~/ui/verdicts";

type Entry = NetworkView["history"][number];

const fieldNames: Record<string, () => string> = {
  name: () => m.networks_name(),
  operators: () => m.networks_operators(),
  status: () => m.networks_status(),
  audience: () => m.networks_audience(),
  theme: () => m.networks_how_theme(),
  form: () => m.networks_form(),
  benefit: () => m.networks_benefit(),
  links: () => m.networks_links(),
};

const ofNetwork: Record<string, () => string> = {
  created: () => m.networks_history_made(),
  imported: () => m.networks_history_imported(),
};

const ofMember: Record<string, () => string> = {
  created: () => m.networks_history_member_in(),
  removed: () => m.networks_history_member_removed(),
  updated: () => m.networks_history_member_out(),
};

/** What has happened to a network and its members, the newest first. */
export function NetworkHistory({ history, zone }: { history: Entry[]; zone: string }) {
  return (
    <Panel title={m.networks_history()}>
      {history.length === 0 ? (
        <EmptyState icon="clock" title={m.networks_history_none()} />
      ) : (
        <PanelBody>
          <Timeline groups={[{ entries: grouped(history).map((entry) => shown(entry, zone)) }]} />
        </PanelBody>
      )}
    </Panel>
  );
}

type Line = Entry & { count: number };

/** What one person did to several members at one moment is one line. */
function grouped(history: Entry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of history) {
    const last = lines.at(-1);
    const same =
      last?.subject === "network-member" &&
      last.subject === entry.subject &&
      last.action === entry.action &&
      last.person === entry.person &&
      last.at.slice(0, 16) === entry.at.slice(0, 16);
    if (last && same) last.count += 1;
    else lines.push({ ...entry, count: 1 });
  }
  return lines;
}

function shown({ subject, action, at, person, changes, count }: Line, zone: string) {
  const words = (subject === "network-member" ? ofMember : ofNetwork)[action] ?? (() => m.networks_history_updated());
  return {
    kind: "change" as const,
    title: count > 1 ? `${words()} (${count})` : words(),
    note: (
      <>
        {asSentence(formatInstant(at, zone, getLocale()))} · {person ?? m.networks_history_system()}
        {changes.map(({ field, before, after }) => (
          <span key={field}>
            <br />
            {fieldNames[field]?.() ?? field}:
            <CellChange
              before={before}
              after={after || m.common_empty_cell()}
              beforeLabel={m.plan_before()}
              afterLabel={m.plan_after()}
            />
          </span>
        ))}
      </>
    ),
  };
}
