import { lazy, type ReactNode, Suspense } from "react";

/** Fetched when something has gone wrong: a page that works need not carry it. */
const PublicPage = import.meta.env.SSR
  ? (await import("~/ui/public-page")).PublicPage
  : lazy(() => import("~/ui/public-page").then((read) => ({ default: read.PublicPage })));

/** The frame of what went wrong where no region is known. The words stand alone until it is there. */
export function ErrorFrame({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<main id="main">{children}</main>}>
      <PublicPage links={[]}>{children}</PublicPage>
    </Suspense>
  );
}
