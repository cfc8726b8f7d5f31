import { isDay } from "~/domain/shared/days";
import { didWords, whoWords } from "~/features/audit/audit-words";
import type { History } from "~/features/municipalities/history.view.server";
import { kindWords } from "~/features/municipalities/municipality-facts-panels";
import { standardWords } from "~/features/municipalities/standard-words";
import { describeDay } from "~/features/timing/day-words";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Panel, PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import { CellChange } from "~/ui/verdicts";

const fields: Record<string, () => string> = {
  writtenStandard: () => m.municipalities_standard(),
  population: () => m.municipalities_population(),
  populationYear: () => m.municipalities_population_year(),
  validFrom: () => m.municipalities_in_region_from(),
  validTo: () => m.municipalities_out_from(),
  name: () => m.areas_name(),
  kind: () => m.areas_kind(),
  description: () => m.areas_description(),
  counties: () => m.areas_counties(),
  municipalities: () => m.areas_municipalities(),
};

/** What somebody has changed, the newest first, with what stood there before. */
export function HistoryPanel({ history, zone }: { history: History; zone: string }) {
  if (history.length === 0) return null;
  return (
    <Panel title={m.municipalities_history()}>
      <PanelBody>
        <Timeline groups={[{ entries: history.map((event) => entry(event, zone)) }]} />
      </PanelBody>
    </Panel>
  );
}

function entry(event: History[number], zone: string) {
  return {
    kind: "change" as const,
    title: didWords(event),
    note: (
      <>
        {asSentence(formatInstant(event.at, zone, getLocale()))} · {whoWords(event)}
        {event.changes.map(({ field, before, after }) => (
          <span key={field}>
            <br />
            {fields[field]?.() ?? field}:{" "}
            <CellChange
              before={before.map((value) => words(field, value)).join(", ")}
              after={after.map((value) => words(field, value)).join(", ") || m.common_empty_cell()}
              beforeLabel={m.audit_before()}
              afterLabel={m.audit_after()}
            />
          </span>
        ))}
      </>
    ),
  };
}

function words(field: string, value: string): string {
  if (field === "writtenStandard" && (value === "bokmal" || value === "nynorsk" || value === "neutral"))
    return standardWords(value);
  if (field === "kind" && (value === "area" || value === "circle")) return kindWords[value]();
  return isDay(value) ? describeDay(value) : value;
}
