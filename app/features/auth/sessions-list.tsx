import { Form } from "@remix-run/react";
import type { sessionsView } from "~/features/auth/sessions.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type OpenSession = Awaited<ReturnType<typeof sessionsView>>[number];

/** The account belongs to no region, so that its times are those of the country. */
const zone = "Europe/Oslo";

function browserWords({ name, system }: OpenSession["browser"]): string {
  if (!name) return m.auth_session_unknown_browser();
  return system ? m.auth_session_browser({ name, system }) : name;
}

/** Where somebody is signed in, and a way to end each of the others. */
export function SessionsList({ sessions }: { sessions: OpenSession[] }) {
  const words = (instant: string) => formatInstant(instant, zone, getLocale());
  return (
    <Rows>
      {sessions.map(({ id, browser, begun, used, current }) => (
        <Row
          key={id}
          title={
            <>
              {browserWords(browser)} {current && <Tag tone="accent">{m.auth_session_this()}</Tag>}
            </>
          }
          note={
            <>
              {m.auth_session_begun({ when: words(begun) })}
              <br />
              {m.auth_session_used({ when: words(used) })}
            </>
          }
          end={!current && <EndForm id={id} browser={browserWords(browser)} />}
        />
      ))}
    </Rows>
  );
}

function EndForm({ id, browser }: { id: string; browser: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="session" value={id} />
      <Button name="intent" value="end" variant="secondary" small>
        {m.auth_session_end()}
        <span className="ds-sr-only"> {browser}</span>
      </Button>
    </Form>
  );
}
