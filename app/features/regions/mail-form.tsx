import { Form } from "@remix-run/react";
import type { MailSettings } from "~/features/regions/change-mail-settings.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type Props = {
  settings: MailSettings;
  version: string;
  /** What stands in for a sender that is left empty. */
  fallback: { name: string; address: string };
  /** Messages that wait while the region is on hold. */
  held: number;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** Who the region's mail is from, who reads the answers, and whether it leaves. */
export function MailForm({ settings, version, fallback, held, refusal }: Props) {
  const errors = refusal?.errors ?? {};
  const kept: FormValues = refusal?.values ?? {
    senderName: settings.senderName,
    senderAddress: settings.senderAddress ?? "",
    replyAddress: settings.replyAddress ?? "",
    mailMode: settings.mailMode,
  };
  const replies = settings.replyAddress ?? settings.senderAddress ?? fallback.address;
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems
        errors={errors}
        labels={{ senderAddress: m.regions_sender_address(), replyAddress: m.regions_reply_address() }}
      />
      <input type="hidden" name="version" value={version} />
      {!settings.replyAddress && <Note tone="warning">{m.regions_reply_missing({ address: replies })}</Note>}
      <TextInput
        name="senderName"
        label={m.regions_sender_name()}
        hint={m.regions_sender_name_hint({ name: fallback.name })}
        defaultValue={kept.senderName}
        error={errors.senderName}
        maxLength={80}
        optional
      />
      <TextInput
        name="senderAddress"
        type="email"
        label={m.regions_sender_address()}
        hint={m.regions_sender_address_hint({ address: fallback.address })}
        defaultValue={kept.senderAddress}
        error={errors.senderAddress}
        optional
      />
      <TextInput
        name="replyAddress"
        type="email"
        label={m.regions_reply_address()}
        hint={m.regions_reply_address_hint()}
        defaultValue={kept.replyAddress}
        error={errors.replyAddress}
        optional
      />
      <RadioGroup
        name="mailMode"
        legend={m.regions_mail_mode()}
        hint={settings.mailMode === "hold" && held > 0 ? m.regions_held({ n: held }) : undefined}
        options={[
          { value: "hold", label: m.regions_mode_hold(), hint: m.regions_mode_hold_hint() },
          { value: "live", label: m.regions_mode_live(), hint: m.regions_mode_live_hint() },
        ]}
        defaultValue={kept.mailMode}
        error={errors.mailMode}
      />
      <div className="sv-row">
        <Button>{m.regions_save_mail()}</Button>
      </div>
    </Form>
  );
}
