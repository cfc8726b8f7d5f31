import { Form } from "@remix-run/react";
import type { EventFrame } from "~/features/events/event-frame.view.server";
import { AddPapersPanel, type PaperProblem } from "~/features/papers/add-papers-panel";
import { PaperTable } from "~/features/papers/paper-table";
import type { PaperShown, PapersPage as Shown } from "~/features/papers/papers.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel } from "~/ui/panel";

type Props = {
  slug: string;
  event: Pick<EventFrame, "id">;
  page: Shown;
  mayEdit: boolean;
  editing: string | null;
  removing: PaperShown | null;
  add: { problems: PaperProblem[]; values: FormValues } | null;
  edit: { errors: FormErrors; values: FormValues } | null;
};

/** The papers of an event, and for those who may edit it what adds and changes them. */
export function PapersPage({ slug, event, page, mayEdit, editing, removing, add, edit }: Props) {
  const list = (
    <Panel title={m.papers_title()} count={page.papers.length || undefined}>
      {page.papers.length > 0 ? (
        <PaperTable {...page} slug={slug} eventId={event.id} mayEdit={mayEdit} editing={editing} refusal={edit} />
      ) : (
        <EmptyState icon="file" title={m.papers_none()} why={mayEdit ? m.papers_none_why() : m.papers_none_yet()} />
      )}
    </Panel>
  );
  return (
    <div className="sv-stack">
      {removing && <RemovePaper paper={removing} slug={slug} eventId={event.id} />}
      {mayEdit ? (
        <Columns
          main={list}
          side={
            <AddPapersPanel
              slug={slug}
              eventId={event.id}
              items={page.items}
              problems={add?.problems ?? []}
              values={add?.values ?? {}}
            />
          }
        />
      ) : (
        list
      )}
    </div>
  );
}

function RemovePaper({ paper, slug, eventId }: { paper: PaperShown; slug: string; eventId: string }) {
  const page = paths.papers(slug, eventId);
  return (
    <Confirm
      title={m.papers_remove_title({ name: paper.name })}
      tone="danger"
      action={
        <Form method="post" action={page}>
          <input type="hidden" name="paper" value={paper.id} />
          <Button variant="danger" name="intent" value="remove">
            {m.papers_remove_button()}
          </Button>
        </Form>
      }
      cancel={{ label: m.common_cancel(), to: page }}
    >
      {paper.file ? m.papers_remove_why() : m.papers_remove_link_why()}
    </Confirm>
  );
}
