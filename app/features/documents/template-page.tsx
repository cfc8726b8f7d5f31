import { Form } from "@remix-run/react";
import type { TemplateRefusal } from "~/features/documents/answer-template-form.server";
import type { TemplateView } from "~/features/documents/templates.view.server";
import { TemplateFile } from "~/features/documents/templates-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = { view: TemplateView; slug: string; removing: boolean; refusal: TemplateRefusal | null };

/** One Word template: the fields in it, another file in its place, and none. */
export function TemplatePage({ view, slug, removing, refusal }: Props) {
  const { id, name, document, body, fields, content } = view;
  const here = paths.documentTemplate(slug, id);
  return (
    <>
      <PageHead
        eyebrow={[document, body].filter(Boolean).join(" · ")}
        title={name}
        actions={
          <>
            {!removing && (
              <LinkButton to={`${here}?remove=yes`} variant="tertiary" icon="trash">
                {m.documents_template_remove()}
              </LinkButton>
            )}
            <LinkButton to={paths.documentTemplateFile(slug, id)} variant="secondary" icon="download" reloadDocument>
              {m.documents_template_download()}
            </LinkButton>
          </>
        }
      />
      {removing && (
        <Confirm
          title={m.documents_template_remove_ask({ name })}
          tone="danger"
          action={
            <Form method="post">
              <Button variant="danger" icon="trash" name="intent" value="remove">
                {m.documents_template_remove()}
              </Button>
            </Form>
          }
          cancel={{ label: m.common_cancel(), to: here }}
        >
          <p>{m.documents_template_remove_why()}</p>
        </Confirm>
      )}
      <Columns
        main={
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
                  ...{ id: "there", head: m.documents_template_field_in() },
                  cell: ({ there }) =>
                    there ? (
                      <Tag tone="success" icon="check">
                        {m.documents_template_field_there()}
                      </Tag>
                    ) : (
                      <span className="sv-quiet">{m.documents_template_field_absent()}</span>
                    ),
                },
              ]}
            />
          </Panel>
        }
        side={
          <Panel title={m.documents_template_replace()}>
            <PanelBody>
              <ErrorSummary title={m.documents_template_refused()} errors={refusal?.problems ?? []} />
              <Form method="post" encType="multipart/form-data" className="sv-form">
                <TemplateFile content={content} error={refusal?.problems[0]?.message} />
                <div>
                  <Button icon="upload" name="intent" value="replace">
                    {m.documents_template_replace()}
                  </Button>
                </div>
              </Form>
            </PanelBody>
          </Panel>
        }
      />
    </>
  );
}
