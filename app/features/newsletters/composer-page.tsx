import { Form, useRevalidator } from "@remix-run/react";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { IssueRefusal } from "~/features/newsletters/answer-issue-form.server";
import type { Composer } from "~/features/newsletters/composer.view.server";
import type { ComposerPreview, RecipientCounts } from "~/features/newsletters/composer-mail.server";
import { type ComposerQuery, composerLink } from "~/features/newsletters/composer-query";
import { IssueBlocks } from "~/features/newsletters/issue-blocks";
import { IssueSteps } from "~/features/newsletters/issue-steps";
import { dayOf, faultWords } from "~/features/newsletters/issue-words";
import { ItemEditor, type Saver } from "~/features/newsletters/item-editor";
import { SaveState } from "~/features/newsletters/save-state";
import type { SaveStatus } from "~/features/newsletters/use-autosave";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

/** Written into the page by the server; the browser loads them when it has what one writes with. */
const IssuePreview = import.meta.env.SSR
  ? (await import("~/features/newsletters/issue-preview")).IssuePreview
  : lazy(() => import("~/features/newsletters/issue-preview").then((read) => ({ default: read.IssuePreview })));
const Asked = import.meta.env.SSR
  ? (await import("~/features/newsletters/composer-asked")).Asked
  : lazy(() => import("~/features/newsletters/composer-asked").then((read) => ({ default: read.Asked })));
const RecipientsPanel = import.meta.env.SSR
  ? (await import("~/features/newsletters/recipients-panel")).RecipientsPanel
  : lazy(() => import("~/features/newsletters/recipients-panel").then((read) => ({ default: read.RecipientsPanel })));

type Props = {
  slug: string;
  composer: Composer;
  preview: ComposerPreview;
  recipients: RecipientCounts;
  query: ComposerQuery;
  refusal: IssueRefusal | null;
};

/** An issue and where it stands: what is in it to the left, as it will be read to the right. */
export function ComposerPage({ slug, composer, preview, recipients, query, refusal }: Props) {
  const { issue, zone, open, languages, editable } = composer;
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const saver = useRef<Saver | null>(null);
  const { revalidate } = useRevalidator();
  const openId = open?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stood against one piece is nothing to another.
  useEffect(
    () => setStatus((was) => (was.state === "changed" || was.state === "refused" ? { state: "idle" } : was)),
    [openId],
  );
  const link = (change: Partial<ComposerQuery>) => composerLink(slug, issue.id, query, change);
  const write = writtenIn(composer, query);
  const here = link({});
  return (
    <>
      <PageHead
        title={m.newsletters_issue_title({ number: issue.number })}
        sub={
          issue.planWords
            ? m.newsletters_made_of_plan({ day: dayOf(issue.createdAt, zone), words: issue.planWords })
            : m.newsletters_made_on({ day: dayOf(issue.createdAt, zone) })
        }
        eyebrow={issue.newsletter.name}
        tag={<StateTag composer={composer} />}
        actions={
          <Actions {...{ slug, composer, query, here, status, saver, link }} shown={composer.preview.language} />
        }
      />
      {refusal?.problem && (
        <Note tone="danger" live>
          {refusal.problem}
        </Note>
      )}
      {query.ask && (
        <Suspense>
          <Asked {...{ composer, query, here, link }} />
        </Suspense>
      )}
      <IssueSteps composer={composer} />
      {editable && composer.faults.length > 0 && (
        <Note tone="warning" title={m.newsletters_faults_title()}>
          <ul className="sv-points">
            {composer.faults.map((fault) => {
              const words = faultWords(fault, composer.items);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        </Note>
      )}
      {issue.state === "approved" && composer.steps.reopen && <Note>{m.newsletters_not_editable()}</Note>}
      <div className="sv-compose" data-both={(open && write === "both") || undefined}>
        <div className="sv-stack">
          <IssueBlocks
            items={composer.items}
            editable={editable}
            action={here}
            linkTo={(item) => link({ item })}
            open={open?.id ?? null}
            editor={
              open && (
                <ItemEditor
                  key={open.id}
                  slug={slug}
                  issueId={issue.id}
                  item={open}
                  languages={languages}
                  write={write}
                  linkTo={(change) =>
                    link({ item: open.id, write: change, ...(change !== "both" && { preview: change }) })
                  }
                  action={link({ item: open.id })}
                  closed={link({ item: "none" })}
                  zone={zone}
                  refusal={refusal?.part && (refusal.values.item ?? open.id) === open.id ? refusal : null}
                  status={status}
                  onStatus={setStatus}
                  onSaved={revalidate}
                  saver={saver}
                />
              )
            }
          />
          <Suspense>
            <RecipientsPanel counts={recipients} seeAll={paths.issueRecipients(slug, issue.id)} />
          </Suspense>
        </div>
        <Suspense>
          <IssuePreview
            slug={slug}
            issueId={issue.id}
            languages={languages}
            shown={composer.preview.language}
            query={query}
            preview={preview}
          />
        </Suspense>
      </div>
    </>
  );
}

function writtenIn({ languages }: Composer, { write }: ComposerQuery) {
  if (write === "both") return languages.length > 1 ? "both" : (languages[0] ?? "nb");
  return languages.find((each) => each === write) ?? languages[0] ?? "nb";
}

function StateTag({ composer: { issue, zone } }: { composer: Composer }) {
  if (issue.state === "sent" && issue.sentAt)
    return <Tag tone="success">{`${m.newsletters_step_sent()} ${dayOf(issue.sentAt, zone)}`}</Tag>;
  if (issue.state === "approved") return <Tag tone="success">{m.newsletters_step_approved()}</Tag>;
  return issue.state === "dropped" ? <Tag>{m.newsletters_step_dropped()}</Tag> : null;
}

type ActionProps = {
  slug: string;
  composer: Composer;
  query: ComposerQuery;
  here: string;
  shown: string;
  status: SaveStatus;
  saver: { current: Saver | null };
  link: (change: Partial<ComposerQuery>) => string;
};

/** What is done with the whole issue. What is written and not yet saved is saved first. */
function Actions({ slug, composer, here, shown, status, saver, link }: ActionProps) {
  const { issue, steps, editable } = composer;
  const savedFirst = useSavedFirst({ status, saver, version: issue.version });
  return (
    <>
      {editable && <SaveState status={status} zone={composer.zone} />}
      {(steps.reopen || steps.drop) && issue.state !== "sent" && (
        <Menu className="sv-tool sv-tool--edge" name={m.newsletters_more()} label={<Icon name="more" />} align="end">
          {steps.reopen && (
            <Form method="post" action={here}>
              <input type="hidden" name="version" value={issue.version} />
              <MenuButton icon="undo" name="intent" value="reopen">
                {m.newsletters_reopen()}
              </MenuButton>
            </Form>
          )}
          {steps.ask && steps.approve && (
            <MenuLink icon="person" to={link({ ask: "approval" })}>
              {m.newsletters_ask_approval()}
            </MenuLink>
          )}
          {editable && (
            <MenuLink icon="clock" to={paths.issueSend(slug, issue.id)}>
              {m.newsletters_send_plan()}
            </MenuLink>
          )}
          {steps.drop && (
            <MenuLink icon="trash" to={link({ ask: "drop" })}>
              {m.newsletters_drop()}
            </MenuLink>
          )}
        </Menu>
      )}
      {composer.mayWrite && issue.state !== "dropped" && (
        <Form method="post" action={here} onSubmit={savedFirst} preventScrollReset>
          <input type="hidden" name="language" value={shown} />
          <Button variant="secondary" icon="mail" name="intent" value="test">
            {m.newsletters_test()}
          </Button>
        </Form>
      )}
      {steps.approve && (
        <Form method="post" action={here} onSubmit={savedFirst}>
          <input type="hidden" name="version" value={issue.version} />
          <Button icon="check" name="intent" value="approve">
            {m.newsletters_approve()}
          </Button>
        </Form>
      )}
      {steps.ask && !steps.approve && (
        <LinkButton icon="person" to={link({ ask: "approval" })}>
          {m.newsletters_ask_approval()}
        </LinkButton>
      )}
      {issue.state === "approved" && composer.mayWrite && (
        <LinkButton icon="send" to={paths.issueSend(slug, issue.id)}>
          {m.newsletters_send_or_plan()}
        </LinkButton>
      )}
    </>
  );
}

/** Lets a form wait until what is written is saved and the page knows the version that gives. */
function useSavedFirst({
  status,
  saver,
  version,
}: {
  status: SaveStatus;
  saver: { current: Saver | null };
  version: number;
}) {
  const waiting = useRef<{ form: HTMLFormElement; button: HTMLElement | null; version: number } | null>(null);
  useEffect(() => {
    const then = waiting.current;
    if (then === null || status.state !== "saved" || version === then.version) return;
    waiting.current = null;
    then.form.requestSubmit(then.button);
  }, [status, version]);
  return async (event: FormEvent<HTMLFormElement>) => {
    if (!saver.current || status.state === "idle" || status.state === "saved") return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    waiting.current = { form: event.currentTarget, button: submitter, version };
    if (!(await saver.current.flush())) waiting.current = null;
  };
}
