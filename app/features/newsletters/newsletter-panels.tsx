import { Form } from "@remix-run/react";
import { imageEndings } from "~/domain/newsletters/image";
import type { RefusedNewsletter } from "~/features/newsletters/newsletter-form";
import type { NewsletterToEdit } from "~/features/newsletters/newsletter-settings.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { FileInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Props = { newsletter: NewsletterToEdit; slug: string };

/** The logo the issues carry: what it is now, another, or none. */
export function LogoPanel({ newsletter, slug, refused }: Props & { refused: RefusedNewsletter | undefined }) {
  const { id, version, logo, name } = newsletter;
  const errors = refused?.errors ?? {};
  return (
    <Panel title={m.newsletters_logo()}>
      <PanelBody>
        <FormProblems errors={errors} />
        {logo ? (
          <p className="sv-logo">
            <img
              src={`${paths.newsletterLogo(slug, id)}?v=${logo.id}`}
              width={logo.width}
              height={logo.height}
              alt={m.newsletters_logo_alt({ name })}
            />
          </p>
        ) : (
          <p className="sv-quiet">{m.newsletters_logo_none()}</p>
        )}
        <Form method="post" encType="multipart/form-data" className="sv-form" noValidate>
          <input type="hidden" name="version" value={version} />
          <FileInput
            name="logo"
            accept={imageEndings}
            label={logo ? m.newsletters_logo_replace() : m.newsletters_logo_file()}
            hint={m.newsletters_logo_hint()}
            error={errors.logo ?? null}
          />
          <div className="sv-row">
            <Button name="intent" value="logo" variant="secondary" icon="upload">
              {m.newsletters_logo_upload()}
            </Button>
            {logo && (
              <Button name="intent" value="remove-logo" variant="tertiary" icon="trash">
                {m.newsletters_logo_remove()}
              </Button>
            )}
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** Ends a newsletter, or takes one that has ended up again. */
export function EndPanel({ newsletter, slug, ending }: Props & { ending: boolean }) {
  const { id, version, ended, name } = newsletter;
  const button = (intent: "end" | "resume", words: string) => (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <Button name="intent" value={intent} variant={intent === "end" ? "danger" : "secondary"}>
        {words}
      </Button>
    </Form>
  );
  if (ending && !ended)
    return (
      <Confirm
        title={m.newsletters_end_title({ name })}
        tone="danger"
        cancel={{ label: m.common_cancel(), to: paths.newsletterSettings(slug, id) }}
        action={button("end", m.newsletters_end())}
      >
        <p>{m.newsletters_end_why()}</p>
      </Confirm>
    );
  return (
    <Panel title={m.newsletters_end_panel()}>
      <PanelBody>
        <p className="sv-quiet">{ended ? m.newsletters_ended_now() : m.newsletters_end_why()}</p>
        {ended ? (
          button("resume", m.newsletters_resume())
        ) : (
          <p>
            <LinkButton to={`${paths.newsletterSettings(slug, id)}?end`} variant="secondary">
              {m.newsletters_end()}
            </LinkButton>
          </p>
        )}
      </PanelBody>
    </Panel>
  );
}
