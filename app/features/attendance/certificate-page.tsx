import type { ReactNode } from "react";
import { Certificate } from "~/features/attendance/certificate";
import type { CertifiedEvent, Holder } from "~/features/attendance/certificate.view.server";
import { m } from "~/i18n/messages/messages";
import type { Locale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { PublicPage } from "~/ui/public-page";

type Props = {
  event: CertifiedEvent;
  holders: Holder[];
  mark: { initials: string; name: string; sub?: string };
  languages: readonly Locale[];
  /** The page it was opened from. */
  back: string;
  /** The button that prints, which stands where script is. */
  print: ReactNode;
};

/** A certificate as its holder opens it. */
export function CertificatePage({ event, holders, mark, languages, back, print }: Props) {
  return (
    <PublicPage
      mark={mark}
      languages={languages}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      <div className="sv-row sv-noprint">
        <LinkButton variant="tertiary" icon="arrow-left" to={back}>
          {m.common_back()}
        </LinkButton>
        {print}
      </div>
      <div className="sv-certs">
        {holders.map((holder) => (
          <Certificate key={holder.id} event={event} holder={holder} />
        ))}
      </div>
    </PublicPage>
  );
}
