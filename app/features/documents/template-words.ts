import type { FieldKey, TemplateKind } from "~/domain/documents/template-fields";
import { m } from "~/i18n/messages/messages";

export const templateKindNames: Record<TemplateKind, () => string> = {
  agenda: m.documents_template_kind_agenda,
  minutes: m.documents_template_kind_minutes,
  status_report: m.documents_template_kind_status_report,
};

export const fieldNames: Record<FieldKey, () => string> = {
  content: m.documents_field_content,
  title: m.documents_field_title,
  region: m.documents_field_region,
  programme: m.documents_field_programme,
  body: m.documents_field_body,
  day: m.documents_field_day,
  time: m.documents_field_time,
  place: m.documents_field_place,
  present: m.documents_field_present,
  absent: m.documents_field_absent,
  secretariat: m.documents_field_secretariat,
  state: m.documents_field_state,
  period: m.documents_field_period,
  submitted: m.documents_field_submitted,
  version: m.documents_field_version,
};
