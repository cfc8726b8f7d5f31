import type { FigureKey } from "~/domain/reports/figure-definitions";
import { m } from "~/i18n/messages/messages";

type Locale = { locale?: "nb" | "nn" | "en" };

/** The figures that can be counted: what they are called, and what is counted, in the reader's language or another. */
export const figureWords: Record<FigureKey, { label: (locale?: Locale) => string; is: (locale?: Locale) => string }> = {
  plan_times: { label: (l) => m.reports_figure_plan_times({}, l), is: (l) => m.reports_figure_plan_times_is({}, l) },
  plan_times_done: {
    label: (l) => m.reports_figure_plan_times_done({}, l),
    is: (l) => m.reports_figure_plan_times_done_is({}, l),
  },
  events_held: { label: (l) => m.reports_figure_events_held({}, l), is: (l) => m.reports_figure_events_held_is({}, l) },
  meetings_held: {
    label: (l) => m.reports_figure_meetings_held({}, l),
    is: (l) => m.reports_figure_meetings_held_is({}, l),
  },
  dialogue_meetings_held: {
    label: (l) => m.reports_figure_dialogue_meetings_held({}, l),
    is: (l) => m.reports_figure_dialogue_meetings_held_is({}, l),
  },
  gatherings_held: {
    label: (l) => m.reports_figure_gatherings_held({}, l),
    is: (l) => m.reports_figure_gatherings_held_is({}, l),
  },
  webinars_held: {
    label: (l) => m.reports_figure_webinars_held({}, l),
    is: (l) => m.reports_figure_webinars_held_is({}, l),
  },
  professional_days_held: {
    label: (l) => m.reports_figure_professional_days_held({}, l),
    is: (l) => m.reports_figure_professional_days_held_is({}, l),
  },
  attendances: { label: (l) => m.reports_figure_attendances({}, l), is: (l) => m.reports_figure_attendances_is({}, l) },
  people_met: { label: (l) => m.reports_figure_people_met({}, l), is: (l) => m.reports_figure_people_met_is({}, l) },
  municipalities_met: {
    label: (l) => m.reports_figure_municipalities_met({}, l),
    is: (l) => m.reports_figure_municipalities_met_is({}, l),
  },
  networks: { label: (l) => m.reports_figure_networks({}, l), is: (l) => m.reports_figure_networks_is({}, l) },
  networks_gathered: {
    label: (l) => m.reports_figure_networks_gathered({}, l),
    is: (l) => m.reports_figure_networks_gathered_is({}, l),
  },
  newsletters_sent: {
    label: (l) => m.reports_figure_newsletters_sent({}, l),
    is: (l) => m.reports_figure_newsletters_sent_is({}, l),
  },
  newsletter_recipients: {
    label: (l) => m.reports_figure_newsletter_recipients({}, l),
    is: (l) => m.reports_figure_newsletter_recipients_is({}, l),
  },
  cases_treated: {
    label: (l) => m.reports_figure_cases_treated({}, l),
    is: (l) => m.reports_figure_cases_treated_is({}, l),
  },
  activities: { label: (l) => m.reports_figure_activities({}, l), is: (l) => m.reports_figure_activities_is({}, l) },
  activities_done: {
    label: (l) => m.reports_figure_activities_done({}, l),
    is: (l) => m.reports_figure_activities_done_is({}, l),
  },
  activities_in_progress: {
    label: (l) => m.reports_figure_activities_in_progress({}, l),
    is: (l) => m.reports_figure_activities_in_progress_is({}, l),
  },
  activities_delayed: {
    label: (l) => m.reports_figure_activities_delayed({}, l),
    is: (l) => m.reports_figure_activities_delayed_is({}, l),
  },
  activities_not_started: {
    label: (l) => m.reports_figure_activities_not_started({}, l),
    is: (l) => m.reports_figure_activities_not_started_is({}, l),
  },
  activities_dropped: {
    label: (l) => m.reports_figure_activities_dropped({}, l),
    is: (l) => m.reports_figure_activities_dropped_is({}, l),
  },
};
