import { z } from "zod";
import { minutesOf } from "~/domain/regions/clock-minutes";
import { offersItsStandard } from "~/domain/regions/written-standard";
import { m } from "~/i18n/messages/messages";

const upTo = (max: number) => z.string(m.common_required()).trim().max(max, m.common_too_long({ max }));
const filled = (max: number) => upTo(max).min(1, m.common_required());

const time = () =>
  z.string(m.common_required()).transform((value, context) => {
    const minutes = minutesOf(value);
    if (minutes === null) context.addIssue({ code: "custom", message: m.regions_time_invalid() });
    return minutes ?? 0;
  });

/** The form about the region. Office hours come out in minutes after midnight. */
export const regionSchema = () =>
  z
    .object({
      name: filled(80),
      programme: upTo(80),
      initials: z
        .string(m.common_required())
        .trim()
        .toUpperCase()
        .regex(/^\p{L}{2}$/u, m.regions_initials_invalid()),
      accent: z.enum(["fjord", "skifer", "lyng"], m.regions_choose()),
      languages: z
        .array(z.enum(["nb", "nn", "en"]))
        .prefault([])
        .refine((all) => all.length > 0, m.regions_languages_missing()),
      defaultStandard: z.enum(["bokmal", "nynorsk"], m.regions_choose()),
      officeOpens: time(),
      officeCloses: time(),
      easterClosed: z.literal("on").optional().transform(Boolean),
      substituteWords: z.enum(["full", "pva"], m.regions_choose()).prefault("full"),
    })
    .refine(({ officeOpens, officeCloses }) => officeCloses > officeOpens, {
      path: ["officeCloses"],
      message: m.regions_office_order(),
    })
    .refine(({ languages, defaultStandard }) => offersItsStandard(languages, defaultStandard), {
      path: ["defaultStandard"],
      message: m.regions_standard_not_offered(),
    });

export const priorityAreaSchema = () =>
  z.object({
    number: z.coerce
      .number(m.regions_area_number_invalid())
      .int(m.regions_area_number_invalid())
      .min(1, m.regions_area_number_invalid())
      .max(99, m.regions_area_number_invalid()),
    areaName: filled(120),
  });

const address = () =>
  upTo(254)
    .toLowerCase()
    .transform((text) => text || null)
    .pipe(z.email(m.common_email_invalid()).nullable());

/** A bound that may be left empty; null is none. */
const cap = (most: number) =>
  upTo(6)
    .default("")
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(
      z
        .number(m.regions_cap_invalid())
        .int(m.regions_cap_invalid())
        .min(1, m.regions_cap_invalid())
        .max(most)
        .nullable(),
    );

export const mailSchema = () =>
  z
    .object({
      /** Stands before the address in a mail's head: one line, without what has a meaning there. */
      senderName: upTo(80).regex(/^[^<>"\r\n]*$/, m.regions_sender_name_invalid()),
      senderAddress: address(),
      replyAddress: address(),
      mailMode: z.enum(["live", "to_me", "hold"], m.regions_choose()),
      /** Where all mail goes while the region's mode is to_me. */
      meAddress: address(),
      capHour: cap(100_000),
      capWeek: cap(100),
      mailTransport: z
        .enum(["", "smtp", "resend"])
        .default("")
        .transform((transport) => transport || null),
    })
    .refine(({ mailMode, meAddress }) => mailMode !== "to_me" || meAddress !== null, {
      path: ["meAddress"],
      error: () => m.regions_me_address_missing(),
    });
