import { m } from "~/i18n/messages/messages";
import { focusTarget } from "./focus-target";

/** First tab stop of every page; leads to `<main id="main">`. */
export function SkipLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, with and without script.
    <a className="ds-skip-link sv-skip" href="#main" onClick={focusTarget}>
      {m.ui_skip()}
    </a>
  );
}
