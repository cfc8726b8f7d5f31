import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import type { Locale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export type PublicRegion = {
  slug: string;
  name: string;
  programme: string;
  mark: { initials: string; name: string; sub?: string };
  languages: Locale[];
};

/** The frame of what a region shows everybody. */
export function PublicRegionFrame({ region, children }: { region: PublicRegion; children: ReactNode }) {
  return (
    <PublicPage
      mark={{ ...region.mark, to: paths.publicRegion(region.slug) }}
      languages={region.languages}
      links={[
        { label: m.public_region_newsletters(), to: paths.publicNewsletters(region.slug) },
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {children}
    </PublicPage>
  );
}

/** A region's public page: who it is, what is open to see, and the way in for those who have a role. */
export function PublicRegionPage({ region, children }: { region: PublicRegion; children: ReactNode }) {
  return (
    <PublicRegionFrame region={region}>
      <Card>
        <CardSection>
          <h1>{region.name}</h1>
          <p>{m.public_region_what({ region: region.name })}</p>
        </CardSection>
        {children}
        <CardSection>
          <div className="sv-stack">
            <p>{m.public_region_sign_in()}</p>
            <div className="sv-row">
              <LinkButton to={paths.signIn(paths.overview(region.slug))} variant="secondary">
                {m.public_sign_in()}
              </LinkButton>
            </div>
          </div>
        </CardSection>
      </Card>
    </PublicRegionFrame>
  );
}
