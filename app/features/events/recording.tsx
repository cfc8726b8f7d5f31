import type { RecordingFacts } from "~/features/events/recordings.view.server";
import { m } from "~/i18n/messages/messages";
import { Card, CardSection } from "~/ui/public-parts";

/** The way to a published recording, with where it leads. */
export function Recording({ recording }: { recording: RecordingFacts }) {
  return (
    <p className="sv-recording">
      <a className="sv-link" href={recording.link} rel="noreferrer">
        {m.events_recording_see()}
      </a>
      <small className="sv-quiet">{hostOf(recording.link)}</small>
    </p>
  );
}

/** The recording as a card of its own, under what its event is. */
export function RecordingCard({ recording }: { recording: RecordingFacts }) {
  return (
    <Card>
      <CardSection>
        <h2>{m.events_recording_title()}</h2>
        <Recording recording={recording} />
      </CardSection>
    </Card>
  );
}

function hostOf(link: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(link)?.[1] ?? "";
}
