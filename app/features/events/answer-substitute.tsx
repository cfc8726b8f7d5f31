import { Form } from "@remix-run/react";
import type { AnswerView } from "~/features/events/answer.view.server";
import type { RefusedSubstitute } from "~/features/events/answer-substitute-form.server";
import { answerNames } from "~/features/events/event-words";
import { SubstituteFields } from "~/features/events/substitute-form";
import { m } from "~/i18n/messages/messages";
import { Note } from "~/ui/note";
import { CardSection, Disclosure, Done, Picks } from "~/ui/public-parts";

type Props = { view: AnswerView; proof: string; refused: RefusedSubstitute | null };

/** The way for one who cannot come to name who meets for her (mock 05). Nothing for one who is a substitute herself. */
export function SubstituteDisclosure({ view, proof, refused }: Props) {
  if (view.meetsFor) return <p className="sv-quiet">{m.events_for_first_cannot({ first: view.meetsFor })}</p>;
  const [deputy] = view.deputies;
  return (
    <>
      <Disclosure
        summary={view.substitute ? m.events_aside_another() : m.events_substitute_title()}
        icon="person-plus"
        open={refused !== null}
      >
        <p>{m.events_substitute_lead()}</p>
        <SubstituteForm proof={proof} view={view} refused={refused} />
      </Disclosure>
      {view.callsDeputies && deputy && !view.substitute && view.answer !== "declined" && (
        <p className="sv-quiet">{m.events_deputy_hint({ name: deputy.name })}</p>
      )}
    </>
  );
}

function SubstituteForm({ view, proof, refused }: Props) {
  return (
    <Form method="post" noValidate preventScrollReset>
      <input type="hidden" name="proof" value={proof} />
      <SubstituteFields deputies={view.deputies} refused={refused} />
    </Form>
  );
}

/** The page of one whom somebody else meets for: who, what she has answered, and the way to take it back. */
export function AsideSections({ view, proof, refused }: Props) {
  const { substitute } = view;
  if (!substitute) return null;
  const { name, answer, calledUp } = substitute;
  const declined = answer === "declined";
  const title = declined
    ? m.events_aside_cannot({ name })
    : answer === null
      ? m.events_aside_asked({ name })
      : m.events_aside_comes({ name });
  const lead = declined
    ? m.events_aside_cannot_lead()
    : answer === null
      ? m.events_aside_asked_lead({ name })
      : m.events_aside_answered_lead({ name, answer: answerNames[answer]().toLowerCase() });
  return (
    <>
      <CardSection>
        <Done title={title} {...(declined && { tone: "warning" as const })}>
          {calledUp && !declined ? `${m.events_aside_deputy({ name })} ${lead}` : lead}
        </Done>
      </CardSection>
      <CardSection>
        {refused?.problem && !declined && (
          <Note tone="danger" live>
            {refused.problem}
          </Note>
        )}
        <h2>{m.events_aside_back()}</h2>
        <p className="sv-quiet">{declined ? m.events_aside_back_plain() : m.events_aside_back_why({ name })}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="proof" value={proof} />
          <Picks name="answer" picks={[{ value: "accepted", label: m.events_aside_i_can(), icon: "check" }]} />
        </Form>
        {declined && <SubstituteDisclosure view={view} proof={proof} refused={refused} />}
      </CardSection>
    </>
  );
}
