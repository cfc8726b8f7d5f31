import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerSheet } from "~/features/documents/answer-sheet.server";
import { receiveSheet, sheetBytes } from "~/features/documents/receive-sheet.server";
import { EarlierSheets, SheetColumns, SheetDownloads, SheetForm } from "~/features/documents/sheet-form";
import { earlierSheets, sheetImport } from "~/features/documents/sheet-preview.view.server";
import { SheetOutcome, SheetRefused, SheetReview, savedRows } from "~/features/documents/sheet-review";
import { stageReceivedSheet } from "~/features/documents/stage-sheet.server";
import { municipalityBook } from "~/features/municipalities/municipality-book.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Contact persons and facts about the municipalities as spreadsheets: in, with a look before saving, and out. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  const id = new URL(request.url).searchParams.get("import");
  if (id !== null && !isUuid(id)) notFound();
  const today = new Date(todayIn(region.zone, systemClock()));
  const own = { slug: region.slug, name: region.name, zone: region.zone };
  if (id === null) {
    const earlier = await withRegion(access, earlierSheets);
    return { region: own, earlier, sheet: null };
  }
  const sheet = await withRegion(access, (db) => sheetImport(db, id, today));
  if (!sheet) notFound();
  return { region: own, earlier: [], sheet };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  if (request.headers.has(tooLargeHeader))
    return refuse([{ field: "file", message: m.documents_sheet_too_large() }], {}, 413);
  const page = paths.contactSheet(region.slug);
  const now = systemClock();
  const today = new Date(todayIn(region.zone, now));
  const id = new URL(request.url).searchParams.get("import");
  const form = await readForm(request);
  if (id === null) {
    const received = await sheetBytes(form);
    if (!received.ok) return refuse(received.problems, valuesOf(form), 400);
    const book = await withRegion(access, (db) => municipalityBook(db, today));
    const read = await receiveSheet(received, book);
    if (!read.ok) return refuse(read.problems, valuesOf(form), 400);
    const staged = await withRegion(access, (db) => stageReceivedSheet(db, read));
    return redirect(`${page}?import=${staged}`);
  }
  if (!isUuid(id)) notFound();
  const answer = await withRegion(access, (db) => answerSheet(db, id, form, { today, now }));
  if (answer.ok && answer.done === "discarded") return redirectWithToast(page, m.documents_sheet_discarded());
  if (answer.ok) return redirectWithToast(`${page}?import=${id}`, m.documents_sheet_saved({ n: answer.rows }));
  if (answer.reason === "not-found") notFound();
  const { reason, lines } = answer;
  return data({ problems: [], values: {}, reason, lines }, { status: reason === "none-ticked" ? 400 : 409 });
}

function refuse(problems: { field: string; message: string }[], values: Record<string, string>, status: number) {
  return data({ problems, values, reason: null, lines: [] as number[] }, { status });
}

export const handle: Handle<Loaded> = {
  crumb: ({ sheet }, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.documents_sheet_title(), ...(sheet && { to: paths.contactSheet(slug) }) },
    ...(sheet ? [{ label: sheet.fileName }] : []),
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data?.sheet?.fileName, m.documents_sheet_title(), data?.region.name, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export default function SheetPage() {
  const { region, earlier, sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!sheet) {
    return (
      <>
        <PageHead title={m.documents_sheet_title()} sub={m.documents_sheet_sub()} />
        <Columns
          main={
            <div className="sv-stack">
              <SheetForm problems={refused?.problems ?? []} values={refused?.values ?? {}} />
              <EarlierSheets slug={region.slug} zone={region.zone} sheets={earlier} />
            </div>
          }
          side={
            <>
              <SheetDownloads slug={region.slug} />
              <SheetColumns />
            </>
          }
        />
      </>
    );
  }
  const { state, result, open } = sheet;
  const saved = result && m.documents_sheet_saved({ n: savedRows(result) });
  return (
    <>
      <PageHead
        title={sheet.fileName}
        sub={state === "staged" ? m.documents_sheet_preview_sub() : saved}
        tag={state === "discarded" ? <Tag>{m.documents_state_discarded()}</Tag> : undefined}
      />
      <div className="sv-stack">
        <SheetRefused reason={refused?.reason ?? null} lines={refused?.lines ?? []} />
        {open && <SheetReview open={open} />}
        {result && <SheetOutcome slug={region.slug} result={result} />}
        {state === "discarded" && (
          <Note action={{ label: m.documents_sheet_again(), to: paths.contactSheet(region.slug) }}>
            {m.documents_sheet_discarded()}
          </Note>
        )}
      </div>
    </>
  );
}
