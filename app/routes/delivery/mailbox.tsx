import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailboxView, requireMailbox } from "~/features/delivery/mailbox.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { ShowMore } from "~/ui/pagination";
import { Row, Rows } from "~/ui/panel";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction = () => [{ title: `${m.delivery_mailbox()} – Samvirk` }];

export async function loader({ request }: LoaderFunctionArgs) {
  requireMailbox();
  const query = new URL(request.url).searchParams;
  const to = query.get("to") ?? "";
  return { to, ...(await mailboxView({ to, before: query.get("before") })) };
}

export default function Mailbox() {
  const { to, messages, next } = useLoaderData<typeof loader>();
  const locale = getLocale();
  return (
    <PublicPage links={[{ label: m.auth_sign_in(), to: paths.signIn() }]}>
      <Card>
        <CardSection>
          <h1>{m.delivery_mailbox()}</h1>
          <p>{m.delivery_mailbox_lead()}</p>
          <FilterBar
            label={m.delivery_search()}
            search={{ name: "to", label: m.delivery_to(), defaultValue: to }}
            submitLabel={m.delivery_search()}
            resetTo={to ? paths.mailbox() : undefined}
          />
        </CardSection>
        {messages.length === 0 ? (
          <EmptyState icon="inbox" title={m.delivery_mailbox_empty()} why={m.delivery_mailbox_empty_why()} />
        ) : (
          <Rows>
            {messages.map((message) => (
              <Row
                key={message.id}
                icon="mail"
                title={message.subject}
                to={paths.mailboxMessage(message.id)}
                note={`${message.to} · ${formatInstant(message.receivedAt, "Europe/Oslo", locale)}`}
              />
            ))}
          </Rows>
        )}
        {next && (
          <CardSection>
            <ShowMore
              to={`${paths.mailbox()}?to=${encodeURIComponent(to)}&before=${next}`}
              label={m.common_next_50()}
            />
          </CardSection>
        )}
      </Card>
    </PublicPage>
  );
}
