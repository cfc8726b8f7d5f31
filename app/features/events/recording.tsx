import type { RecordingFacts } from "~/features/events/recordings.view.server";
import { m } from "~/i18n/messages/messages";
import { Icon } from "~/ui/icon";

/** The way to a published recording, with where it leads. */
export function Recording({ recording }: { recording: RecordingFacts }) {
  return (
    <p className="sv-recording">
      <a className="sv-link" href={recording.link} rel="noreferrer">
        <Icon name="video" size={20} /> {m.events_recording_see()}
      </a>
      <small className="sv-quiet">{hostOf(recording.link)}</small>
    </p>
  );
}

function hostOf(link: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(link)?.[1] ?? "";
}
