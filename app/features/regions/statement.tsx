import { PublicFrame } from "~/features/regions/public-frame";
import { Card, CardSection } from "~/ui/public-parts";

type Section = { id: string; title: string; text?: string[]; points?: string[] };

/** A statement to read: title, lead, and sections of paragraphs and points. */
export function Statement({ title, lead, sections }: { title: string; lead: string; sections: Section[] }) {
  return (
    <PublicFrame>
      <Card>
        <CardSection>
          <div className="sv-prose sv-stack">
            <h1>{title}</h1>
            <p>{lead}</p>
          </div>
        </CardSection>
        {sections.map(({ id, title: heading, text = [], points = [] }) => (
          <CardSection key={id}>
            <section className="sv-prose sv-stack" aria-labelledby={id}>
              <h2 id={id}>{heading}</h2>
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {points.length > 0 && (
                <ul className="sv-points">
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              )}
            </section>
          </CardSection>
        ))}
      </Card>
    </PublicFrame>
  );
}
