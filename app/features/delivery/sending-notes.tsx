import { Form } from "@remix-run/react";
import type { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";

type View = Pick<Awaited<ReturnType<typeof deliveriesView>>, "mode" | "meAddress" | "stoppedAt" | "parked" | "waiting">;
type Props = { view: View; region: { slug: string; zone: string }; mayStop: boolean };

/** What keeps the region's mail from leaving as it should: it is stopped, on hold, or goes to one address. */
export function SendingNotes({ view, region, mayStop }: Props) {
  const { mode, meAddress, stoppedAt } = view;
  const settings = { label: m.delivery_hold_link(), to: paths.mailSettings(region.slug) };
  if (stoppedAt)
    return (
      <Note tone="danger">
        <p>{m.delivery_stopped_note({ when: formatInstant(stoppedAt, region.zone, getLocale()) })}</p>
        {mayStop && (
          <Form method="post">
            <Button name="intent" value="start" variant="secondary">
              {m.delivery_start()}
            </Button>
          </Form>
        )}
      </Note>
    );
  if (mode === "hold")
    return (
      <Note tone="warning" action={settings}>
        {m.delivery_hold_note()}
      </Note>
    );
  if (mode === "to_me")
    return (
      <Note tone="warning" action={settings}>
        {m.delivery_to_me_note({ address: meAddress ?? "" })}
      </Note>
    );
  return null;
}

const canStop = ({ view, mayStop }: Pick<Props, "view" | "mayStop">) =>
  mayStop && !view.stoppedAt && view.mode !== "hold";

/** Asks whether all sending is to be stopped; where it is not. */
export function StopButton({ view, region, mayStop }: Props) {
  if (!canStop({ view, mayStop })) return null;
  return (
    <LinkButton to={`${paths.deliveries(region.slug)}?ask=stop`} variant="danger">
      {m.delivery_stop()}
    </LinkButton>
  );
}

/** What is asked before all sending is stopped, or a batch sent that may have left already: what, how many, and when. */
export function AskFirst({ view, region, mayStop, ask }: Props & { ask: { stop: boolean; again: string | null } }) {
  const cancel = (label: string) => ({ label, to: paths.deliveries(region.slug) });
  if (ask.stop && canStop({ view, mayStop }))
    return (
      <Confirm
        title={m.delivery_stop_title()}
        tone="danger"
        action={
          <Form method="post">
            <Button name="intent" value="stop" variant="danger">
              {m.delivery_stop_now()}
            </Button>
          </Form>
        }
        cancel={cancel(m.delivery_stop_not())}
      >
        <p>{view.waiting > 0 ? m.delivery_stop_why({ n: view.waiting }) : m.delivery_stop_none()}</p>
      </Confirm>
    );
  const batch = mayStop && view.parked.find(({ id }) => id === ask.again);
  if (!batch) return null;
  return (
    <Confirm
      title={m.delivery_parked_again_title({ subject: batch.subject })}
      action={
        <Form method="post">
          <input type="hidden" name="batch" value={batch.id} />
          <Button name="intent" value="again">
            {m.delivery_parked_again_button({ n: batch.size })}
          </Button>
        </Form>
      }
      cancel={cancel(m.delivery_parked_not())}
    >
      <p>{m.delivery_parked_again_why({ n: batch.size })}</p>
    </Confirm>
  );
}

/** Batches that nobody knows the end of: a person says whether they are sent again. */
export function ParkedBatches({ view, region, mayStop }: Props) {
  if (view.parked.length === 0) return null;
  return (
    <Panel title={m.delivery_parked()} count={view.parked.length}>
      <PanelBody>
        <p className="sv-quiet">{m.delivery_parked_why()}</p>
      </PanelBody>
      <DataTable
        caption={m.delivery_parked()}
        rows={view.parked}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "batch",
            head: m.delivery_message(),
            rowHeader: true,
            cell: ({ subject, size }) => (
              <>
                {subject}
                <div className="sv-quiet sv-small">{m.delivery_parked_size({ n: size })}</div>
              </>
            ),
          },
          {
            id: "when",
            head: m.delivery_parked_tried(),
            quiet: true,
            onSmall: "full",
            cell: ({ at }) => (at ? formatInstant(at, region.zone, getLocale()) : ""),
          },
          {
            id: "decide",
            head: m.delivery_parked_decide(),
            onSmall: "full",
            cell: ({ id }) =>
              mayStop && (
                <Form method="post" className="sv-row">
                  <input type="hidden" name="batch" value={id} />
                  <LinkButton small variant="secondary" to={`${paths.deliveries(region.slug)}?again=${id}`}>
                    {m.delivery_parked_again()}
                  </LinkButton>
                  <Button small variant="tertiary" name="intent" value="leave">
                    {m.delivery_parked_leave()}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  );
}
