import type { CertifiedEvent, Holder } from "~/features/attendance/certificate.view.server";
import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

type Props = {
  event: CertifiedEvent;
  holder: Holder;
  /** One of several on a page that has a title of its own. */
  several?: true;
};

/** One certificate: a sheet of its own on paper. */
export function Certificate({ event, holder, several }: Props) {
  const locale = getLocale();
  const [Title, Part] = several ? (["h2", "h3"] as const) : (["h1", "h2"] as const);
  return (
    <article className="sv-cert" aria-label={m.attendance_certificate_of({ name: holder.name })}>
      <p className="sv-cert__issuer">{event.issuer}</p>
      <Title className="sv-cert__h">{m.attendance_certificate()}</Title>
      <p className="sv-cert__name">{holder.name}</p>
      {holder.from && <p>{holder.from}</p>}
      <p>{m.attendance_certificate_has_attended()}</p>
      <p className="sv-cert__title">{event.title}</p>
      <p>{asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale))}</p>
      <p>{[event.place, durationWords(event)].filter(Boolean).join(" · ")}</p>
      {event.programme.length > 0 && (
        <>
          <Part className="sv-cert__part">{m.attendance_certificate_programme()}</Part>
          <ul className="sv-points">
            {event.programme.map(({ title, speaker }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the programme has its order and nothing else
              <li key={at}>{speaker ? `${title} (${speaker})` : title}</li>
            ))}
          </ul>
        </>
      )}
      <p className="sv-cert__foot">
        {m.attendance_certificate_issued({ issuer: event.issuer, date: formatDate(event.issuedOn, locale) })}
      </p>
    </article>
  );
}

/** How long an event lasted, in hours and minutes; nothing of one over several days, whose hours nobody has counted. */
function durationWords({ startsAt, endsAt }: CertifiedEvent): string {
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (minutes > 14 * 60) return "";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && m.attendance_hours({ n: hours }), rest > 0 && m.attendance_minutes({ n: rest })]
    .filter(Boolean)
    .join(" ");
}
