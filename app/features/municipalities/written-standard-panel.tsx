import { Form } from "@remix-run/react";
import type { MunicipalityRefusal } from "~/features/municipalities/contact-person-panel";
import type { MunicipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { standardWords } from "~/features/municipalities/standard-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Panel, PanelBody } from "~/ui/panel";

const choices = ["bokmal", "nynorsk", "neutral", null] as const;

/** The municipality's written standard, what follows from it, and the form that changes it. */
export function WrittenStandardPanel({
  municipality,
  mayEdit,
  refusal,
}: {
  municipality: MunicipalityDetail;
  mayEdit: boolean;
  refusal: MunicipalityRefusal | undefined;
}) {
  const { writtenStandard, mailLocale, regionDefault } = municipality;
  const words = { nb: m.municipalities_in_bokmal(), nn: m.municipalities_in_nynorsk() };
  const fallback = regionDefault === "nynorsk" ? words.nn : words.nb;
  const error = refusal?.intent === "standard" ? (refusal.errors.standard ?? null) : null;
  return (
    <Panel title={m.municipalities_standard()} aside={mayEdit ? undefined : standardWords(writtenStandard)}>
      <PanelBody>
        <p>{m.municipalities_mail_in({ language: words[mailLocale] })}</p>
        <p className="sv-small sv-quiet">{m.municipalities_standard_why({ language: fallback })}</p>
        {mayEdit && (
          <Form method="post" className="sv-form">
            <input type="hidden" name="intent" value="standard" />
            <RadioGroup
              name="standard"
              legend={m.municipalities_standard_legend()}
              error={error}
              options={choices.map((choice) => ({ value: choice ?? "unknown", label: standardWords(choice) }))}
              defaultValue={writtenStandard ?? "unknown"}
            />
            <div className="sv-row">
              <Button variant="secondary">{m.municipalities_save_standard()}</Button>
            </div>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}
