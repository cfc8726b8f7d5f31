import { useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { paperEndings } from "~/domain/papers/paper-type";
import { BelongsTo, OpenBox } from "~/features/papers/paper-table";
import type { PapersPage } from "~/features/papers/papers.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

export type PaperProblem = { field: string; message: string };

type Props = {
  slug: string;
  eventId: string;
  items: PapersPage["items"];
  problems: PaperProblem[];
  values: Record<string, string>;
};

/** Files or a link to add. With script it shows how much of them has been sent. */
export function AddPapersPanel({ slug, eventId, items, problems: answered, values }: Props) {
  const { send, sent, problems, failed } = useUpload(slug, eventId, answered);
  const errors = Object.fromEntries([...problems].reverse().map(({ field, message }) => [field, message]));
  return (
    <Panel title={m.papers_add_title()} id="add-papers">
      <PanelBody>
        <ErrorSummary title={m.papers_refused_title()} errors={problems} />
        {failed && (
          <Note tone="danger" live>
            {m.papers_upload_failed()}
          </Note>
        )}
        <form
          method="post"
          action={paths.papers(slug, eventId)}
          encType="multipart/form-data"
          className="sv-form"
          onSubmit={send}
          noValidate
        >
          <FileInput
            name="files"
            label={m.papers_files()}
            hint={m.papers_files_hint()}
            accept={paperEndings}
            error={errors.files}
            multiple
            optional
          />
          <TextInput
            name="link"
            type="url"
            label={m.papers_link()}
            hint={m.papers_link_hint()}
            defaultValue={values.link}
            error={errors.link}
            optional
          />
          <TextInput
            name="name"
            id="link-name"
            label={m.papers_link_name()}
            defaultValue={values.name}
            error={errors.name}
            optional
          />
          <BelongsTo items={items} value={values.itemId} />
          <OpenBox id="open" checked={values.open === "on"} />
          {sent !== null && (
            <div className="sv-papers__sent" role="status">
              <progress max={100} value={sent} aria-label={m.papers_sending({ percent: sent })} />
              <span className="sv-small">{m.papers_sending({ percent: sent })}</span>
            </div>
          )}
          <div>
            <Button icon="upload" name="intent" value="add" busy={sent !== null}>
              {m.papers_add()}
            </Button>
          </div>
        </form>
      </PanelBody>
    </Panel>
  );
}

/** Sends the form from the page, since that alone tells how far it has come; percent, and null while nothing is sent. */
function useUpload(slug: string, eventId: string, answered: PaperProblem[]) {
  const navigate = useNavigate();
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<PaperProblem[] | null>(null);
  const [failed, setFailed] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const request = new XMLHttpRequest();
    setRefused([]);
    setFailed(false);
    setSent(0);
    request.upload.onprogress = ({ loaded, total }) => setSent(Math.round((100 * loaded) / Math.max(total, 1)));
    request.onerror = () => {
      setSent(null);
      setFailed(true);
    };
    request.onload = () => {
      setSent(null);
      const { problems } = problemsIn(request.responseText);
      if (request.status === 200) {
        form.reset();
        navigate(paths.papers(slug, eventId), { preventScrollReset: true });
      } else if (problems) setRefused(problems);
      else setFailed(true);
    };
    request.open("POST", paths.uploadPapers(slug, eventId));
    request.send(new FormData(form));
  };
  return { send, sent, failed, problems: refused ?? answered };
}

function problemsIn(text: string): { problems?: PaperProblem[] } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
