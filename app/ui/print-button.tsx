import { type ReactNode, useEffect, useState } from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";

/** Opens the browser's own printing. It is there where script is; without, the browser's menu does the same. */
export function PrintButton({ children }: { children?: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" variant="secondary" icon="file" onClick={() => window.print()}>
      {children ?? m.ui_print()}
    </Button>
  );
}
