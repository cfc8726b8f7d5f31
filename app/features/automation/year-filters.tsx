import { plannedKindWords } from "~/features/automation/planned-words";
import { ruleKindWords } from "~/features/automation/rule-words";
import type { YearView } from "~/features/automation/year.view.server";
import { filterParams, type Waits, waits, type YearQuery, yearFrom } from "~/features/automation/year-query";
import { periodTitle } from "~/features/communications-plan/period-title";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { DateInput } from "~/ui/fields";
import { FigureStrip } from "~/ui/figures";
import { FilterBar } from "~/ui/filter-bar";
import { Icon } from "~/ui/icon";
import { Menu } from "~/ui/menu";
import { Segments } from "~/ui/tabs";

type Props = { view: YearView; query: YearQuery; slug: string };

/** The address of a period with these filters. */
function addressOf(slug: string, period: { from: string; to: string }, filters: [string, string][]): string {
  return `${paths.automationYear(slug)}?${new URLSearchParams([["from", period.from], ["to", period.to], ...filters])}`;
}

/** How much is planned, what waits and where it clashes, each a link to those lines. */
export function YearFigures({ view, query, slug }: Props) {
  const { counts, clashes } = view;
  if (counts.all === 0) return null;
  const to = (filters: [string, string][]) => addressOf(slug, query, filters);
  return (
    <FigureStrip
      label={m.automation_figures()}
      figures={[
        { value: String(counts.all), words: m.automation_figure_all({ n: counts.all }), to: to([]) },
        {
          value: String(counts.approval),
          words: m.automation_figure_approval(),
          to: to([["waits", "approval"]]),
        },
        { value: String(counts.person), words: m.automation_figure_person(), to: to([["waits", "person"]]) },
        {
          value: String(clashes.length),
          words: m.automation_figure_clashes({ n: clashes.length }),
          to: `${to(filterParams(query))}#clashes`,
        },
      ]}
    />
  );
}

const waitsWords: Record<Waits, () => string> = {
  approval: () => m.automation_waits_approval(),
  person: () => m.automation_waits_person(),
  nobody: () => m.automation_waits_nobody(),
};

/** What is shown of the year, and which year; all of it in the address. */
export function YearFilters({ view, query, today, slug }: Props & { today: string }) {
  const set = filterParams(query);
  const ahead = yearFrom(today);
  const periods = [
    { ...ahead, label: m.automation_period_ahead() },
    ...view.plans.map((plan) => ({ ...plan, label: periodTitle(plan) })),
  ];
  return (
    <FilterBar
      label={m.automation_narrow()}
      submitLabel={m.common_show()}
      hidden={query.rule ? { rule: query.rule } : {}}
      {...(set.length > 0 && { resetTo: addressOf(slug, query, []) })}
      filters={[
        {
          name: "kind",
          label: m.automation_what(),
          options: view.kinds.map((kind) => ({ value: kind, label: plannedKindWords(kind) })),
          selected: query.kinds,
        },
        {
          name: "audience",
          label: m.automation_whom(),
          options: view.audiences.map((audience) => ({ value: audience, label: audience })),
          selected: query.audiences,
        },
        {
          name: "waits",
          label: m.automation_waits(),
          one: true,
          options: waits.map((value) => ({ value, label: waitsWords[value]() })),
          selected: query.waits ? [query.waits] : [],
        },
      ]}
    >
      {query.rule && (
        <span className="sv-quiet sv-small">{m.automation_only_rule({ rule: ruleKindWords(query.rule) })}</span>
      )}
      <Segments
        label={m.automation_period()}
        items={periods.map(({ from, to, label }) => ({
          to: addressOf(slug, { from, to }, set),
          label,
          current: from === query.from && to === query.to,
        }))}
      />
      <Menu
        className="sv-filter"
        align="end"
        label={
          <>
            <Icon name="calendar" size={16} />
            <span>{m.automation_period_other()}</span>
          </>
        }
      >
        <div className="sv-ahead__period">
          <DateInput name="from" label={m.automation_from()} defaultValue={query.from} key={query.from} />
          <DateInput name="to" label={m.automation_to()} defaultValue={query.to} key={query.to} />
          <Button small>{m.common_show()}</Button>
        </div>
      </Menu>
    </FilterBar>
  );
}
