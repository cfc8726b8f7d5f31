import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import type { ReactNode } from "react";
import type { ContentItem, IssueContent } from "~/domain/newsletters/issue-content";
import { readMarkdown } from "~/domain/shared/markdown";
import { dayOfTile } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { font, MailMarkdown, textStyle } from "./markdown";
import { accents, darkStyle, light } from "./palette";
import { Foot, layoutTable, Picture, small, Top } from "./parts";

/** The text's width: what is wider is made narrower. */
const column = 520;
const side = "40px";

const headingStyle = {
  ...textStyle,
  fontSize: "18px",
  lineHeight: "26px",
  fontWeight: 600,
  margin: "0 0 4px",
} as const;

/** The page of an issue: one column, real headings, and nothing that tells who opens it (M5). */
export function IssueLayout({ content, preview }: { content: IssueContent; preview: string }) {
  const { language, subject } = content;
  const accent = accents[content.region.accent].light;
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyle(content.region.accent)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="page" style={{ backgroundColor: light.page, margin: 0, padding: 0 }}>
        <table {...layoutTable} className="page" width="100%" style={{ backgroundColor: light.page }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: "24px 8px" }}>
                <table
                  {...layoutTable}
                  className="card"
                  width="600"
                  lang={language}
                  style={{ backgroundColor: light.card, maxWidth: "600px", textAlign: "left", width: "100%" }}
                >
                  <tbody>
                    <tr>
                      <td
                        className="fill"
                        style={{ backgroundColor: accent.fill, fontSize: "1px", height: "4px", lineHeight: "4px" }}
                      />
                    </tr>
                    <Cell padding={`24px ${side} 20px`}>
                      <Top content={content} />
                    </Cell>
                    <Cell padding={`0 ${side} 8px`}>
                      <h1
                        className="ink"
                        style={{ ...textStyle, fontSize: "26px", fontWeight: 600, lineHeight: "34px", margin: 0 }}
                      >
                        {content.heading}
                      </h1>
                    </Cell>
                    {content.items.map((item, at) => (
                      <Cell
                        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
                        key={at}
                        padding={at === 0 && item.kind === "introduction" ? `0 ${side} 12px` : `20px ${side}`}
                        line={at > 0 || item.kind !== "introduction"}
                      >
                        <Item item={item} content={content} />
                      </Cell>
                    ))}
                    <Cell padding={`20px ${side} 24px`} className="foot" background={light.foot}>
                      <Foot content={content} />
                    </Cell>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </Body>
    </Html>
  );
}

/** A row of the one column. */
function Cell({
  padding,
  line = false,
  className = "",
  background,
  children,
}: {
  padding: string;
  line?: boolean;
  className?: string;
  background?: string;
  children: ReactNode;
}) {
  return (
    <tr>
      <td
        className={["cell", "line", className].filter(Boolean).join(" ")}
        style={{
          padding,
          ...(line && { borderTop: `1px solid ${light.line}` }),
          ...(background && { backgroundColor: background }),
        }}
      >
        {children}
      </td>
    </tr>
  );
}

function Item({ item, content }: { item: ContentItem; content: IssueContent }) {
  const words = <ItemWords item={item} content={content} />;
  if (item.day === null) return words;
  const { month, day } = dayOfTile(item.day, content.language);
  const accent = accents[content.region.accent].light;
  return (
    <table {...layoutTable} width="100%">
      <tbody>
        <tr>
          <td style={{ paddingRight: "16px", verticalAlign: "top", width: "56px" }}>
            <table {...layoutTable} width="56" aria-hidden="true">
              <tbody>
                <tr>
                  <td
                    className="line"
                    align="center"
                    style={{
                      border: `1px solid ${light.line}`,
                      borderRadius: "6px",
                      fontFamily: font,
                      padding: "6px 0",
                    }}
                  >
                    <span className="link" style={{ color: accent.link, fontSize: "13px", lineHeight: "18px" }}>
                      {month}
                    </span>
                    <br />
                    <span
                      className="ink"
                      style={{ color: light.ink, fontSize: "20px", fontWeight: 600, lineHeight: "26px" }}
                    >
                      {day}
                    </span>
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
          <td style={{ verticalAlign: "top" }}>{words}</td>
        </tr>
      </tbody>
    </table>
  );
}

function ItemWords({ item, content }: { item: ContentItem; content: IssueContent }) {
  const { language } = content;
  const accent = accents[content.region.accent].light;
  const label = item.link?.label || m.mail_issue_more({}, { locale: language });
  return (
    <>
      {item.heading !== "" && (
        <h2 className="ink" style={headingStyle}>
          {item.heading}
        </h2>
      )}
      {item.from !== null && (
        <p className="subtle" style={{ ...small, margin: "0 0 8px" }}>
          {m.mail_issue_from({ from: item.from }, { locale: language })}
        </p>
      )}
      {item.image && <Picture image={item.image} most={{ width: column, height: 1200 }} below />}
      <MailMarkdown blocks={readMarkdown(item.body)} link={accent.link} />
      {item.link &&
        (item.kind === "event" ? (
          <Button
            className="fill"
            href={item.link.url}
            style={{
              backgroundColor: accent.fill,
              borderRadius: "4px",
              color: accent.onFill,
              fontFamily: font,
              fontSize: "16px",
              fontWeight: 600,
              margin: "4px 0",
              padding: "12px 18px",
            }}
          >
            {label}
          </Button>
        ) : (
          <p style={{ ...textStyle, margin: 0 }}>
            <a className="link" href={item.link.url} style={{ color: accent.link, textDecoration: "underline" }}>
              {label}
            </a>
          </p>
        ))}
    </>
  );
}
