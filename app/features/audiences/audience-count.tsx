import { m } from "~/i18n/messages/messages";
import { LinkButton } from "~/ui/button";
import { Panel, PanelBody } from "~/ui/panel";

type Counts = { people: number; held: number; optedOut: number; vacant: number };

/** How many an audience reaches as it stands, and how many of its rule it does not. */
export function AudienceCount({ counts, to }: { counts: Counts; to: string }) {
  return (
    <Panel title={m.audiences_count_now()}>
      <PanelBody>
        <p>
          <strong>{m.audiences_reached_count({ n: counts.people })}</strong>
        </p>
        {counts.held + counts.optedOut + counts.vacant > 0 && (
          <ul className="sv-plain sv-quiet">
            {counts.held > 0 && <li>{m.audiences_count_held({ n: counts.held })}</li>}
            {counts.optedOut > 0 && <li>{m.audiences_count_opted_out({ n: counts.optedOut })}</li>}
            {counts.vacant > 0 && <li>{m.audiences_count_vacant({ n: counts.vacant })}</li>}
          </ul>
        )}
        <div className="sv-row">
          <LinkButton to={to} variant="secondary">
            {m.audiences_see_list()}
          </LinkButton>
        </div>
      </PanelBody>
    </Panel>
  );
}
