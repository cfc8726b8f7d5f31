import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { PublicPage } from "~/ui/public-page";

/** The frame of the pages that belong to no region: the product's mark, languages, and the statements. */
export function PublicFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <PublicPage
      wide={wide}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {children}
    </PublicPage>
  );
}
