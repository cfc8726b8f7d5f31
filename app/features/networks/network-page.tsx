import type { NetworkDetail } from "~/features/networks/networks.view.server";
import { quoted } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { Icon } from "~/ui/icon";
import { MonthStrip, ReadAs } from "~/ui/month-strip";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Empty } from "~/ui/table";

/** A network: the seven columns of the plan it came from, and how often it meets. */
export function NetworkPage({ network }: { network: NetworkDetail }) {
  return (
    <Columns
      main={
        <Panel title={m.networks_about()}>
          <dl className="sv-panel__body sv-stack">
            <Cell name={m.networks_operators()} words={network.operators} />
            <Cell name={m.networks_status()} words={network.status} />
            <Cell name={m.networks_audience()} words={network.audience} />
            <Cell name={m.networks_theme()} words={network.theme} />
            <Cell name={m.networks_form()} words={network.form} />
            <Cell name={m.networks_benefit()} words={network.benefit} />
          </dl>
        </Panel>
      }
      side={
        <>
          <Panel title={m.networks_frequency()}>
            <PanelBody>
              <Frequency network={network} />
            </PanelBody>
          </Panel>
          {network.links.length > 0 && (
            <Panel title={m.networks_links()} count={network.links.length}>
              <ul className="sv-list">
                {network.links.map((link) => (
                  <li key={link}>
                    <Outward to={link} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      }
    />
  );
}

function Cell({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt className="sv-small sv-quiet">{name}</dt>
      <dd className="sv-prose">{words === "" ? <Empty label={m.common_empty_cell()} /> : words}</dd>
    </div>
  );
}

function Frequency({ network: { reading, period, today } }: { network: NetworkDetail }) {
  const { words, meaning, kind, windows, unparsed } = reading;
  if (meaning === null) return <p className="sv-quiet">{m.networks_frequency_unknown()}</p>;
  return (
    <ReadAs
      tone="success"
      label={m.timing_understood()}
      words={meaning}
      note={unparsed.length > 0 && `${m.timing_not_understood()} ${quoted(unparsed)}`}
    >
      {windows.length > 0 && (
        <MonthStrip
          windows={windows}
          kind={kind}
          period={period}
          today={today}
          label={m.timing_strip({ words, meaning })}
        />
      )}
    </ReadAs>
  );
}

/** A link out of the product; words that are no web address are shown as they are. */
function Outward({ to }: { to: string }) {
  if (!/^https?:\/\//i.test(to)) return <span>{to}</span>;
  return (
    <a href={to} rel="noreferrer" className="sv-link">
      {hostOf(to)} <Icon name="external" size={14} />
    </a>
  );
}

function hostOf(address: string): string {
  try {
    const { host, pathname } = new URL(address);
    return host.replace(/^www\./, "") + (pathname === "/" ? "" : decodeURI(pathname));
  } catch {
    return address;
  }
}
