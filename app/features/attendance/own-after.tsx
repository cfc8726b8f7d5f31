import { Link } from "@remix-run/react";
import type { OwnAfter } from "~/features/attendance/own-after.view.server";
import { Recording } from "~/features/events/recording";
import { m } from "~/i18n/messages/messages";
import { Card, CardSection } from "~/ui/public-parts";

/** On somebody's own page: the code to be let in by, and afterwards the certificate and the recording. */
export function OwnAfterwards({ after, certificateTo }: { after: OwnAfter; certificateTo: string }) {
  const { qr, certificate, recording } = after;
  if (!qr && !certificate && !recording) return null;
  return (
    <Card>
      {qr && (
        <CardSection>
          <h2>{m.attendance_qr()}</h2>
          <p className="sv-quiet">{m.attendance_qr_why()}</p>
          <QrPicture {...qr} />
        </CardSection>
      )}
      {certificate && (
        <CardSection>
          <h2>{m.attendance_certificate()}</h2>
          <p>
            <Link className="sv-link" to={certificateTo}>
              {m.attendance_certificate_open()}
            </Link>
          </p>
        </CardSection>
      )}
      {recording && (
        <CardSection>
          <h2>{m.events_recording_title()}</h2>
          <Recording recording={recording} />
        </CardSection>
      )}
    </Card>
  );
}

function QrPicture({ name, size, path }: NonNullable<OwnAfter["qr"]>) {
  return (
    <svg
      className="sv-qr"
      role="img"
      aria-label={m.attendance_qr_of({ name })}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 4}
      height={size * 4}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
