import { chosenLocale } from "~/i18n/locale.server";
import { answerIn } from "~/platform/request-context.server";

/** Answers in what the person of a link has chosen for her mail, unless the reader has chosen something here. */
export function answerReader(request: Request, locale: string | null | undefined): void {
  if (chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" })) return;
  if (locale === "nb" || locale === "nn" || locale === "en") answerIn(locale);
}
