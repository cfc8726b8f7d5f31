import { Form } from "@remix-run/react";
import { type ChannelIcon, channelIcons } from "~/domain/communications-plan/channels";
import type { ListedChannel } from "~/features/communications-plan/channels.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { FieldError, TextArea, TextInput } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Panel, PanelBody } from "~/ui/panel";

export type RefusedChannel = { errors: FormErrors; values: FormValues };

/** A channel's name, words and icon: one that is open for editing, else a new one. */
export function ChannelForm({
  channel,
  refused,
  page,
}: {
  channel: ListedChannel | null;
  refused: RefusedChannel | null;
  page: string;
}) {
  const errors = refused?.errors ?? {};
  const kept: FormValues = refused?.values ?? {
    name: channel?.givenName ?? "",
    words: channel?.words.join(", ") ?? "",
    icon: channel?.icon ?? "",
  };
  const isOther = channel?.kind === "other";
  return (
    <Panel title={channel ? m.plan_channels_change({ name: channel.name }) : m.plan_channels_new()} id="channel-form">
      <PanelBody>
        <Form method="post" className="sv-form" action={page} noValidate>
          <FormProblems errors={errors} />
          <input type="hidden" name="channel" value={channel?.key ?? ""} />
          <input type="hidden" name="seen" value={channel?.version ?? ""} />
          <TextInput
            name="name"
            label={m.plan_channels_name()}
            hint={channel?.standardName && m.plan_channels_name_hint({ name: channel.standardName })}
            defaultValue={kept.name}
            error={errors.name}
            optional={Boolean(channel?.standardName)}
            maxLength={60}
          />
          {isOther ? (
            <input type="hidden" name="words" value={channel.words.join(", ")} />
          ) : (
            <TextArea
              name="words"
              label={m.plan_channels_words()}
              hint={m.plan_channels_words_hint()}
              rows={3}
              defaultValue={kept.words}
              error={errors.words}
              optional
            />
          )}
          <IconChoice chosen={kept.icon ?? ""} error={errors.icon} />
          <div className="sv-row">
            <Button variant={channel ? "primary" : "secondary"} name="intent" value="keep">
              {channel ? m.plan_channels_save() : m.plan_channels_add()}
            </Button>
            {channel && (
              <LinkButton to={page} variant="tertiary">
                {m.common_cancel()}
              </LinkButton>
            )}
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

const iconNames: Record<ChannelIcon, () => string> = {
  newsletter: () => m.plan_icon_newsletter(),
  chat: () => m.plan_icon_chat(),
  presentation: () => m.plan_icon_presentation(),
  megaphone: () => m.plan_icon_megaphone(),
  "person-group": () => m.plan_icon_person_group(),
  globe: () => m.plan_icon_globe(),
  microphone: () => m.plan_icon_microphone(),
  video: () => m.plan_icon_video(),
  file: () => m.plan_icon_file(),
  mail: () => m.plan_icon_mail(),
  calendar: () => m.plan_icon_calendar(),
  network: () => m.plan_icon_network(),
  buildings: () => m.plan_icon_buildings(),
  inbox: () => m.plan_icon_inbox(),
  bell: () => m.plan_icon_bell(),
  link: () => m.plan_icon_link(),
};

/** The icons as pictures with their names, one to choose. */
function IconChoice({ chosen, error }: { chosen: string; error: string | undefined }) {
  return (
    <fieldset className="ds-fieldset sv-icons" aria-describedby={error ? "icon-error" : undefined}>
      <legend className="ds-label">{m.plan_channels_icon()}</legend>
      <div className="sv-icons__all">
        {channelIcons.map((icon, at) => (
          <label key={icon} className="sv-icons__one">
            <input
              type="radio"
              name="icon"
              value={icon}
              id={at === 0 ? "icon" : undefined}
              defaultChecked={icon === chosen}
              aria-invalid={error ? true : undefined}
            />
            <Icon name={icon} />
            <span>{iconNames[icon]()}</span>
          </label>
        ))}
      </div>
      <FieldError id="icon">{error}</FieldError>
    </fieldset>
  );
}
