import { Form, Link } from "@remix-run/react";
import type { TemplateRefusal } from "~/features/documents/answer-template-form.server";
import type { TemplatesView } from "~/features/documents/templates.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, Select } from "~/ui/fields";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

const wordFiles =
  ".docx,.dotx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.wordprocessingml.template";

type Props = { view: TemplatesView; slug: string; refusal: TemplateRefusal | null };

/** The region's Word templates: those there are, a new one, what to start from, and the fields. */
export function TemplatesPage({ view, slug, refusal }: Props) {
  return (
    <Columns
      main={
        <>
          <Panel title={m.documents_templates_yours()} count={view.templates.length || undefined}>
            {view.templates.length === 0 ? (
              <EmptyState icon="file" title={m.documents_templates_none()} why={m.documents_templates_none_why()} />
            ) : (
              <DataTable
                caption={m.documents_templates_yours()}
                rows={view.templates}
                rowKey={({ id }) => id}
                columns={[
                  {
                    ...{ id: "name", head: m.documents_template_name(), rowHeader: true },
                    cell: ({ id, name }) => (
                      <Link className="sv-link" to={paths.documentTemplate(slug, id)}>
                        {name}
                      </Link>
                    ),
                  },
                  { id: "kind", head: m.documents_template_kind(), cell: ({ document }) => document },
                  {
                    ...{ id: "body", head: m.documents_template_body() },
                    cell: ({ body }) => body || <Empty label={m.documents_template_no_one_body()} />,
                  },
                  { id: "updated", head: m.documents_template_updated(), cell: ({ updated }) => updated, quiet: true },
                ]}
              />
            )}
          </Panel>
          <Fields view={view} />
        </>
      }
      side={
        <>
          <Panel title={m.documents_template_upload_new()}>
            <PanelBody>
              <Upload view={view} refusal={refusal} />
            </PanelBody>
          </Panel>
          <Panel title={m.documents_template_start()}>
            <Rows>
              {view.kinds.map(({ kind, name }) => (
                <Row
                  key={kind}
                  icon="file"
                  title={name}
                  end={
                    <LinkButton
                      to={paths.defaultTemplate(slug, kind)}
                      variant="tertiary"
                      small
                      icon="download"
                      reloadDocument
                    >
                      {m.documents_template_download()}
                      <span className="ds-sr-only"> {name}</span>
                    </LinkButton>
                  }
                />
              ))}
            </Rows>
            <PanelBody>
              <p className="sv-small sv-quiet">{m.documents_template_start_why()}</p>
            </PanelBody>
          </Panel>
        </>
      }
    />
  );
}

function Upload({ view, refusal }: Pick<Props, "view" | "refusal">) {
  const error = (field: string) => refusal?.problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <ErrorSummary title={m.documents_template_refused()} errors={refusal?.problems ?? []} />
      <Form method="post" encType="multipart/form-data" className="sv-form">
        <Select
          name="kind"
          label={m.documents_template_kind()}
          placeholder={m.documents_template_choose()}
          options={view.kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
          defaultValue={refusal?.kind ?? ""}
          error={error("kind")}
        />
        <Select
          name="body"
          label={m.documents_template_body()}
          hint={m.documents_template_body_hint()}
          options={[
            { value: "", label: m.documents_template_all_bodies() },
            ...view.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={refusal?.body ?? ""}
          error={error("body")}
        />
        <TemplateFile content={view.content} error={error("file")} />
        <p className="sv-small sv-quiet">{m.documents_template_upload_replaces()}</p>
        <div>
          <Button icon="upload" name="intent" value="upload">
            {m.documents_template_upload()}
          </Button>
        </div>
      </Form>
    </>
  );
}

export function TemplateFile({ content, error }: { content: string; error: string | undefined }) {
  return (
    <FileInput
      name="file"
      label={m.documents_template_file()}
      hint={m.documents_template_file_hint({ content })}
      accept={wordFiles}
      error={error}
    />
  );
}

function Fields({ view: { fields } }: Pick<Props, "view">) {
  return (
    <Panel title={m.documents_template_fields()}>
      <PanelBody>
        <p className="sv-small sv-quiet">{m.documents_template_fields_why()}</p>
      </PanelBody>
      <DataTable
        caption={m.documents_template_fields()}
        rows={fields}
        rowKey={({ written }) => written}
        columns={[
          {
            ...{ id: "field", head: m.documents_template_field(), rowHeader: true },
            cell: ({ written }) => <code className="sv-nowrap">{written}</code>,
          },
          { id: "says", head: m.documents_template_field_says(), cell: ({ says }) => says },
          {
            ...{ id: "kinds", head: m.documents_template_field_in_all(), quiet: true },
            cell: ({ kinds }) => kinds.join(", "),
          },
        ]}
      />
    </Panel>
  );
}
