import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { addFollowUp } from "~/features/cases/add-follow-up.server";
import { caseNumberWords } from "~/features/cases/case-words";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { newFollowUpSchema } from "~/features/cases/follow-up-form.schema";
import { decisionChoices } from "~/features/cases/taken.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, Select, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";

/** Something to be done after a decision, written down once its meeting is over; the address may name the decision. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "cases.edit");
  const today = todayIn(region.zone, new Date());
  const item = new URL(request.url).searchParams.get("item");
  const asked = isUuid(item) ? item : null;
  const decisions = await withRegion(access, async (db) =>
    decisionChoices(db, { asked, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  const options = decisions.map(({ id, body, number, title, day }) => ({
    value: id,
    label: [body, number && caseNumberWords(number), title, formatDate(day, getLocale(), "short")]
      .filter(Boolean)
      .join(" · "),
  }));
  return { options, asked, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "cases.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newFollowUpSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const today = todayIn(region.zone, new Date());
  const { item: itemId, ...written } = parsed.value;
  const added = await withRegion(access, async (db) =>
    addFollowUp(db, { ...written, itemId, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  if (!added.ok) return data(refuse(form, { item: m.cases_follow_choose() }), { status: 409 });
  return redirectWithToast(paths.decisions(region.slug), m.cases_follow_added());
}

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.cases_decisions(), to: paths.decisions(slug) }, { label: m.cases_follow_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.cases_follow_new(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewFollowUp() {
  const { options, asked, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { values, errors } = refused ?? { values: {} as Record<string, string>, errors: {} as Record<string, string> };
  const field = (name: "words" | "responsible" | "dueOn") => ({
    name,
    defaultValue: values[name] ?? "",
    error: errors[name] ?? null,
  });
  const back = paths.decisions(slug);
  if (options.length === 0)
    return (
      <>
        <PageHead title={m.cases_follow_new()} />
        <EmptyState icon="gavel" title={m.cases_taken_none()} why={m.cases_taken_none_why()} />
      </>
    );
  return (
    <>
      <PageHead title={m.cases_follow_new()} sub={m.cases_follow_new_lead()} />
      <FormProblems errors={errors} />
      <Form method="post" className="sv-form" noValidate>
        <Select
          name="item"
          label={m.cases_follow_from()}
          options={options}
          placeholder={m.cases_follow_choose()}
          defaultValue={values.item ?? asked ?? ""}
          error={errors.item ?? null}
        />
        <TextInput {...field("words")} label={m.cases_follow_words()} required />
        <TextInput {...field("responsible")} label={m.cases_follow_responsible()} optional />
        <DateInput {...field("dueOn")} label={m.cases_follow_due()} width="short" optional />
        <div className="sv-actions">
          <Button>{m.cases_follow_add()}</Button>
          <LinkButton variant="tertiary" to={back}>
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
