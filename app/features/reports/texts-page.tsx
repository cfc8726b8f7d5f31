import { Form } from "@remix-run/react";
import type { Block } from "~/domain/shared/markdown";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { FormProblems } from "~/features/regions/form-problems";
import { textField } from "~/features/reports/text-fields";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Panel, PanelBody } from "~/ui/panel";

/** A text the form asks for: as it is written, and as it is read. */
export type AskedText = { key: string; heading: string; help: string; words: string; blocks: Block[] };

/** The texts of a report as a form. */
export function TextsForm({
  texts,
  version,
  refused,
}: {
  texts: AskedText[];
  version: number;
  refused: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}) {
  const { errors = {}, values } = refused ?? {};
  return (
    <Form method="post" className="sv-form" noValidate key={version}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={version} />
      {texts.map(({ key, heading, help, words }) => (
        <TextArea
          key={key}
          {...{ name: textField(key), label: heading, hint: help || m.reports_text_markdown(), rows: 10, dir: "auto" }}
          {...{ error: errors[textField(key)] ?? null, maxLength: markdownLimit, optional: true }}
          defaultValue={values?.[textField(key)] ?? words}
        />
      ))}
      <div className="sv-row">
        <Button>{m.reports_texts_save()}</Button>
      </div>
    </Form>
  );
}

/** The texts of a report to be read. */
export function TextsRead({ texts }: { texts: AskedText[] }) {
  return texts.map(({ key, heading, blocks }) => (
    <Panel key={key} title={heading}>
      <PanelBody>
        {blocks.length > 0 ? (
          <div className="sv-prose">
            <MarkdownBlocks blocks={blocks} headingLevel={3} />
          </div>
        ) : (
          <p className="sv-quiet">{m.reports_text_empty()}</p>
        )}
      </PanelBody>
    </Panel>
  ));
}
