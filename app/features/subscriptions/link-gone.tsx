import { Form, Link } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Card, CardSection } from "~/ui/public-parts";

/** A link that opens nothing; whether there was one, and whose, is not said (L3). `renew`: a new one can be sent. */
export function SubscriptionLinkGone({
  slug,
  renew,
}: {
  slug: string;
  renew: { proof: string; sent: boolean } | null;
}) {
  return (
    <Card>
      <CardSection>
        <h1>{m.subscriptions_link_gone()}</h1>
        <p>{m.subscriptions_link_gone_why()}</p>
        {renew?.sent && (
          <Note tone="success" live>
            {m.subscriptions_link_sent()}
          </Note>
        )}
        {renew && !renew.sent && (
          <Form method="post">
            <input type="hidden" name="proof" value={renew.proof} />
            <Button accent name="intent" value="new-link">
              {m.subscriptions_link_new()}
            </Button>
          </Form>
        )}
        <p>
          <Link to={paths.publicNewsletters(slug)}>{m.subscriptions_subscribe()}</Link>
        </p>
      </CardSection>
    </Card>
  );
}
