import { Form } from "@remix-run/react";
import { paperEndings } from "~/domain/papers/paper-type";
import type { PaperView } from "~/features/cases/agenda.view.server";
import { PaperLink } from "~/features/cases/case-text";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextInput } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton } from "~/ui/menu";
import { Panel, PanelBody } from "~/ui/panel";

export type PaperProblems = { problems: { field: string; message: string }[]; values: Record<string, string> };

type Props = {
  papers: PaperView[];
  caseId: string;
  slug: string;
  mayEdit: boolean;
  refused: PaperProblems | null;
};

/** The papers of a case, in their order, and files or a link to add. */
export function CasePaperPanel({ papers, caseId, slug, mayEdit, refused }: Props) {
  if (papers.length === 0 && !mayEdit) return null;
  const errors = Object.fromEntries((refused?.problems ?? []).map(({ field, message }) => [field, message]));
  return (
    <Panel title={m.cases_papers()} count={papers.length || undefined} id="papers">
      <PanelBody>
        {papers.length > 0 && (
          <ul className="sv-papers">
            {papers.map((paper, at) => (
              <li key={paper.id}>
                <PaperLink paper={paper} to={({ id }) => paths.casePaper(slug, caseId, id)} />
                {mayEdit && (
                  <Menu
                    className="sv-tool sv-tool--edge"
                    name={m.cases_part_more({ title: paper.name })}
                    label={<Icon name="more" />}
                    align="end"
                  >
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="paper" value={paper.id} />
                      {at > 0 && (
                        <MenuButton icon="chevron-up" name="intent" value="paper-up">
                          {m.cases_up()}
                        </MenuButton>
                      )}
                      {at < papers.length - 1 && (
                        <MenuButton icon="chevron-down" name="intent" value="paper-down">
                          {m.cases_down()}
                        </MenuButton>
                      )}
                      <MenuButton icon="trash" danger name="intent" value="paper-remove">
                        {m.cases_paper_remove()}
                      </MenuButton>
                    </Form>
                  </Menu>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayEdit && (
          <details className="sv-parts__add" open={refused !== null || undefined}>
            <summary>
              <Icon name="plus" size={18} /> {m.cases_papers_add()}
            </summary>
            <ErrorSummary title={m.papers_refused_title()} errors={refused?.problems ?? []} />
            <Form method="post" encType="multipart/form-data" className="sv-form" noValidate>
              <FileInput
                name="files"
                label={m.papers_files()}
                hint={m.papers_files_hint()}
                accept={paperEndings}
                error={errors.files}
                multiple
                optional
              />
              <TextInput
                name="link"
                type="url"
                label={m.papers_link()}
                defaultValue={refused?.values.link}
                error={errors.link}
                optional
              />
              <TextInput
                name="name"
                label={m.papers_link_name()}
                defaultValue={refused?.values.name}
                error={errors.name}
                optional
              />
              <div>
                <Button variant="secondary" icon="upload" name="intent" value="paper-add">
                  {m.papers_add()}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </PanelBody>
    </Panel>
  );
}
