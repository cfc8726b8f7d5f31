import { Form, Link } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";

/** The audiences made of the area, and the fees its municipalities pay; with any it stays. */
export type RemoveAsked = { audiences: { id: string; name: string }[]; fees: string[] };

type Props = { area: { id: string; name: string }; slug: string; asked?: RemoveAsked };

/** The button that asks, the question, or why it cannot be. */
export function RemoveArea({ area, slug, asked }: Props) {
  if (!asked)
    return (
      <Form method="post">
        <Button variant="tertiary" small icon="trash">
          {m.areas_remove()}
        </Button>
      </Form>
    );
  if (asked.audiences.length + asked.fees.length > 0)
    return (
      <Note tone="danger" title={m.areas_in_use({ name: area.name })} live>
        <p>{m.areas_in_use_why()}</p>
        <ul className="sv-points">
          {asked.audiences.map(({ id, name }) => (
            <li key={id}>
              <Link to={paths.audience(slug, id)}>{name}</Link>
            </li>
          ))}
          {asked.fees.map((name) => (
            <li key={name}>
              <Link to={paths.fees(slug)}>{m.areas_pays({ name })}</Link>
            </li>
          ))}
        </ul>
      </Note>
    );
  return (
    <Form method="post">
      <input type="hidden" name="sure" value="yes" />
      <Confirm
        tone="danger"
        title={m.areas_remove_title({ name: area.name })}
        action={<Button variant="danger">{m.areas_remove()}</Button>}
        cancel={{ label: m.common_cancel(), to: paths.area(slug, area.id) }}
      >
        <p>{m.areas_remove_why()}</p>
      </Confirm>
    </Form>
  );
}
