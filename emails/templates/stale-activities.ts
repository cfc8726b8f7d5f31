import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** To who owns activities of the action plan: how do these go? */
export function staleActivities(message: MessageOf<"stale-activities">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, count, activities } = message;
  const intro = m.mail_activities_intro({ n: count, region }, to);
  const why = {
    overdue: (date: string) => m.mail_activities_overdue({ date }, to),
    "not-begun": (date: string) => m.mail_activities_not_begun({ date }, to),
    silent: (date: string) => m.mail_activities_silent({ date }, to),
  };
  const items = activities.map(
    ({ name, measure, kind, since }) =>
      `${measure && measure !== name ? `${measure}: ${name}` : name} (${why[kind](formatDate(since, locale))})`,
  );
  const rest = count - activities.length;
  return {
    subject: m.mail_activities_subject({ n: count, region }, to),
    preview: intro,
    heading: m.mail_activities_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "list", heading: m.mail_activities_list({}, to), items },
      ...(rest > 0 ? [{ kind: "paragraph" as const, text: m.mail_activities_rest({ n: rest }, to) }] : []),
      action(m.mail_activities_action({}, to), link),
    ],
    footer: [m.mail_rule_sent_by({ region }, to), m.mail_activities_why({ region }, to)],
  };
}
