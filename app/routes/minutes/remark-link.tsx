import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { languageOf, offeredLanguages } from "~/domain/regions/written-standard";
import { giveRemark } from "~/features/minutes/give-remark.server";
import { MinutesPaper } from "~/features/minutes/minutes-paper";
import { paperLines } from "~/features/minutes/paper-lines.server";
import { remarkRefusals } from "~/features/minutes/remark-words.server";
import { remarkPage } from "~/features/minutes/remarks.view.server";
import { findRegion } from "~/features/regions/membership.server";
import { formatDate } from "~/i18n/dates";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { Button } from "~/ui/button";
import { Select, TextArea } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page ? m.minutes_remarks_on({ body: data.page.body }) : m.events_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const page = region && (await withRegion(access, (db) => remarkPage(db, { token, now: systemClock() })));
  const standard = languageOf[region?.defaultStandard ?? "bokmal"];
  if (!chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" })) answerIn(standard);
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  const lines = page ? paperLines(page.content, standard) : [];
  const shown = page && {
    ...{ open: page.open, remarksBy: page.remarksBy, items: page.items, remarks: page.remarks },
    body: page.content.body,
  };
  return data(
    {
      page: shown,
      proof: proofOf(token),
      ...{ lines, standard, mark, dress, languages },
    },
    { status: page ? 200 : 404 },
  );
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  const text = String(form.get("text") ?? "");
  const refuse = (message: string, status: number) => data({ message, text }, { status });
  if (!(await withinLimit("answer-network", context.ip))) return refuse(m.minutes_remark_failed(), 429);
  if (!region || form.get("proof") !== proofOf(token)) return refuse(m.minutes_remark_failed(), 400);
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const itemId = String(form.get("item") ?? "");
  const given = await withRegion(access, (db) => giveRemark(db, { token, text, itemId, now: systemClock() }));
  if (given.ok) throw redirect(paths.remarks(region.slug, token) + new URL(request.url).search);
  return refuse(remarkRefusals[given.reason](), given.reason === "empty" || given.reason === "too-long" ? 400 : 409);
}

export default function RemarkLink() {
  const { page, lines, standard, mark, languages, proof } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {page ? (
        <>
          <Card>
            <CardSection>
              <h1>{m.minutes_remarks_on({ body: page.body })}</h1>
              {page.open ? (
                <p>
                  {page.remarksBy
                    ? m.minutes_remarks_until({ day: formatDate(page.remarksBy, getLocale()) })
                    : m.minutes_remarks_open()}
                </p>
              ) : (
                <Note>{m.minutes_remark_closed()}</Note>
              )}
              {page.remarks.map(({ id, text, about, answer }) => (
                <Note
                  key={id}
                  tone="success"
                  title={m.minutes_remark_given({ about: about || m.minutes_remark_whole() })}
                >
                  <p className="sv-lines">{text}</p>
                  {answer && <p className="sv-quiet">{answer}</p>}
                </Note>
              ))}
            </CardSection>
            {page.open && (
              <CardSection>
                <Form method="post" className="sv-form">
                  <input type="hidden" name="proof" value={proof} />
                  <Select
                    name="item"
                    label={m.minutes_remark_about()}
                    options={[
                      { value: "", label: m.minutes_remark_whole() },
                      ...page.items.map(({ id, label }) => ({ value: id, label })),
                    ]}
                  />
                  <TextArea
                    name="text"
                    label={m.minutes_remark_text()}
                    defaultValue={refused?.text}
                    error={refused?.message ?? null}
                  />
                  <div>
                    <Button icon="send">{m.minutes_remark_send()}</Button>
                  </div>
                </Form>
              </CardSection>
            )}
          </Card>
          <MinutesPaper lines={lines} standard={standard} />
        </>
      ) : (
        <Card>
          <CardSection>
            <h1>{m.events_link_gone()}</h1>
            <p>{m.minutes_remarks_link_gone()}</p>
          </CardSection>
        </Card>
      )}
    </PublicPage>
  );
}
