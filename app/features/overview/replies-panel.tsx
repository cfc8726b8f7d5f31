import type { LeaderPart } from "~/features/overview/role-parts.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

/** Replies by mail that a person decides on; nothing where there are none. */
export function RepliesPanel({ replies, slug }: { replies: LeaderPart["replies"]; slug: string }) {
  if (replies.length === 0) return null;
  return (
    <Panel title={m.overview_replies()} count={replies.reduce((sum, { count }) => sum + count, 0)}>
      <Rows>
        {replies.map(({ id, title, count }) => (
          <Row
            key={id}
            icon="inbox"
            title={title}
            to={paths.replies(slug, id)}
            note={m.overview_replies_to_decide({ n: count })}
          />
        ))}
      </Rows>
    </Panel>
  );
}
