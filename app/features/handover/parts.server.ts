import { type OpenInvitation, openInvitationsFor, passInvitations } from "~/features/events/pass-invitations.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type HandoverInput = {
  municipalityId: string;
  /** The contact person until now, or the last one when nobody has been; null when there never was one. */
  from: string | null;
  to: string;
  now: Date;
};

/** What the successor has open after a handover, by what it is. */
export type Passed = { kind: "invitations"; count: number; what: OpenInvitation[] };

/** Something that follows the role of contact person from one to the next. */
export type HandoverPart = {
  name: Passed["kind"];
  /** What would pass now from this person; changes nothing. */
  open(db: RegionDb, input: Omit<HandoverInput, "to">): Promise<Passed[]>;
  /** Passes it on, in the transaction of the handover. */
  pass(db: RegionDb, input: HandoverInput): Promise<Passed[]>;
};

const invitations: HandoverPart = {
  name: "invitations",
  async open(db, input) {
    const what = await openInvitationsFor(db, input);
    return [{ kind: "invitations", count: what.length, what }];
  },
  async pass(db, input) {
    const what = await passInvitations(db, input);
    return [{ kind: "invitations", count: what.length, what }];
  },
};

/** Everything that passes with the role; a word that has something open for contact persons adds its line here. */
export const handoverParts: HandoverPart[] = [invitations];
