import { Form, Link } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import type { AboutPlan } from "~/features/communications-plan/about-plan.view.server";
import { DocumentMenu } from "~/features/communications-plan/document-menu";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planStateWords } from "~/features/communications-plan/plan-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Menu, MenuLink } from "~/ui/menu";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Empty } from "~/ui/table";

/** What may be done with a plan: to change and adopt it, and in the menu what ends it. */
export function PlanActions({ about, slug }: { about: AboutPlan; slug: string }) {
  const { plan, version } = about;
  return (
    <>
      <Menu className="sv-tool sv-tool--edge" name={m.plan_about_more()} label={<Icon name="more" />} align="end">
        <MenuLink to={paths.newPlan(slug)} icon="plus">
          {m.plan_about_new()}
        </MenuLink>
        <MenuLink to={paths.carryOver(slug, plan.key)} icon="copy">
          {m.plan_carry()}
        </MenuLink>
        {about.mayEdit && (
          <MenuLink to={`${paths.aboutPlan(slug, plan.key)}?ask=close`} icon="check">
            {m.plan_about_close()}
          </MenuLink>
        )}
        {about.mayRemove && (
          <MenuLink to={`${paths.aboutPlan(slug, plan.key)}?ask=remove`} icon="trash">
            {m.plan_about_remove()}
          </MenuLink>
        )}
      </Menu>
      <DocumentMenu slug={slug} period={plan.key} />
      {!about.mayEdit && (
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="reopen" variant="secondary" icon="undo">
            {m.plan_about_reopen()}
          </Button>
        </Form>
      )}
      {about.mayEdit && (
        <>
          <LinkButton to={paths.editPlan(slug, plan.key)} variant="secondary" icon="pencil">
            {m.plan_about_edit()}
          </LinkButton>
          <LinkButton to={paths.adoptPlan(slug, plan.key)} icon="gavel">
            {plan.state === "draft" ? m.plan_about_adopt() : m.plan_about_adopt_again()}
          </LinkButton>
        </>
      )}
    </>
  );
}

/** Before a plan is closed or removed: what becomes of it. */
export function AskFirst({ about, slug, ask }: { about: AboutPlan; slug: string; ask: "close" | "remove" }) {
  const closes = ask === "close";
  const period = { period: periodTitle(about.plan) };
  return (
    <Confirm
      title={closes ? m.plan_about_close_title(period) : m.plan_about_remove_title(period)}
      tone={closes ? "accent" : "danger"}
      action={
        <Form method="post" action={paths.aboutPlan(slug, about.plan.key)}>
          <input type="hidden" name="version" value={about.version} />
          <Button name="intent" value={ask} variant={closes ? "primary" : "danger"}>
            {closes ? m.plan_about_close() : m.plan_about_remove()}
          </Button>
        </Form>
      }
      cancel={{
        label: closes ? m.plan_about_keep_open() : m.plan_about_keep(),
        to: paths.aboutPlan(slug, about.plan.key),
      }}
    >
      <p>{closes ? m.plan_about_close_why() : m.plan_about_remove_why()}</p>
    </Confirm>
  );
}

/** A plan itself: its text, what it is, its versions and its history. */
export function AboutPlanPage({ about, slug, editor }: { about: AboutPlan; slug: string; editor: boolean }) {
  return (
    <Columns
      main={<PlanText about={about} slug={slug} editor={editor} />}
      side={
        <>
          <Panel title={m.plan_about_facts()}>
            <PanelBody>
              <PlanFactList about={about} />
            </PanelBody>
          </Panel>
          <Versions about={about} slug={slug} />
          <HistoryPanel lines={about.history} />
        </>
      }
    />
  );
}

function PlanText({ about, slug, editor }: { about: AboutPlan; slug: string; editor: boolean }) {
  const { introduction, sections, plan } = about;
  return (
    <div className="sv-plantext">
      {editor && !about.mayEdit && <Note>{m.plan_about_closed_note()}</Note>}
      {introduction.length + sections.length === 0 ? (
        <EmptyState
          icon="file"
          title={m.plan_about_no_text()}
          why={editor && about.mayEdit ? m.plan_about_no_text_why() : m.plan_about_no_text_wait()}
          action={
            editor &&
            about.mayEdit && (
              <LinkButton to={paths.editPlan(slug, plan.key)} variant="secondary" icon="pencil">
                {m.plan_about_write()}
              </LinkButton>
            )
          }
        />
      ) : (
        <>
          {introduction.length > 0 && (
            <section aria-labelledby="introduction">
              <h2 id="introduction">{m.plan_about_introduction()}</h2>
              <MarkdownBlocks blocks={introduction} />
            </section>
          )}
          {sections.map(({ id, heading, blocks }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} dir="auto">
                {heading}
              </h2>
              <MarkdownBlocks blocks={blocks} />
            </section>
          ))}
        </>
      )}
    </div>
  );
}

function PlanFactList({ about: { plan } }: { about: AboutPlan }) {
  const facts: [string, string][] = [
    [m.plan_about_state(), planStateWords(plan)],
    [m.plan_about_period(), `${describeDay(plan.from)}–${describeDay(plan.to)}`],
    [m.plan_about_prepared_by(), plan.preparedBy],
  ];
  return (
    <dl className="sv-terms">
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words || <Empty label={m.plan_about_not_said()} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The versions, the newest first; over them how far the plan has come from the last. */
function Versions({ about: { plan, versions, changes }, slug }: { about: AboutPlan; slug: string }) {
  const compare = paths.planChanges(slug, plan.key);
  return (
    <Panel title={m.plan_about_versions()} count={versions.length || undefined}>
      {versions.length === 0 ? (
        <PanelBody>
          <p>
            <b>{m.plan_about_no_versions()}.</b> <span className="sv-quiet">{m.plan_about_no_versions_why()}</span>
          </p>
        </PanelBody>
      ) : (
        <>
          <PanelBody>
            <p>
              {changes ? (
                <Link className="sv-link" to={compare}>
                  {m.plan_about_changes_since({ n: changes })}
                </Link>
              ) : (
                m.plan_about_no_changes_since()
              )}
            </p>
          </PanelBody>
          <Rows>
            {versions.map(({ number, adoptedOn, adoptedBy }) => (
              <Row
                key={number}
                title={m.plan_about_version({ n: number })}
                to={`${compare}?since=${number}`}
                note={versionWords({ adoptedOn, adoptedBy })}
              />
            ))}
          </Rows>
        </>
      )}
    </Panel>
  );
}

function versionWords({ adoptedOn, adoptedBy }: { adoptedOn: string; adoptedBy: string }): string {
  const day = describeDay(adoptedOn);
  return adoptedBy ? m.plan_about_version_adopted_by({ day, by: adoptedBy }) : m.plan_about_version_adopted({ day });
}
