import { Form, useNavigation } from "@remix-run/react";
import type { HandoverView } from "~/features/handover/handover-link.view.server";
import { asSentence, dayWords, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { DateTile } from "~/ui/date-tile";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Card, CardSection, Done, Hint } from "~/ui/public-parts";

export type HandoverRefusal = { errors: FormErrors; values: FormValues };

type Props = { view: HandoverView; proof: string; refusal: HandoverRefusal | null; failed: boolean };

/** The page of a handover link: for which municipality, what passes on, and to whom. */
export function HandoverPage({ view, proof, refusal, failed }: Props) {
  const busy = useNavigation().state === "submitting";
  const errors = Object.entries(refusal?.errors ?? {});
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{m.handover_eyebrow({ municipality: view.municipality })}</p>
        <h1>{m.handover_title()}</h1>
        <p>{m.handover_lead({ name: view.name, email: view.email, municipality: view.municipality })}</p>
      </CardSection>
      <CardSection>
        <h2>{m.handover_who()}</h2>
        {failed && (
          <Note tone="danger" live>
            {m.handover_failed()}
          </Note>
        )}
        <Form method="post" className="sv-form" noValidate>
          <ErrorSummary
            title={m.common_errors_title({ n: errors.length })}
            errors={errors.map(([field, message]) => ({ field, message }))}
          />
          <input type="hidden" name="proof" value={proof} />
          <TextInput
            name="name"
            label={m.handover_name()}
            autoComplete="off"
            defaultValue={refusal?.values.name ?? ""}
            error={refusal?.errors.name ?? null}
          />
          <TextInput
            name="email"
            type="email"
            label={m.handover_email()}
            hint={m.handover_email_hint()}
            autoComplete="off"
            defaultValue={refusal?.values.email ?? ""}
            error={refusal?.errors.email ?? null}
          />
          <div className="sv-row">
            <Button icon="swap" busy={busy}>
              {m.handover_button()}
            </Button>
          </div>
        </Form>
      </CardSection>
      <PassesOn view={view} />
      <CardSection>
        {view.open.some(({ count }) => count > 0) && <Hint icon="calendar">{m.handover_calendar()}</Hint>}
        <Hint icon="shield">{m.handover_nothing_yet()}</Hint>
      </CardSection>
    </Card>
  );
}

/** What the successor gets: every event that is open for the municipality. */
function PassesOn({ view }: { view: HandoverView }) {
  const locale = getLocale();
  const events = view.open.flatMap(({ what }) => what);
  return (
    <CardSection>
      <h2>{m.handover_passes()}</h2>
      {events.length === 0 ? (
        <p className="sv-quiet">{m.handover_passes_none()}</p>
      ) : (
        <>
          <p className="sv-quiet">{m.handover_passes_events({ n: events.length })}</p>
          <ul className="sv-plain sv-stack">
            {events.map((event) => (
              <li key={event.id} className="sv-dateline">
                <DateTile {...dayWords(event.startsAt, event.zone, locale)} />
                <div>
                  <strong>{event.title}</strong>
                  <div className="sv-quiet">
                    {[
                      asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)),
                      event.place,
                      event.replyBy && m.handover_reply_by({ date: formatDate(event.replyBy, locale) }),
                    ]
                      .filter(Boolean)
                      .join(". ")}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </CardSection>
  );
}

export type HandedOver = { municipality: string; successor: string; email: string; passed: number };

/** The receipt of a handover. */
export function HandoverDone({ done }: { done: HandedOver }) {
  return (
    <Card>
      <CardSection>
        <Done title={m.handover_done({ successor: done.successor })}>
          {m.handover_done_lead({ successor: done.successor, municipality: done.municipality })}
        </Done>
      </CardSection>
      <CardSection>
        <Hint icon="mail">{m.handover_done_welcome({ email: done.email })}</Hint>
        {done.passed > 0 && <Hint icon="calendar">{m.handover_done_passed({ n: done.passed })}</Hint>}
        <p className="sv-quiet">{m.handover_done_wrong()}</p>
      </CardSection>
    </Card>
  );
}

/** A link that is wrong, used or expired: says so and offers a new one, whoever asks (L3). */
export function HandoverGone({ proof, sent }: { proof: string; sent: boolean }) {
  return (
    <Card>
      <CardSection>
        <h1>{m.handover_gone()}</h1>
        {sent ? (
          <Note tone="success" live>
            {m.handover_new_link_sent()}
          </Note>
        ) : (
          <>
            <p>{m.handover_gone_why()}</p>
            <Form method="post">
              <input type="hidden" name="proof" value={proof} />
              <Button name="intent" value="new-link">
                {m.handover_send_new_link()}
              </Button>
            </Form>
          </>
        )}
      </CardSection>
    </Card>
  );
}
