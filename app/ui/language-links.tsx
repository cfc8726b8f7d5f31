import { useLocation } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { getLocale, type Locale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";

/** The languages by their own names, the official two first. */
export const languageNames: Record<Locale, string> = { nn: "Nynorsk", nb: "Bokmål", en: "English" };
export const locales = ["nn", "nb", "en"] as const;

/**
 * The languages a public page can be read in; all, when the page's region does not limit them. A button each, since the choice is kept: a form works without script
 * and a link must not change anything.
 */
export function LanguageLinks({ offered = locales }: { offered?: readonly Locale[] | undefined }) {
  const { pathname, search } = useLocation();
  return (
    <form className="sv-plang" method="post" action={paths.preferences()} aria-label={m.ui_language()}>
      <input type="hidden" name="returnTo" value={pathname + search} />
      {offered.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === getLocale() ? "true" : undefined}
        >
          <span className="sv-plang__long">{languageNames[locale]}</span>
          <span className="sv-plang__short" aria-hidden="true">
            {locale.toUpperCase()}
          </span>
        </button>
      ))}
    </form>
  );
}
