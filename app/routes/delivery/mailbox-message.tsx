import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailboxMessageView, requireMailbox } from "~/features/delivery/mailbox.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection, Disclosure } from "~/ui/public-parts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.subject ?? ""} – Samvirk` }];

export async function loader({ params }: LoaderFunctionArgs) {
  requireMailbox();
  const { html: _html, ...message } = await mailboxMessageView(params.message ?? "");
  return message;
}

export default function MailboxMessage() {
  const message = useLoaderData<typeof loader>();
  return (
    <PublicPage links={[{ label: m.delivery_mailbox(), to: paths.mailbox() }]}>
      <Card>
        <CardSection>
          <h1>{message.subject}</h1>
          <dl className="sv-terms">
            <dt>{m.delivery_from()}</dt>
            <dd>{message.from}</dd>
            <dt>{m.delivery_to()}</dt>
            <dd>{message.to}</dd>
            <dt>{m.delivery_received()}</dt>
            <dd>{asSentence(formatInstant(message.receivedAt, "Europe/Oslo", getLocale()))}</dd>
          </dl>
        </CardSection>
        {message.links.length > 0 && (
          <CardSection>
            <h2>{m.delivery_links()}</h2>
            <ul className="sv-plain">
              {message.links.map((link) => (
                <li key={link}>
                  <a href={link}>{link}</a>
                </li>
              ))}
            </ul>
          </CardSection>
        )}
        <CardSection>
          <h2>{m.delivery_html_part()}</h2>
          <iframe
            className="sv-mailframe"
            title={message.subject}
            src={paths.mailboxHtml(message.id)}
            sandbox="allow-popups"
          />
          <Disclosure summary={m.delivery_text_part()}>
            <pre className="sv-pre">{message.text}</pre>
          </Disclosure>
          {message.calendar && (
            <Disclosure summary={m.delivery_calendar_part()}>
              <pre className="sv-pre">{message.calendar}</pre>
            </Disclosure>
          )}
        </CardSection>
      </Card>
    </PublicPage>
  );
}
