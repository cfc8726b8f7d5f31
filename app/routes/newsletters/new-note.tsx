import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { answerNoteForm } from "~/features/newsletters/answer-note-form.server";
import { NoteForm } from "~/features/newsletters/note-form";
import { noteOptions } from "~/features/newsletters/notes.view.server";
import { requireNoteWriter } from "~/features/newsletters/require-note.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** Something an actor wants said in the next issue. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireNoteWriter(request, params.region);
  const options = await withRegion(access, (db) => noteOptions(db, { roles, before: null }));
  const actorId = options.actors.length === 1 ? (options.actors[0]?.value ?? "") : "";
  const languages = offeredLanguages(region.languages);
  return { options, values: { kind: "note", actorId }, languages, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access } = await requireNoteWriter(request, params.region);
  const result = await answerNoteForm(await readForm(request), { access, roles, id: null });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.newsletterNotes(region.slug), m.newsletters_notes_made());
}

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: m.newsletters_notes(), to: paths.newsletterNotes(slug) },
    { label: m.newsletters_notes_new() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.newsletters_notes_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewNote() {
  const { options, values, languages, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.newsletters_notes_new()} sub={m.newsletters_notes_new_lead()} />
      {options.newsletters.length === 0 ? (
        <Note>{m.newsletters_notes_no_newsletter()}</Note>
      ) : (
        <NoteForm
          values={values}
          version={0}
          options={options}
          languages={languages}
          refused={refused}
          submit={m.newsletters_notes_make()}
          cancelTo={paths.newsletterNotes(slug)}
        />
      )}
    </>
  );
}
