import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { HistoryPanel } from "~/features/audit/history-panel";
import type { CaseView } from "~/features/cases/case.view.server";
import { CasePaperPanel, type PaperProblems } from "~/features/cases/case-paper-panel";
import { AddPart, CaseParts } from "~/features/cases/case-parts";
import { Proposed } from "~/features/cases/case-text";
import { caseKindNames, caseStateNames, closedWords } from "~/features/cases/case-words";
import { WantedBy } from "~/features/cases/queue-list";
import { Story } from "~/features/cases/story-panel";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Select } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Tag } from "~/ui/tag";

export type CaseRefusal = {
  said?: string;
  part?: { errors: Record<string, string>; values: Record<string, string> };
  papers?: PaperProblems;
};

type Props = {
  view: CaseView;
  slug: string;
  today: string;
  mayEdit: boolean;
  refused: CaseRefusal | undefined;
  /** What the case is about, over its texts. */
  about?: ReactNode;
};

/** A case: its texts, its parts, its papers, what has become of it in each body, and what can be done with it. */
export function CasePage({ view, slug, today, mayEdit, refused, about }: Props) {
  const { story, history } = view;
  const one = view.case;
  const editable = mayEdit && (one.state === "queued" || one.state === "on_agenda");
  const words = one.presentation.length + one.proposal.length + one.parts.length;
  return (
    <>
      <PageHead
        eyebrow={one.body.name}
        title={one.title}
        tag={
          <>
            <Tag tone={one.state === "treated" ? "success" : "neutral"}>{caseStateNames[one.state]()}</Tag>{" "}
            {one.closed && <Tag icon="shield">{closedWords(one.legalBasis)}</Tag>}
          </>
        }
        actions={
          editable && (
            <>
              {one.state === "queued" && <StateButton intent="withdraw" />}
              <LinkButton to={paths.editCase(slug, one.id)} variant="secondary" icon="pencil">
                {m.common_change()}
              </LinkButton>
            </>
          )
        }
      />
      {refused?.said && (
        <Note tone="danger" live>
          {refused.said}
        </Note>
      )}
      <Columns
        main={
          <>
            {about}
            <Panel title={m.cases_presentation()}>
              <PanelBody>
                {words === 0 && <p className="sv-quiet">{m.cases_no_words()}</p>}
                <div className="sv-prose">
                  <MarkdownBlocks blocks={one.presentation} headingLevel={3} />
                </div>
                <Proposed label={m.cases_proposal()} blocks={one.proposal} />
                <CaseParts parts={one.parts} parentId={one.id} slug={slug} mayEdit={editable} />
                {editable && one.kind !== "opening" && one.kind !== "minutes" && !one.partOf && (
                  <AddPart parts={one.parts} caseId={one.id} refused={refused?.part ?? null} />
                )}
              </PanelBody>
            </Panel>
            <CasePaperPanel
              papers={one.papers}
              caseId={one.id}
              slug={slug}
              mayEdit={mayEdit && one.state !== "withdrawn"}
              refused={refused?.papers ?? null}
            />
          </>
        }
        side={
          <>
            <Panel title={m.cases_about()}>
              <PanelBody>
                <CaseFacts one={one} slug={slug} today={today} />
                {editable && one.state === "queued" && <TakeUp view={view} />}
                {mayEdit && one.state === "withdrawn" && <StateButton intent="back" />}
              </PanelBody>
            </Panel>
            {(story.length > 1 || story.some(({ treatments }) => treatments.length > 0)) && (
              <Panel title={m.cases_story()}>
                <PanelBody>
                  <Story
                    steps={story}
                    here={one.id}
                    caseTo={({ caseId }) => paths.case(slug, caseId)}
                    meetingTo={(step, { minutesId }) => paths.agenda(slug, step.body.id, minutesId)}
                  />
                </PanelBody>
              </Panel>
            )}
            <HistoryPanel lines={history} />
          </>
        }
      />
    </>
  );
}

function CaseFacts({ one, slug, today }: { one: CaseView["case"]; slug: string; today: string }) {
  return (
    <dl className="sv-terms">
      <dt>{m.cases_kind()}</dt>
      <dd>{caseKindNames[one.kind]()}</dd>
      {one.proposer && (
        <>
          <dt>{m.cases_proposer()}</dt>
          <dd>{one.proposer}</dd>
        </>
      )}
      {one.wantedBy && (
        <>
          <dt>{m.cases_wanted()}</dt>
          <dd>
            {one.state === "queued" ? (
              <WantedBy day={one.wantedBy} today={today} />
            ) : (
              formatDate(one.wantedBy, getLocale())
            )}
          </dd>
        </>
      )}
      {one.partOf && (
        <>
          <dt>{m.cases_part_from()}</dt>
          <dd>
            <Link to={paths.case(slug, one.partOf.id)} className="sv-link">
              {one.partOf.title}
            </Link>
          </dd>
        </>
      )}
      {one.about && (
        <>
          <dt>{m.cases_about_minutes()}</dt>
          <dd>
            <Link to={paths.agenda(slug, one.about.bodyId, one.about.minutesId)} className="sv-link">
              {formatDate(one.about.day, getLocale())}
            </Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function TakeUp({ view: { meetings, ...view } }: { view: CaseView }) {
  if (meetings.length === 0)
    return <p className="sv-small sv-quiet">{m.cases_no_meeting({ body: view.case.body.name })}</p>;
  return (
    <Form method="post" className="sv-stack">
      <Select
        name="minutes"
        label={m.cases_take_up_in()}
        options={meetings.map(({ id, day, set }) => ({
          value: id,
          label: set ? m.cases_meeting_set({ date: formatDate(day, getLocale()) }) : formatDate(day, getLocale()),
        }))}
      />
      <div>
        <Button icon="tasklist" name="intent" value="take-up">
          {m.cases_take_up()}
        </Button>
      </div>
    </Form>
  );
}

function StateButton({ intent }: { intent: "withdraw" | "back" }) {
  return (
    <Form method="post">
      <Button
        variant={intent === "back" ? "secondary" : "tertiary"}
        icon={intent === "back" ? "undo" : "leave"}
        name="intent"
        value={intent}
      >
        {intent === "back" ? m.cases_put_back() : m.cases_withdraw()}
      </Button>
    </Form>
  );
}

/** What stands of a case that is closed to the reader. */
export function HiddenCase({ hidden }: { hidden: { body: string; legalBasis: string } }) {
  return (
    <>
      <PageHead eyebrow={hidden.body} title={closedWords(hidden.legalBasis)} />
      <Note>{m.cases_closed_why()}</Note>
    </>
  );
}
