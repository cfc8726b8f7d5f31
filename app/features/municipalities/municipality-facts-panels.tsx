import { addDays } from "~/domain/shared/days";
import type { LineageEntry, MunicipalityFactsView } from "~/features/municipalities/municipality-facts.view.server";
import { NameList } from "~/features/municipalities/name-list";
import { standardWords } from "~/features/municipalities/standard-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";

/** `links` is false for somebody who may see no other page than this one. */
type Props = { view: MunicipalityFactsView; slug: string; links: boolean };

/** A number of people in groups of three: "14 512". */
export function peopleWords(population: number): string {
  const grouped = String(population).replace(/\B(?=(\d{3})+$)/g, getLocale() === "en" ? "," : "\u00a0");
  return grouped;
}

/** County, names, people, standard and time in the region; what is unknown is said. */
export function FactsPanel({
  view: { facts },
  municipality,
  mayEdit,
  slug,
}: Omit<Props, "links"> & {
  municipality: { number: string; nameSami: string | null; county: string };
  mayEdit: boolean;
}) {
  const { population, populationYear, from, to } = facts;
  const people =
    population === null
      ? m.municipalities_unknown()
      : populationYear === null
        ? peopleWords(population)
        : m.municipalities_population_in({ population: peopleWords(population), year: populationYear });
  const rows: [string, string][] = [
    [m.municipalities_number(), municipality.number],
    [m.municipalities_county(), municipality.county],
    ...(municipality.nameSami ? [[m.municipalities_name_sami(), municipality.nameSami] as [string, string]] : []),
    [m.municipalities_population(), people],
    [m.municipalities_standard(), standardWords(facts.writtenStandard)],
    [m.municipalities_in_region_from(), from ? describeDay(from) : m.municipalities_unknown()],
    ...(to ? [[m.municipalities_in_region_to(), describeDay(addDays(to, -1))] as [string, string]] : []),
  ];
  return (
    <Panel
      title={m.municipalities_facts()}
      {...(mayEdit && { link: { label: m.common_edit(), to: paths.editMunicipality(slug, municipality.number) } })}
    >
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

/** The areas and circles it is in. */
export function AreasPanel({ view: { areas }, slug, links }: Props) {
  return (
    <Panel title={m.areas_title()}>
      {areas.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.areas_municipality_in_none()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {areas.map(({ id, name, kind }) => (
            <Row
              key={id}
              icon="pin"
              title={name}
              {...(links && { to: paths.area(slug, id) })}
              note={kindWords[kind]()}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

export const kindWords = { area: () => m.areas_kind_area(), circle: () => m.areas_kind_circle() };

/** The networks it is a member of. */
export function NetworksPanel({ view: { networks }, slug, links }: Props) {
  if (networks.length === 0) return null;
  return (
    <Panel title={m.municipalities_networks()} count={networks.length}>
      <Rows>
        {networks.map(({ id, name, since }) => (
          <Row
            key={id}
            icon="network"
            title={name}
            {...(links && { to: paths.network(slug, id) })}
            note={m.municipalities_since({ date: describeDay(since) })}
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** Its numbers and names, and what it came of and became, with days. */
export function LineagePanel({ view: { lineage }, slug, links }: Props) {
  return (
    <Panel
      title={m.municipalities_lineage()}
      {...(links && { link: { label: m.municipalities_register_link(), to: paths.register(slug) } })}
    >
      <PanelBody>
        <Timeline
          groups={[{ entries: lineage.map((entry) => ({ kind: "change", ...told(entry, links ? slug : null) })) }]}
        />
      </PanelBody>
    </Panel>
  );
}

function told(entry: LineageEntry, slug: string | null) {
  if (entry.kind === "version") {
    const { number, name, nameSami, county, day, to } = entry;
    return { title: [`${number} ${name}`, nameSami, county].filter(Boolean).join(" · "), note: spanWords(day, to) };
  }
  const note = describeDay(entry.day);
  if (entry.kind === "ended") return { title: m.municipalities_ended_unknown(), note };
  if (entry.kind === "became") {
    const title = (
      <>
        {entry.to.length === 1 ? m.municipalities_went_into() : m.municipalities_divided_between()}{" "}
        <NameList slug={slug} names={entry.to} />
      </>
    );
    const now = entry.now.length > 0 && (
      <>
        {" · "}
        {m.municipalities_today()} <NameList slug={slug} names={entry.now} />
      </>
    );
    return {
      title,
      note: (
        <>
          {note}
          {now}
        </>
      ),
    };
  }
  const { merged, parts } = entry;
  return {
    title: (
      <>
        {merged.length > 0 && (
          <>
            {m.municipalities_made_of()} <NameList slug={slug} names={merged} />
          </>
        )}
        {parts.length > 0 && (
          <>
            {merged.length > 0 ? ` ${m.municipalities_and_part_of()} ` : `${m.municipalities_made_of_part()} `}
            <NameList slug={slug} names={parts} />
          </>
        )}
      </>
    ),
    note,
  };
}

function spanWords(from: string | null, to: string | null): string {
  const until = to && describeDay(addDays(to, -1));
  if (from === null) return until ? m.municipalities_until_and({ date: until }) : m.municipalities_all_along();
  if (until === null) return m.municipalities_from({ date: describeDay(from) });
  return m.municipalities_from_until({ from: describeDay(from), to: until });
}
