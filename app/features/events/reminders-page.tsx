import { Form } from "@remix-run/react";
import { MailPreview } from "~/features/events/mail-preview";
import { reminderState, reminderWhom, reminderWords } from "~/features/events/reminder-words";
import type { RemindersView } from "~/features/events/reminders.view.server";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { type State, StateWords } from "~/ui/state";
import { Segments } from "~/ui/tabs";

const glyphs: Record<RemindersView["reminders"][number]["state"], State> = {
  planned: "planned",
  sent: "done",
  nobody: "not-started",
  missed: "needs-person",
  never: "needs-person",
};

/** Each reminder: to whom, when by the event and by the clock, to how many, and how it stands. */
export function ReminderList({ view, mayChange }: { view: RemindersView; mayChange: boolean }) {
  const { reminders } = view;
  return (
    <Panel title={m.events_reminders()} count={reminders.length}>
      {reminders.length === 0 ? (
        <EmptyState
          icon="bell"
          title={m.events_reminders_none()}
          why={view.draft ? m.events_reminders_none_draft() : m.events_reminders_none_why()}
        />
      ) : (
        <Rows>
          {reminders.map((reminder) => {
            const words = `${reminderWhom[reminder.kind]()}, ${reminderWords(reminder, view.replyBy !== null)}`;
            return (
              <Row
                key={reminder.id}
                title={words}
                note={
                  <StateWords state={glyphs[reminder.state]}>{asSentence(reminderState(reminder, view))}</StateWords>
                }
                end={
                  mayChange && (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="reminder" value={reminder.id} />
                      <Button variant="tertiary" small name="intent" value="remove">
                        {m.events_reminder_remove()}
                        <span className="ds-sr-only"> {words}</span>
                      </Button>
                    </Form>
                  )
                }
              />
            );
          })}
        </Rows>
      )}
    </Panel>
  );
}

/** One more reminder, of those there are to choose among. */
export function AddReminder({
  view,
  choices,
  error,
}: {
  view: RemindersView;
  choices: { kind: "unanswered" | "coming"; minutes: number }[];
  error?: string | undefined;
}) {
  const has = (kind: string, minutes: number) =>
    view.reminders.some((one) => one.kind === kind && one.minutes === minutes);
  const groups = (["unanswered", "coming"] as const).map((kind) => ({
    group: reminderWhom[kind](),
    options: choices
      .filter((choice) => choice.kind === kind && !has(kind, choice.minutes))
      .map((choice) => ({
        value: `${kind} ${choice.minutes}`,
        label: asSentence(reminderWords(choice, view.replyBy !== null)),
      })),
  }));
  return (
    <Panel title={m.events_reminder_add_title()}>
      <PanelBody>
        <Form method="post" className="sv-form" preventScrollReset>
          <Select
            name="choice"
            label={m.events_reminder_which()}
            hint={m.events_reminder_hint()}
            options={groups.filter(({ options }) => options.length > 0)}
            error={error}
          />
          <div className="sv-row">
            <Button variant="secondary" icon="plus" name="intent" value="add">
              {m.events_reminder_add()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** The mail of one of the kinds, as one of those who would get it gets it. */
export function ReminderPreview({ view, slug }: { view: RemindersView; slug: string }) {
  const { kind, preview, id } = view;
  const at = (of: string) => `${paths.reminders(slug, id)}?mail=${of}#e-post`;
  const segments = (
    <Segments
      label={m.events_reminder_mail()}
      items={(["unanswered", "coming"] as const).map((of) => ({
        to: at(of),
        label: reminderWhom[of](),
        current: of === kind,
      }))}
    />
  );
  return (
    <div id="e-post">
      {preview ? (
        <MailPreview
          title={m.events_reminder_mail()}
          mail={preview}
          lang={preview.locale}
          frame={`${paths.reminderMail(slug, id)}?mail=${kind}`}
        >
          {segments}
          <p className="sv-quiet">{m.events_reminder_mail_to({ name: preview.to })}</p>
        </MailPreview>
      ) : (
        <Panel title={m.events_reminder_mail()}>
          <PanelBody>
            <div className="sv-stack">
              {segments}
              <p className="sv-quiet">{m.events_reminder_mail_nobody()}</p>
            </div>
          </PanelBody>
        </Panel>
      )}
    </div>
  );
}
