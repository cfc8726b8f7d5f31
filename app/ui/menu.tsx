import { Link, useLocation } from "@remix-run/react";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "./icon";

/**
 * A button that opens a list under it, made of `<details>` so that it opens without script. With script: Esc closes and
 * gives focus back, arrows move, a click outside and a new page close it.
 */
export function Menu({
  label,
  name,
  align = "start",
  className = "sv-tool",
  children,
}: {
  label: ReactNode;
  /** Spoken before the label: what the button is for. */
  name?: string;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu.
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);
  useEffect(() => {
    const close = (event: PointerEvent) => {
      const box = details.current;
      if (box?.open && event.target instanceof Node && !box.contains(event.target)) box.open = false;
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, []);

  return (
    <details className="sv-menu" ref={details} onKeyDown={moveInMenu}>
      <summary className={className}>
        {name && <span className="ds-sr-only">{name} </span>}
        {label}
      </summary>
      <div className="sv-menu__pop" data-align={align}>
        {children}
      </div>
    </details>
  );
}

/**
 * The same without a script of its own, for a long list of rows that each have one: who holds the list hands its keys to
 * `moveInMenu` and closes what is open (`closeMenus`). What stands in it links as `<a className="sv-menu__a">`.
 */
export function PlainMenu({
  label,
  align = "start",
  className = "sv-tool",
  children,
}: {
  label: ReactNode;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}) {
  return (
    <details className="sv-menu">
      <summary className={className}>{label}</summary>
      <div className="sv-menu__pop" data-align={align}>
        {children}
      </div>
    </details>
  );
}

/** Escape closes the menu the key was pressed in and gives focus back, and the arrows move in it. */
export function moveInMenu(event: { key: string; target: EventTarget | null; preventDefault: () => void }): void {
  const box = (event.target as Element).closest<HTMLDetailsElement>("details.sv-menu");
  if (!box?.open) return;
  if (event.key === "Escape") {
    box.open = false;
    box.querySelector("summary")?.focus();
    event.preventDefault();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [...box.querySelectorAll<HTMLElement>("a, button, input:not([type=hidden]), summary")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops.at((at + (event.key === "ArrowDown" ? 1 : -1)) % stops.length)?.focus();
  event.preventDefault();
}

/** Closes the menus of a list but the one that was pressed. */
export function closeMenus(list: Element | null, pressed?: EventTarget | null): void {
  for (const menu of list?.querySelectorAll<HTMLDetailsElement>("details.sv-menu[open]") ?? [])
    if (!(pressed instanceof Node && menu.contains(pressed))) menu.open = false;
}

export function MenuLink({
  icon,
  current,
  children,
  ...link
}: {
  to: string;
  icon?: IconName;
  current?: boolean;
  reloadDocument?: boolean;
  lang?: string;
  children: ReactNode;
}) {
  return (
    <Link {...link} className="sv-menu__a" aria-current={current ? "true" : undefined}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
      {current && <Icon name="check" size={18} />}
    </Link>
  );
}

/** A button of a form that stands in the menu. */
export function MenuButton({
  icon,
  danger,
  children,
  ...button
}: { icon?: IconName; danger?: boolean } & Omit<ComponentProps<"button">, "className" | "style" | "type">) {
  return (
    <button {...button} type="submit" className="sv-menu__a" data-danger={danger || undefined}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  );
}

/** Not a thing to choose: who is signed in, a heading. */
export function MenuText({ children }: { children: ReactNode }) {
  return <div className="sv-menu__text">{children}</div>;
}

export function MenuRule() {
  return <hr className="sv-menu__rule" />;
}
