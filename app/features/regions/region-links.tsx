import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

type Named = { slug: string; name: string; programme: string };

/** The regions somebody has pages in, as links to the overview of each, and the reports of those she may read alone. */
export function RegionLinks({ regions, rollUp }: { regions: Named[]; rollUp: boolean }) {
  if (regions.length === 0 && !rollUp) return <p>{m.public_no_regions_of_yours()}</p>;
  return (
    <Panel title={m.public_your_regions()}>
      <Rows>
        {regions.map(({ slug, name, programme }) => (
          <Row key={slug} icon="pin" title={name} note={programme} to={paths.overview(slug)} />
        ))}
        {rollUp && <Row icon="chart" title={m.nav_roll_up()} note={m.public_roll_up_note()} to={paths.rollUp()} />}
      </Rows>
    </Panel>
  );
}
