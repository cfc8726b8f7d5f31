import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Certificate } from "~/features/attendance/certificate";
import { certificatesView } from "~/features/attendance/certificate.view.server";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { PrintButton } from "~/ui/print-button";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.attendance_title(), to: paths.attendance(slug, frame.id) },
    { label: m.attendance_certificates() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.attendance_certificates()}: ${data?.frame.title ?? ""} – Samvirk` },
];

/** The certificates of everybody who came, to be printed or saved as PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = systemClock();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await certificatesView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!frame) notFound();
  return { view, frame, slug: region.slug };
}

export default function Certificates() {
  const { view, frame, slug } = useLoaderData<typeof loader>();
  const back = (
    <LinkButton variant="tertiary" to={paths.attendance(slug, frame.id)}>
      {m.attendance_to_list()}
    </LinkButton>
  );
  if (!view || view.holders.length === 0)
    return (
      <>
        <PageHead title={m.attendance_certificates()} sub={frame.title} />
        <EmptyState
          icon="file"
          title={m.attendance_certificates_none()}
          why={view ? m.attendance_certificates_nobody() : m.attendance_certificates_off()}
          action={back}
        />
      </>
    );
  return (
    <>
      <div className="sv-noprint">
        <PageHead
          title={m.attendance_certificates()}
          sub={m.attendance_certificates_lead({ n: view.holders.length })}
          actions={
            <>
              {back}
              <PrintButton />
            </>
          }
        />
      </div>
      <div className="sv-certs">
        {view.holders.map((holder) => (
          <Certificate key={holder.id} event={view.event} holder={holder} several />
        ))}
      </div>
    </>
  );
}
