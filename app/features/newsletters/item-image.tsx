import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { imageEndings } from "~/domain/newsletters/image";
import type { Language } from "~/domain/newsletters/words";
import type { IssueRefusal } from "~/features/newsletters/answer-issue-form.server";
import type { OpenItem } from "~/features/newsletters/composer.view.server";
import { languageNames } from "~/features/newsletters/issue-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextInput } from "~/ui/fields";
import { Disclosure } from "~/ui/public-parts";

/** The image of a piece, and what puts one there: it must say what it shows. With script it is made lighter first. */
export function ItemImage({
  slug,
  issueId,
  item,
  languages,
  action,
  refusal,
}: {
  slug: string;
  issueId: string;
  item: OpenItem;
  languages: Language[];
  action: string;
  refusal: IssueRefusal | null;
}) {
  const submit = useSubmit();
  const [busy, setBusy] = useState(false);
  const { image } = item;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const fields = new FormData(form);
    const file = fields.get("image");
    if (!(file instanceof File) || file.size === 0) return;
    event.preventDefault();
    setBusy(true);
    const { shrinkImage } = await import("~/features/newsletters/shrink-image");
    fields.set("image", await shrinkImage(file));
    submit(fields, { method: "post", action, encType: "multipart/form-data", preventScrollReset: true });
    setBusy(false);
  };
  const errors = refusal?.errors ?? {};
  return (
    <div className="sv-write__image">
      {image && (
        <div className="sv-write__picture">
          <img
            src={paths.issueImage(slug, issueId, image.id)}
            alt={languages.map((each) => item.words.imageAlt[each]).find(Boolean) ?? ""}
            width={image.width}
            height={image.height}
          />
          <Form method="post" action={action} preventScrollReset>
            <input type="hidden" name="item" value={item.id} />
            <Button variant="tertiary" small icon="trash" name="intent" value="remove-image">
              {m.newsletters_image_remove()}
            </Button>
          </Form>
        </div>
      )}
      <Disclosure
        icon="image"
        summary={image ? m.newsletters_image_replace() : m.newsletters_image_add()}
        open={refusal !== null}
      >
        <form
          method="post"
          action={action}
          encType="multipart/form-data"
          className="sv-form"
          onSubmit={send}
          noValidate
        >
          <ErrorSummary
            title={m.newsletters_image_refused_title()}
            errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
          />
          <input type="hidden" name="intent" value="image" />
          <input type="hidden" name="item" value={item.id} />
          <FileInput
            name="image"
            label={m.newsletters_image_file()}
            hint={m.newsletters_image_hint()}
            accept={imageEndings}
            error={errors.image ?? null}
          />
          {languages.map((language, at) => (
            <TextInput
              key={language}
              name={`alt_${language}`}
              label={
                languages.length > 1
                  ? m.newsletters_field_in({
                      field: m.newsletters_image_alt(),
                      language: languageNames[language]().toLowerCase(),
                    })
                  : m.newsletters_image_alt()
              }
              {...(at === 0 ? { hint: m.newsletters_image_alt_hint() } : { optional: true })}
              defaultValue={refusal?.values[`alt_${language}`] ?? item.words.imageAlt[language] ?? ""}
              error={errors[`alt_${language}`] ?? null}
              maxLength={300}
              lang={language}
            />
          ))}
          <div>
            <Button variant="secondary" icon="upload" busy={busy}>
              {image ? m.newsletters_image_replace() : m.newsletters_image_add()}
            </Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
