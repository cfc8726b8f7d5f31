/** How a row is called where its channel and theme do not stand in columns of their own: "Podkast: mat og måltid". */
export function rowName({ channel, theme }: { channel: string; theme: string }): string {
  const [first, second] = [channel.trim(), theme.trim()];
  return first !== "" && second !== "" ? `${first}: ${second}` : first || second;
}
