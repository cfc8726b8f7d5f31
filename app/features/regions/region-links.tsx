import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

type Named = { slug: string; name: string; programme: string };

/** The regions somebody has a role in, as links to the overview of each. */
export function RegionLinks({ regions }: { regions: Named[] }) {
  if (regions.length === 0) return <p>{m.public_no_regions_of_yours()}</p>;
  return (
    <Panel title={m.public_your_regions()}>
      <Rows>
        {regions.map(({ slug, name, programme }) => (
          <Row key={slug} icon="pin" title={name} note={programme} to={paths.overview(slug)} />
        ))}
      </Rows>
    </Panel>
  );
}
