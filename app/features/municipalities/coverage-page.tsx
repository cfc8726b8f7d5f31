import { Link } from "@remix-run/react";
import { AlarmNotes } from "~/features/municipalities/alarm-notes";
import type { Coverage } from "~/features/municipalities/municipalities.view.server";
import { standardWords } from "~/features/municipalities/standard-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { FilterBar } from "~/ui/filter-bar";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { type Column, DataTable } from "~/ui/table";
import { TileMap } from "~/ui/tile-map";

type Row = Coverage["rows"][number];
type Props = { view: Coverage; slug: string; mayAssign: boolean };

/** The coverage of a region: the list, the map beside it, and every alarm in words with its cure. */
export function CoveragePage({ view, slug, mayAssign }: Props) {
  return (
    <div className="sv-stack">
      {view.areas.length > 0 && (
        <FilterBar
          label={m.municipalities_filter()}
          filters={[
            {
              name: "area",
              label: m.municipalities_filter_area(),
              options: view.areas.map(({ id, name }) => ({ value: id, label: name })),
              selected: view.area ? [view.area] : [],
              one: true,
            },
          ]}
          submitLabel={m.common_show()}
          {...(view.area && { resetTo: paths.municipalities(slug) })}
        />
      )}
      <Alarms view={view} slug={slug} mayAssign={mayAssign} />
      <Columns
        main={
          <>
            <div className="sv-panel">
              <DataTable
                caption={m.municipalities_list()}
                columns={columns(slug, mayAssign)}
                rows={view.rows}
                rowKey={({ number }) => number}
                mark={({ alarm }) => (alarm === "silent" ? "warning" : alarm ? "danger" : undefined)}
              />
            </div>
            {view.next && (
              <ShowMore
                to={`${paths.municipalities(slug)}?${nextPage(view.next, view.area)}`}
                label={m.common_next_50()}
              />
            )}
          </>
        }
        side={
          <Panel title={m.municipalities_map()} count={m.municipalities_of({ n: view.covered, total: view.total })}>
            <PanelBody>
              <TileMap
                label={m.municipalities_map()}
                tiles={view.tiles.map(({ number, ...tile }) => ({ ...tile, to: paths.municipality(slug, number) }))}
                stateWords={{
                  has: m.municipalities_has(),
                  handover: m.municipalities_handover(),
                  vacant: m.municipalities_vacant(),
                }}
              />
            </PanelBody>
          </Panel>
        }
      />
    </div>
  );
}

function nextPage(after: string, area: string | null): string {
  return new URLSearchParams({ after, ...(area && { area }) }).toString();
}

/** How many alarms stand in words over the list; the rest are marked in it. */
const namedAlarms = 3;

function Alarms({ view: { alarms }, slug, mayAssign }: Props) {
  if (alarms.length === 0) return null;
  const more = alarms.length - namedAlarms;
  return (
    <div className="sv-stack">
      <AlarmNotes alarms={alarms.slice(0, namedAlarms)} slug={slug} assign={mayAssign} />
      {more > 0 && <p className="sv-quiet">{m.municipalities_more_alarms({ n: more })}</p>}
    </div>
  );
}

function columns(slug: string, mayAssign: boolean): Column<Row>[] {
  return [
    {
      id: "name",
      head: m.municipalities_municipality(),
      rowHeader: true,
      onSmall: "full",
      cell: ({ number, name, nameSami }) => (
        <>
          <Link to={paths.municipality(slug, number)}>{name}</Link>
          <small className="sv-quiet sv-num">
            {number}
            {nameSami && ` · ${nameSami}`}
          </small>
        </>
      ),
    },
    {
      id: "contact",
      head: m.municipalities_contact_person(),
      onSmall: "full",
      cell: ({ contact, vacantSince, alarm }) =>
        contact ? (
          <>
            {contact.name}
            <small>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </small>
            {alarm && (
              <StateWords state={alarm === "silent" ? "needs-person" : "failed"}>
                {alarm === "silent" ? m.municipalities_row_silent() : m.municipalities_row_held()}
              </StateWords>
            )}
            {contact.until && <small>{m.municipalities_until({ date: describeDay(contact.until) })}</small>}
          </>
        ) : (
          <StateWords
            state="failed"
            note={vacantSince && m.municipalities_vacant_since({ date: describeDay(vacantSince) })}
          >
            {m.municipalities_vacant()}
          </StateWords>
        ),
    },
    {
      id: "standard",
      head: m.municipalities_standard(),
      quiet: true,
      onSmall: "label",
      cell: ({ writtenStandard }) => standardWords(writtenStandard),
    },
    ...(mayAssign
      ? [
          {
            id: "action",
            head: m.municipalities_action(),
            headSpoken: true,
            align: "right",
            cell: ({ state, number, name }: Row) =>
              state === "vacant" && (
                <LinkButton to={paths.municipality(slug, number)} variant="secondary" small>
                  {m.municipalities_name_new()}
                  <span className="ds-sr-only"> {name}</span>
                </LinkButton>
              ),
          } satisfies Column<Row>,
        ]
      : []),
  ];
}
