import { Link } from "@remix-run/react";
import { saidWords } from "~/features/publications/publication-words";
import type { NewestOpen, OpenPublications } from "~/features/publications/publications.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { OutwardLink } from "~/ui/outward-links";
import { CardSection, Disclosure } from "~/ui/public-parts";

/** The newest of what has been said elsewhere, on the region's public page; nothing where there is none. */
export function NewestPublications({ publications, slug }: { publications: NewestOpen; slug: string }) {
  if (publications.length === 0) return null;
  return (
    <CardSection>
      <h2>{m.publications_title()}</h2>
      <ul className="sv-said">
        {publications.map((one) => (
          <li key={one.id}>
            <h3>
              <Title of={one} />
            </h3>
            <div className="sv-quiet">{saidWords(one)}</div>
          </li>
        ))}
      </ul>
      <p>
        <Link className="sv-link" to={paths.publicPublications(slug)}>
          {m.publications_see_all()}
        </Link>
      </p>
    </CardSection>
  );
}

/** All of it, with the texts behind their own words. */
export function OpenPublicationList({ publications }: Pick<OpenPublications, "publications">) {
  return (
    <ul className="sv-said">
      {publications.map((one) => (
        <li key={one.id}>
          <h2>
            <Title of={one} />
          </h2>
          <div className="sv-quiet">{saidWords(one)}</div>
          {one.blocks.length > 0 && (
            <Disclosure summary={m.publications_read_text()}>
              <MarkdownBlocks blocks={one.blocks} headingLevel={3} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The title leads to where it can be read, heard or watched. */
function Title({ of: { title, link } }: { of: { title: string; link: string } }) {
  return link ? <OutwardLink to={link}>{title}</OutwardLink> : title;
}
