import { Link } from "@remix-run/react";
import { AgendaList } from "~/features/cases/agenda-list";
import { caseNumberWords, outcomeNames } from "~/features/cases/case-words";
import type { newestRegistered, PublicCaseView, RegisterView } from "~/features/cases/register.view.server";
import { Story } from "~/features/cases/story-panel";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { FilterBar } from "~/ui/filter-bar";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { Card, CardSection, Facts } from "~/ui/public-parts";

type Row = RegisterView["cases"][number];

/** The public register of cases and decisions, with search. */
export function RegisterPage({ view, slug, region }: { view: RegisterView; slug: string; region: string }) {
  const { cases, next, bodies, years, asked } = view;
  const base = paths.publicCases(slug);
  const kept = new URLSearchParams({
    ...(asked.search && { q: asked.search }),
    ...(asked.bodyId && { body: asked.bodyId }),
    ...(asked.year && { year: String(asked.year) }),
  }).toString();
  const none = bodies.length === 0;
  return (
    <Card>
      <CardSection>
        <h1>{m.cases_register()}</h1>
        <p>{none ? m.cases_register_none({ region }) : m.cases_register_what({ region })}</p>
      </CardSection>
      {!none && (
        <CardSection>
          <FilterBar
            key={kept}
            label={m.cases_filter()}
            search={{ name: "q", label: m.cases_register_search(), defaultValue: asked.search }}
            submitLabel={m.common_show()}
            {...(kept !== "" && { resetTo: base })}
            filters={[
              {
                name: "body",
                label: m.cases_body(),
                options: bodies,
                selected: asked.bodyId ? [asked.bodyId] : [],
                one: true,
              },
              {
                name: "year",
                label: m.cases_year(),
                options: years,
                selected: asked.year ? [String(asked.year)] : [],
                one: true,
              },
            ]}
          />
          {cases.length === 0 ? (
            <p>{m.cases_register_not_found()}</p>
          ) : (
            <RegisterList cases={cases} slug={slug} level={2} />
          )}
          {next && <ShowMore to={`${base}?${kept}${kept && "&"}after=${next}`} label={m.common_next_50()} />}
        </CardSection>
      )}
      <CardSection>
        <Link to={paths.publicRegion(slug)}>{m.publications_to_region({ region })}</Link>
      </CardSection>
    </Card>
  );
}

function RegisterList({ cases, slug, level }: { cases: Row[]; slug: string; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="sv-said">
      {cases.map((one) => (
        <li key={one.id}>
          <Heading>
            <Link to={paths.publicCase(slug, one.id)}>
              {caseNumberWords(one.number)} {one.title}
            </Link>
          </Heading>
          <div className="sv-quiet">
            {[one.body, formatDate(one.day, getLocale()), one.outcome && outcomeNames[one.outcome]()]
              .filter(Boolean)
              .join(" · ")}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The newest cases, on the region's public page; nothing where there are none. */
export function NewestCases({ cases, slug }: { cases: Awaited<ReturnType<typeof newestRegistered>>; slug: string }) {
  if (cases.length === 0) return null;
  return (
    <CardSection>
      <h2>{m.cases_register()}</h2>
      <RegisterList cases={cases} slug={slug} level={3} />
      <p>
        <Link className="sv-link" to={paths.publicCases(slug)}>
          {m.cases_register_all()}
        </Link>
      </p>
    </CardSection>
  );
}

/** One case of the register, for everybody. */
export function PublicCasePage({ view, slug }: { view: PublicCaseView; slug: string }) {
  const { item, body, day, place, told, approved, story } = view;
  if (!item) return null;
  const elsewhere = story.length > 1 || (story[0]?.treatments.length ?? 0) > 1;
  return (
    <Card>
      <CardSection>
        <p className="sv-eyebrow">{body}</p>
        <h1>
          {caseNumberWords(item.written)} {item.title}
        </h1>
        <Facts
          facts={[
            { icon: "calendar", term: m.events_field_date(), text: asSentence(formatDate(day, getLocale())) },
            ...(place ? [{ icon: "pin" as const, term: m.events_field_place(), text: place }] : []),
          ]}
        />
        {!told && <Note>{m.cases_public_not_told()}</Note>}
        {told && !approved && <Note>{m.cases_public_not_approved()}</Note>}
      </CardSection>
      <CardSection>
        <AgendaList items={[item]} single paperTo={({ id }) => paths.publicCasePaper(slug, item.id, id)} />
      </CardSection>
      {elsewhere && (
        <CardSection>
          <h2>{m.cases_story()}</h2>
          <Story
            steps={story}
            here={item.caseId}
            caseTo={({ treatments }) => paths.publicCase(slug, treatments[0]?.itemId ?? "")}
          />
        </CardSection>
      )}
      <CardSection>
        <Link to={paths.publicCases(slug)}>{m.cases_register_all()}</Link>
      </CardSection>
    </Card>
  );
}
