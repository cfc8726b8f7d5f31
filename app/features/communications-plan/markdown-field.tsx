import { lazy, Suspense, useDeferredValue, useState } from "react";
import type { Block } from "~/domain/shared/markdown";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { m } from "~/i18n/messages/messages";
import { TextArea } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";

/** The reader of Markdown is fetched by those who look at a preview alone. */
const Markdown = lazy(async () => ({ default: (await import("~/ui/markdown")).Markdown }));

/** A text in Markdown, and under it how it will look once somebody has asked; then it follows what is typed. */
export function MarkdownField({
  preview,
  ...field
}: {
  name: string;
  label: string;
  hint?: string;
  error: string | null;
  defaultValue: string;
  rows: number;
  /** The text as it was read when the preview was asked for. */
  preview: Block[] | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useDeferredValue(typed);
  const asked = preview && <MarkdownBlocks blocks={preview} headingLevel={4} />;
  return (
    <div className="sv-stack">
      <TextArea
        {...field}
        maxLength={markdownLimit}
        dir="auto"
        onChange={preview && (({ currentTarget }) => setTyped(currentTarget.value))}
        optional
      />
      {preview && (
        <section className="sv-preview" aria-label={`${m.plan_about_preview_of()}: ${field.label}`}>
          <p className="sv-small sv-quiet">{m.plan_about_preview_of()}</p>
          {shown === null ? asked : <Suspense fallback={asked}>{<Markdown text={shown} headingLevel={4} />}</Suspense>}
        </section>
      )}
    </div>
  );
}
