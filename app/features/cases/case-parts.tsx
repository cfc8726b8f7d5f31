import { Form } from "@remix-run/react";
import type { PartView } from "~/features/cases/case.view.server";
import { CasePapers, Proposed } from "~/features/cases/case-text";
import { useKeptFocus } from "~/features/cases/queue-list";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { TextArea, TextInput } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Tag } from "~/ui/tag";

type Props = { parts: PartView[]; parentId: string; slug: string; mayEdit: boolean; depth?: number };

/** The lettered items and bullets of a case, as they stand in the agenda; those who may can order and change them. */
export function CaseParts({ parts, parentId, slug, mayEdit, depth = 1 }: Props) {
  const kept = useKeptFocus(parts.map(({ id }) => id).join());
  if (parts.length === 0) return null;
  return (
    <ol className="sv-parts" data-depth={depth} ref={kept.list}>
      {parts.map((part, at) => (
        <li key={part.id} id={part.letter ? part.letter.toLowerCase() : part.id}>
          <div className="sv-parts__head">
            <span className="sv-parts__mark">{part.letter || "–"}</span>
            <h3 className="sv-parts__title">{part.title}</h3>
            {part.state === "withdrawn" && <Tag>{m.cases_state_withdrawn()}</Tag>}
            {mayEdit && (
              <Menu
                className="sv-tool sv-tool--edge"
                name={m.cases_part_more({ title: part.title })}
                label={<Icon name="more" />}
                align="end"
              >
                <MenuLink icon="pencil" to={paths.editCase(slug, part.id)}>
                  {m.common_change()}
                </MenuLink>
                <Form method="post" preventScrollReset onSubmit={kept.remember}>
                  <input type="hidden" name="parent" value={parentId} />
                  <input type="hidden" name="part" value={part.id} />
                  {at > 0 && (
                    <MenuButton icon="chevron-up" name="intent" value="part-up">
                      {m.cases_up()}
                    </MenuButton>
                  )}
                  {at < parts.length - 1 && (
                    <MenuButton icon="chevron-down" name="intent" value="part-down">
                      {m.cases_down()}
                    </MenuButton>
                  )}
                  <MenuButton icon="trash" danger name="intent" value="part-remove">
                    {m.cases_part_remove()}
                  </MenuButton>
                </Form>
              </Menu>
            )}
          </div>
          <div className="sv-parts__body">
            <MarkdownBlocks blocks={part.presentation} headingLevel={4} />
            <Proposed label={m.cases_proposal()} blocks={part.proposal} />
            <CasePapers papers={part.papers} to={({ id, caseId }) => paths.casePaper(slug, caseId, id)} />
            <CaseParts parts={part.parts} parentId={part.id} slug={slug} mayEdit={mayEdit} depth={depth + 1} />
          </div>
        </li>
      ))}
    </ol>
  );
}

type AddProps = {
  parts: PartView[];
  caseId: string;
  refused: { errors: Record<string, string>; values: Record<string, string> } | null;
};

/** A lettered item or a bullet to add to a case, or a bullet to one of its lettered items. */
export function AddPart({ parts, caseId, refused }: AddProps) {
  const values = refused?.values ?? {};
  const errors = refused?.errors ?? {};
  const lettered = parts.filter(({ letter }) => letter !== "");
  const options = [
    { value: `${caseId} lettered`, label: m.cases_part_lettered() },
    { value: `${caseId} bullet`, label: m.cases_part_bullet() },
    ...lettered.map(({ id, letter, title }) => ({
      value: `${id} bullet`,
      label: m.cases_part_bullet_under({ part: `${letter} ${title}` }),
    })),
  ];
  return (
    <details className="sv-parts__add" open={refused !== null || undefined}>
      <summary>
        <Icon name="plus" size={18} /> {m.cases_part_add()}
      </summary>
      <Form method="post" className="sv-form" noValidate>
        <TextInput
          name="title"
          id="part-title"
          label={m.cases_title()}
          defaultValue={values.title}
          error={errors.title}
          required
        />
        <RadioGroup
          name="as"
          legend={m.cases_part_as()}
          options={options}
          defaultValue={values.as ?? options[0]?.value ?? ""}
          error={errors.as}
        />
        <TextArea
          name="presentation"
          id="part-presentation"
          label={m.cases_presentation()}
          defaultValue={values.presentation}
          error={errors.presentation}
          optional
        />
        <TextArea
          name="proposal"
          id="part-proposal"
          label={m.cases_proposal()}
          defaultValue={values.proposal}
          error={errors.proposal}
          rows={2}
          optional
        />
        <div>
          <Button variant="secondary" icon="plus" name="intent" value="part-add">
            {m.cases_part_add()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
