import type { SendNoticeResult } from "~/features/cases/send-notice.server";
import { m } from "~/i18n/messages/messages";

type Reason = Extract<SendNoticeResult, { ok: false }>["reason"];

/** Why a notice was not sent, in words. */
export function noticeRefusal(reason: Reason): string {
  return {
    gone: m.common_changed_meanwhile,
    "not-set": m.cases_notice_not_set,
    "no-time": m.cases_notice_no_time,
    over: m.cases_notice_over,
    nobody: m.cases_notice_nobody,
    cancelled: m.cases_notice_cancelled,
    electronic: m.cases_notice_electronic,
  }[reason]();
}
