import { z } from "zod";
import { type EventForm, eventFormSchema } from "~/features/events/event-form.schema";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";

/** An event to make of a proposal; `key` names the proposal in the form. */
export type ChosenProposal = { key: string; form: EventForm };

const chosenAtMost = 60;
const minutesField = () =>
  z.coerce.number().int().min(15, m.events_length_invalid()).max(720, m.events_length_invalid());

/**
 * Reads the proposals that are ticked, each an event of the kind and organiser the form gives to all. A field that is
 * refused is named with its proposal's key: "date-2027-03-01_2027-04-30".
 */
export function readProposals(
  form: FormData,
  fixed: { networkId: string | null; description: string },
): { ok: true; chosen: ChosenProposal[]; actorId: string | null } | { ok: false; errors: FormErrors } {
  const keys = [...new Set(form.getAll("pick").map(String))];
  if (keys.length === 0) return { ok: false, errors: { pick: m.events_proposal_none_picked() } };
  if (keys.length > chosenAtMost) return { ok: false, errors: { pick: m.events_proposal_many({ max: chosenAtMost }) } };
  const errors: FormErrors = {};
  const field = (name: string) => String(form.get(name) ?? "");
  const chosen = keys.flatMap((key): ChosenProposal[] => {
    const minutes = minutesField().safeParse(field(`minutes-${key}`));
    if (!minutes.success) errors[`minutes-${key}`] = m.events_length_invalid();
    const start = field(`start-${key}`);
    const parsed = eventFormSchema().safeParse({
      title: field(`title-${key}`),
      kind: field("kind"),
      date: field(`date-${key}`),
      start,
      end: endOf(start, minutes.data ?? 60),
      description: fixed.description,
      actorId: field("actorId"),
      networkId: fixed.networkId,
    });
    if (parsed.success) return [{ key, form: parsed.data }];
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      const shared = name === "kind" || name === "actorId" || name === "networkId";
      if (name === "end" && /^\d{2}:\d{2}$/.test(start)) errors[`minutes-${key}`] ??= message;
      else if (name !== "end") errors[shared ? name : `${name}-${key}`] ??= message;
    }
    return [];
  });
  const first = chosen[0];
  if (Object.keys(errors).length > 0 || !first) return { ok: false, errors };
  return { ok: true, chosen, actorId: first.form.actorId };
}

/** The clock so many minutes after; past midnight it is the next day's, which no event of one day ends on. */
function endOf(start: string, minutes: number): string {
  const [hour = "", minute = ""] = start.split(":");
  if (!/^\d{2}$/.test(hour) || !/^\d{2}$/.test(minute)) return "";
  const end = (Number(hour) * 60 + Number(minute) + minutes) % 1_440;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}
