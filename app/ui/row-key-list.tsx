import { m } from "~/i18n/messages/messages";

/** Under a table that is edited in its rows: its keys. */
export function RowKeyList({ move, add }: { move: string; add: string }) {
  const keys: [string[], string][] = [
    [["↑", "↓"], move],
    [["Enter"], m.plan_keys_edit()],
    [["N"], add],
    [["Ctrl Enter"], m.plan_keys_save()],
    [["Esc"], m.plan_keys_cancel()],
  ];
  return (
    <ul className="sv-keys sv-noprint" aria-label={m.plan_keys()}>
      {keys.map(([names, words]) => (
        <li key={words}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}
