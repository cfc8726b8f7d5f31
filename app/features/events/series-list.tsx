import { instantToLocal } from "~/domain/shared/local-time";
import { stateTag } from "~/features/events/event-words";
import type { Gathering } from "~/features/events/series.view.server";
import { asSentence, formatDate, formatTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Row, Rows } from "~/ui/panel";

/** The gatherings of the series; this one is not a link. */
export function SeriesList({ gatherings, slug, eventId }: { gatherings: Gathering[]; slug: string; eventId: string }) {
  const locale = getLocale();
  return (
    <Rows>
      {gatherings.map((one) => (
        <Row
          key={one.id}
          title={asSentence(formatDate(instantToLocal(one.startsAt, one.zone).date, locale, "short"))}
          {...(one.id !== eventId && { to: paths.event(slug, one.id) })}
          note={[
            formatTimeRange(one.startsAt, one.endsAt, one.zone, locale),
            stateTag(one.state, one.invited > 0).words,
            one.id === eventId ? m.events_series_this() : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </Rows>
  );
}
