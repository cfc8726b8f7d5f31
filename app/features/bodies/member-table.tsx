import { Link } from "@remix-run/react";
import { seatName } from "~/domain/bodies/seats";
import type { MemberFacts } from "~/features/bodies/body-members.db.server";
import { partNames, spanWords } from "~/features/bodies/body-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { type Column, DataTable, Empty } from "~/ui/table";

type Props = {
  slug: string;
  bodyId: string;
  caption: string;
  members: MemberFacts[];
  /** The deputies of each member, by the member's id. */
  deputies: Record<string, MemberFacts[]>;
  mayEdit: boolean;
};

/** Those who sit in a body: who, for whom, as what, who may meet instead, and for how long. */
export function MemberTable({ slug, bodyId, caption, members, deputies, mayEdit }: Props) {
  const columns: Column<MemberFacts>[] = [
    {
      id: "name",
      head: m.bodies_member(),
      rowHeader: true,
      onSmall: "full",
      cell: (seat) => <SeatCell seat={seat} slug={slug} />,
    },
    { id: "part", head: m.bodies_part(), onSmall: "label", cell: (seat) => <Part seat={seat} /> },
    {
      id: "deputies",
      head: m.bodies_deputies(),
      width: 180,
      onSmall: "label",
      cell: ({ id }) => {
        const own = deputies[id] ?? [];
        if (own.length === 0) return <Empty label={m.common_empty_cell()} />;
        return (
          <ul className="sv-plain">
            {own.map((each) => (
              <DeputyItem key={each.id} {...{ each, slug, bodyId, mayEdit }} />
            ))}
          </ul>
        );
      },
    },
  ];
  if (mayEdit)
    columns.push({
      id: "action",
      head: m.common_change(),
      headSpoken: true,
      align: "right",
      width: 90,
      onSmall: "full",
      cell: (seat) => (
        <LinkButton to={paths.bodyMember(slug, bodyId, seat.id)} variant="tertiary" small>
          {m.common_change()}
          <span className="ds-sr-only"> {seatName(seat.name, seat.represents)}</span>
        </LinkButton>
      ),
    });
  return <DataTable caption={caption} rows={members} rowKey={({ id }) => id} columns={columns} />;
}

function SeatCell({ seat, slug }: { seat: MemberFacts; slug: string }) {
  const { municipality, actor, person, office } = seat;
  const place = municipality
    ? { to: paths.municipality(slug, municipality.number), name: municipality.name }
    : actor && { to: paths.actor(slug, actor.id), name: actor.name };
  return (
    <>
      {seat.name}
      {person && office && <div className="sv-quiet sv-small">{office}</div>}
      {place && (
        <div className="sv-small">
          <Link to={place.to}>{place.name}</Link>
        </div>
      )}
      {person?.email && <div className="sv-quiet sv-small">{person.email}</div>}
    </>
  );
}

function Part({ seat: { part, votes, span } }: { seat: MemberFacts }) {
  const silent = !votes && part !== "secretary" && part !== "observer";
  return (
    <>
      {partNames[part]()}
      {silent && <div className="sv-quiet sv-small">{m.bodies_no_vote()}</div>}
      {spanWords(span) && <div className="sv-quiet sv-small">{spanWords(span)}</div>}
    </>
  );
}

function DeputyItem({
  each,
  slug,
  bodyId,
  mayEdit,
}: {
  each: MemberFacts;
  slug: string;
  bodyId: string;
  mayEdit: boolean;
}) {
  const name = seatName(each.name, each.represents);
  return <li>{mayEdit ? <Link to={paths.bodyMember(slug, bodyId, each.id)}>{name}</Link> : name}</li>;
}
