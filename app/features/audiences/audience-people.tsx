import { Link } from "@remix-run/react";
import type { AudienceMember, AudienceView, ShownPart } from "~/features/audiences/audience.view.server";
import { heldWords, optedOutWords, partWords, standardWords } from "~/features/audiences/audience-names";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Props = { parts: ShownPart[] };

const through = (partIds: readonly string[], parts: ShownPart[]) =>
  partIds.flatMap((id) => parts.find((part) => part.id === id) ?? []).map(partWords);

/** Those an audience reaches: who, for which municipality, in which language, through what. */
export function AudiencePeople({ people, parts }: Props & { people: AudienceMember[] }) {
  return (
    <DataTable
      caption={m.audiences_reached()}
      rows={people}
      rowKey={({ personId, partIds }) => personId ?? `address ${partIds.join()}`}
      columns={[
        {
          id: "name",
          head: m.audiences_person(),
          rowHeader: true,
          onSmall: "full",
          cell: ({ name, email }) => (
            <>
              {name}
              <div className="sv-quiet sv-small">{email}</div>
            </>
          ),
        },
        {
          id: "municipality",
          head: m.audiences_municipality(),
          onSmall: "label",
          cell: ({ municipalityName }) => municipalityName ?? <Empty label={m.common_empty_cell()} />,
        },
        {
          id: "language",
          head: m.audiences_language(),
          onSmall: "label",
          quiet: true,
          cell: ({ writtenStandard }) => standardWords(writtenStandard),
        },
        ...(parts.length > 1
          ? [
              {
                id: "through",
                head: m.audiences_through(),
                onSmall: "label" as const,
                quiet: true as const,
                cell: ({ partIds }: AudienceMember) => sentence(through(partIds, parts)),
              },
            ]
          : []),
      ]}
    />
  );
}

const sentence = (all: string[]) => {
  const words = all.join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Those a rule names who are not reached: held addresses, those who have opted out, municipalities without anybody. */
export function NotReached({ view, slug }: { view: Pick<AudienceView, "held" | "optedOut" | "vacant">; slug: string }) {
  const { held, optedOut } = view;
  const vacant = view.vacant.filter(({ guest }) => !guest);
  const guests = view.vacant.filter(({ guest }) => guest);
  return (
    <>
      {held.length > 0 && (
        <Panel title={m.audiences_held()} count={held.length}>
          <Rows>
            {held.map((each) => (
              <Row
                key={each.personId}
                icon="warning"
                title={each.name}
                note={[each.municipalityName, heldWords(each.held)].filter(Boolean).join(" · ")}
              />
            ))}
          </Rows>
        </Panel>
      )}
      {optedOut.length > 0 && (
        <Panel title={m.audiences_opted_out()} count={optedOut.length} foot={m.audiences_opted_out_why()}>
          <Rows>
            {optedOut.map((each) => (
              <Row
                key={each.personId}
                title={each.name}
                note={[each.municipalityName, optedOutWords(each.optedOut)].filter(Boolean).join(" · ")}
              />
            ))}
          </Rows>
        </Panel>
      )}
      {vacant.length > 0 && (
        <Panel title={m.audiences_vacant()} count={vacant.length}>
          <ul className="sv-panel__body sv-plain">
            {vacant.map(({ municipalityId, number, name }) => (
              <li key={municipalityId}>
                <Link to={paths.municipality(slug, number)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {guests.length > 0 && (
        <Panel title={m.audiences_guests()} count={guests.length} foot={m.audiences_guests_why()}>
          <PanelBody>
            <p>{guests.map(({ name }) => name).join(", ")}</p>
          </PanelBody>
        </Panel>
      )}
    </>
  );
}
