import { Link } from "@remix-run/react";
import { Recording } from "~/features/events/recording";
import type { PublishedRecording } from "~/features/events/recordings.view.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { CardSection } from "~/ui/public-parts";

/** Recordings with what they are of; the titles are headings of this level. */
export function RecordingList({ recordings, level }: { recordings: PublishedRecording[]; level: 2 | 3 }) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ul className="sv-said">
      {recordings.map(({ id, title, startsAt, endsAt, zone, recording }) => (
        <li key={id}>
          <Title>{title}</Title>
          <div className="sv-quiet">{asSentence(formatDateTimeRange(startsAt, endsAt, zone, getLocale()))}</div>
          <Recording recording={recording} />
        </li>
      ))}
    </ul>
  );
}

/** The newest recordings on the region's public page; nothing where there is none. */
export function NewestRecordings({ recordings, slug }: { recordings: PublishedRecording[]; slug: string }) {
  if (recordings.length === 0) return null;
  return (
    <CardSection>
      <h2>{m.events_recordings()}</h2>
      <RecordingList recordings={recordings} level={3} />
      <p>
        <Link className="sv-link" to={paths.publicRecordings(slug)}>
          {m.events_recordings_all()}
        </Link>
      </p>
    </CardSection>
  );
}
