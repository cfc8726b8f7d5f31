import { Form } from "@remix-run/react";
import type { FoundAudience } from "~/features/audiences/audiences.db.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Panel, Row, Rows } from "~/ui/panel";

/** The networks and words that are bound to an audience; nothing where there are none. */
export function AudienceUses({ audience, slug }: { audience: FoundAudience; slug: string }) {
  const { networks, words } = audience;
  if (networks.length + words.length === 0) return null;
  return (
    <Panel title={m.audiences_uses()} count={networks.length + words.length}>
      <Rows>
        {networks.map(({ id, name }) => (
          <Row key={id} icon="network" title={name} to={paths.network(slug, id)} note={m.audiences_use_network()} />
        ))}
        {words.map(({ shown }) => (
          <Row
            key={shown}
            icon="table"
            title={`«${shown}»`}
            to={paths.audienceWords(slug)}
            note={m.audiences_use_words()}
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** What stands against removing an audience. */
export function inUseWords({ networks, words }: { networks: { name: string }[]; words: string[] }): string {
  const uses = [
    ...networks.map(({ name }) => m.audiences_in_use_network({ name })),
    ...words.map((each) => m.audiences_in_use_words({ words: each })),
  ];
  return m.audiences_in_use({ uses: uses.join(", ") });
}

/** Asks before an audience is removed. */
export function RemoveAudience({ audience, slug }: { audience: FoundAudience; slug: string }) {
  return (
    <Confirm
      title={m.audiences_remove_title({ name: audience.name })}
      tone="danger"
      cancel={{ label: m.common_cancel(), to: paths.audience(slug, audience.id) }}
      action={
        <Form method="post">
          <Button variant="danger">{m.audiences_remove()}</Button>
        </Form>
      }
    >
      <p>{m.audiences_remove_why()}</p>
    </Confirm>
  );
}
