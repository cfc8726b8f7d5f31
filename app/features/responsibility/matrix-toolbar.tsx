import { Form, Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { partCodes } from "~/domain/responsibility/parts";
import { periodTitle } from "~/features/communications-plan/period-title";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Icon, type IconName } from "~/ui/icon";
import { Menu } from "~/ui/menu";
import { Segments } from "~/ui/tabs";
import type { MatrixView } from "./matrix.view.server";
import { partLetter, partWord } from "./matrix-words";

/** Whether the reader has set something that hides rows. */
export function isFiltered({ filters }: MatrixView): boolean {
  return (
    filters.search !== "" ||
    filters.withoutAccountable ||
    filters.show !== "all" ||
    filters.channels.length + filters.areas.length > 0
  );
}

/** What is shown, as of when: a GET form, so that the address keeps it. To the right what the letters mean. */
export function MatrixToolbar({ view, slug, without }: { view: MatrixView; slug: string; without: number }) {
  const [params] = useSearchParams();
  const here = paths.responsibility(slug);
  const { filters, options } = view;
  const to = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(name);
    else next.set(name, value);
    const query = next.toString();
    return query ? `${here}?${query}` : here;
  };
  const shows = [
    { show: "all", label: m.responsibility_show_all() },
    { show: "tasks", label: m.responsibility_show_tasks() },
    { show: "plan", label: m.responsibility_show_plan() },
  ] as const;
  const set = isFiltered(view) || params.has("day") || params.has("period");
  return (
    <div className="sv-mxbar">
      <Form
        key={params.toString()}
        className="sv-filters"
        method="get"
        role="search"
        aria-label={m.responsibility_filter()}
        preventScrollReset
      >
        {filters.show !== "all" && <input type="hidden" name="show" value={filters.show} />}
        {filters.withoutAccountable && <input type="hidden" name="without" value="1" />}
        <Segments
          label={m.responsibility_show()}
          items={shows.map(({ show, label }) => ({
            to: to("show", show === "all" ? null : show),
            label,
            current: filters.show === show,
          }))}
        />
        <Choice
          icon="calendar"
          words={m.responsibility_as_of({ day: describeDay(view.asOf) })}
          on={view.asOf !== view.today}
        >
          <label className="sv-mxday">
            {m.responsibility_as_of_field()}
            <input className="ds-input" type="date" name="day" defaultValue={params.get("day") ?? ""} />
          </label>
        </Choice>
        {options.periods.length > 1 && (
          <Choices
            name="period"
            label={m.responsibility_period()}
            one
            options={options.periods.map((period) => ({ value: period.key, label: periodTitle(period) }))}
            selected={filters.period ? [filters.period] : []}
            on={params.has("period")}
          />
        )}
        <Choices
          name="area"
          label={m.responsibility_area()}
          options={options.priorityAreas.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          selected={filters.areas}
        />
        <Choices
          name="channel"
          label={m.responsibility_channel()}
          options={options.channels.map(({ key, name }) => ({ value: key, label: name }))}
          selected={filters.channels}
        />
        <Link
          className={filters.withoutAccountable ? "sv-filter sv-filter--on" : "sv-filter"}
          to={to("without", filters.withoutAccountable ? null : "1")}
          aria-current={filters.withoutAccountable ? "true" : undefined}
          preventScrollReset
        >
          <Icon name="warning" size={16} />
          <span>{m.responsibility_without({ n: without })}</span>
        </Link>
        <div className="sv-find">
          <button type="submit" title={m.responsibility_search()}>
            <Icon name="search" size={18} />
            <span className="ds-sr-only">{m.responsibility_search()}</span>
          </button>
          <input
            className="ds-input"
            type="search"
            name="q"
            aria-label={m.responsibility_search()}
            placeholder={m.responsibility_search()}
            defaultValue={filters.search}
          />
        </div>
        {set && (
          <Link className="sv-filter__reset" to={here}>
            {m.ui_reset()}
          </Link>
        )}
      </Form>
      <Legend />
    </div>
  );
}

function Choice({ icon, words, on, children }: { icon?: IconName; words: string; on: boolean; children: ReactNode }) {
  return (
    <Menu
      className={on ? "sv-filter sv-filter--on" : "sv-filter"}
      label={
        <>
          {icon && <Icon name={icon} size={16} />}
          <span>{words}</span>
          <Icon name="chevron-down" size={14} />
        </>
      }
    >
      {children}
      <div className="sv-mxshow">
        <Button small>{m.common_show()}</Button>
      </div>
    </Menu>
  );
}

function Choices({
  name,
  label,
  options,
  selected,
  one,
  on = selected.length > 0,
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  selected: readonly string[];
  one?: boolean;
  on?: boolean;
}) {
  if (options.length === 0) return null;
  const chosen = options.filter(({ value }) => selected.includes(value)).map((option) => option.label);
  const words = chosen.length > 1 ? `${chosen[0]} +${chosen.length - 1}` : (chosen[0] ?? "");
  return (
    <Choice words={words ? `${label}: ${words}` : label} on={on}>
      <fieldset className="sv-filter__list">
        <legend className="ds-sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.value} className="sv-check">
            <input
              type={one ? "radio" : "checkbox"}
              name={name}
              value={option.value}
              defaultChecked={selected.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </Choice>
  );
}

function Legend() {
  return (
    <ul className="sv-mxlegend" aria-label={m.responsibility_legend()}>
      {partCodes.map((part) => (
        <li key={part}>
          <PartMark code={part.toUpperCase()} />
          {partWord(part)}
        </li>
      ))}
      <li>
        <PartMark code="c" />
        {m.responsibility_legend_implied()}
      </li>
    </ul>
  );
}

/** A part's letter as the table shows it; its word stands beside. */
export function PartMark({ code }: { code: string }) {
  const part = partCodes.find((one) => one === code.toLowerCase());
  return (
    <span className="sv-part" data-part={code} aria-hidden="true">
      <b>{part ? partLetter(part) : "–"}</b>
    </span>
  );
}
