import { m } from "~/i18n/messages/messages";

/** The words for a role, in the reader's language. */
export const roleNames = {
  coordinator: () => m.people_role_coordinator(),
  network_leader: () => m.people_role_network_leader(),
  webinar_publisher: () => m.people_role_webinar_publisher(),
  contact_person: () => m.people_role_contact_person(),
  secretariat: () => m.people_role_secretariat(),
  reader: () => m.people_role_reader(),
  directorate: () => m.people_role_directorate(),
};
