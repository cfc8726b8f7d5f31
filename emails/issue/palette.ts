import type { IssueContent } from "~/domain/newsletters/issue-content";

/** Colours of a mail, each pair of text and ground at 4.5:1 or more. */
export const light = {
  ink: "#1e2327",
  subtle: "#525a61",
  line: "#d8dcdf",
  page: "#f1f3f4",
  card: "#ffffff",
  foot: "#f5f6f7",
};

export const dark = {
  ink: "#eceff1",
  subtle: "#b3bcc2",
  line: "#3a4247",
  page: "#14181a",
  card: "#1c2124",
  foot: "#171b1d",
};

/** A region's accent: what is filled with it, the text on that, and a link. The values of the pages' tokens. */
type Accent = { fill: string; onFill: string; link: string };

export const accents: Record<IssueContent["region"]["accent"], { light: Accent; dark: Accent }> = {
  fjord: {
    light: { fill: "#0b6478", onFill: "#ffffff", link: "#0b6478" },
    dark: { fill: "#649da9", onFill: "#000000", link: "#93acb3" },
  },
  skifer: {
    light: { fill: "#4a4e9c", onFill: "#ffffff", link: "#4a4e9c" },
    dark: { fill: "#9497c5", onFill: "#000000", link: "#a3a6c2" },
  },
  lyng: {
    light: { fill: "#8a3a66", onFill: "#ffffff", link: "#8a3a66" },
    dark: { fill: "#ba8ca5", onFill: "#000000", link: "#bda0af" },
  },
};

/** The style of those who read in the dark; a mail program that does not know it shows the light colours. */
export function darkStyle(accent: IssueContent["region"]["accent"]): string {
  const { fill, onFill, link } = accents[accent].dark;
  return `@media (max-width: 480px) { .cell { padding-left: 20px !important; padding-right: 20px !important; } }
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.page} !important; }
  .card { background-color: ${dark.card} !important; }
  .foot { background-color: ${dark.foot} !important; }
  .ink, .ink h3, .ink h4, .ink h5, .ink h6 { color: ${dark.ink} !important; }
  .subtle { color: ${dark.subtle} !important; }
  .line { border-color: ${dark.line} !important; }
  .link { color: ${link} !important; }
  .fill { background-color: ${fill} !important; color: ${onFill} !important; }
  .logo { background-color: #ffffff !important; padding: 4px !important; border-radius: 4px !important; }
}`;
}
