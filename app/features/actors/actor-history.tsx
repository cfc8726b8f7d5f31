import { isDay } from "~/domain/shared/days";
import type { ActorHistory } from "~/features/actors/actor.view.server";
import { kindNames, tierNames } from "~/features/actors/actor-words";
import { didWords, fieldWords, whoWords } from "~/features/audit/audit-words";
import { asSentence, formatDate, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { CellChange } from "~/ui/verdicts";

type Line = ActorHistory[number];

/** What has happened to an actor and to what is its own, newest first. */
export function ActorHistoryPanel({ lines, zone }: { lines: ActorHistory; zone: string }) {
  return (
    <Panel title={m.actors_history()}>
      {lines.length === 0 ? (
        <EmptyState icon="clock" title={m.actors_no_history()} />
      ) : (
        <PanelBody>
          <Timeline groups={[{ entries: lines.map((line) => entry(line, zone)) }]} />
        </PanelBody>
      )}
    </Panel>
  );
}

function entry(line: Line, zone: string) {
  const did = didWords(line);
  return {
    kind: "change" as const,
    title: line.about ? `${did}: ${line.about}` : did,
    note: (
      <>
        {asSentence(formatInstant(line.at, zone, getLocale()))} · {whoWords(line)}
        {line.changes.map(({ field, before, after }) => (
          <span key={field}>
            <br />
            {fieldName(field)}:
            <CellChange
              before={valueWords(field, before)}
              after={valueWords(field, after) || m.common_empty_cell()}
              beforeLabel={m.actors_before()}
              afterLabel={m.actors_after()}
            />
          </span>
        ))}
      </>
    ),
  };
}

const names: Record<string, () => string> = {
  shortName: () => m.actors_short_name(),
  tier: () => m.actors_tier(),
  web: () => m.actors_web(),
  parentId: () => m.actors_parent(),
  role: () => m.actors_role(),
  responsibility: () => m.actors_responsibility(),
  part: () => m.actors_uses_matrix(),
};

const fieldName = (field: string) => names[field]?.() ?? fieldWords(field);

function valueWords(field: string, value: string): string {
  if (field === "kind") return kindNames[value as keyof typeof kindNames]?.() ?? value;
  if (field === "tier") return tierNames[value as keyof typeof tierNames]?.() ?? value;
  return isDay(value) ? formatDate(value, getLocale()) : value;
}
