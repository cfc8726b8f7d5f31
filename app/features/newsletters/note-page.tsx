import { Form } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import type { NoteView } from "~/features/newsletters/notes.view.server";
import type { readNote } from "~/features/newsletters/read-note.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Note } from "~/ui/note";
import { OutwardLink } from "~/ui/outward-links";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export type ShownNote = Omit<NoteView, "heading" | "body"> & ReturnType<typeof readNote>;

/** A note as those read it who may not change it, or once it has gone out. */
export function NotePage({ note }: { note: ShownNote }) {
  return (
    <Columns
      main={
        <>
          {note.usedAt && <Note>{m.newsletters_notes_used_refusal()}</Note>}
          {note.written.map(({ language, heading, blocks }) => (
            <Panel key={language} title={<span lang={language}>{heading}</span>}>
              <PanelBody>
                <div lang={language}>
                  <MarkdownBlocks blocks={blocks} headingLevel={3} />
                </div>
                {note.link && (
                  <p>
                    <OutwardLink to={note.link} />
                  </p>
                )}
              </PanelBody>
            </Panel>
          ))}
        </>
      }
      side={<HistoryPanel lines={note.history} />}
    />
  );
}

/** Asks before a note is taken away. */
export function RemoveNote({ note, slug }: { note: Pick<ShownNote, "id" | "title">; slug: string }) {
  return (
    <Confirm
      title={m.newsletters_notes_remove_title({ title: note.title })}
      tone="danger"
      cancel={{ label: m.common_cancel(), to: paths.newsletterNote(slug, note.id) }}
      action={
        <Form method="post">
          <Button name="intent" value="remove" variant="danger" icon="trash">
            {m.newsletters_notes_remove()}
          </Button>
        </Form>
      }
    >
      <p>{m.newsletters_notes_remove_why()}</p>
    </Confirm>
  );
}
