import type { ReactNode } from "react";
import type { MeetingFrame } from "~/features/cases/meeting.view.server";
import { asSentence, dayWords, formatDate, formatDateTimeRange, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { PageHead } from "~/ui/page-head";
import { Tabs } from "~/ui/tabs";
import { Tag } from "~/ui/tag";

export type MeetingPart = "agenda" | "set" | "notice" | "live" | "minutes";

const stateNames: Record<MeetingFrame["state"], () => string> = {
  planned: () => m.cases_meeting_planned(),
  agenda: () => m.cases_meeting_agenda(),
  live: () => m.cases_meeting_live(),
  ended: () => m.cases_meeting_ended(),
  remarks: () => m.cases_meeting_remarks(),
  approved: () => m.cases_meeting_approved(),
};

type Props = {
  frame: MeetingFrame;
  slug: string;
  zone: string;
  part: MeetingPart;
  mayEdit: boolean;
  actions?: ReactNode;
};

/** The head of every page of a meeting: whose it is, when and where, how far it has come, and its pages. */
export function MeetingHead({ frame, slug, zone, part, mayEdit, actions }: Props) {
  const locale = getLocale();
  const { body, id, startsAt, endsAt, place, electronic, answerBy } = frame;
  const when =
    startsAt && endsAt
      ? asSentence(formatDateTimeRange(startsAt, endsAt, zone, locale))
      : asSentence(formatDate(frame.day, locale));
  const open = frame.state === "planned" || frame.state === "agenda";
  return (
    <>
      <PageHead
        eyebrow={body.name}
        title={meetingTitle(frame)}
        date={dayWords(`${frame.day}T12:00:00Z`, "UTC", locale)}
        tag={
          <Tag tone={frame.state === "approved" ? "success" : frame.cancelled ? "danger" : "neutral"}>
            {frame.cancelled ? m.cases_meeting_cancelled() : stateNames[frame.state]()}
          </Tag>
        }
        facts={[
          { icon: "clock", text: when },
          ...(place ? [{ icon: "pin" as const, text: place }] : []),
          ...(electronic
            ? [
                {
                  icon: "laptop" as const,
                  text: answerBy
                    ? m.cases_electronic_by({ when: formatInstant(answerBy, zone, locale) })
                    : m.cases_electronic(),
                },
              ]
            : []),
        ]}
        actions={actions}
      />
      {mayEdit && (
        <Tabs
          label={m.cases_meeting_pages()}
          tabs={[
            { to: paths.agenda(slug, body.id, id), label: m.cases_agenda(), current: part === "agenda" },
            ...(open
              ? [{ to: paths.setAgenda(slug, body.id, id), label: m.cases_agenda_edit(), current: part === "set" }]
              : []),
            ...(electronic
              ? []
              : [{ to: paths.notice(slug, body.id, id), label: m.cases_notice(), current: part === "notice" }]),
            ...(open && !electronic && !frame.cancelled
              ? [{ to: paths.presence(slug, body.id, id), label: m.cases_tab_presence() }]
              : []),
            ...(electronic && frame.state !== "planned"
              ? [{ to: paths.electronic(slug, body.id, id), label: m.cases_tab_electronic() }]
              : []),
            ...(frame.state !== "planned" && !frame.cancelled
              ? [{ to: paths.live(slug, body.id, id), label: m.cases_tab_live(), current: part === "live" }]
              : []),
            ...(["ended", "remarks", "approved"].includes(frame.state)
              ? [{ to: paths.minutes(slug, body.id, id), label: m.cases_tab_minutes() }]
              : []),
          ]}
        />
      )}
    </>
  );
}

/** "Møte 1. juni 2017". */
export function meetingTitle({ day, electronic }: Pick<MeetingFrame, "day" | "electronic">): string {
  const date = formatDate(day, getLocale()).replace(/^\S+ /, "");
  return electronic ? m.cases_electronic_title({ date }) : m.cases_meeting_title({ date });
}
