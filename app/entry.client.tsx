import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { baseLocale, isLocale, overwriteGetLocale } from "~/i18n/messages/runtime";

overwriteGetLocale(() => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : baseLocale;
});

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
