import { m } from "~/i18n/messages/messages";

/** First tab stop of every page; leads to `<main id="main">`. */
export function SkipLink() {
  return (
    <a className="ds-skip-link sv-skip" href="#main">
      {m.ui_skip()}
    </a>
  );
}
