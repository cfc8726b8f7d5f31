import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "./button";
import type { Option } from "./fields";
import { Icon } from "./icon";
import { Menu } from "./menu";

export type Filter = { name: string; label: string; options: Option[]; selected: string[]; one?: boolean };

/**
 * Search and filters as one GET form: the state is in the address. A set filter shows its values. `hidden` carries what
 * else the address must keep; `resetTo` is given when something is set.
 */
export function FilterBar({
  label,
  search,
  filters = [],
  submitLabel,
  resetTo,
  hidden = {},
  children,
}: {
  label: string;
  search?: { name: string; label: string; defaultValue?: string };
  filters?: Filter[];
  /** On the button in each list of values: "Vis". */
  submitLabel: string;
  resetTo?: string;
  hidden?: Record<string, string>;
  /** To the right: how it is grouped. */
  children?: ReactNode;
}) {
  return (
    <Form className="sv-filters" method="get" role="search" aria-label={label} preventScrollReset>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && <SearchField {...search} />}
      {filters.map((filter) => (
        <FilterMenu key={filter.name} filter={filter} submitLabel={submitLabel} />
      ))}
      {resetTo && (
        <Link className="sv-filter__reset" to={resetTo}>
          {m.ui_reset()}
        </Link>
      )}
      {children && <div className="sv-filters__end">{children}</div>}
    </Form>
  );
}

function SearchField({ name, label, defaultValue }: { name: string; label: string; defaultValue?: string }) {
  return (
    <div className="sv-find">
      <button type="submit" title={label}>
        <Icon name="search" size={18} />
        <span className="ds-sr-only">{label}</span>
      </button>
      <input
        className="ds-input"
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        defaultValue={defaultValue}
      />
    </div>
  );
}

function FilterMenu({ filter, submitLabel }: { filter: Filter; submitLabel: string }) {
  const { name, label, options, selected, one } = filter;
  const chosen = options.filter(({ value }) => selected.includes(value)).map((option) => option.label);
  const words = chosen.length > 2 ? `${chosen.slice(0, 2).join(", ")} +${chosen.length - 2}` : chosen.join(", ");
  return (
    <Menu
      className={chosen.length > 0 ? "sv-filter sv-filter--on" : "sv-filter"}
      label={
        <>
          <span>{words ? `${label}: ${words}` : label}</span>
          <Icon name="chevron-down" size={14} />
        </>
      }
    >
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
      <Button small>{submitLabel}</Button>
    </Menu>
  );
}
