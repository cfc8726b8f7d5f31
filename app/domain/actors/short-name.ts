/** The short name where it says something the name does not: "SFVL" of "Statsforvaltaren (SFVL)" is said already. */
export function tellingShortName({ name, shortName }: { name: string; shortName: string }): string {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}&]+/u)
      .filter(Boolean);
  const said = ` ${words(name).join(" ")} `;
  return said.includes(` ${words(shortName).join(" ")} `) ? "" : shortName;
}
