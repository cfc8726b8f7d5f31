import type { GivenRemark } from "~/features/minutes/give-remark.server";
import { m } from "~/i18n/messages/messages";

/** Why a remark was not taken, in words. */
export const remarkRefusals: Record<Extract<GivenRemark, { ok: false }>["reason"], () => string> = {
  gone: () => m.minutes_remark_failed(),
  closed: () => m.minutes_remark_closed(),
  empty: () => m.minutes_remark_empty(),
  "too-long": () => m.minutes_remark_too_long(),
};
