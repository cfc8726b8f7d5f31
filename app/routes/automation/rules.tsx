import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerDueForm } from "~/features/automation/answer-due-form.server";
import { answerRuleForm } from "~/features/automation/answer-rule-form.server";
import { RuleGroups } from "~/features/automation/rule-table";
import { rulesView } from "~/features/automation/rules.view.server";
import { TrustPanel } from "~/features/automation/trust-form";
import { waitingView } from "~/features/automation/waiting.view.server";
import { WaitingPanel } from "~/features/automation/waiting-panel";
import { wakeAutomation } from "~/features/automation/wake-automation.server";
import { SendingTabs } from "~/features/delivery/sending-tabs";
import { changeTrust, isTrust } from "~/features/regions/change-trust.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

export const handle: Handle = { crumb: () => [{ label: m.automation_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.automation_title()} – ${data?.region ?? ""} – Samvirk` },
];

/** The rules of the region, and how far they go by themselves. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles } = await requireRegion(request, params.region, "automation.see");
  const now = systemClock();
  const at = { now, today: todayIn(region.zone, now) };
  const { view, waiting } = await withRegion(access, async (db) => ({
    view: await rulesView(db, at),
    waiting: await waitingView(db, at),
  }));
  const mayEdit = can(roles, "automation.edit");
  return { view, waiting, mayEdit, zone: region.zone, region: region.name, slug: region.slug };
}

/** Says yes or no to what waits, turns a rule off or on, or says how far the region's rules go. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId } = await requireRegion(request, params.region, "automation.edit");
  const form = await readForm(request);
  const now = systemClock();
  if (form.has("due")) {
    const answered = await withRegion(access, (db) => answerDueForm(db, { form, personId, now }));
    if (!answered) notFound();
    if (!answered.ok) return data(answered.refused, { status: 409 });
    return redirectWithToast(paths.automation(region.slug), answered.done);
  }
  if (form.get("intent") === "trust") {
    const [trust, seen] = [String(form.get("trust") ?? ""), String(form.get("seen") ?? "")];
    if (!isTrust(trust)) notFound();
    const saved = await withRegion(access, async (db) => {
      const changed = await changeTrust(db, { trust, seen });
      if (changed.ok) await wakeAutomation(db, now);
      return changed;
    });
    if (!saved.ok) return data(refuse(form, { form: m.common_changed_meanwhile() }), { status: 409 });
    return redirectWithToast(paths.automation(region.slug), m.automation_trust_saved());
  }
  if (form.get("intent") !== "switch") notFound();
  const key = String(form.get("rule") ?? "");
  const answer = await withRegion(access, (db) => answerRuleForm(db, { key, form, now }));
  if (answer.ok) return redirectWithToast(paths.automation(region.slug), answer.done);
  if (answer.status === 404) notFound();
  return data(answer.refused, { status: answer.status });
}

/** Also after a refusal, which else leaves the page with what it was refused for. */
export const shouldRevalidate = () => true;

export default function Rules() {
  const { view, waiting, mayEdit, zone, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.automation_title()} sub={m.automation_lead()} />
      <SendingTabs slug={slug} current="rules" />
      {refused && <FormProblems errors={refused.errors} />}
      <Columns
        main={
          <>
            <WaitingPanel waiting={waiting} slug={slug} zone={zone} answers={mayEdit} />
            <RuleGroups groups={view.groups} trust={view.trust} slug={slug} mayEdit={mayEdit} />
          </>
        }
        side={<TrustPanel trust={view.trust} mayEdit={mayEdit} />}
      />
    </>
  );
}
