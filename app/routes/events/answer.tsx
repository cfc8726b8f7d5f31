import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { OwnAfterwards } from "~/features/attendance/own-after";
import { ownAfterByLink } from "~/features/attendance/own-after.view.server";
import { agendaByLink } from "~/features/cases/agenda-by-link.view.server";
import { AgendaCard } from "~/features/cases/agenda-card";
import { answerView, invitationByLink } from "~/features/events/answer.view.server";
import { answerFormSchema } from "~/features/events/answer-form.schema";
import { AnswerPage, LinkGone } from "~/features/events/answer-page";
import { answerSubstituteForm, type RefusedSubstitute } from "~/features/events/answer-substitute-form.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { sendNewLink } from "~/features/events/send-new-link.server";
import { PapersCard } from "~/features/papers/paper-list";
import { papersByInvitation } from "~/features/papers/papers.view.server";
import { findRegion } from "~/features/regions/membership.server";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { PublicPage } from "~/ui/public-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view?.event.title ?? m.events_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const now = new Date();
  const view = region && (await answerView(region.id, token, now));
  const papers = region && view ? await papersByInvitation(region.id, token, now) : [];
  const agenda = region && view && !view.closed ? await agendaByLink(region.id, token, now) : null;
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const own = { token, purpose: "answer" as const, slug: region?.slug ?? "", now };
  const after = view && (await withRegion(access, (db) => ownAfterByLink(db, own)));
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(view?.locale ?? (region?.defaultStandard === "nynorsk" ? "nn" : "nb"));
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  const address = region && { slug: region.slug, token };
  const afterwards = after && { after, certificateTo: paths.answerCertificate(own.slug, token) };
  return data(
    { view, papers, agenda, address, afterwards, mark, dress, languages, proof: proofOf(token) },
    { status: view ? 200 : 404 },
  );
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  const failed = {
    failed: true,
    sent: false,
    refused: null as { errors: FormErrors; values: FormValues } | null,
    named: null as RefusedSubstitute | null,
  };
  if (!(await withinLimit("answer-network", context.ip))) return data(failed, { status: 429 });
  if (form.get("proof") !== proofOf(token)) return data(failed, { status: 400 });
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const now = new Date();
  if (form.get("intent") === "new-link") {
    if (region) await withRegion(access, (db) => sendNewLink(db, { token, now }));
    return data({ ...failed, failed: false, sent: true });
  }
  if (region && form.get("intent") === "substitute") {
    const named = await withRegion(access, async (db) => {
      const invitation = await invitationByLink(db, token, now);
      return invitation && answerSubstituteForm(db, { form, invitationId: invitation.id, answeredBy: "link", now });
    });
    if (named?.ok) throw redirect(paths.answer(region.slug, token) + new URL(request.url).search);
    return data({ ...failed, failed: !named, named: named?.refused ?? null }, { status: named ? 400 : 409 });
  }
  const parsed = parseForm(form, answerFormSchema());
  if (!region || !parsed.ok) return data({ ...failed, refused: parsed.ok ? null : parsed }, { status: 400 });
  const result = await withRegion(access, async (db) => {
    const invitation = await invitationByLink(db, token, now);
    return invitation && recordAnswer(db, { ...parsed.value, invitationId: invitation.id, answeredBy: "link", now });
  });
  if (!result?.ok) return data(failed, { status: 409 });
  const { search } = new URL(request.url);
  throw redirect(paths.answer(region.slug, token) + search);
}

export default function Answer() {
  const { view, papers, agenda, address, afterwards, mark, languages, proof } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      footer={view ? m.events_sent_from({ sender: view.event.organizer }) : undefined}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {view ? (
        <>
          <AnswerPage
            view={view}
            proof={proof}
            failed={done?.failed ?? false}
            refused={done?.refused ?? null}
            named={done?.named ?? null}
            calendarTo={paths.publicCalendar(address?.slug ?? "")}
            feedTo={address && view.municipality && !view.meetsFor ? paths.ownFeed(address.slug) : null}
          />
          {address && agenda && (
            <AgendaCard items={agenda} paperTo={(id) => paths.answerCasePaper(address.slug, address.token, id)} />
          )}
          {address && <PapersCard papers={papers} to={(id) => paths.answerPaper(address.slug, address.token, id)} />}
        </>
      ) : (
        <LinkGone proof={proof} sent={done?.sent ?? false} />
      )}
      {afterwards && <OwnAfterwards {...afterwards} />}
    </PublicPage>
  );
}
