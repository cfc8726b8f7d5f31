import type { IssueContent, IssueImage } from "~/domain/newsletters/issue-content";
import { m } from "~/i18n/messages/messages";
import { font, textStyle } from "./markdown";
import { accents, light } from "./palette";

export const small = { ...textStyle, color: light.subtle, fontSize: "14px", lineHeight: "20px", margin: 0 } as const;

/** Tables for layout are marked so, and are read as what stands in them. */
export const layoutTable = { role: "presentation", cellPadding: 0, cellSpacing: 0, border: 0 } as const;

/** Who it is from, and which it is. */
export function Top({ content: { region, logo, sender, newsletter, number } }: { content: IssueContent }) {
  const accent = accents[region.accent].light;
  return (
    <table {...layoutTable} width="100%">
      <tbody>
        <tr>
          <td style={{ paddingRight: "12px", verticalAlign: "middle", width: "1%" }}>
            {logo ? (
              <Picture image={logo} most={{ width: 160, height: 48 }} className="logo" />
            ) : (
              <div
                className="fill"
                aria-hidden="true"
                style={{
                  backgroundColor: accent.fill,
                  borderRadius: "4px",
                  color: accent.onFill,
                  fontFamily: font,
                  fontSize: "13px",
                  fontWeight: 600,
                  height: "32px",
                  lineHeight: "32px",
                  textAlign: "center",
                  width: "32px",
                }}
              >
                {region.initials}
              </div>
            )}
          </td>
          <td style={{ verticalAlign: "middle" }}>
            <p className="ink" style={{ ...textStyle, fontWeight: 600, lineHeight: "22px", margin: 0 }}>
              {sender}
            </p>
            <p className="subtle" style={small}>
              {newsletter} {number}
            </p>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** An image no wider than the column, and no larger than it is. */
export function Picture({
  image,
  most,
  below = false,
  className,
}: {
  image: IssueImage;
  most: { width: number; height: number };
  below?: boolean;
  className?: string;
}) {
  const scale = Math.min(1, most.width / image.width, most.height / image.height);
  const known = image.width > 0 && image.height > 0;
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  return (
    <img
      src={image.url}
      alt={image.alt}
      {...(known && { width, height })}
      className={className}
      style={{
        ...textStyle,
        border: 0,
        borderRadius: "4px",
        display: "block",
        height: "auto",
        margin: below ? "8px 0 12px" : 0,
        maxWidth: known ? `${width}px` : "100%",
        ...(known && { width: "100%" }),
      }}
    />
  );
}

/** Why one gets it, how to leave it, and where else it can be read. */
export function Foot({ content: { language, region, webUrl } }: { content: IssueContent }) {
  const to = { locale: language };
  const { link } = accents[region.accent].light;
  const way = (href: string, label: string) => (
    <p className="subtle" style={{ ...small, margin: "4px 0 0" }}>
      <a className="link" href={href} style={{ color: link, textDecoration: "underline" }}>
        {label}
      </a>
    </p>
  );
  return (
    <>
      <p className="subtle" style={{ ...small, margin: "0 0 8px" }}>
        {"{{why}}"}
      </p>
      {way("{{unsubscribe}}", m.mail_issue_unsubscribe({}, to))}
      {way("{{preferences}}", m.mail_issue_preferences({}, to))}
      {webUrl && way(webUrl, m.mail_issue_web({}, to))}
    </>
  );
}
