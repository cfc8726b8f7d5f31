import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { changeFollowUp, markFollowUp } from "~/features/cases/change-follow-up.server";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { doneSchema, followUpSchema } from "~/features/cases/follow-up-form.schema";
import { FollowUpPage, type RefusedFollowUp } from "~/features/cases/follow-up-page";
import { followUpView } from "~/features/cases/follow-ups.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Args = { request: Request; params: Record<string, string | undefined> };

async function found({ request, params }: Args) {
  const membership = await requireRegion(request, params.region, "cases.edit");
  const { region, roles, access, personId } = membership;
  const id = params.followUp;
  if (!isUuid(id)) notFound();
  const today = todayIn(region.zone, new Date());
  const one = await withRegion(access, async (db) =>
    followUpView(db, { id, today, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  if (!one) notFound();
  return { ...membership, one, id };
}

/** One thing to be done after a decision. */
export async function loader(args: LoaderFunctionArgs) {
  const { region, one } = await found(args);
  return { one, region: region.name, slug: region.slug };
}

export async function action(args: ActionFunctionArgs) {
  const { region, access, id } = await found(args);
  const form = await readForm(args.request);
  const intent = String(form.get("intent"));
  const refuse = (errors: Record<string, string>, status: number) =>
    data<RefusedFollowUp>({ intent, errors, values: valuesOf(form) }, { status });
  const save = intent === "save" ? parseForm(form, followUpSchema()) : null;
  const mark = intent === "save" ? null : parseForm(form, doneSchema());
  if (save && !save.ok) return refuse(save.errors, 400);
  if (mark && !mark.ok) return refuse(mark.errors, 400);
  const result = await withRegion(access, (db) => {
    if (save?.ok) return changeFollowUp(db, { id, ...save.value });
    const { note, version } = mark?.ok ? mark.value : { note: "", version: -1 };
    return markFollowUp(db, { id, done: intent === "done", note, version, now: new Date() });
  });
  if (!result.ok && result.reason === "gone") notFound();
  if (!result.ok) return refuse({ form: m.common_changed_meanwhile() }, 409);
  const done = { done: m.cases_follow_marked, undo: m.cases_follow_unmarked }[intent] ?? m.cases_follow_saved;
  return redirectWithToast(intent === "done" ? paths.decisions(region.slug) : paths.followUp(region.slug, id), done());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ one: { words: string } }> = {
  crumb: ({ one }, slug) => [{ label: m.cases_decisions(), to: paths.decisions(slug) }, { label: one.words }],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.one.words, m.cases_decisions(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function FollowUp() {
  const { one, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <FollowUpPage one={one} slug={slug} refused={refused} />;
}
