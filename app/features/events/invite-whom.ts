import { isUuid } from "~/domain/shared/ids";

/** Names the members of the network that holds an event, where else the id of an audience stands. */
export const networkMembers = "network";

/** Names the members of the governing body whose meeting an event is, in the same way. */
export const bodyMembers = "body";

type AudienceKind = "contact_persons" | "network_members" | "body_members" | "audience";

/** Whom an event is for, as it remembers it; `audienceId` as `inviteAudience` takes it. */
export function rememberedAudience(audienceId: string | null): {
  audienceKind: AudienceKind;
  audienceId: string | null;
} {
  if (audienceId === null) return { audienceKind: "contact_persons", audienceId: null };
  if (audienceId === networkMembers) return { audienceKind: "network_members", audienceId: null };
  if (audienceId === bodyMembers) return { audienceKind: "body_members", audienceId: null };
  return { audienceKind: "audience", audienceId };
}

/** Whom an event remembers it is for, as `inviteAudience` takes it; undefined when nobody has been invited. */
export function audienceRemembered(event: {
  audienceKind: AudienceKind | null;
  audienceId: string | null;
  networkId: string | null;
  bodyId: string | null;
}): string | null | undefined {
  if (event.audienceKind === "contact_persons") return null;
  if (event.audienceKind === "network_members") return event.networkId ? networkMembers : undefined;
  if (event.audienceKind === "body_members") return event.bodyId ? bodyMembers : undefined;
  return event.audienceKind === "audience" ? (event.audienceId ?? undefined) : undefined;
}

/**
 * The audience an address or a form names: `id` is null for all contact persons, and undefined where nothing is said.
 * Null for what cannot be one.
 */
export function audienceIn(
  named: FormDataEntryValue | null,
  maySee: boolean,
): { id: string | null | undefined } | null {
  if (named === null) return { id: undefined };
  if (named === "") return { id: null };
  if (named === networkMembers || named === bodyMembers) return { id: named };
  return maySee && isUuid(named) ? { id: named } : null;
}
