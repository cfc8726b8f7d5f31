import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { getLocale } from "~/i18n/messages/runtime";
import { requestReference } from "~/platform/request-context.server";
import { currentSession } from "~/platform/session.server";
import { bodyProps } from "~/ui/body";
import { Defs } from "~/ui/defs";
import { ErrorFrame } from "~/ui/error-frame";
import { useNonce } from "~/ui/nonce";
import "~/ui/styles/index.css";

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

export const meta: MetaFunction = ({ error }) => [{ title: error ? errorTitle(error) : "Samvirk" }];

/** What the whole document needs: the reader's colour scheme, and what to call this request if it fails. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await currentSession(request);
  return { theme: session?.theme ?? "auto", reference: requestReference() };
}

/** A page may name its region's accent, and whether it is a work page, in its route's loader data. */
type Dress = { dress?: { accent: string; kind: "work" | "public" } };

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const theme = useRouteLoaderData<typeof loader>("root")?.theme ?? "auto";
  const dress = useMatches()
    .map((match) => (match.data as Dress | null | undefined)?.dress)
    .findLast(Boolean);
  return (
    <html lang={getLocale()} data-color-scheme={theme} data-region-accent={dress?.accent ?? "fjord"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body {...bodyProps(dress?.kind ?? "public")}>
        <Defs />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What went wrong outside a region. */
export function ErrorBoundary() {
  return (
    <ErrorFrame>
      <RouteError error={useRouteError()} />
    </ErrorFrame>
  );
}
