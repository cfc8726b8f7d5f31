import { timeOf } from "~/domain/regions/clock-minutes";
import type { Shown } from "~/features/audit/audit-changes.server";
import { formatDate, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { roleNames } from "~/i18n/role-names";

/** What is stored as a word of the code and has another in the language, by field, or by thing and field. */
const words: Record<string, Record<string, () => string>> = {
  kind: roleNames,
  "actor.kind": {
    state: () => m.actors_kind_state(),
    county: () => m.actors_kind_county(),
    municipal: () => m.actors_kind_municipal(),
    association: () => m.actors_kind_association(),
    development_centre: () => m.actors_kind_development_centre(),
    health_trust: () => m.actors_kind_health_trust(),
    research: () => m.actors_kind_research(),
    user_council: () => m.actors_kind_user_council(),
    voluntary: () => m.actors_kind_voluntary(),
    other: () => m.actors_kind_other(),
  },
  "area.kind": { area: () => m.areas_kind_area(), circle: () => m.areas_kind_circle() },
  "audience.kind": {
    contact_persons: () => m.audiences_kind_contact_persons(),
    area: () => m.audiences_kind_area(),
    municipality: () => m.audiences_kind_municipality(),
    network: () => m.audiences_kind_network(),
    group: () => m.audiences_kind_group(),
    actor: () => m.audiences_kind_actor(),
    person: () => m.audiences_kind_person(),
    address: () => m.audiences_kind_address(),
  },
  "communications-plan.state": {
    draft: () => m.audit_value_plan_draft(),
    adopted: () => m.audit_value_plan_adopted(),
    closed: () => m.audit_value_plan_closed(),
  },
  "action-plan.state": {
    draft: () => m.audit_value_plan_draft(),
    adopted: () => m.audit_value_plan_adopted(),
    closed: () => m.audit_value_plan_closed(),
  },
  "report-row.state": {
    empty: () => m.reports_row_empty(),
    draft: () => m.reports_row_draft(),
    delivered: () => m.reports_row_delivered(),
  },
  "report-round.kind": {
    four_monthly: () => m.reports_kind_four_monthly(),
    half_yearly: () => m.reports_kind_half_yearly(),
    yearly: () => m.reports_kind_yearly(),
  },
  "report-round.state": {
    open: () => m.reports_open(),
    submitted: () => m.reports_submitted(),
    correcting: () => m.reports_correcting(),
  },
  "activity.state": {
    not_started: () => m.action_plan_state_not_started(),
    in_progress: () => m.action_plan_state_in_progress(),
    delayed: () => m.action_plan_state_delayed(),
    done: () => m.action_plan_state_done(),
    dropped: () => m.action_plan_state_dropped(),
  },
  "holiday.kind": { school: () => m.regions_holiday_school(), closed: () => m.regions_holiday_closed() },
  "group.kind": {
    working: () => m.groups_kind_working(),
    coordination: () => m.groups_kind_coordination(),
    project: () => m.groups_kind_project(),
    steering: () => m.groups_kind_steering(),
    other: () => m.groups_kind_other(),
  },
  "publication.kind": {
    talk: () => m.publications_kind_talk(),
    web_story: () => m.publications_kind_web_story(),
    op_ed: () => m.publications_kind_op_ed(),
    podcast: () => m.publications_kind_podcast(),
    interview: () => m.publications_kind_interview(),
    social_media: () => m.publications_kind_social_media(),
    other: () => m.publications_kind_other(),
  },
  "plan-occurrence.state": {
    planned: () => m.plan_state_planned(),
    in_preparation: () => m.plan_state_in_preparation(),
    done: () => m.plan_state_done(),
    dropped: () => m.plan_state_dropped(),
  },
  state: {
    draft: () => m.events_state_draft(),
    published: () => m.events_state_published(),
    held: () => m.events_state_held(),
    cancelled: () => m.events_state_cancelled(),
  },
  substituteWords: { full: () => m.audit_value_substitute_full(), pva: () => m.audit_value_substitute_pva() },
  mailMode: {
    hold: () => m.regions_mode_hold(),
    to_me: () => m.regions_mode_to_me(),
    live: () => m.regions_mode_live(),
  },
  mailTransport: { smtp: () => m.regions_transport_smtp(), resend: () => m.regions_transport_resend() },
  trust: {
    suggest: () => m.automation_trust_suggest(),
    draft: () => m.automation_trust_draft(),
    approve: () => m.automation_trust_approve(),
    send: () => m.automation_trust_send(),
  },
  defaultStandard: { bokmal: () => "bokmål", nynorsk: () => "nynorsk" },
  writtenStandard: { bokmal: () => "bokmål", nynorsk: () => "nynorsk", neutral: () => m.audit_value_neutral() },
  languages: { nb: () => "bokmål", nn: () => "nynorsk", en: () => "English" },
  channelKey: {
    letter: () => m.plan_channel_letter(),
    dialogue: () => m.plan_channel_dialogue(),
    talk: () => m.plan_channel_talk(),
    conference: () => m.plan_channel_conference(),
    meeting: () => m.plan_channel_meeting(),
    web: () => m.plan_channel_web(),
    podcast: () => m.plan_channel_podcast(),
    webinar: () => m.plan_channel_webinar(),
    other: () => m.plan_channel_other(),
  },
  changed: {
    name: () => m.people_name(),
    address: () => m.people_email(),
    author: () => m.audit_value_author(),
    text: () => m.audit_value_text(),
    hold: () => m.audit_value_hold(),
    "hold-ended": () => m.audit_value_hold_ended(),
    "hold-lifted": () => m.audit_value_hold_lifted(),
  },
  "governing-body.kind": {
    assembly: () => m.bodies_kind_assembly(),
    board: () => m.bodies_kind_board(),
    council: () => m.bodies_kind_council(),
    working: () => m.bodies_kind_working(),
  },
  part: {
    deputy_leader: () => m.bodies_part_deputy_leader(),
    observer: () => m.bodies_part_observer(),
    secretary: () => m.bodies_part_secretary(),
    accountable: () => m.audit_value_accountable(),
    performs: () => m.audit_value_performs(),
    contributes: () => m.audit_value_contributes(),
    consulted: () => m.audit_value_consulted(),
    informed: () => m.audit_value_informed(),
    none: () => m.audit_value_no_part(),
    leader: () => m.audit_value_leader(),
    member: () => m.audit_value_member(),
    deputy: () => m.audit_value_deputy(),
  },
  tier: {
    core: () => m.audit_value_core(),
    extended: () => m.audit_value_extended(),
    outside: () => m.audit_value_outside(),
  },
  stage: {
    existing: () => m.audit_value_existing(),
    developing: () => m.audit_value_developing(),
    new: () => m.audit_value_new(),
    planned: () => m.audit_value_planned(),
  },
  optedOut: {
    newsletters: () => m.audit_value_newsletters(),
    invitations: () => m.audit_value_invitations(),
    reminders: () => m.audit_value_reminders(),
  },
  answer: {
    accepted: () => m.audit_value_accepted(),
    declined: () => m.audit_value_declined(),
    tentative: () => m.audit_value_tentative(),
  },
};

/** Minutes after midnight. */
const clocks = ["officeOpens", "officeCloses", "usualFrom", "usualTo", "from", "to"];

/** What is changed: the thing by its word, the field, and the zone its clock goes by. */
type Place = { subject: string; field: string; zone: string };

function oneWord({ subject, field, zone }: Place, value: Shown): string {
  if (value.kind === "none") return field === "part" ? m.responsibility_row_not_said() : m.audit_value_none();
  if (value.kind === "yes-no") return value.yes ? m.audit_value_yes() : m.audit_value_no();
  if (value.kind === "name") return value.name ?? m.audit_value_gone();
  if (value.kind === "time") {
    const { iso } = value;
    return iso.length === 10 ? formatDate(iso, getLocale()) : formatInstant(iso, zone, getLocale());
  }
  if (clocks.includes(field) && /^\d+$/.test(value.text)) return timeOf(Number(value.text));
  const known = words[`${subject}.${field}`] ?? words[field];
  return known && Object.hasOwn(known, value.text) ? (known[value.text]?.() ?? value.text) : value.text;
}

/** A value of a change in words; several with a comma between. */
export function valueWords(place: Place, values: Shown[]): string {
  return values.map((value) => oneWord(place, value)).join(", ");
}
