/** Everything a person may be in a region (the users' table of the product). */
export const roleKinds = [
  "coordinator",
  "network_leader",
  "webinar_publisher",
  "contact_person",
  "secretariat",
  "reader",
  "directorate",
] as const;
export type RoleKind = (typeof roleKinds)[number];

/** A role as the permissions see it: what it is, and what it is limited to. */
export type HeldRole = { kind: RoleKind; actorId: string | null; municipalityId: string | null };

export type Action =
  | "overview.see"
  | "plan.see"
  | "plan.edit"
  | "actors.see"
  | "actors.edit"
  | "groups.see"
  | "groups.edit"
  | "responsibility.see"
  | "responsibility.edit"
  | "networks.see"
  | "networks.edit"
  | "audiences.see"
  | "audiences.edit"
  | "municipalities.see"
  | "municipalities.edit"
  | "contact-person.assign"
  | "deputies.edit"
  | "publications.see"
  | "publications.edit"
  | "events.see"
  | "events.edit"
  | "events.invite"
  | "invitations.see-own"
  | "newsletters.see"
  | "newsletters.edit"
  | "newsletters.write"
  | "notes.edit"
  | "bodies.see"
  | "bodies.edit"
  | "cases.see-closed"
  | "cases.edit"
  | "minutes.write"
  | "action-plan.see"
  | "action-plan.edit"
  | "action-plan.status"
  | "reports.see"
  | "reports.edit"
  | "reports.fill"
  | "accounts.see"
  | "accounts.edit"
  | "automation.see"
  | "automation.edit"
  | "deliveries.see"
  | "import.run"
  | "region.edit"
  | "members.edit"
  | "audit.see";

/** What an action is done to, where a role is limited to its own. */
export type Subject = {
  /** The actors it belongs to: an editor of one of them may. A unit belongs to its parent too. */
  actorIds?: readonly string[];
  municipalityId?: string | null;
  /** Whether the person is named as an editor of the newsletter. */
  isEditor?: boolean;
  /** Whether the person owns the activity or the row of a report. */
  isOwner?: boolean;
  /** Whether the person is a member of the governing body, or a deputy in it. */
  isMember?: boolean;
};

type Rule = "all" | "own-actor" | "own-municipality" | "own-newsletter" | "own-row" | "own-body";

const see = {
  "overview.see": "all",
  "plan.see": "all",
  "actors.see": "all",
  "groups.see": "all",
  "responsibility.see": "all",
  "networks.see": "all",
  "municipalities.see": "all",
  "publications.see": "all",
  "events.see": "all",
  "newsletters.see": "all",
  "bodies.see": "all",
  "cases.see-closed": "own-body",
  "action-plan.see": "all",
  "action-plan.status": "own-row",
  "reports.see": "all",
  "reports.fill": "own-row",
} as const satisfies Partial<Record<Action, Rule>>;

/** What those who prepare the meetings of the governing bodies and write the reports may. */
const secretary = {
  "bodies.edit": "all",
  "cases.see-closed": "all",
  "cases.edit": "all",
  "minutes.write": "all",
  "action-plan.edit": "all",
  "action-plan.status": "all",
  "reports.edit": "all",
  "reports.fill": "all",
  "accounts.see": "all",
  "accounts.edit": "all",
} as const satisfies Partial<Record<Action, Rule>>;

/** The one permission table. What stands in no row is no. */
const permissions: Record<RoleKind, Partial<Record<Action, Rule>>> = {
  coordinator: {
    ...see,
    ...secretary,
    "plan.edit": "all",
    "actors.edit": "all",
    "groups.edit": "all",
    "responsibility.edit": "all",
    "networks.edit": "all",
    "audiences.see": "all",
    "audiences.edit": "all",
    "municipalities.edit": "all",
    "contact-person.assign": "all",
    "deputies.edit": "all",
    "publications.edit": "all",
    "events.edit": "all",
    "events.invite": "all",
    "newsletters.edit": "all",
    "newsletters.write": "all",
    "notes.edit": "all",
    "automation.see": "all",
    "automation.edit": "all",
    "deliveries.see": "all",
    "import.run": "all",
    "region.edit": "all",
    "members.edit": "all",
    "audit.see": "all",
  },
  network_leader: {
    ...see,
    "audiences.see": "all",
    "networks.edit": "own-actor",
    "publications.edit": "own-actor",
    "events.edit": "own-actor",
    "events.invite": "own-actor",
    "newsletters.write": "own-newsletter",
    "notes.edit": "own-actor",
  },
  webinar_publisher: {
    ...see,
    "publications.edit": "own-actor",
    "events.edit": "own-actor",
    "events.invite": "own-actor",
    "newsletters.write": "own-newsletter",
    "notes.edit": "own-actor",
  },
  contact_person: {
    "overview.see": "all",
    "invitations.see-own": "all",
    "municipalities.see": "own-municipality",
    "contact-person.assign": "own-municipality",
    "deputies.edit": "own-municipality",
  },
  secretariat: {
    ...see,
    ...secretary,
    "events.edit": "own-actor",
    "events.invite": "own-actor",
    "newsletters.write": "own-newsletter",
    "notes.edit": "own-actor",
  },
  reader: see,
  // Nothing inside the region: the role is the region's yes to the roll-up, where the reports it has submitted are read.
  directorate: {},
};

/**
 * Whether somebody who holds these roles may do this to that. An unknown role or action is no, and so is a
 * limited one without a subject or with a subject of another.
 */
export function can(roles: readonly HeldRole[], action: Action, subject: Subject = {}): boolean {
  return roles.some((role) => {
    const rule = Object.hasOwn(permissions, role.kind) ? permissions[role.kind][action] : undefined;
    if (rule === "all") return true;
    if (rule === "own-actor") return role.actorId !== null && (subject.actorIds ?? []).includes(role.actorId);
    if (rule === "own-municipality")
      return role.municipalityId !== null && role.municipalityId === subject.municipalityId;
    if (rule === "own-newsletter") return subject.isEditor === true;
    if (rule === "own-row") return subject.isOwner === true;
    if (rule === "own-body") return subject.isMember === true;
    return false;
  });
}
