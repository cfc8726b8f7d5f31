import { Link } from "@remix-run/react";
import type { AreaDetail } from "~/features/municipalities/areas.view.server";
import { HistoryPanel } from "~/features/municipalities/history-panel";
import { peopleWords } from "~/features/municipalities/municipality-facts-panels";
import { NameList } from "~/features/municipalities/name-list";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { TileMap } from "~/ui/tile-map";

type Member = AreaDetail["municipalities"][number];

/** The municipalities of an area or circle, its people, its map and the audiences made of it. */
export function AreaPage({ area, slug, zone }: { area: AreaDetail; slug: string; zone: string }) {
  const { municipalities, tiles, audiences, counties } = area;
  return (
    <Columns
      main={
        <>
          <Panel title={m.areas_municipalities()} count={municipalities.length}>
            {municipalities.length === 0 ? (
              <EmptyState icon="pin" title={m.areas_no_municipalities()} />
            ) : (
              <DataTable
                caption={m.areas_municipalities()}
                columns={columns(slug)}
                rows={municipalities}
                rowKey={({ id }) => id}
              />
            )}
          </Panel>
          <HistoryPanel history={area.history} zone={zone} />
        </>
      }
      side={
        <>
          <FactsOfArea area={area} />
          {tiles.length > 1 && (
            <Panel title={m.areas_map()} count={m.municipalities_of({ n: area.covered, total: area.members })}>
              <PanelBody>
                <TileMap
                  label={m.areas_map()}
                  tiles={tiles.map(({ number, ...tile }) => ({ ...tile, to: paths.municipality(slug, number) }))}
                  stateWords={{
                    has: m.municipalities_has(),
                    handover: m.municipalities_handover(),
                    vacant: m.municipalities_vacant(),
                  }}
                />
              </PanelBody>
            </Panel>
          )}
          {counties.length > 0 && (
            <Panel title={m.areas_counties()} count={counties.length}>
              <Rows>
                {counties.map((county) => (
                  <Row key={county} icon="buildings" title={county} />
                ))}
              </Rows>
            </Panel>
          )}
          {audiences.length > 0 && (
            <Panel title={m.areas_audiences()} count={audiences.length}>
              <Rows>
                {audiences.map(({ id, name }) => (
                  <Row key={id} icon="person-group" title={name} to={paths.audience(slug, id)} />
                ))}
              </Rows>
            </Panel>
          )}
        </>
      }
    />
  );
}

function FactsOfArea({ area }: { area: AreaDetail }) {
  const { standing, guests, members, covered, unknownPopulations, population } = area;
  const people =
    unknownPopulations === 0
      ? peopleWords(population)
      : m.areas_population_unknown({ n: unknownPopulations, total: standing });
  const rows: [string, string][] = [
    [m.areas_of_region(), String(members)],
    [m.areas_guests_title(), String(guests)],
    [m.areas_with_contact(), m.municipalities_of({ n: covered, total: members })],
    [m.municipalities_population(), standing === 0 ? m.municipalities_unknown() : people],
  ];
  return (
    <Panel title={m.municipalities_facts()}>
      <PanelBody>
        <dl className="sv-terms">
          {rows.map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}

const columns = (slug: string): Column<Member>[] => [
  {
    id: "name",
    head: m.municipalities_municipality(),
    rowHeader: true,
    onSmall: "full",
    cell: ({ number, name, nameSami, hasPage }) => (
      <>
        {hasPage ? <Link to={paths.municipality(slug, number)}>{name}</Link> : name}
        <small className="sv-quiet sv-num">{[number, nameSami].filter(Boolean).join(" · ")}</small>
      </>
    ),
  },
  {
    id: "standing",
    head: m.areas_belongs(),
    onSmall: "full",
    cell: ({ stands, member, became, county }) =>
      stands ? (
        member ? (
          m.areas_own_municipality()
        ) : (
          <Tag>{m.areas_guest_from({ county })}</Tag>
        )
      ) : (
        <>
          {m.areas_is_no_more()}
          <small>
            {became.length === 0 ? (
              m.municipalities_ended_unknown()
            ) : (
              <>
                {became.length === 1 ? m.municipalities_went_into() : m.municipalities_divided_between()}{" "}
                <NameList slug={slug} names={became} />
              </>
            )}
          </small>
        </>
      ),
  },
  {
    id: "contact",
    head: m.municipalities_contact_person(),
    onSmall: "full",
    cell: ({ member, contact }) =>
      contact ? (
        contact.name
      ) : member ? (
        <StateWords state="failed">{m.municipalities_vacant()}</StateWords>
      ) : (
        <Empty label={m.common_empty_cell()} />
      ),
  },
];
