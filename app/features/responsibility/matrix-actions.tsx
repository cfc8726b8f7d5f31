import { Form } from "@remix-run/react";
import { useState } from "react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Menu } from "~/ui/menu";
import type { MatrixView } from "./matrix.view.server";

/** The actions of the page: approve, download, new task. */
export function MatrixActions({
  view,
  slug,
  mayEdit,
  cells,
  refused,
}: {
  view: MatrixView;
  slug: string;
  mayEdit: boolean;
  /** A row's cells as they stand in the browser. */
  cells: (row: string) => string;
  /** Why the approval was not taken. */
  refused: string | null;
}) {
  const empty = view.actors.length === 0 || view.total.tasks + view.total.planRows === 0;
  return (
    <>
      {mayEdit && !empty && <Approve view={view} refused={refused} />}
      {!empty && <Download view={view} cells={cells} />}
      {mayEdit && (
        <LinkButton to={paths.newTask(slug)} icon="plus">
          {m.responsibility_new_task()}
        </LinkButton>
      )}
    </>
  );
}

/** The look of a secondary button, on what opens a menu. */
const look = "ds-button sv-mxbutton";

function Approve({ view, refused }: { view: MatrixView; refused: string | null }) {
  return (
    <Menu
      className={look}
      align="end"
      label={
        <>
          <Icon name="check" size={18} />
          {m.responsibility_approve()}
        </>
      }
    >
      <Form method="post" className="sv-mxapprove" preventScrollReset>
        <input type="hidden" name="intent" value="approve" />
        <p className="sv-quiet">{m.responsibility_approve_why()}</p>
        <label htmlFor="matrix-approve-from" className="ds-label">
          {m.responsibility_approve_from()}
        </label>
        <input
          id="matrix-approve-from"
          className="ds-input"
          type="date"
          name="from"
          required
          defaultValue={view.asOf}
          aria-invalid={refused ? true : undefined}
        />
        <Button small>{m.responsibility_approve()}</Button>
      </Form>
    </Menu>
  );
}

function Download({ view, cells }: { view: MatrixView; cells: (row: string) => string }) {
  const [words, setWords] = useState("");
  const copy = async () => {
    try {
      const { copyMatrix } = await import("./matrix-copy");
      await copyMatrix(view, cells);
      setWords(m.responsibility_copied());
    } catch {
      setWords(m.responsibility_copy_failed());
    }
  };
  return (
    <div className="sv-mxdownload">
      <Menu
        className={look}
        align="end"
        label={
          <>
            <Icon name="download" size={18} />
            {m.responsibility_download()}
          </>
        }
      >
        <button type="button" className="sv-menu__a" onClick={copy}>
          <Icon name="copy" size={18} />
          <span>{m.responsibility_copy()}</span>
        </button>
        <button type="button" className="sv-menu__a" onClick={() => window.print()}>
          <Icon name="file" size={18} />
          <span>{m.responsibility_print()}</span>
        </button>
        <p className="sv-menu__text" role="status">
          {words}
        </p>
      </Menu>
    </div>
  );
}
