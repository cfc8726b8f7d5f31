import { Form, useNavigation } from "@remix-run/react";
import type { MemberCases } from "~/features/minutes/member-cases.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { TextArea } from "~/ui/fields";
import { MarkdownBlocks } from "~/ui/markdown-blocks";
import { Note } from "~/ui/note";
import { Card, CardSection, Disclosure } from "~/ui/public-parts";

type Item = MemberCases["items"][number];

type Props = {
  view: MemberCases;
  proof: string;
  /** What was done, or stands against it. */
  said: { kind: "done"; left: number } | { kind: "handed" | "no-deputy" | "closed" | "failed" } | null;
  typed: Record<string, string>;
};

/** The cases of an electronic meeting, as one member reads and answers them. */
export function MemberCasesPage({ view, proof, said, typed }: Props) {
  const busy = useNavigation().state === "submitting";
  const until = formatInstant(view.answerBy, view.zone, getLocale());
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{m.minutes_electronic()}</p>
        <h1>{m.minutes_member_title({ body: view.body })}</h1>
        <p>
          {view.open
            ? m.minutes_member_lead({ who: view.who, until })
            : view.running
              ? m.minutes_member_handed({ who: view.substitute, until })
              : m.minutes_member_over({ until })}
        </p>
        {said?.kind === "done" && (
          <Note tone="success" title={m.minutes_member_done()} live>
            {said.left > 0 ? m.minutes_member_left({ n: said.left }) : until}
          </Note>
        )}
        {said?.kind === "handed" && (
          <Note tone="success" live>
            {view.substitute === ""
              ? m.minutes_member_taken_back()
              : m.minutes_member_handed_done({ who: view.substitute })}
          </Note>
        )}
        {(said?.kind === "closed" || said?.kind === "failed") && (
          <Note tone="danger" live>
            {said.kind === "closed" ? m.minutes_member_refused() : m.minutes_member_failed()}
          </Note>
        )}
      </CardSection>
      {view.running && (view.substitute !== "" || view.deputies.length > 0) && (
        <HandOver view={view} proof={proof} refused={said?.kind === "no-deputy"} />
      )}
      <Form method="post" className="sv-membercases" noValidate>
        <input type="hidden" name="proof" value={proof} />
        {view.items.map((item) => (
          <CardSection key={item.id}>
            <OneCase item={item} open={view.open} typed={typed} />
          </CardSection>
        ))}
        {view.open && (
          <CardSection>
            <Button icon="send" busy={busy}>
              {m.minutes_member_send()}
            </Button>
          </CardSection>
        )}
      </Form>
    </Card>
  );
}

/** Lets a deputy answer, or takes that back. */
function HandOver({ view, proof, refused }: Pick<Props, "view" | "proof"> & { refused: boolean }) {
  const { substitute, deputies } = view;
  return (
    <CardSection>
      <Form method="post" className="sv-form" noValidate>
        <input type="hidden" name="proof" value={proof} />
        {substitute === "" ? (
          <Disclosure summary={m.minutes_member_hand_over()} icon="swap" open={refused}>
            <RadioGroup
              name="deputy"
              legend={m.minutes_member_deputy()}
              hint={m.minutes_member_deputy_hint()}
              options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
              error={refused ? m.minutes_member_deputy_choose() : null}
            />
            <Button variant="secondary" name="intent" value="hand-over">
              {m.minutes_member_hand_over_send()}
            </Button>
          </Disclosure>
        ) : (
          <div>
            <Button variant="secondary" icon="undo" name="intent" value="take-back">
              {m.minutes_member_take_back()}
            </Button>
          </div>
        )}
      </Form>
    </CardSection>
  );
}

function OneCase({ item, open, typed }: { item: Item; open: boolean; typed: Record<string, string> }) {
  const { id, number, title, presentation, proposal, papers, asked, answer } = item;
  const chosen = typed[`agrees.${id}`] ?? (answer ? (answer.agrees ? "yes" : "no") : undefined);
  return (
    <div className="sv-stack">
      <h2>{[number, title].filter(Boolean).join(" ")}</h2>
      {presentation.length > 0 && (
        <div className="sv-prose">
          <MarkdownBlocks blocks={presentation} headingLevel={3} />
        </div>
      )}
      {papers.length > 0 && (
        <ul className="sv-points">
          {papers.map((paper) => (
            <li key={paper.id}>
              <a className="sv-link" href={paper.to} target="_blank" rel="noreferrer">
                {paper.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {proposal.length > 0 && (
        <section>
          <h3>{m.minutes_proposal()}</h3>
          <div className="sv-prose">
            <MarkdownBlocks blocks={proposal} headingLevel={4} />
          </div>
        </section>
      )}
      {asked && open && (
        <>
          <RadioGroup
            name={`agrees.${id}`}
            legend={m.minutes_member_answer()}
            options={[
              { value: "yes", label: m.minutes_member_agree() },
              { value: "no", label: m.minutes_member_disagree() },
            ]}
            {...(chosen !== undefined && { defaultValue: chosen })}
          />
          <TextArea
            name={`comment.${id}`}
            label={m.minutes_member_comment()}
            optional
            rows={2}
            maxLength={4000}
            defaultValue={typed[`comment.${id}`] ?? answer?.comment ?? ""}
          />
        </>
      )}
      {asked && !open && answer && (
        <p>
          <b>{answer.agrees ? m.minutes_member_agree() : m.minutes_member_disagree()}</b>
          {answer.comment && <span className="sv-lines">{` ${answer.comment}`}</span>}
        </p>
      )}
    </div>
  );
}

/** A link that is wrong or has expired. */
export function MemberCasesGone() {
  return (
    <Card>
      <CardSection>
        <h1>{m.minutes_member_gone()}</h1>
        <p>{m.minutes_member_gone_why()}</p>
      </CardSection>
    </Card>
  );
}
