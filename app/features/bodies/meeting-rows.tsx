import { meetingStates, meetingWords } from "~/features/bodies/body-words";
import type { ListedMeeting } from "~/features/bodies/meetings.db.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** Meetings: when, of which body where several are listed, where, how many cases, and how far it has come. */
export function MeetingRows({
  meetings,
  slug,
  zone,
  named = false,
}: {
  meetings: ListedMeeting[];
  slug: string;
  zone: string;
  named?: boolean;
}) {
  return (
    <Rows>
      {meetings.map((meeting) => (
        <Row
          key={meeting.id}
          icon={meeting.electronic ? "mail" : "gavel"}
          title={named ? meeting.body.name : meetingWords(meeting, zone)}
          to={paths.agenda(slug, meeting.body.id, meeting.id)}
          note={[
            named && meetingWords(meeting, zone),
            meeting.electronic ? m.bodies_meeting_electronic() : meeting.place,
            meeting.cases > 0 && m.bodies_meeting_cases({ n: meeting.cases }),
          ]
            .filter(Boolean)
            .join(" · ")}
          end={<MeetingState state={meeting.state} />}
        />
      ))}
    </Rows>
  );
}

/** How far a meeting has come. */
export function MeetingState({ state }: { state: ListedMeeting["state"] }) {
  const tones: Partial<Record<ListedMeeting["state"], "accent" | "success" | "danger">> = {
    agenda: "accent",
    live: "accent",
    remarks: "accent",
    approved: "success",
    cancelled: "danger",
  };
  return <Tag tone={tones[state] ?? "neutral"}>{meetingStates[state]()}</Tag>;
}
