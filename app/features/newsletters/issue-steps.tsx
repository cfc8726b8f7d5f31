import type { Composer } from "~/features/newsletters/composer.view.server";
import { dayOf } from "~/features/newsletters/issue-words";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { type State, StateGlyph } from "~/ui/state";

type Step = { title: string; note: string };

const places = { draft: 0, approval: 1, approved: 3, sent: 4, dropped: -1 } as const;

/** Where an issue stands on its way out: draft, awaiting approval, approved, sent. */
export function IssueSteps({ composer }: { composer: Composer }) {
  const { issue } = composer;
  const at = places[issue.state];
  const glyph = (step: number): State => {
    if (step < at) return "done";
    return step === at ? "in-progress" : "not-started";
  };
  return (
    <ol className="sv-steps" aria-label={m.newsletters_steps()}>
      {stepsOf(composer).map(({ title, note }, step) => (
        <li key={title} data-done={step < at || undefined} aria-current={step === at ? "step" : undefined}>
          <StateGlyph state={glyph(step)} size={16} />
          <div>
            <b>{title}</b>
            <small>{note}</small>
          </div>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(composer: Composer): Step[] {
  const { issue, zone } = composer;
  const { state, sentAt, sendAt, approvedAt, approvedBy } = issue;
  const day = (at: string) => dayOf(at, zone);
  const approved = state === "approved" || state === "sent";
  const sending = sentAt ?? sendAt;
  return [
    { title: m.newsletters_step_draft(), note: m.newsletters_made_on({ day: day(issue.createdAt) }) },
    { title: m.newsletters_step_approval(), note: approvalNote(composer) },
    {
      title: m.newsletters_step_approved(),
      note:
        approved && approvedAt
          ? approvedBy
            ? m.newsletters_step_approved_by({ by: approvedBy, day: day(approvedAt) })
            : m.newsletters_step_approved_rule({ day: day(approvedAt) })
          : m.newsletters_step_freezes(),
    },
    {
      title: sentAt ? m.newsletters_step_sent() : m.newsletters_step_sending(),
      note: sending ? asSentence(formatInstant(sending, zone, getLocale())) : m.newsletters_step_sending_none(),
    },
  ];
}

function approvalNote({ issue, askedOfMe, askedByMe }: Composer): string {
  const { state, askedBy, askedOf, newsletter } = issue;
  if (state === "approved" || state === "sent")
    return askedBy ? m.newsletters_step_asked_by({ by: askedBy }) : m.newsletters_step_not_asked();
  if (state !== "approval")
    return newsletter.fourEyes ? m.newsletters_step_approval_four() : m.newsletters_step_approval_none();
  if (askedOfMe && !askedByMe && askedBy)
    return askedOf ? m.newsletters_step_waits_you({ by: askedBy }) : m.newsletters_step_waits_you_any();
  return askedOf ? m.newsletters_step_waits_of({ of: askedOf }) : m.newsletters_step_waits_any();
}
