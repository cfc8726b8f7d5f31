import type { ReactNode } from "react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { AnswersOverTime } from "~/features/networks/answers-over-time";
import { GatheringsPanel } from "~/features/networks/gatherings-panel";
import type { MemberErrors } from "~/features/networks/member-forms";
import { MembersPanel } from "~/features/networks/members-panel";
import type { MemberChoices, NetworkView } from "~/features/networks/network.view.server";
import { OperatorList } from "~/features/networks/operator-list";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { OutwardLinks } from "~/ui/outward-links";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = {
  network: NetworkView;
  slug: string;
  may: { edit: boolean; gather: boolean; sayWho: boolean };
  choices: MemberChoices | null;
  refused: MemberErrors | undefined;
  /** How many came to its gatherings. */
  attendance: ReactNode;
};

/** A network: what it is, who is in it, its gatherings and how they were answered. */
export function NetworkPage({ network, slug, may, choices, refused, attendance }: Props) {
  const { contact, open } = network;
  return (
    <Columns
      main={
        <>
          <GatheringsPanel
            gatherings={network.gatherings}
            slug={slug}
            makeTo={may.gather ? paths.newGathering(slug, network.id) : null}
          />
          <AnswersOverTime answers={network.gatherings.answers} />
          {attendance}
          <About network={network} slug={slug} maySayWho={may.sayWho} />
          <MembersPanel
            members={network.members}
            slug={slug}
            today={network.today}
            choices={choices}
            refused={refused}
          />
        </>
      }
      side={
        <>
          <Panel title={m.networks_frequency()}>
            <PanelBody>
              {network.form && <p className="sv-quiet">«{network.form}»</p>}
              {network.reading.meaning === null && network.form === "" ? (
                <p className="sv-quiet">{m.networks_frequency_unknown()}</p>
              ) : (
                <Reading reading={network.reading} period={network.period} today={network.today} />
              )}
            </PanelBody>
          </Panel>
          <Panel title={m.networks_contact()}>
            <PanelBody>
              {contact ? (
                <p>
                  <b>{contact.name}</b>
                  <br />
                  <a href={`mailto:${contact.email}`}>{contact.email}</a>
                </p>
              ) : (
                <p className="sv-quiet">{m.networks_contact_none()}</p>
              )}
            </PanelBody>
          </Panel>
          {network.links.length > 0 && (
            <Panel title={m.networks_links()} count={network.links.length}>
              <PanelBody>
                <OutwardLinks links={network.links} />
              </PanelBody>
            </Panel>
          )}
          {open && (
            <Panel
              title={m.networks_is_open()}
              link={{ label: m.networks_is_open_see(), to: paths.publicNetwork(slug, network.id) }}
            >
              <PanelBody>
                <p className="sv-quiet">{m.networks_open_hint()}</p>
              </PanelBody>
            </Panel>
          )}
          <HistoryPanel lines={network.history} />
        </>
      }
    />
  );
}

function About({ network, slug, maySayWho }: { network: NetworkView; slug: string; maySayWho: boolean }) {
  const { operators, words, stage, status, areas, areasChosen, audience, audienceWords } = network;
  const named = operators.map((one) => (one.kind === "actor" ? one.name : one.words)).join(", ");
  return (
    <Panel title={m.networks_about()}>
      <dl className="sv-panel__body sv-stack">
        <Fact name={m.networks_operators()}>
          {words === "" && operators.length === 0 ? null : (
            <>
              <OperatorList operators={operators} slug={slug} maySay={maySayWho} />
              {words !== "" && words !== named && <Written words={words} />}
            </>
          )}
        </Fact>
        <Fact name={m.networks_stage()}>
          {stage && <Tag tone={stage.tone}>{stage.words}</Tag>}
          {!stage && status === "" && <span className="sv-quiet">{m.networks_stage_unknown()}</span>}
          {status !== "" && <Written words={status} />}
        </Fact>
        <Fact name={m.networks_audience()}>
          {audienceWords !== "" && <span className="sv-lines">{audienceWords}</span>}
          {audience && (
            <small className="sv-quiet">
              {audienceWords !== "" && <br />}
              {m.networks_audience_bound()}: {audience.name}
            </small>
          )}
        </Fact>
        <Fact name={m.networks_areas()}>
          {areas.length > 0 && (
            <ul className="sv-plain">
              {areas.map(({ id, number, name }) => (
                <li key={id}>
                  {number} {name}
                </li>
              ))}
              {!areasChosen && <li className="sv-quiet sv-small">({m.networks_areas_read()})</li>}
            </ul>
          )}
        </Fact>
        <Fact name={m.networks_how_theme()}>{network.theme}</Fact>
        <Fact name={m.networks_form()}>{network.form}</Fact>
        <Fact name={m.networks_benefit()}>{network.benefit}</Fact>
      </dl>
    </Panel>
  );
}

function Written({ words }: { words: string }) {
  return <span className="sv-quiet sv-small"> {m.networks_written({ words: `«${words}»` })}</span>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const parts = Array.isArray(children) ? children.flat() : [children];
  const empty = parts.every((part) => !part);
  return (
    <div>
      <dt className="sv-small sv-quiet">{name}</dt>
      <dd className={typeof children === "string" ? "sv-lines" : undefined}>
        {empty ? <Empty label={m.common_empty_cell()} /> : children}
      </dd>
    </div>
  );
}
