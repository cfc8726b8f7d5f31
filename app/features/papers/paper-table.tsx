import { Form } from "@remix-run/react";
import { PaperName } from "~/features/papers/paper-list";
import { paperFacts } from "~/features/papers/paper-words";
import type { PaperShown, PapersPage } from "~/features/papers/papers.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { Select, TextInput } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = PapersPage & {
  slug: string;
  eventId: string;
  mayEdit: boolean;
  /** The paper that is being changed, by id. */
  editing: string | null;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** The papers of an event in their order: what each is, who may read it, and what it belongs to. */
export function PaperTable({ papers, items, slug, eventId, mayEdit, editing, refusal }: Props) {
  const page = paths.papers(slug, eventId);
  const itemTitle = new Map(items.map(({ id, title }) => [id, title]));
  const columns: Column<PaperShown>[] = [
    {
      id: "name",
      head: m.papers_name(),
      rowHeader: true,
      onSmall: "full",
      cell: (paper) => (
        <>
          <PaperName paper={paper} to={(id) => paths.paper(slug, eventId, id)} />
          <small>{paperFacts(paper)}</small>
        </>
      ),
    },
  ];
  if (items.length > 0)
    columns.push({
      id: "item",
      head: m.papers_item(),
      width: 200,
      onSmall: "label",
      cell: ({ itemId }) => itemTitle.get(itemId ?? "") ?? <Empty label={m.common_empty_cell()} />,
    });
  columns.push({
    id: "readers",
    head: m.papers_readers(),
    width: 168,
    cell: ({ open }) => <Tag icon={open ? "globe" : "shield"}>{open ? m.papers_open() : m.papers_closed()}</Tag>,
  });
  if (mayEdit)
    columns.push({
      id: "action",
      head: m.common_change(),
      headSpoken: true,
      align: "right",
      width: 72,
      cell: (paper) => (
        <Menu
          className="sv-tool sv-tool--edge"
          name={m.papers_more({ name: paper.name })}
          label={<Icon name="more" />}
          align="end"
        >
          <MenuLink icon="pencil" to={`${page}?paper=${paper.id}#edit-paper`}>
            {m.papers_change()}
          </MenuLink>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="paper" value={paper.id} />
            {paper !== papers[0] && (
              <MenuButton icon="chevron-up" name="intent" value="up">
                {m.papers_up()}
              </MenuButton>
            )}
            {paper !== papers.at(-1) && (
              <MenuButton icon="chevron-down" name="intent" value="down">
                {m.papers_down()}
              </MenuButton>
            )}
          </Form>
          <MenuLink icon="trash" to={`${page}?remove=${paper.id}`}>
            {m.papers_remove()}
          </MenuLink>
        </Menu>
      ),
    });
  return (
    <DataTable
      caption={m.papers_title()}
      rows={papers}
      rowKey={({ id }) => id}
      columns={columns}
      editing={(paper) =>
        mayEdit && paper.id === editing && <EditPaper page={page} paper={paper} items={items} refusal={refusal} />
      }
    />
  );
}

function EditPaper({
  page,
  paper,
  items,
  refusal,
}: Pick<Props, "items" | "refusal"> & { page: string; paper: PaperShown }) {
  const errors = refusal?.errors ?? {};
  const values = refusal?.values ?? {
    name: paper.name,
    link: paper.link,
    itemId: paper.itemId ?? "",
    ...(paper.open && { open: "on" }),
  };
  return (
    <Form method="post" action={`${page}?paper=${paper.id}`} className="sv-form" id="edit-paper" noValidate>
      <FormProblems errors={errors} />
      <input type="hidden" name="paper" value={paper.id} />
      <input type="hidden" name="stamp" value={paper.stamp} />
      <TextInput name="name" label={m.papers_name()} defaultValue={values.name} error={errors.name} maxLength={200} />
      {!paper.file && (
        <TextInput name="link" type="url" label={m.papers_link()} defaultValue={values.link} error={errors.link} />
      )}
      <BelongsTo items={items} value={values.itemId} />
      <OpenBox id="edit-open" checked={values.open === "on"} />
      <div className="sv-row">
        <Button name="intent" value="save">
          {m.papers_save()}
        </Button>
        <LinkButton to={page} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

/** The item of the programme a paper belongs to, where there is a programme. */
export function BelongsTo({
  items,
  value,
  id = "itemId",
}: {
  items: PapersPage["items"];
  value?: string | undefined;
  id?: string;
}) {
  if (items.length === 0) return null;
  return (
    <Select
      id={id}
      name="itemId"
      label={m.papers_item()}
      placeholder={m.papers_whole_event()}
      options={items.map(({ id, title }) => ({ value: id, label: title }))}
      defaultValue={value}
      optional
    />
  );
}

export function OpenBox({ id, checked }: { id: string; checked: boolean }) {
  return (
    <Checkbox id={id} name="open" label={m.papers_open_box()} hint={m.papers_open_hint()} defaultChecked={checked} />
  );
}
