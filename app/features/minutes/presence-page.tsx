import { Form } from "@remix-run/react";
import type { LiveRefusal } from "~/features/minutes/answer-live-form.server";
import type { LiveView } from "~/features/minutes/live.view.server";
import { dayShort } from "~/features/minutes/minutes-words";
import { PresenceEditor } from "~/features/minutes/presence-editor";
import { SaveState } from "~/features/minutes/save-state";
import { useLive } from "~/features/minutes/use-live";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** Who comes to a meeting that has not begun. */
export function PresencePage({ slug, view, refusal }: { slug: string; view: LiveView; refusal: LiveRefusal | null }) {
  const { body, minutes, zone } = view;
  const here = paths.presence(slug, body.id, minutes.id);
  const writing = useLive({
    first: view.state,
    url: paths.liveSave(slug, body.id, minutes.id),
    copy: `samvirk:minutes:${minutes.id}`,
  });
  return (
    <>
      <PageHead
        eyebrow={m.minutes_presence()}
        title={body.name}
        sub={dayShort(minutes.day)}
        actions={<SaveState status={writing.status} state={writing.state} conflicts={writing.conflicts} zone={zone} />}
      />
      {writing.state.presences.length === 0 ? (
        <EmptyState
          icon="person-group"
          title={m.minutes_presence_empty()}
          why={m.minutes_presence_empty_why()}
          action={
            <Form method="post">
              <Button name="intent" value="list">
                {m.minutes_presence_list()}
              </Button>
            </Form>
          }
        />
      ) : (
        <PresenceEditor
          writing={writing}
          view={view}
          items={[]}
          pathTo={() => here}
          goTo={() => {}}
          refusal={refusal}
        />
      )}
    </>
  );
}
