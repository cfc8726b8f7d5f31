import { z } from "zod";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

const places = () =>
  z
    .union(
      [
        z.literal("").transform(() => null),
        z.coerce
          .number(m.registrations_places_wrong())
          .int(m.registrations_places_wrong())
          .min(1, m.registrations_places_wrong())
          .max(100_000, m.registrations_places_wrong()),
      ],
      m.registrations_places_wrong(),
    )
    .prefault("");

const ticked = () => z.literal("on").optional().transform(Boolean);

/** How one signs up to an event, as its organiser fills it in. Times are on the clock of the event's zone. */
export function settingsSchema(zone: string) {
  return z
    .object({
      version: versionField(),
      registration: z.enum(["none", "open", "approval"], m.registrations_mode_needed()),
      open: ticked(),
      attendanceWay: z.enum(["room", "online", "both"], m.registrations_ways_needed()),
      capacity: places(),
      capacityOnline: places(),
      registerDate: z
        .union([z.literal(""), z.iso.date(m.registrations_by_wrong())], m.registrations_by_wrong())
        .prefault(""),
      registerTime: z
        .union([z.literal(""), z.iso.time(m.registrations_by_wrong())], m.registrations_by_wrong())
        .prefault(""),
      offerHours: z.coerce
        .number(m.registrations_hours_wrong())
        .int(m.registrations_hours_wrong())
        .min(1, m.registrations_hours_wrong())
        .max(336, m.registrations_hours_wrong()),
      asksNeeds: ticked(),
      joinLink: z
        .union(
          [z.literal(""), z.url({ protocol: /^https?$/, error: m.registrations_link_wrong() })],
          m.registrations_link_wrong(),
        )
        .prefault(""),
    })
    .transform(({ registerDate, registerTime, ...rest }, context) => {
      if (registerDate === "") return { ...rest, registerBy: null };
      const at = localToInstant(registerDate, registerTime || "23:59", zone);
      if (at.ok) return { ...rest, registerBy: at.instant };
      context.addIssue({ code: "custom", path: ["registerDate"], message: m.registrations_by_wrong() });
      return z.NEVER;
    });
}

export type SettingsForm = z.output<ReturnType<typeof settingsSchema>>;

/** What is saved, as the form has it. */
export function settingsValues(event: {
  version: number;
  registration: string;
  open: boolean;
  attendanceWay: string;
  capacity: number | null;
  capacityOnline: number | null;
  registerBy: Date | null;
  offerHours: number;
  asksNeeds: boolean;
  joinLink: string;
  zone: string;
}): Record<string, string> {
  const by = event.registerBy && instantToLocal(event.registerBy.toISOString(), event.zone);
  return {
    version: String(event.version),
    registration: event.registration,
    ...(event.open && { open: "on" }),
    attendanceWay: event.attendanceWay,
    capacity: String(event.capacity ?? ""),
    capacityOnline: String(event.capacityOnline ?? ""),
    registerDate: by?.date ?? "",
    registerTime: by?.time ?? "",
    offerHours: String(event.offerHours),
    ...(event.asksNeeds && { asksNeeds: "on" }),
    joinLink: event.joinLink,
  };
}
