/** A name is cut to about this many characters: what a row head of the matrix has room for on two lines. */
const longest = 52;
/** With less room than this for the theme, the channel stands alone. */
const shortestTheme = 12;

/** A short name of a plan row: its channel and how its theme begins: "Webinar: mat og måltid, transport". */
export function planRowName(channel: string, theme: string): string {
  const name = oneLine(channel);
  const about = oneLine(theme.split("\n").find((line) => line.trim() !== "") ?? "");
  const room = longest - name.length - 2;
  if (about === "" || room < shortestTheme || name.toLowerCase().includes(about.toLowerCase())) return name;
  return `${name}: ${beginning(about, room)}`;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");
const bare = (text: string) => text.replace(/[\s,:;.–-]+$/u, "");

function beginning(text: string, room: number): string {
  const all = bare(text);
  if (all.length <= room) return all;
  const whole = all.slice(0, room + 1).replace(/\s\S*$/u, "");
  return `${bare(whole.length > room ? all.slice(0, room) : whole)}…`;
}
