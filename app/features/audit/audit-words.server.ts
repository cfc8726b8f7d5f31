import type { AuditAction, AuditSubject } from "~/features/audit/audit.server";
import { m } from "~/i18n/messages/messages";

/** What a change was made to, in words: "Aktør". In the order of the filter. */
export const subjectNames: Record<AuditSubject, () => string> = {
  "communications-plan": () => m.audit_subject_communications_plan(),
  "plan-row": () => m.audit_subject_plan_row(),
  "plan-occurrence": () => m.audit_subject_plan_occurrence(),
  channel: () => m.audit_subject_channel(),
  publication: () => m.audit_subject_publication(),
  holiday: () => m.audit_subject_holiday(),
  actor: () => m.audit_subject_actor(),
  "actor-person": () => m.audit_subject_actor_person(),
  "actor-name": () => m.audit_subject_actor_name(),
  task: () => m.audit_subject_task(),
  group: () => m.audit_subject_group(),
  "group-member": () => m.audit_subject_group_member(),
  responsibility: () => m.audit_subject_responsibility(),
  network: () => m.audit_subject_network(),
  "network-member": () => m.audit_subject_network_member(),
  audience: () => m.audit_subject_audience(),
  "audience-words": () => m.audit_subject_audience_words(),
  event: () => m.audit_subject_event(),
  invitation: () => m.audit_subject_invitation(),
  "inbound-reply": () => m.audit_subject_inbound_reply(),
  registration: () => m.audit_subject_registration(),
  attendance: () => m.audit_subject_attendance(),
  feedback: () => m.audit_subject_feedback(),
  paper: () => m.audit_subject_paper(),
  deputy: () => m.audit_subject_deputy(),
  feed: () => m.audit_subject_feed(),
  delivery: () => m.audit_subject_delivery(),
  import: () => m.audit_subject_import(),
  municipality: () => m.audit_subject_municipality(),
  area: () => m.audit_subject_area(),
  person: () => m.audit_subject_person(),
  role: () => m.audit_subject_role(),
  region: () => m.audit_subject_region(),
  "priority-area": () => m.audit_subject_priority_area(),
};

const actions: Record<AuditAction, (words: { subject: string }) => string> = {
  created: (words) => m.audit_created(words),
  updated: (words) => m.audit_updated(words),
  removed: (words) => m.audit_removed(words),
  imported: (words) => m.audit_imported(words),
  invited: (words) => m.audit_invited(words),
  answered: (words) => m.audit_answered(words),
  sent: (words) => m.audit_sent(words),
  cancelled: (words) => m.audit_cancelled(words),
};

/** Where the two words together would not be what one says. */
const together: Record<string, () => string> = {
  "created role": () => m.audit_role_created(),
  "updated role": () => m.audit_role_updated(),
  "removed role": () => m.audit_role_removed(),
  "invited role": () => m.audit_role_invited(),
  "sent role": () => m.audit_role_sent(),
  "created responsibility": () => m.audit_responsibility_approved(),
  "cancelled invitation": () => m.audit_invitation_cancelled(),
  "invited event": () => m.audit_event_invited(),
  "updated person": () => m.audit_person_updated(),
  "updated region": () => m.audit_region_updated(),
  "answered invitation": () => m.audit_invitation_answered(),
  "updated invitation": () => m.audit_invitation_answered(),
  "imported import": () => m.audit_import_imported(),
  "cancelled delivery": () => m.audit_delivery_cancelled(),
};

/** What somebody did: "La til aktør", "Gav ei rolle". */
export function didWords({ action, subject }: { action: string; subject: string }): string {
  const said = together[`${action} ${subject}`];
  if (said) return said();
  const name = Object.hasOwn(subjectNames, subject) ? subjectNames[subject as AuditSubject]() : subject;
  const verb = Object.hasOwn(actions, action) ? actions[action as AuditAction] : undefined;
  return verb ? verb({ subject: name.toLowerCase() }) : `${name}: ${action}`;
}

/** Who did it: a name as it is now, or that the person is erased; without a person, what acted. */
export function whoWords({ who, via }: { who: { name: string | null } | null; via: string }): string {
  if (who) return who.name ?? m.audit_erased();
  if (via === "link") return m.audit_via_link();
  if (via === "mail") return m.audit_via_mail();
  return via === "operator" ? m.audit_via_operator() : m.audit_via_system();
}

const fields: Record<string, () => string> = {
  accent: () => m.regions_look(),
  actorId: () => m.audit_subject_actor(),
  answer: () => m.audit_field_answer(),
  asksFeedback: () => m.feedback_title(),
  attended: () => m.attendance_title(),
  approvedFrom: () => m.audit_field_approved_from(),
  actorIds: () => m.audit_field_operators(),
  adoptedAs: () => m.audit_field_adopted_as(),
  adoptedBy: () => m.audit_field_adopted_by(),
  adoptedOn: () => m.audit_field_adopted_on(),
  areaId: () => m.audit_subject_area(),
  areaIds: () => m.audit_field_priority_areas(),
  audience: () => m.audit_field_audience(),
  audienceId: () => m.audit_subject_audience(),
  benefit: () => m.audit_field_benefit(),
  changed: () => m.audit_field_changed(),
  channelKey: () => m.plan_list_channel(),
  channel: () => m.audit_field_channel(),
  channelId: () => m.audit_field_channel(),
  contactPersonId: () => m.audit_subject_person(),
  counties: () => m.audit_field_counties(),
  day: () => m.audit_field_day(),
  defaultStandard: () => m.regions_standard(),
  demo: () => m.audit_field_demo(),
  description: () => m.audit_field_description(),
  easterClosed: () => m.regions_easter_closed(),
  email: () => m.people_email(),
  endsAt: () => m.audit_field_ends_at(),
  excludes: () => m.audit_field_excludes(),
  form: () => m.audit_field_form(),
  from: () => m.people_first_day(),
  givesCertificate: () => m.attendance_certificate(),
  goal: () => m.audit_field_goal(),
  groupId: () => m.audit_subject_group(),
  icon: () => m.audit_field_icon(),
  initials: () => m.regions_initials(),
  introduction: () => m.audit_field_introduction(),
  invited: () => m.audit_field_invited(),
  joinedOn: () => m.audit_field_valid_from(),
  kind: () => m.audit_field_kind(),
  languages: () => m.regions_languages(),
  leftOn: () => m.audit_field_valid_to(),
  link: () => m.audit_field_link(),
  links: () => m.audit_field_link(),
  mailMode: () => m.regions_mail_mode(),
  memberGroupId: () => m.audit_subject_group(),
  municipalities: () => m.audit_field_municipalities(),
  municipalityId: () => m.audit_subject_municipality(),
  name: () => m.people_name(),
  questions: () => m.audit_field_questions(),
  recordingLink: () => m.events_recording_link(),
  recordingPublished: () => m.events_recording_title(),
  networkId: () => m.audit_subject_network(),
  notes: () => m.plan_notes(),
  number: () => m.regions_area_number(),
  officeCloses: () => m.regions_office_closes(),
  officeOpens: () => m.regions_office_opens(),
  open: () => m.audit_field_open(),
  operators: () => m.audit_field_operators(),
  optedOut: () => m.audit_field_opted_out(),
  parentId: () => m.audit_field_parent(),
  part: () => m.audit_field_part(),
  people: () => m.audit_field_people(),
  period: () => m.audit_subject_communications_plan(),
  personId: () => m.audit_subject_person(),
  place: () => m.audit_field_place(),
  planRowId: () => m.audit_subject_plan_row(),
  population: () => m.audit_field_population(),
  populationYear: () => m.audit_field_population_year(),
  position: () => m.audit_field_position(),
  preparedBy: () => m.audit_field_prepared_by(),
  priorityAreas: () => m.audit_field_priority_areas(),
  programme: () => m.regions_programme(),
  purpose: () => m.audit_field_purpose(),
  reason: () => m.audit_field_reason(),
  replyAddress: () => m.regions_reply_address(),
  replyBy: () => m.audit_field_reply_by(),
  responsibility: () => m.audit_field_responsibility(),
  responsible: () => m.audit_field_responsible(),
  responsibleId: () => m.audit_field_responsible(),
  role: () => m.audit_subject_role(),
  sections: () => m.audit_field_sections(),
  senderAddress: () => m.regions_sender_address(),
  senderName: () => m.regions_sender_name(),
  shortName: () => m.audit_field_short_name(),
  shown: () => m.audit_field_shown(),
  slug: () => m.audit_field_slug(),
  stage: () => m.audit_field_stage(),
  startsAt: () => m.audit_field_starts_at(),
  state: () => m.audit_field_state(),
  status: () => m.audit_field_state(),
  taskId: () => m.audit_subject_task(),
  tasks: () => m.audit_field_tasks(),
  theme: () => m.audit_field_theme(),
  tier: () => m.audit_field_tier(),
  timing: () => m.audit_field_timing(),
  title: () => m.audit_field_title(),
  to: () => m.people_last_day(),
  validFrom: () => m.audit_field_valid_from(),
  validTo: () => m.audit_field_valid_to(),
  web: () => m.audit_field_web(),
  words: () => m.audit_field_words(),
  writtenStandard: () => m.audit_field_written_standard(),
};

/** Where a field is called something of its own on the thing's page. */
const ownFields: Record<string, () => string> = {
  "plan-row.audienceId": () => m.plan_list_audience(),
  "plan-row.position": () => m.plan_row_place(),
  "network.audience": () => m.networks_audience(),
  "network.benefit": () => m.networks_benefit(),
  "network.contactPersonId": () => m.networks_contact(),
  "network.form": () => m.networks_form(),
  "network.operators": () => m.networks_operators(),
  "network.theme": () => m.networks_how_theme(),
  "municipality.validFrom": () => m.municipalities_in_region_from(),
  "municipality.validTo": () => m.municipalities_out_from(),
};

/** What a field of something is called; one that has no words yet keeps its own name. */
export function fieldWords(subject: string, field: string): string {
  return (ownFields[`${subject}.${field}`] ?? (Object.hasOwn(fields, field) ? fields[field] : undefined))?.() ?? field;
}
