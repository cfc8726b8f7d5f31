import { Form } from "@remix-run/react";
import type { MinutesPage } from "~/features/minutes/minutes-page.view.server";
import type { Remark } from "~/features/minutes/remarks.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { TextInput } from "~/ui/fields";
import { Panel, PanelBody, Rows } from "~/ui/panel";
import { StateWords } from "~/ui/state";

type Props = { slug: string; page: Pick<MinutesPage, "id" | "bodyId" | "state" | "remarksBy">; remarks: Remark[] };

/** What the members have remarked on minutes, and the way to send them round. */
export function RemarksPanel({ slug, page, remarks }: Props) {
  const { id, bodyId, state, remarksBy } = page;
  const to = paths.minutesRemarks(slug, bodyId, id);
  const sent = state === "remarks" && remarksBy;
  return (
    <Panel title={m.minutes_remarks()} {...(sent && { count: remarks.length })}>
      {remarks.length === 0 ? (
        <PanelBody>
          <div className="sv-row">
            <p>
              {sent ? m.minutes_remarks_none_yet({ day: formatDate(sent, getLocale()) }) : m.minutes_remarks_not_sent()}
            </p>
            <LinkButton variant={sent ? "tertiary" : "secondary"} icon="send" to={to}>
              {sent ? m.minutes_send_again() : m.minutes_send_for_remarks()}
            </LinkButton>
          </div>
        </PanelBody>
      ) : (
        <Rows>
          {remarks.map((remark) => (
            <RemarkRow key={remark.id} remark={remark} to={to} />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function RemarkRow({ remark, to }: { remark: Remark; to: string }) {
  const { id, name, about, text, state, answer } = remark;
  return (
    <li className="sv-remark">
      <p>
        <b>{name}</b>{" "}
        <span className="sv-quiet">{about ? m.minutes_remark_on({ about }) : m.minutes_remark_on_all()}</span>
      </p>
      <p className="sv-lines">{text}</p>
      {state === "open" ? (
        <Form method="post" action={to} className="sv-row">
          <input type="hidden" name="remark" value={id} />
          <TextInput name="answer" id={`answer-${id}`} label={m.minutes_remark_answer()} width="medium" optional />
          <Button small variant="secondary" name="intent" value="taken">
            {m.minutes_remark_take()}
          </Button>
          <Button small variant="tertiary" name="intent" value="left_out">
            {m.minutes_remark_leave()}
          </Button>
        </Form>
      ) : (
        <StateWords state={state === "taken" ? "done" : "no"} {...(answer && { note: answer })}>
          {state === "taken" ? m.minutes_remark_taken() : m.minutes_remark_left()}
        </StateWords>
      )}
    </li>
  );
}
