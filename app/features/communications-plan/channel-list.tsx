import { Form } from "@remix-run/react";
import type { ListedChannel } from "~/features/communications-plan/channels.view.server";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Panel, Row, Rows } from "~/ui/panel";

/** The region's channels in their order: the words that name each, how many rows it has, and what can be done to it. */
export function ChannelList({ channels, page }: { channels: ListedChannel[]; page: string }) {
  return (
    <Panel title={m.plan_channels()} count={channels.length} foot={m.plan_channels_rule()}>
      <Rows>
        {channels.map((channel, at) => (
          <Row
            key={channel.key}
            icon={channel.icon}
            title={channel.name}
            note={<About channel={channel} />}
            end={
              <Form method="post" className="sv-channel" preventScrollReset>
                <input type="hidden" name="channel" value={channel.key} />
                <Move by="up" name={channel.name} gone={at === 0} />
                <Move by="down" name={channel.name} gone={at === channels.length - 1} />
                <LinkButton to={`${page}?channel=${channel.key}#channel-form`} variant="tertiary" small>
                  {m.common_change()}
                  <span className="ds-sr-only"> {channel.name}</span>
                </LinkButton>
                {channel.kind === null && (
                  <LinkButton to={`${page}?remove=${channel.key}`} variant="tertiary" small>
                    {m.common_remove()}
                    <span className="ds-sr-only"> {channel.name}</span>
                  </LinkButton>
                )}
              </Form>
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** At the end of the list the button is not there, and its place is kept. */
function Move({ by, name, gone }: { by: "up" | "down"; name: string; gone: boolean }) {
  if (gone) return <span className="sv-channel__gap" />;
  return (
    <Button
      name="intent"
      value={by}
      variant="tertiary"
      small
      icon={by === "up" ? "chevron-up" : "chevron-down"}
      iconOnly
    >
      {by === "up" ? m.plan_channels_up({ name }) : m.plan_channels_down({ name })}
    </Button>
  );
}

function About({ channel: { kind, words, rows, shared } }: { channel: ListedChannel }) {
  const named =
    kind === "other" && words.length === 0
      ? m.plan_channels_other()
      : words.length === 0
        ? m.plan_channels_no_words()
        : words.map((word) => `«${word}»`).join(", ");
  return (
    <>
      {named} · {m.plan_channels_rows({ n: rows })}
      {shared.map(({ word, with: others }) => (
        <span key={word} className="sv-channel__shared">
          {m.plan_channels_shared({ word: `«${word}»`, channel: others.join(", ") })}
        </span>
      ))}
    </>
  );
}

/** Before a channel is removed: how many rows chose it, and what happens to them. */
export function RemoveChannel({ channel, page }: { channel: ListedChannel; page: string }) {
  const { name, chosen } = channel;
  return (
    <Confirm
      tone="danger"
      title={m.plan_channels_remove_title({ name })}
      action={
        <Form method="post" action={page}>
          <input type="hidden" name="channel" value={channel.key} />
          <Button variant="danger" name="intent" value="remove">
            {m.plan_channels_remove({ name })}
          </Button>
        </Form>
      }
      cancel={{ label: m.common_cancel(), to: page }}
    >
      <p>{chosen === 0 ? m.plan_channels_remove_free() : m.plan_channels_remove_rows({ n: chosen })}</p>
    </Confirm>
  );
}
