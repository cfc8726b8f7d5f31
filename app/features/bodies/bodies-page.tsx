import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { seatName } from "~/domain/bodies/seats";
import type { BodiesView } from "~/features/bodies/bodies.view.server";
import { kindNames, meetingWords, spanWords } from "~/features/bodies/body-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { Tabs } from "~/ui/tabs";

/** The pages about all bodies: their meetings, and their members. */
export function BodiesTabs({
  slug,
  current,
  year,
}: {
  slug: string;
  current: "bodies" | "members" | "plan";
  year: number;
}) {
  return (
    <Tabs
      label={m.bodies_title()}
      tabs={[
        { to: paths.bodies(slug), label: m.bodies_meetings(), icon: "gavel", current: current === "bodies" },
        { to: paths.allMembers(slug), label: m.bodies_members(), icon: "person-group", current: current === "members" },
        { to: paths.meetingPlan(slug, year), label: m.bodies_plan(), icon: "calendar", current: current === "plan" },
      ]}
    />
  );
}

/** How recommendations go from body to body. */
export function Chains({ chains, slug, here }: { chains: BodiesView["chains"]; slug: string; here?: string }) {
  if (chains.length === 0) return null;
  return (
    <Panel title={m.bodies_chain()}>
      <PanelBody>
        {chains.map((chain) => (
          <Chain key={chain[0]?.id} chain={chain} slug={slug} here={here} />
        ))}
        <p className="sv-quiet sv-small">{m.bodies_chain_sub()}</p>
      </PanelBody>
    </Panel>
  );
}

/** One chain, from the body that prepares to the one that has the last word; `here` is the page's own. */
function Chain({ chain, slug, here }: { chain: { id: string; name: string }[]; slug: string; here?: string }) {
  return (
    <ol className="sv-plain sv-row">
      {chain.map(({ id, name }, at) => (
        <Fragment key={id}>
          <li className="sv-row">
            {at > 0 && <Icon name="arrow-right" size={16} />}
            {id === here ? <b>{name}</b> : <Link to={paths.body(slug, id)}>{name}</Link>}
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

type Listed = BodiesView["bodies"][number];

/** The bodies that stand: what they are, who leads, how many sit, and when they meet next. */
export function BodyTable({ bodies, slug, zone }: { bodies: Listed[]; slug: string; zone: string }) {
  const empty = <Empty label={m.common_empty_cell()} />;
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.bodies_title()}
        layout="fixed"
        rows={bodies}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            head: m.bodies_body(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, name, kind }) => (
              <>
                <Link to={paths.body(slug, id)}>{name}</Link>
                <div className="sv-quiet sv-small">{kindNames[kind]()}</div>
              </>
            ),
          },
          {
            id: "leader",
            head: m.bodies_leader(),
            onSmall: "label",
            cell: ({ leaders }) =>
              leaders.find(({ part }) => part === "leader") ? leaderName(leaders) : m.bodies_no_leader(),
          },
          {
            id: "members",
            head: m.bodies_members(),
            width: 110,
            onSmall: "label",
            cell: ({ members }) => <span className="sv-num">{members}</span>,
          },
          {
            id: "next",
            head: m.bodies_next_meeting(),
            onSmall: "label",
            cell: ({ id, next }) =>
              next ? (
                <>
                  <Link to={paths.agenda(slug, id, next.id)}>{meetingWords(next, zone)}</Link>
                  {next.place && <div className="sv-quiet sv-small">{next.place}</div>}
                </>
              ) : (
                empty
              ),
          },
        ]}
      />
    </div>
  );
}

function leaderName(leaders: Listed["leaders"]): string {
  const leader = leaders.find(({ part }) => part === "leader");
  return leader ? seatName(leader.name, leader.represents) : "";
}

/** The bodies that have ended. */
export function EndedBodies({ bodies, slug }: { bodies: BodiesView["ended"]; slug: string }) {
  if (bodies.length === 0) return null;
  return (
    <Panel title={m.bodies_ended_bodies()} count={bodies.length}>
      <Rows>
        {bodies.map(({ id, name, span }) => (
          <Row key={id} title={name} to={paths.body(slug, id)} note={spanWords(span)} />
        ))}
      </Rows>
    </Panel>
  );
}
