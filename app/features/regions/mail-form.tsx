import { Form } from "@remix-run/react";
import type { MailSettings } from "~/features/regions/change-mail-settings.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { FieldRow, Select, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type Props = {
  settings: MailSettings;
  version: string;
  /** What stands in for a sender that is left empty. */
  fallback: { name: string; address: string };
  /** Messages that wait while the region is on hold. */
  held: number;
  /** The ways out there are to choose between: none where mail stays in the mailbox. */
  ways: ("smtp" | "resend" | "mailbox")[];
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** Who the region's mail is from, who reads the answers, whether and where it leaves, and how much at most. */
export function MailForm({ settings, version, fallback, held, ways, refusal }: Props) {
  const errors = refusal?.errors ?? {};
  const kept: FormValues = refusal?.values ?? {
    senderName: settings.senderName,
    senderAddress: settings.senderAddress ?? "",
    replyAddress: settings.replyAddress ?? "",
    mailMode: settings.mailMode,
    meAddress: settings.meAddress ?? "",
    capHour: String(settings.capHour ?? ""),
    capWeek: String(settings.capWeek ?? ""),
    mailTransport: settings.mailTransport ?? "",
  };
  const replies = settings.replyAddress ?? settings.senderAddress ?? fallback.address;
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems
        errors={errors}
        labels={{
          senderAddress: m.regions_sender_address(),
          replyAddress: m.regions_reply_address(),
          meAddress: m.regions_me_address(),
          capHour: m.regions_cap_hour(),
          capWeek: m.regions_cap_week(),
        }}
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
          { value: "to_me", label: m.regions_mode_to_me(), hint: m.regions_mode_to_me_hint() },
          { value: "live", label: m.regions_mode_live(), hint: m.regions_mode_live_hint() },
        ]}
        defaultValue={kept.mailMode}
        error={errors.mailMode}
      />
      <TextInput
        name="meAddress"
        type="email"
        label={m.regions_me_address()}
        hint={m.regions_me_address_hint()}
        defaultValue={kept.meAddress}
        error={errors.meAddress}
        optional
      />
      <FieldRow>
        <TextInput
          name="capHour"
          label={m.regions_cap_hour()}
          hint={m.regions_cap_hour_hint()}
          inputMode="numeric"
          width="short"
          defaultValue={kept.capHour}
          error={errors.capHour}
          optional
        />
        <TextInput
          name="capWeek"
          label={m.regions_cap_week()}
          hint={m.regions_cap_week_hint()}
          inputMode="numeric"
          width="short"
          defaultValue={kept.capWeek}
          error={errors.capWeek}
          optional
        />
      </FieldRow>
      {ways.length > 0 && (
        <Select
          name="mailTransport"
          label={m.regions_transport()}
          hint={m.regions_transport_hint()}
          options={[
            { value: "", label: m.regions_transport_installation() },
            ...(ways.includes("smtp") ? [{ value: "smtp", label: m.regions_transport_smtp() }] : []),
            ...(ways.includes("resend") ? [{ value: "resend", label: m.regions_transport_resend() }] : []),
          ]}
          defaultValue={kept.mailTransport}
          error={errors.mailTransport}
        />
      )}
      <div className="sv-row">
        <Button>{m.regions_save_mail()}</Button>
      </div>
    </Form>
  );
}
