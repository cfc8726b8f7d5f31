import { Link } from "@remix-run/react";
import { areaWords, stageNames, stageTones } from "~/features/networks/network-words";
import type { OpenNetwork, OpenNetworks } from "~/features/networks/open-networks.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { IconName } from "~/ui/icon";
import { OutwardLinks } from "~/ui/outward-links";
import { CardSection, Facts } from "~/ui/public-parts";
import { Tag } from "~/ui/tag";

/** The networks of a region that everybody may see, on its public page. */
export function OpenNetworksSection({ networks, slug }: { networks: OpenNetworks; slug: string }) {
  return (
    <CardSection>
      <h2>{m.public_region_networks()}</h2>
      {networks.length === 0 ? (
        <p className="sv-quiet">{m.public_region_networks_none()}</p>
      ) : (
        <ul className="sv-opens">
          {networks.map(({ id, name, operators, stage, areas, form, frequency }) => (
            <li key={id}>
              <Link to={paths.publicNetwork(slug, id)}>{name}</Link>{" "}
              {stage && stage !== "existing" && <Tag tone={stageTones[stage]}>{stageNames[stage]()}</Tag>}
              {[operators.join(", "), areaWords(areas), frequency ?? form]
                .filter((line) => line !== "")
                .map((line) => (
                  <div key={line} className="sv-quiet">
                    {line}
                  </div>
                ))}
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}

/** A network on its public page: what it is, and where to read more. */
export function OpenNetworkFacts({ network }: { network: OpenNetwork }) {
  const { stage, operators, areas, audience, theme, form, reading, benefit, links } = network;
  const often = form === "" ? (reading.meaning ?? "") : form;
  const facts: { icon: IconName; term: string; text: string; note?: string }[] = [
    { icon: "buildings", term: m.networks_operators(), text: operators.join(", ") },
    { icon: "person-group", term: m.networks_audience(), text: audience },
    { icon: "grid", term: m.networks_areas(), text: areaWords(areas) },
    {
      icon: "calendar",
      term: m.networks_form(),
      text: often,
      ...(reading.meaning !== null && reading.meaning !== often && { note: reading.meaning }),
    },
  ];
  const more = [
    { title: m.public_network_theme(), words: areas.length === 0 || theme.length > 40 ? theme : "" },
    { title: m.networks_benefit(), words: benefit },
  ].filter(({ words }) => words !== "");
  return (
    <>
      <CardSection>
        <p className="sv-eyebrow">{m.events_network()}</p>
        <h1>{network.name}</h1>
        {stage && (
          <p>
            <Tag tone={stage.tone}>{stage.words}</Tag>
          </p>
        )}
        <Facts facts={facts.filter(({ text }) => text !== "")} />
      </CardSection>
      {more.map(({ title, words }) => (
        <CardSection key={title}>
          <h2>{title}</h2>
          <p className="sv-prose sv-lines">{words}</p>
        </CardSection>
      ))}
      {links.length > 0 && (
        <CardSection>
          <h2>{m.networks_links()}</h2>
          <OutwardLinks links={links} />
        </CardSection>
      )}
    </>
  );
}
