import { Form, Link } from "@remix-run/react";
import type { SendView } from "~/features/newsletters/send-page.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { DateInput, FieldRow, TimeInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

/** What was refused, with what was typed. */
export type RefusedSend = { errors: Record<string, string>; values: Record<string, string> };

type Props = { view: SendView; slug: string; refused: RefusedSend | undefined };

/** Before an issue is sent: to how many, in which languages, and when; sent now, or at a time that is set. */
export function SendPage({ view, slug, refused }: Props) {
  const { id, state, held, toMe, sendAt, zone, recipients, maySend, mayPlan, ended } = view;
  if (state === "sent" || state === "dropped")
    return (
      <Note action={{ label: m.newsletters_sending_to_issue(), to: paths.issue(slug, id) }}>
        {state === "sent" ? m.newsletters_sending_is_sent() : m.newsletters_sending_is_dropped()}
      </Note>
    );
  return (
    <div className="sv-stack">
      <FormProblems errors={refused?.errors ?? {}} />
      {ended && <Note tone="warning">{m.newsletters_refused_ended()}</Note>}
      {recipients === 0 && <Note tone="warning">{m.newsletters_nobody_gets_it()}</Note>}
      {held && (
        <Note tone="warning" action={{ label: m.newsletters_sending_mail_settings(), to: paths.mailSettings(slug) }}>
          {m.newsletters_sending_held()}
        </Note>
      )}
      {toMe && <Note tone="warning">{m.newsletters_sending_to_me({ address: toMe })}</Note>}
      {sendAt && state === "approved" && (
        <Note>{m.newsletters_sending_planned({ when: formatInstant(sendAt, zone, getLocale()), n: recipients })}</Note>
      )}
      {maySend && recipients > 0 && <SendNow view={view} slug={slug} />}
      {!maySend && !ended && (
        <Note action={{ label: m.newsletters_sending_to_issue(), to: paths.issue(slug, id) }}>
          {sendAt
            ? m.newsletters_sending_planned_unapproved({ when: formatInstant(sendAt, zone, getLocale()) })
            : m.newsletters_sending_not_approved()}
        </Note>
      )}
      {mayPlan && <PlanPanel view={view} refused={refused} />}
    </div>
  );
}

const languageNames: Record<string, () => string> = {
  nb: () => m.newsletters_in_nb(),
  nn: () => m.newsletters_in_nn(),
  en: () => m.newsletters_in_en(),
};

function SendNow({ view, slug }: Omit<Props, "refused">) {
  const { id, version, recipients, languages, heading, title } = view;
  const written = languages.map(([language, n]) =>
    m.newsletters_in_language({ n, language: (languageNames[language]?.() ?? "").toLowerCase() }),
  );
  return (
    <Confirm
      title={m.newsletters_sending_title({ n: recipients })}
      cancel={{ label: m.common_cancel(), to: paths.issue(slug, id) }}
      action={
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="send" icon="send">
            {m.newsletters_sending_send({ n: recipients })}
          </Button>
        </Form>
      }
    >
      <p>
        <b>{heading || title}</b>
      </p>
      <p>
        {asSentence(written.join(", "))}. <Link to={paths.issueRecipients(slug, id)}>{m.newsletters_see_all()}</Link>
      </p>
      <p>{m.newsletters_sending_why()}</p>
    </Confirm>
  );
}

function PlanPanel({ view, refused }: Omit<Props, "slug">) {
  const { version, local, sendAt } = view;
  const values = refused?.values ?? local;
  const errors = refused?.errors ?? {};
  return (
    <Panel title={m.newsletters_sending_plan_title()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate>
          <input type="hidden" name="version" value={version} />
          <FieldRow>
            <DateInput
              name="day"
              label={m.newsletters_sending_day()}
              defaultValue={values.day ?? local.day}
              error={errors.day ?? null}
              required
            />
            <TimeInput
              name="time"
              label={m.newsletters_sending_time()}
              defaultValue={values.time ?? local.time}
              error={errors.time ?? null}
              required
            />
          </FieldRow>
          <div className="sv-row">
            <Button name="intent" value="plan" variant="secondary" icon="calendar">
              {m.newsletters_sending_plan()}
            </Button>
            {sendAt && (
              <Button name="intent" value="unplan" variant="tertiary">
                {m.newsletters_sending_unplan()}
              </Button>
            )}
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
