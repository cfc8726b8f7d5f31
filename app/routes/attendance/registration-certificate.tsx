import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { certificatePage } from "~/features/attendance/certificate-by-link.server";
import { CertificatePage } from "~/features/attendance/certificate-page";
import { PublicFrame } from "~/features/regions/public-frame";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { PrintButton } from "~/ui/print-button";

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${m.attendance_certificate()}: ${data.view.event.title} – Samvirk` : errorTitle(error) },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return certificatePage(request, params, "registration", systemClock());
}

/** The certificate of who signed up, by her own link. */
export default function RegistrationCertificate() {
  const { view, page } = useLoaderData<typeof loader>();
  const back = paths.registration(page.slug, useParams().token ?? "");
  return (
    <CertificatePage
      event={view.event}
      holders={view.holders}
      mark={page.mark}
      languages={page.languages}
      back={back}
      print={<PrintButton />}
    />
  );
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
