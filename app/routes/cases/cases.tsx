import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerQueueForm } from "~/features/cases/answer-queue-form.server";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { queueView, readQueueAsked } from "~/features/cases/queue.view.server";
import { QueuePage } from "~/features/cases/queue-page";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** The cases of the bodies, one body at a time: `body` and `show` in the address say which. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "bodies.see");
  const today = todayIn(region.zone, new Date());
  const asked = readQueueAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, async (db) =>
    queueView(db, { ...asked, today, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  return { view, today, mayEdit: can(roles, "cases.edit"), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "cases.edit");
  const answered = await withRegion(access, async (db) =>
    answerQueueForm(db, await readForm(request.clone()), region.slug),
  );
  if (!answered.ok) {
    if (answered.status === 404) notFound();
    return data({ refused: answered.said }, { status: answered.status });
  }
  const back = answered.to ?? new URL(request.url).pathname + new URL(request.url).search;
  return redirectWithToast(back, answered.said);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.cases_queue(), loaded?.view.body?.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.cases_queue() }] };

export default function Cases() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
