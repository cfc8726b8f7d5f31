import { Form, Link, useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { movedTo } from "~/domain/newsletters/order";
import type { ComposerItem } from "~/features/newsletters/composer.view.server";
import { itemIcons, itemOrigin, itemTitle, missingWords } from "~/features/newsletters/issue-words";
import { m } from "~/i18n/messages/messages";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton } from "~/ui/menu";

type Props = {
  items: ComposerItem[];
  editable: boolean;
  /** Where the forms of the list post to, and where a piece is opened. */
  action: string;
  linkTo: (item: string) => string;
  open: string | null;
  editor: ReactNode;
};

/** The pieces of an issue in their order, the open one with its fields. Without script they move by two buttons. */
export function IssueBlocks({ items, editable, action, linkTo, open, editor }: Props) {
  const { shown, said, moveBy, dragFrom, dragging } = useOrder(items, action);
  const hydrated = useHydrated();
  return (
    <>
      <div className="sv-side-h">
        <h2 id="issue-content">{m.newsletters_content()}</h2>
        <small>
          {m.newsletters_content_count({
            some: items.filter(({ included }) => included).length,
            all: items.length,
          })}
        </small>
      </div>
      <ol className="sv-blocks" aria-labelledby="issue-content">
        {shown.map((item, at) => (
          <li
            key={item.id}
            className="sv-block"
            data-item={item.id}
            data-on={open === item.id || undefined}
            data-off={!item.included || undefined}
            data-plain={!editable || undefined}
            data-dragging={dragging === item.id || undefined}
          >
            {editable &&
              (hydrated ? (
                <button
                  type="button"
                  className="sv-drag"
                  id={`move-${item.id}`}
                  aria-label={m.newsletters_move({ title: itemTitle(item) })}
                  onKeyDown={(event) => moveBy(event, item.id)}
                  onPointerDown={(event) => dragFrom(event, item.id)}
                >
                  <Icon name="drag" />
                </button>
              ) : (
                <MoveForm item={item} action={action} first={at === 0} last={at === shown.length - 1} />
              ))}
            <Icon name={itemIcons[item.kind]} />
            <div className="sv-block__words">
              <b>
                {editable ? (
                  <Link
                    to={linkTo(open === item.id ? "none" : item.id)}
                    aria-expanded={open === item.id}
                    preventScrollReset
                    id={`open-${item.id}`}
                  >
                    {itemTitle(item)}
                  </Link>
                ) : (
                  itemTitle(item)
                )}
              </b>
              <small>{itemOrigin(item)}</small>
              {editable && item.included && item.missing.length > 0 && open !== item.id && (
                <small data-tone="warning">{missingWords(item.missing)}</small>
              )}
            </div>
            {editable && <Switch item={item} action={action} />}
            {open === item.id && <div className="sv-block__edit">{editor}</div>}
          </li>
        ))}
        {editable && (
          <li className="sv-addrow">
            <AddMenu action={action} />
          </li>
        )}
      </ol>
      <p className="ds-sr-only" role="status">
        {said}
      </p>
    </>
  );
}

/** True once the page's script runs. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}

/** The order as it is shown while it is being changed, and what is said of a change. */
function useOrder(items: ComposerItem[], action: string) {
  const fetcher = useFetcher();
  const [order, setOrder] = useState<string[] | null>(null);
  const [said, setSaid] = useState("");
  const [dragging, setDragging] = useState<string | null>(null);
  const list = useRef<string[]>([]);
  const known = new Map(items.map((item) => [item.id, item]));
  const stands = order?.length === items.length && order.every((id) => known.has(id));
  list.current = stands ? order : items.map(({ id }) => id);
  const shown = list.current.flatMap((id) => known.get(id) ?? []);
  // What the server says counts again when it has answered.
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data !== undefined) setOrder(null);
  }, [fetcher.state, fetcher.data]);

  const send = (id: string, to: number) => {
    fetcher.submit({ intent: "move", item: id, to: String(to) }, { method: "post", action });
    const item = known.get(id);
    if (item) setSaid(m.newsletters_moved({ title: itemTitle(item), place: to + 1, all: list.current.length }));
  };
  const moveBy = (event: KeyboardEvent, id: string) => {
    const from = list.current.indexOf(id);
    const last = list.current.length - 1;
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 || to > last || to === from) return;
    setOrder(movedTo(list.current, from, to));
    send(id, to);
    // An element that is moved loses its focus in some browsers.
    requestAnimationFrame(() => document.getElementById(`move-${id}`)?.focus());
  };
  const dragFrom = (event: PointerEvent, id: string) => {
    if (event.button !== 0) return;
    const box = (event.currentTarget as Element).closest("ol");
    const start = list.current.indexOf(id);
    const over = (y: number) =>
      list.current
        .filter((other) => other !== id)
        .filter((other) => {
          const place = box?.querySelector(`[data-item="${other}"]`)?.getBoundingClientRect();
          return place !== undefined && y > place.top + place.height / 2;
        }).length;
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const from = list.current.indexOf(id);
      const to = over(clientY);
      if (to !== from) setOrder(movedTo(list.current, from, to));
    };
    const stop = (given: boolean) => {
      controller.abort();
      setDragging(null);
      const at = list.current.indexOf(id);
      if (!given) setOrder(null);
      else if (at !== start) send(id, at);
    };
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener("pointermove", move, { signal });
    document.addEventListener("pointerup", () => stop(true), { signal });
    document.addEventListener("pointercancel", () => stop(false), { signal });
    document.addEventListener("keydown", ({ key }) => key === "Escape" && stop(false), { signal });
    setDragging(id);
  };
  return { shown, said, moveBy, dragFrom, dragging };
}

function MoveForm({
  item,
  action,
  first,
  last,
}: {
  item: ComposerItem;
  action: string;
  first: boolean;
  last: boolean;
}) {
  return (
    <Form method="post" action={action} className="sv-drag sv-drag--two" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="item" value={item.id} />
      {!first && (
        <button type="submit" name="to" value="up" title={m.newsletters_move_up_item({ title: itemTitle(item) })}>
          <Icon name="chevron-up" size={16} />
          <span className="ds-sr-only">{m.newsletters_move_up_item({ title: itemTitle(item) })}</span>
        </button>
      )}
      {!last && (
        <button type="submit" name="to" value="down" title={m.newsletters_move_down_item({ title: itemTitle(item) })}>
          <Icon name="chevron-down" size={16} />
          <span className="ds-sr-only">{m.newsletters_move_down_item({ title: itemTitle(item) })}</span>
        </button>
      )}
    </Form>
  );
}

/** Whether a piece is in the issue. */
function Switch({ item, action }: { item: ComposerItem; action: string }) {
  const fetcher = useFetcher();
  const asked = fetcher.formData?.get("intent");
  const on = asked ? asked === "include" : item.included;
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="item" value={item.id} />
      <button
        type="submit"
        className="sv-switch"
        role="switch"
        aria-checked={on}
        aria-label={m.newsletters_include_item({ title: itemTitle(item) })}
        name="intent"
        value={on ? "exclude" : "include"}
      />
    </fetcher.Form>
  );
}

function AddMenu({ action }: { action: string }) {
  return (
    <Menu
      className="sv-add"
      label={
        <>
          <Icon name="plus" size={18} />
          {m.newsletters_add_item()}
        </>
      }
    >
      <Form method="post" action={action} preventScrollReset>
        <MenuButton icon="file" name="intent" value="add-text">
          {m.newsletters_add_text()}
        </MenuButton>
        <MenuButton icon="globe" name="intent" value="add-news">
          {m.newsletters_add_news()}
        </MenuButton>
        <MenuButton icon="download" name="intent" value="add-new">
          {m.newsletters_add_new()}
        </MenuButton>
      </Form>
    </Menu>
  );
}
