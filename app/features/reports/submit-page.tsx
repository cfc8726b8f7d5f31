import { Form } from "@remix-run/react";
import type { Lack } from "~/domain/reports/submit-check";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { TextArea } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Refused = { errors: Record<string, string>; values: Record<string, string> } | undefined;
type Place = { slug: string; round: string };

/** Names shown of what lacks, and the longest of one. */
const most = 4;
const longest = 80;

const short = (name: string) => (name.length > longest ? `${name.slice(0, longest).trimEnd()} …` : name);

function wordsOf(lack: Lack): string {
  switch (lack.kind) {
    case "no-rows":
      return m.reports_lack_no_rows();
    case "no-accounts":
      return m.reports_lack_no_accounts();
    case "asking":
      return m.reports_lack_asking({ n: lack.count });
    case "undelivered":
      return m.reports_lack_undelivered({ n: lack.count });
    case "unanswered":
      return m.reports_lack_unanswered({ n: lack.count });
    case "ownerless":
      return m.reports_lack_ownerless({ n: lack.count });
    case "texts":
      return m.reports_lack_texts({ n: lack.count });
    case "figures":
      return m.reports_lack_figures({ n: lack.count });
  }
}

function placeOf({ kind }: Lack, { slug, round }: Place): string {
  if (kind === "texts") return paths.roundTexts(slug, round);
  if (kind === "figures") return paths.roundFigures(slug, round);
  return kind === "no-accounts" ? paths.roundAccounts(slug, round) : paths.round(slug, round);
}

/** What a report lacks, each with where it is mended; or that nothing does. */
export function Lacks({ lacks, ...place }: { lacks: Lack[] } & Place) {
  if (lacks.length === 0)
    return (
      <Note tone="success" title={m.reports_ready()}>
        {m.reports_ready_why()}
      </Note>
    );
  return (
    <Panel title={m.reports_lacks()} count={lacks.length}>
      <Rows>
        {lacks.map((lack) => {
          const names = "names" in lack ? lack.names : [];
          const more = names.length - most;
          return (
            <Row
              key={lack.kind}
              icon="warning"
              title={wordsOf(lack)}
              to={placeOf(lack, place)}
              note={[...names.slice(0, most).map(short), more > 0 && m.reports_and_more({ n: more })]
                .filter(Boolean)
                .join(" · ")}
            />
          );
        })}
      </Rows>
    </Panel>
  );
}

type CountedAgain = { key: string; label: string; before: string | null; after: string | null };

/** The figures that are counted otherwise now than they stand; submission takes what is counted now. */
export function RecountedFigures({ figures, slug, round }: { figures: CountedAgain[] } & Place) {
  if (figures.length === 0) return null;
  const value = (one: string | null) => one ?? <Empty label={m.reports_unknown()} />;
  return (
    <Panel
      title={m.reports_recounted()}
      count={figures.length}
      link={{ label: m.reports_tab_figures(), to: paths.roundFigures(slug, round) }}
      foot={m.reports_recounted_why()}
    >
      <DataTable<CountedAgain>
        caption={m.reports_recounted()}
        rows={figures}
        rowKey={({ key }) => key}
        columns={[
          { id: "figure", head: m.reports_figure(), rowHeader: true, onSmall: "full", cell: ({ label }) => label },
          {
            ...{ id: "before", head: m.reports_stands(), align: "right", width: 120, onSmall: "label" },
            cell: ({ before }) => value(before),
          },
          {
            ...{ id: "now", head: m.reports_now(), align: "right", width: 120, onSmall: "label" },
            cell: ({ after }) => <b>{value(after)}</b>,
          },
        ]}
      />
    </Panel>
  );
}

/** The form that submits a report, the first time or again. `seen` is what it was when the page was made. */
export function SubmitForm({
  version,
  seen,
  lacking,
  again,
  reason,
  refused,
}: {
  version: number;
  seen: Readonly<Record<string, string>>;
  lacking: boolean;
  again: boolean;
  reason: string;
  refused: Refused;
}) {
  const { errors = {}, values } = refused ?? {};
  return (
    <Panel title={again ? m.reports_submit_again() : m.reports_submit()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={version}>
          <FormProblems errors={errors} />
          <p>{m.reports_submit_what()}</p>
          <input type="hidden" name="version" value={version} />
          {Object.entries(seen).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {again && (
            <TextArea
              {...{ name: "reason", label: m.reports_reason(), rows: 3, maxLength: 1000, required: true, dir: "auto" }}
              error={errors.reason ?? null}
              defaultValue={values?.reason ?? reason}
            />
          )}
          {lacking && (
            <Checkbox
              {...{
                name: "confirmed",
                value: "yes",
                label: m.reports_confirm_lacks(),
                error: errors.confirmed ?? null,
              }}
              defaultChecked={values?.confirmed === "yes"}
            />
          )}
          <div className="sv-row">
            <Button name="intent" value="submit" icon="send">
              {again ? m.reports_submit_again() : m.reports_submit()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** The form that opens a submitted report for a correction. */
export function ReopenForm({ version, refused }: { version: number; refused: Refused }) {
  const { errors = {}, values } = refused ?? {};
  return (
    <Panel title={m.reports_reopen()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={version}>
          <FormProblems errors={errors} />
          <p>{m.reports_reopen_what()}</p>
          <input type="hidden" name="version" value={version} />
          <TextArea
            {...{
              name: "reason",
              label: m.reports_reason_why(),
              rows: 3,
              maxLength: 1000,
              required: true,
              dir: "auto",
            }}
            error={errors.reason ?? null}
            defaultValue={values?.reason ?? ""}
          />
          <div className="sv-row">
            <Button name="intent" value="reopen" variant="secondary" icon="undo">
              {m.reports_reopen()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}
