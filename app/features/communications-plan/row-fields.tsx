import { useRef } from "react";
import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import { cellNames } from "~/features/communications-plan/plan-words";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { m } from "~/i18n/messages/messages";
import { CheckboxGroup } from "~/ui/choices";
import { Select, TextArea } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Menu, MenuText } from "~/ui/menu";
import { Note } from "~/ui/note";

type CellName = keyof typeof cellNames;
type FieldName = CellName | "channelId" | "audienceId" | "notes" | "areaIds";

/** What every form of a row says of its fields; the forms differ in where they put them. `prefix` is that of their ids. */
export function rowFields(row: RowToEdit, refused: RefusedRow | undefined, prefix = "") {
  /** A form on a page of its own has room to say what may be left out. */
  const alone = prefix === "";
  const typed = (name: CellName | "channelId" | "audienceId" | "notes") =>
    refused?.values[name] ?? row.cells[name] ?? "";
  const field = (name: FieldName, label: string) => ({
    ...{ name, label, id: prefix + name },
    error: refused?.errors[name] ?? null,
  });
  const cell = (name: CellName) => ({ ...field(name, cellNames[name]()), defaultValue: typed(name) });
  const text = (name: CellName, rows: number) => <TextArea {...cell(name)} rows={rows} dir="auto" optional={alone} />;
  return {
    cell,
    theme: text("theme", 3),
    goal: text("goal", 3),
    responsible: <ResponsibleField row={row} {...cell("responsible")} optional={alone} />,
    audience: text("audience", alone ? 2 : 3),
    /** Where the region has a list of its own to choose from. */
    channelId: row.channels.length > 0 && (
      <Select
        {...field("channelId", m.plan_list_channel())}
        defaultValue={typed("channelId")}
        placeholder={row.cells.channel ? m.plan_list_by_words_as({ name: row.readChannel }) : m.plan_list_by_words()}
        options={row.channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
    ),
    audienceId: row.audiences.length > 0 && (
      <Select
        {...field("audienceId", m.plan_list_audience())}
        defaultValue={typed("audienceId")}
        placeholder={m.plan_list_by_words()}
        options={row.audiences.map(({ id, name }) => ({ value: id, label: name }))}
      />
    ),
    notes: (
      <TextArea
        {...field("notes", m.plan_notes())}
        defaultValue={typed("notes")}
        rows={2}
        dir="auto"
        optional={alone}
      />
    ),
    areas: row.areas.length > 0 && (
      <CheckboxGroup
        name="areaIds[]"
        legend={m.plan_areas()}
        hint={m.plan_areas_hint()}
        error={refused?.errors.areaIds ?? null}
        optional
        options={row.areas.map(({ id, number, name }) => ({
          value: id,
          label: `${number} ${name}`,
          ...(row.chosenAreaIds.length === 0 && row.readAreaIds.includes(id) && { hint: m.plan_areas_read() }),
        }))}
        defaultValues={refused?.areaIds ?? row.chosenAreaIds}
      />
    ),
  };
}

/** Those responsible in words, and who of the region can be put behind them. */
function ResponsibleField({ row: { people }, ...field }: { row: RowToEdit } & Parameters<typeof TextArea>[0]) {
  const box = useRef<HTMLDivElement>(null);
  const add = (words: string) => {
    const cell = box.current?.querySelector("textarea");
    if (!cell) return;
    const before = cell.value.replace(/[\s,;]+$/, "");
    cell.value = before === "" ? words : `${before}, ${words}`;
    box.current?.querySelector("details")?.removeAttribute("open");
    cell.focus();
  };
  const choices = (title: string, list: { words: string; name: string }[]) =>
    list.length > 0 && (
      <>
        <MenuText>
          <small>{title}</small>
        </MenuText>
        {list.map(({ words, name }) => (
          <button key={name} type="button" className="sv-menu__a" onClick={() => add(words)}>
            <span>
              {words}
              {words !== name && <small className="sv-quiet"> {name}</small>}
            </span>
          </button>
        ))}
      </>
    );
  return (
    <div ref={box} className="sv-addto">
      <TextArea rows={3} dir="auto" {...field} />
      {people.actors.length + people.groups.length > 0 && (
        <Menu
          className="sv-addto__add"
          label={
            <>
              <Icon name="plus" size={16} />
              <span>{m.plan_people_add()}</span>
            </>
          }
        >
          {choices(m.plan_people_actors(), people.actors)}
          {choices(
            m.plan_people_groups(),
            people.groups.map((name) => ({ words: name, name })),
          )}
        </Menu>
      )}
    </div>
  );
}

/** Over a form that was refused: that the plan is closed, or what stands where another was first. */
export function RowRefusal({ row, refused }: { row: RowToEdit; refused: RefusedRow | undefined }) {
  if (refused?.closed)
    return (
      <Note tone="danger" title={m.plan_row_closed()} live>
        {m.plan_row_closed_why()}
      </Note>
    );
  if (!refused?.now) return null;
  return (
    <Note tone="warning" title={m.common_changed_meanwhile()} live>
      <dl className="sv-stands">
        {differences(row, refused, refused.now).map(({ name, words }) => (
          <div key={name}>
            <dt className="sv-small">{m.plan_stands_now({ cell: name })}</dt>
            <dd dir="auto" className="sv-lines">
              {words || m.common_empty_cell()}
            </dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}

function differences(
  row: RowToEdit,
  { values, areaIds }: RefusedRow,
  { cells, areaIds: areasNow }: NonNullable<RefusedRow["now"]>,
): { name: string; words: string }[] {
  const lines = (words: string) => words.replace(/\r\n?/g, "\n").trim();
  const differs = (name: keyof typeof cells) => lines(values[name] ?? cells[name] ?? "") !== (cells[name] ?? "");
  const nameIn = (list: { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? m.plan_list_by_words();
  const texts = (Object.keys(cellNames) as CellName[]).map((key) => ({
    key,
    name: cellNames[key](),
    words: cells[key],
  }));
  const chosen = [
    { key: "channelId" as const, name: m.plan_list_channel(), words: nameIn(row.channels, cells.channelId) },
    { key: "audienceId" as const, name: m.plan_list_audience(), words: nameIn(row.audiences, cells.audienceId) },
    { key: "notes" as const, name: m.plan_notes(), words: cells.notes },
  ];
  const areas = row.areas.filter(({ id }) => areasNow.includes(id)).map(({ number, name }) => `${number} ${name}`);
  return [
    ...[...texts, ...chosen].filter(({ key }) => differs(key)),
    ...([...areaIds].sort().join() === [...areasNow].sort().join()
      ? []
      : [{ name: m.plan_areas(), words: areas.join(", ") || m.plan_areas_read() }]),
  ];
}

/** The problems of a refused form, each at the id of its field. */
export function rowProblems(refused: RefusedRow | undefined, prefix = "") {
  return Object.entries(refused?.errors ?? {}).map(([name, message]) => ({
    field: name === "areaIds" ? "areaIds[]" : prefix + name,
    message,
  }));
}
