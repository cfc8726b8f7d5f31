import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerRuleForm } from "~/features/automation/answer-rule-form.server";
import { type RuleView, ruleView } from "~/features/automation/rule.view.server";
import { RuleForm } from "~/features/automation/rule-form";
import { RuleComing, RuleConsent, RuleSteps } from "~/features/automation/rule-page";
import { ruleKindWords } from "~/features/automation/rule-words";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

export const handle: Handle<{ rule: RuleView }> = {
  crumb: ({ rule }, slug) => [{ label: m.automation_title(), to: paths.automation(slug) }, { label: rule.name }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.rule.name ?? ""} – ${m.automation_title()} – ${data?.region ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles } = await requireRegion(request, params.region, "automation.see");
  const now = systemClock();
  const today = todayIn(region.zone, now);
  const rule = await withRegion(access, (db) => ruleView(db, { key: params.rule ?? "", now, today }));
  if (!rule) notFound();
  return { rule, mayEdit: can(roles, "automation.edit"), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "automation.edit");
  const [form, key] = [await readForm(request), params.rule ?? ""];
  const answer = await withRegion(access, (db) => answerRuleForm(db, { key, form, now: systemClock() }));
  if (answer.ok) return redirectWithToast(paths.automationRule(region.slug, key), answer.done);
  if (answer.status === 404) notFound();
  return data(answer.refused, { status: answer.status });
}

/** Also after a refusal, so that what is shown is what stands. */
export const shouldRevalidate = () => true;

export default function RulePage() {
  const { rule, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const source = sourceOf(rule, slug);
  return (
    <>
      <PageHead
        eyebrow={ruleKindWords(rule.key)}
        title={rule.name}
        sub={rule.words && `«${rule.words}»`}
        actions={
          source && (
            <LinkButton variant="secondary" to={source.to}>
              {source.label}
            </LinkButton>
          )
        }
      />
      <RuleConsent rule={rule} mayEdit={mayEdit} />
      <Columns
        main={
          <>
            <RuleSteps rule={rule} />
            {mayEdit && <RuleForm rule={rule} refused={refused} />}
          </>
        }
        side={<RuleComing rule={rule} slug={slug} />}
      />
    </>
  );
}

/** What the rule is of, as a page. */
function sourceOf({ of: { kind, id, plan } }: RuleView, slug: string): { label: string; to: string } | null {
  if (plan) return { label: m.automation_to_row(), to: paths.planRow(slug, plan, id) };
  if (kind === "gathering") return { label: m.automation_to_network(), to: paths.network(slug, id) };
  if (kind === "newsletter") return { label: m.automation_to_newsletter(), to: paths.newsletterSettings(slug, id) };
  return null;
}
