import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

export function signIn({ code, browserHint }: MessageOf<"sign-in">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const intro = m.mail_sign_in_intro({}, to);
  return {
    subject: m.mail_sign_in_subject({}, to),
    preview: m.mail_sign_in_validity({}, to),
    heading: m.mail_sign_in_heading({}, to),
    blocks: [
      {
        kind: "paragraph",
        text: browserHint ? `${intro} ${m.mail_sign_in_browser({ browser: browserHint }, to)}` : intro,
      },
      action(m.mail_sign_in_action({}, to), link),
      { kind: "code", label: m.mail_sign_in_code({}, to), code },
      { kind: "paragraph", text: m.mail_sign_in_validity({}, to) },
    ],
    footer: [m.mail_sign_in_why({}, to), m.mail_sign_in_footer({}, to)],
  };
}
