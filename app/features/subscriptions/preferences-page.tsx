import { Form } from "@remix-run/react";
import type { PreferencesView } from "~/features/subscriptions/preferences.view.server";
import { m } from "~/i18n/messages/messages";
import type { Locale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup } from "~/ui/choices";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Card, CardSection } from "~/ui/public-parts";

const languages: Record<Locale, string> = { nn: "Nynorsk", nb: "Bokmål", en: "English" };

const because = {
  contact: () => m.subscriptions_by_contact(),
  member: () => m.subscriptions_by_member(),
  audience: () => m.subscriptions_by_audience(),
  subscriber: () => "",
};

/** What one gets by mail, each kind apart from the others. */
export function PreferencesPage({
  view,
  region,
  proof,
  saved,
  failed,
}: {
  view: Omit<PreferencesView, "personId" | "name">;
  region: { name: string; languages: Locale[] };
  proof: string;
  saved: boolean;
  failed: boolean;
}) {
  const { newsletters, invitations, reminders, locale, email } = view;
  const offered = [...new Set([...region.languages, ...(locale ? [locale] : [])])];
  return (
    <Card>
      <Form method="post">
        <CardSection>
          <h1>{m.subscriptions_choose()}</h1>
          <p>{m.subscriptions_choose_lead({ email, region: region.name })}</p>
          {saved && (
            <Note tone="success" live>
              {m.subscriptions_saved()}
            </Note>
          )}
          {failed && (
            <Note tone="danger" live>
              {m.subscriptions_failed()}
            </Note>
          )}
          <input type="hidden" name="proof" value={proof} />
          {newsletters.length === 0 ? (
            <p className="sv-quiet">{m.subscriptions_newsletters_none({ region: region.name })}</p>
          ) : (
            <CheckboxGroup
              name="newsletter[]"
              legend={m.subscriptions_newsletters()}
              options={newsletters.map((one) => {
                const hint = [one.description, one.because && because[one.because]()].filter(Boolean).join(" · ");
                return { value: one.id, label: one.name, ...(hint && { hint }) };
              })}
              defaultValues={newsletters.filter(({ gets }) => gets).map(({ id }) => id)}
            />
          )}
        </CardSection>
        <CardSection>
          <fieldset className="ds-fieldset sv-choices">
            <legend className="ds-label">{m.subscriptions_events()}</legend>
            <Checkbox
              name="invitations"
              label={m.subscriptions_invitations()}
              hint={m.subscriptions_invitations_hint()}
              defaultChecked={invitations}
            />
            <Checkbox
              name="reminders"
              label={m.subscriptions_reminders()}
              hint={m.subscriptions_reminders_hint()}
              defaultChecked={reminders}
            />
          </fieldset>
        </CardSection>
        <CardSection>
          <div className="sv-form">
            <Select
              name="locale"
              label={m.subscriptions_language()}
              width="medium"
              defaultValue={locale ?? ""}
              options={[
                { value: "", label: m.subscriptions_language_default() },
                ...offered.map((value) => ({ value, label: languages[value] })),
              ]}
            />
            <div className="sv-row">
              <Button accent>{m.subscriptions_save()}</Button>
            </div>
          </div>
        </CardSection>
      </Form>
    </Card>
  );
}
