import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Note } from "~/ui/note";

/** That what is sent now waits, for the region's mail is on hold, and where that is changed. */
export function HoldNote({ slug }: { slug: string }) {
  return (
    <Note tone="warning" action={{ label: m.delivery_hold_link(), to: paths.mailSettings(slug) }}>
      {m.delivery_hold_note()}
    </Note>
  );
}
