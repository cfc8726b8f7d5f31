import type { DateLocale } from "~/i18n/dates";

export type MailLocale = DateLocale;

/** What a template is given besides its message. */
export type TemplateContext = {
  locale: MailLocale;
  link: string | null;
  /** The personal links of what the message lists, in its order. */
  links?: readonly string[];
};

export type Fact = { label: string; value: string; before?: string | null };

/** The pieces a mail is made of; the HTML part and the text part are each written from these. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "note"; text: string }
  | { kind: "facts"; rows: Fact[] }
  | { kind: "code"; label: string; code: string }
  | { kind: "action"; label: string; href: string }
  | { kind: "list"; heading: string; items: string[] }
  | { kind: "section"; heading: string; text: string; link: string | null; linkLabel?: string };

export type Content = { subject: string; preview: string; heading: string; blocks: Block[]; footer: string[] };
