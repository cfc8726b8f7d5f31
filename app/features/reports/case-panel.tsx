import { Form } from "@remix-run/react";
import { caseStateNames } from "~/features/cases/case-words";
import { RoundStateTag } from "~/features/reports/report-words";
import type { RoundCase } from "~/features/reports/round-cases.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { type Option, Select } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = { cases: RoundCase[]; bodies: Option[]; slug: string; mayEdit: boolean; error: string | null };

/** The cases a report is treated in, and a way to put it in the queue of a body. */
export function RoundCases({ cases, bodies, slug, mayEdit, error }: Props) {
  const adds = mayEdit && bodies.length > 0;
  if (cases.length === 0 && !adds) return null;
  return (
    <Panel title={m.reports_cases()} count={cases.length > 1 ? cases.length : undefined}>
      {cases.length > 0 && (
        <Rows>
          {cases.map(({ id, title, state, body }) => (
            <Row
              key={id}
              icon="gavel"
              title={title || m.cases_closed()}
              to={paths.case(slug, id)}
              note={`${body.name} · ${caseStateNames[state]()}`}
            />
          ))}
        </Rows>
      )}
      {adds && (
        <PanelBody>
          {cases.length === 0 && <p className="sv-quiet">{m.reports_cases_none()}</p>}
          <Form method="post" className="sv-form">
            <input type="hidden" name="intent" value="case" />
            <Select name="bodyId" label={m.reports_case_body()} options={bodies} error={error} />
            <div>
              <Button variant="secondary">{m.reports_case_add()}</Button>
            </div>
          </Form>
        </PanelBody>
      )}
    </Panel>
  );
}

type Report = { id: string; name: string; state: "open" | "submitted" | "correcting"; submittedOn: string | null };

/** The report a case is about, on the page of the case. */
export function CaseReport({ report, slug }: { report: Report; slug: string }) {
  return (
    <Panel title={m.reports_case_report()}>
      <Rows>
        <Row icon="chart" title={report.name} to={paths.round(slug, report.id)} end={<RoundStateTag {...report} />} />
      </Rows>
    </Panel>
  );
}
