import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerMinutesImport, type MinutesAnswer } from "~/features/documents/answer-minutes-import.server";
import { EarlierImports, WordsForm } from "~/features/documents/import-form";
import { earlierMinutes, minutesImport } from "~/features/documents/minutes-import.view.server";
import { MinutesReview } from "~/features/documents/minutes-review";
import { MinutesSaved } from "~/features/documents/minutes-saved";
import { receiveMinutes } from "~/features/documents/receive-minutes.server";
import { stageReceivedMinutes } from "~/features/documents/stage-minutes.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Minutes from Word or text: in, with a look before they are saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "minutes.write");
  const id = new URL(request.url).searchParams.get("import");
  if (id !== null && !isUuid(id)) notFound();
  const own = { slug: region.slug, name: region.name, zone: region.zone };
  if (id === null) return { region: own, earlier: await withRegion(access, earlierMinutes), found: null };
  const found = await withRegion(access, (db) => minutesImport(db, id));
  if (!found) notFound();
  return { region: own, earlier: [], found };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "minutes.write");
  if (request.headers.has(tooLargeHeader))
    return refuse([{ field: "file", message: m.documents_too_large() }], "", 413);
  const id = new URL(request.url).searchParams.get("import");
  const form = await readForm(request);
  if (id === null) {
    const received = await receiveMinutes(form);
    if (!received.ok) return refuse(received.problems, String(form.get("text") ?? ""), 400);
    const staged = await withRegion(access, (db) => stageReceivedMinutes(db, received));
    return redirect(paths.minutesImport(region.slug, staged));
  }
  if (!isUuid(id)) notFound();
  const answer = await withRegion(access, (db) => answerMinutesImport(db, id, form, systemClock()));
  if (answer.ok && answer.done === "discarded")
    return redirectWithToast(paths.minutesImport(region.slug), m.documents_minutes_discarded());
  if (answer.ok) return redirect(paths.minutesImport(region.slug, id));
  if (answer.reason === "not-found") notFound();
  return refuse([refusal(answer)], "", answer.reason === "no-body" || answer.reason === "no-day" ? 400 : 409);
}

function refuse(problems: { field: string; message: string }[], text: string, status: number) {
  return data({ problems, text }, { status });
}

function refusal(answer: Exclude<MinutesAnswer, { ok: true }>): { field: string; message: string } {
  if (answer.reason === "number-used")
    return { field: "body", message: m.documents_minutes_number_used({ number: answer.number }) };
  if (answer.reason === "no-body") return { field: "body", message: m.documents_minutes_body_missing() };
  if (answer.reason === "no-day") return { field: "day", message: m.documents_minutes_day_missing() };
  return {
    field: "body",
    message: answer.reason === "exists" ? m.documents_minutes_exists() : m.documents_minutes_closed(),
  };
}

export const handle: Handle<Loaded> = {
  crumb: ({ found }, slug) => [
    { label: m.documents_minutes_import(), ...(found && { to: paths.minutesImport(slug) }) },
    ...(found ? [{ label: found.fileName }] : []),
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data?.found?.fileName, m.documents_minutes_import(), data?.region.name, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export default function MinutesImportPage() {
  const { region, earlier, found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!found) {
    return (
      <>
        <PageHead title={m.documents_minutes_import()} sub={m.documents_minutes_sub()} />
        <div className="sv-stack">
          <WordsForm
            problems={refused?.problems ?? []}
            file={{ label: m.documents_minutes_file(), hint: m.documents_minutes_file_hint() }}
            pasted={{ name: "text", label: m.documents_minutes_text(), value: refused?.text ?? "" }}
          />
          <EarlierImports zone={region.zone} imports={earlier} to={(id) => paths.minutesImport(region.slug, id)} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={found.fileName} sub={found.open ? m.documents_minutes_review_sub() : undefined} />
      <div className="sv-stack">
        <ErrorSummary title={m.documents_minutes_not_saved()} errors={refused?.problems ?? []} />
        {found.open && <MinutesReview slug={region.slug} open={found.open} />}
        {found.result && <MinutesSaved slug={region.slug} result={found.result} />}
        {found.state === "discarded" && <Note>{m.documents_minutes_discarded()}</Note>}
      </div>
    </>
  );
}
