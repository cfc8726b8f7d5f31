import type { MouseEvent } from "react";

/**
 * For a link within the page: moves focus to what it names. The address stays as it is, since the router would take
 * another fragment for a navigation and forget what the server answered a form. Without script the link itself works.
 */
export function focusTarget(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (document.activeElement !== target)
    target.querySelector<HTMLElement>("input, select, textarea, a, button")?.focus();
  target.scrollIntoView({ block: "nearest" });
}
