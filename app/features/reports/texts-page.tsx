import { Form } from "@remix-run/react";
import type { Block } from "~/domain/shared/markdown";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { FormProblems } from "~/features/regions/form-problems";
import { textField, textVersionField } from "~/features/reports/text-fields";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Panel, PanelBody } from "~/ui/panel";

/** A text the form asks for: as it is written, and as it is read. */
export type AskedText = {
  key: string;
  heading: string;
  help: string;
  words: string;
  blocks: Block[];
  /** The version of its words. */
  version: string;
};

/** The texts of a report as a form. What was typed while another wrote the same text stands above what is there now. */
export function TextsForm({
  texts,
  refused,
}: {
  texts: AskedText[];
  refused: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}) {
  const { errors = {}, values } = refused ?? {};
  return (
    <Form method="post" className="sv-form" noValidate>
      <FormProblems
        errors={errors}
        labels={Object.fromEntries(texts.map(({ key, heading }) => [textField(key), heading]))}
      />
      {texts.map(({ key, heading, help, words, version }) => {
        const typed = values?.[textField(key)];
        return (
          <div key={`${key} ${version}`} className="sv-stack">
            <input type="hidden" name={textVersionField(key)} value={values?.[textVersionField(key)] ?? version} />
            <TextArea
              {...{ name: textField(key), label: heading, hint: help || m.reports_text_markdown(), rows: 10 }}
              {...{ dir: "auto", error: errors[textField(key)] ?? null, maxLength: markdownLimit, optional: true }}
              defaultValue={typed ?? words}
            />
            {errors[textField(key)] && !values?.[textVersionField(key)] && <AsItStands words={words} />}
          </div>
        );
      })}
      <div className="sv-row">
        <Button>{m.reports_texts_save()}</Button>
      </div>
    </Form>
  );
}

/** What somebody else wrote meanwhile. */
function AsItStands({ words }: { words: string }) {
  return (
    <div className="sv-rpbefore">
      <h3>{m.reports_stands()}</h3>
      <p className="sv-lines" dir="auto">
        {words || <span className="sv-quiet">{m.reports_text_empty()}</span>}
      </p>
    </div>
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
