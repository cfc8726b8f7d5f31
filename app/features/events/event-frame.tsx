import type { ReactNode } from "react";
import type { EventFrame } from "~/features/events/event-frame.view.server";
import { stateTag } from "~/features/events/event-words";
import { asSentence, dayWords, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { PageHead } from "~/ui/page-head";
import { Tabs } from "~/ui/tabs";
import { Tag } from "~/ui/tag";

export type EventPart = "answers" | "programme" | "papers" | "registrations" | "attendance" | "feedback";

/** The head of every page of one event: what and when it is, how it stands, its parts, and what can be done here. */
export function EventHead({
  event,
  slug,
  part,
  actions,
}: {
  event: EventFrame;
  slug: string;
  part: EventPart;
  actions?: ReactNode;
}) {
  const locale = getLocale();
  const tag = stateTag(event.state, event.invited > 0);
  const tab = (key: EventPart, to: string, label: string) => ({ to, label, current: key === part });
  return (
    <>
      <PageHead
        title={event.title}
        date={dayWords(event.startsAt, event.zone, locale)}
        tag={<Tag tone={tag.tone}>{tag.words}</Tag>}
        facts={[
          { icon: "clock", text: asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)) },
          { icon: "pin", text: event.place || m.events_no_place() },
          ...(event.holder ? [{ icon: "person-group" as const, text: event.holder.name }] : []),
          ...(event.organizer ? [{ icon: "buildings" as const, text: event.organizer }] : []),
        ]}
        actions={actions}
      />
      <Tabs
        label={m.events_views()}
        tabs={[
          tab("answers", paths.event(slug, event.id), m.events_tab_answers()),
          tab("programme", paths.programme(slug, event.id), m.events_tab_programme()),
          tab("papers", paths.papers(slug, event.id), m.papers_title()),
          tab("registrations", paths.registrations(slug, event.id), m.registrations_title()),
          ...(event.state === "draft"
            ? []
            : [tab("attendance", paths.attendance(slug, event.id), m.attendance_title())]),
          ...(event.asksFeedback || part === "feedback"
            ? [tab("feedback", paths.eventFeedback(slug, event.id), m.feedback_title())]
            : []),
        ]}
      />
    </>
  );
}
