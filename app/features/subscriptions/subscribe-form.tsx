import { Form, Link } from "@remix-run/react";
import type { OpenNewsletter } from "~/features/subscriptions/open-newsletters.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { CardSection, Done } from "~/ui/public-parts";

export type SubscribeAnswer = {
  /** The address that was asked for; whether it exists is not said. */
  asked: string | null;
  problem: "busy" | "failed" | null;
  errors: Record<string, string>;
  values: Record<string, string>;
};

const boxes = "newsletter[]";

/** The form by which anybody asks for newsletters; what has become of it stands in its place. */
export function SubscribeSection({
  newsletters,
  proof,
  answer,
}: {
  newsletters: OpenNewsletter[];
  proof: string;
  answer: SubscribeAnswer | null;
}) {
  const [only] = newsletters;
  if (!only) return null;
  if (answer?.asked)
    return (
      <CardSection>
        <Done title={m.subscriptions_asked()}>{m.subscriptions_asked_why({ email: answer.asked })}</Done>
      </CardSection>
    );
  const errors = Object.entries(answer?.errors ?? {}).map(([field, message]) => ({
    field: field === "newsletter" ? boxes : field,
    message,
  }));
  return (
    <CardSection>
      <section className="sv-subscribe" aria-labelledby="subscribe">
        <h2 id="subscribe">{m.subscriptions_subscribe()}</h2>
        <p>{m.subscriptions_subscribe_how()}</p>
        {answer?.problem && (
          <Note tone="danger" live>
            {answer.problem === "busy" ? m.subscriptions_busy() : m.subscriptions_failed()}
          </Note>
        )}
        <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
        <Form method="post" className="sv-form" noValidate preventScrollReset={false}>
          <input type="hidden" name="proof" value={proof} />
          {newsletters.length === 1 ? (
            <input type="hidden" name={boxes} value={only.id} />
          ) : (
            <CheckboxGroup
              name={boxes}
              legend={m.subscriptions_which()}
              error={answer?.errors.newsletter ?? null}
              options={newsletters.map(({ id, name, description }) => ({
                value: id,
                label: name,
                ...(description && { hint: description }),
              }))}
              defaultValues={[only.id]}
            />
          )}
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            label={m.subscriptions_email()}
            error={answer?.errors.email ?? null}
            defaultValue={answer?.values.email ?? ""}
          />
          <p className="sv-small">
            {m.subscriptions_privacy()} <Link to={paths.privacy()}>{m.public_privacy()}</Link>
          </p>
          <div className="sv-row">
            <Button accent>{m.subscriptions_subscribe_button()}</Button>
          </div>
        </Form>
      </section>
    </CardSection>
  );
}
